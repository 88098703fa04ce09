// WordprocessingML (ECMA-376 part 1, section 17): the words a reader of the document sees, without
// headers and footers, deleted text, hidden text and field codes.
#include <map>

#include "extraction/builder.h"
#include "extraction/formats.h"
#include "extraction/numbering.h"
#include "extraction/xml.h"
#include "text/utf8.h"

namespace liem::extraction {
namespace {

using pugi::xml_node;

bool is_on(const xml_node& property) {
  if (!property) return false;
  const auto value = xml::attribute(property, "val");
  return value != "0" && value != "false" && value != "off";
}

// A character of a symbol font: those of the private area have no meaning outside the font.
void append_symbol(std::string& out, std::string_view code) {
  unsigned value = 0;
  for (const char c : code) {
    const auto digit = std::string_view("0123456789abcdefABCDEF").find(c);
    if (digit == std::string_view::npos || code.size() > 5) return;
    value = value * 16 + static_cast<unsigned>(digit > 15 ? digit - 6 : digit);
  }
  if (value >= 0x20 && value < 0xD800) utf8::append(out, static_cast<char32_t>(value));
}

// Whether the writer turned the page before this paragraph's first word.
bool starts_page(const xml_node& paragraph) {
  const auto first = paragraph.find_node([](const xml_node& node) {
    return xml::is(node, "t") || xml::is(node, "lastRenderedPageBreak");
  });
  return xml::is(first, "lastRenderedPageBreak");
}

class Reader {
 public:
  explicit Reader(const Limits& limits) : out_(Format::docx, limits) {}

  Result<void> load(Archive& archive);
  Result<ExtractedText> run() &&;

 private:
  // What stands in a paragraph but is written behind it.
  struct Pending {
    std::vector<int> footnotes;       // as numbered in the text
    std::vector<xml_node> textboxes;  // their w:txbxContent
  };
  using Notes = std::map<std::string, xml_node, std::less<>>;

  static Notes notes_of(const xml_node& root, std::string_view name);
  void blocks(const xml_node& parent);
  void paragraph(const xml_node& node);
  void table(const xml_node& node);
  void cell_text(const xml_node& parent, Piece& piece, Pending& pending);
  void words(const xml_node& parent, Piece& piece, Pending& pending);
  bool mark(const xml_node& node, Piece& piece);
  void refer(const xml_node& node, const Notes& notes, Piece& piece, Pending& pending);
  void drawing(const xml_node& node, Piece& piece, Pending& pending);
  void write_pending(const Pending& pending, const Place& where);
  void turn_page() { page_ += page_ > 0 ? 1 : 0; }

  xml::Part document_, footnote_part_, endnote_part_, style_part_, number_part_;
  Notes footnotes_, endnotes_;
  Numbering numbering_;
  TextBuilder out_;
  std::vector<xml_node> numbered_;  // footnotes in the order of their marks
  int page_ = 0, paragraph_ = 0, table_ = 0;
  bool in_field_code_ = false;
};

std::string main_part(Archive& archive) {
  constexpr std::string_view usual = "word/document.xml";
  xml::Part links;
  if (!archive.has("_rels/.rels") || !xml::read(archive, "_rels/.rels", links)) {
    return std::string(usual);
  }
  for (const auto& link : links.document.document_element().children()) {
    if (!xml::attribute(link, "Type").ends_with("/officeDocument")) continue;
    std::string_view target = xml::attribute(link, "Target");
    if (target.starts_with('/')) target.remove_prefix(1);
    return std::string(target);
  }
  return std::string(usual);
}

Reader::Notes Reader::notes_of(const xml_node& root, std::string_view name) {
  Notes notes;
  for (const auto& note : root.children()) {
    // Separators are notes too, of a type of their own.
    const auto type = xml::attribute(note, "type");
    if (!xml::is(note, name) || !(type.empty() || type == "normal")) continue;
    notes[std::string(xml::attribute(note, "id"))] = note;
  }
  return notes;
}

Result<void> Reader::load(Archive& archive) {
  const std::string main = main_part(archive);
  if (auto read = xml::read(archive, main, document_); !read) return read;
  const std::string folder = main.substr(0, main.rfind('/') + 1);
  struct Beside {
    const char* name;
    xml::Part* part;
  };
  for (const auto& [name, part] :
       {Beside{"footnotes.xml", &footnote_part_}, Beside{"endnotes.xml", &endnote_part_},
        Beside{"styles.xml", &style_part_}, Beside{"numbering.xml", &number_part_}}) {
    if (!archive.has(folder + name)) continue;
    if (auto read = xml::read(archive, folder + name, *part); !read) return read;
  }
  footnotes_ = notes_of(footnote_part_.document.document_element(), "footnote");
  endnotes_ = notes_of(endnote_part_.document.document_element(), "endnote");
  numbering_.load_styles(style_part_.document.document_element());
  numbering_.load_numbers(number_part_.document.document_element());
  return {};
}

Result<ExtractedText> Reader::run() && {
  const auto root = document_.document.document_element();
  const auto body = xml::child(root, "body");
  if (!body) return fail(errors::broken, {{"reason", "w:body?"}});
  // Writers that lay out pages leave where each began; without them pages are not known.
  if (root.find_node([](const xml_node& n) { return xml::is(n, "lastRenderedPageBreak"); })) {
    page_ = 1;
  }
  blocks(body);
  out_.result().pages = page_;
  return std::move(out_).finish();
}

void Reader::blocks(const xml_node& parent) {
  for (const auto& node : parent.children()) {
    const auto name = xml::local_name(node);
    if (name == "p") {
      paragraph(node);
    } else if (name == "tbl") {
      table(node);
    } else if (name == "sdt") {
      blocks(xml::child(node, "sdtContent"));
    } else if (name == "ins" || name == "moveTo" || name == "customXml" || name == "smartTag") {
      blocks(node);
    }
  }
}

void Reader::paragraph(const xml_node& node) {
  Piece piece;
  Pending pending;
  const Place where{.page = page_ + (starts_page(node) ? 1 : 0), .paragraph = ++paragraph_};
  if (std::string label = numbering_.next(node); !label.empty()) piece.text = label + " ";
  const std::size_t label_end = piece.text.size();
  words(node, piece, pending);
  // A numbered paragraph without words shows nothing but its label.
  if (piece.text.find_first_not_of(" \t\n", label_end) == std::string::npos) piece = {};
  out_.paragraph(std::move(piece), where);
  write_pending(pending, where);
}

void Reader::write_pending(const Pending& pending, const Place& where) {
  for (const int number : pending.footnotes) {
    Piece note;
    Pending inner;  // notes do not nest
    cell_text(numbered_[static_cast<std::size_t>(number - 1)], note, inner);
    out_.footnote(note.text, number, where);
  }
  for (const auto& box : pending.textboxes) blocks(box);
}

void Reader::table(const xml_node& node) {
  const int table = ++table_;
  int row = 0;
  for (const auto& line : node.children()) {
    if (!xml::is(line, "tr")) continue;
    std::vector<Piece> cells;
    Pending pending;
    const Place where{.page = page_, .table = table, .row = ++row, .column = 1};
    const auto add = [&](const xml_node& cell) {
      cells.emplace_back();
      cell_text(cell, cells.back(), pending);
    };
    for (const auto& cell : line.children()) {
      if (xml::is(cell, "tc")) add(cell);
      if (xml::is(cell, "sdt")) {
        for (const auto& inner : xml::child(cell, "sdtContent").children()) {
          if (xml::is(inner, "tc")) add(inner);
        }
      }
    }
    out_.row(std::move(cells), where);
    write_pending(pending, where);
  }
}

// All paragraphs below as one stretch of text; tables inside a cell are flattened.
void Reader::cell_text(const xml_node& parent, Piece& piece, Pending& pending) {
  for (const auto& node : parent.children()) {
    if (!xml::is(node, "p")) {
      if (!xml::local_name(node).ends_with("Pr")) cell_text(node, piece, pending);
      continue;
    }
    if (!piece.text.empty()) piece.text += '\n';
    if (const std::string label = numbering_.next(node); !label.empty()) {
      piece.text += label + " ";
    }
    words(node, piece, pending);
  }
}

void Reader::words(const xml_node& parent, Piece& piece, Pending& pending) {
  for (const auto& node : parent.children()) {
    const auto name = xml::local_name(node);
    if (name == "fldChar") {
      const auto kind = xml::attribute(node, "fldCharType");
      in_field_code_ = kind == "begin";
    } else if (name == "t" && !in_field_code_) {
      piece.text += node.text().get();
    } else if (mark(node, piece)) {
    } else if (name == "footnoteReference") {
      refer(node, footnotes_, piece, pending);
    } else if (name == "endnoteReference") {
      refer(node, endnotes_, piece, pending);
    } else if (name == "AlternateContent" || name == "drawing" || name == "pict") {
      drawing(node, piece, pending);
    } else if (name == "r") {
      if (!is_on(xml::child(xml::child(node, "rPr"), "vanish"))) words(node, piece, pending);
    } else if (name != "del" && name != "moveFrom" && !name.ends_with("Pr")) {
      words(node, piece, pending);
    }
  }
}

// The elements that stand for one character.
bool Reader::mark(const xml_node& node, Piece& piece) {
  const auto name = xml::local_name(node);
  if (name == "tab" || name == "ptab") {
    piece.text += '\t';
  } else if (name == "br" || name == "cr") {
    const auto kind = xml::attribute(node, "type");
    if (kind != "page" && kind != "column") piece.text += '\n';
  } else if (name == "noBreakHyphen") {
    piece.text += '-';
  } else if (name == "sym") {
    append_symbol(piece.text, xml::attribute(node, "char"));
  } else if (name == "lastRenderedPageBreak") {
    turn_page();
  } else {
    return false;
  }
  return true;
}

void Reader::refer(const xml_node& node, const Notes& notes, Piece& piece, Pending& pending) {
  const auto note = notes.find(xml::attribute(node, "id"));
  if (note == notes.end()) return;
  numbered_.push_back(note->second);
  const int number = static_cast<int>(numbered_.size());
  piece.marks.push_back({piece.text.size(), number});
  pending.footnotes.push_back(number);
}

// Text boxes stand twice, in a new and an old form; the first that has words counts.
void Reader::drawing(const xml_node& node, Piece& piece, Pending& pending) {
  if (xml::is(node, "AlternateContent")) {
    const auto choice = xml::child(node, "Choice");
    words(choice ? choice : xml::child(node, "Fallback"), piece, pending);
    return;
  }
  const auto box = node.find_node([](const xml_node& n) { return xml::is(n, "txbxContent"); });
  if (box) pending.textboxes.push_back(box);
}

}  // namespace

Result<ExtractedText> read_docx(Archive& archive, const Limits& limits) {
  Reader reader(limits);
  if (auto loaded = reader.load(archive); !loaded) return std::unexpected(loaded.error());
  return std::move(reader).run();
}

}  // namespace liem::extraction
