// OpenDocument text and spreadsheets (OASIS OpenDocument 1.2, part 1): what a reader of the
// document sees, without tracked deletions and comments. Headers stand in another part.
#include <algorithm>
#include <map>

#include "extraction/builder.h"
#include "extraction/formats.h"
#include "extraction/numbering.h"
#include "extraction/xml.h"

namespace liem::extraction {
namespace {

using pugi::xml_node;

constexpr int most_repeats = 1000;  // of a filled cell or row; sheets repeat empty ones by millions
constexpr std::string_view blanks = " \t\r\n";

// ODF names the forms of numbers by an example.
std::string_view number_format(std::string_view example) {
  if (example == "I") return "upperRoman";
  if (example == "i") return "lowerRoman";
  if (example == "A") return "upperLetter";
  if (example == "a") return "lowerLetter";
  return example.empty() ? "none" : "decimal";
}

struct Level {
  bool bullet = false;
  std::string format, prefix, suffix;
  int shown = 1;  // how many levels the label shows: 2 for "1.2"
  int start = 1;
};

class Reader {
 public:
  Reader(Format format, const Limits& limits) : out_(format, limits) {}

  Result<ExtractedText> run(const xml_node& root) && {
    load_lists(xml::child(root, "automatic-styles"));
    const auto body = xml::child(root, "body");
    blocks(xml::child(body, "text"));
    for (const auto& table : xml::child(body, "spreadsheet").children()) {
      if (xml::is(table, "table")) sheet(table);
    }
    return std::move(out_).finish();
  }

 private:
  struct Note {
    xml_node body;
    int number = 0;
  };
  struct Pending {
    std::vector<Note> notes;
    std::vector<xml_node> boxes;
  };

  void load_lists(const xml_node& styles);
  void blocks(const xml_node& parent);
  void list(const xml_node& node, int depth, std::string style);
  std::string label(const std::string& style, int depth, std::vector<int>& counters);
  void paragraph(const xml_node& node, std::string label);
  void words(const xml_node& parent, Piece& piece, Pending& pending);
  void add_text(std::string_view text, std::string& out);
  void cell_text(const xml_node& parent, Piece& piece, Pending& pending);
  void write_pending(const Pending& pending, const Place& where);
  void sheet(const xml_node& node);
  void rows(const xml_node& parent, int table, int& row);
  int row_cells(const xml_node& row, std::vector<Piece>& cells, Pending& pending);

  std::map<std::string, std::map<int, Level>, std::less<>> lists_;
  std::vector<int> counters_;
  TextBuilder out_;
  int paragraph_ = 0, table_ = 0, note_ = 0;
};

void Reader::load_lists(const xml_node& styles) {
  for (const auto& style : styles.children()) {
    if (!xml::is(style, "list-style")) continue;
    auto& levels = lists_[std::string(xml::attribute(style, "name"))];
    for (const auto& node : style.children()) {
      Level level;
      level.bullet = !xml::is(node, "list-level-style-number");
      level.format = number_format(xml::attribute(node, "num-format"));
      level.prefix = xml::attribute(node, "num-prefix");
      level.suffix = xml::attribute(node, "num-suffix");
      level.shown = xml::count_attribute(node, "display-levels", 1);
      level.start = xml::count_attribute(node, "start-value", 1);
      levels[xml::whole_attribute(node, "level", 0)] = std::move(level);
    }
  }
}

void Reader::blocks(const xml_node& parent) {
  for (const auto& node : parent.children()) {
    const auto name = xml::local_name(node);
    if (name == "p" || name == "h") {
      paragraph(node, {});
    } else if (name == "list") {
      list(node, 1, {});
    } else if (name == "table") {
      int row = 0;
      rows(node, ++table_, row);
    } else if (name != "tracked-changes" && name != "annotation" && name != "sequence-decls") {
      blocks(node);
    }
  }
}

void Reader::list(const xml_node& node, int depth, std::string style) {
  if (const auto own = xml::attribute(node, "style-name"); !own.empty()) style = own;
  counters_.resize(
      static_cast<std::size_t>(std::max<int>(depth, static_cast<int>(counters_.size()))));
  if (xml::attribute(node, "continue-numbering") != "true") counters_[depth - 1] = 0;
  for (const auto& item : node.children()) {
    bool first = xml::is(item, "list-item");
    for (const auto& inner : item.children()) {
      if (xml::is(inner, "list")) {
        list(inner, depth + 1, style);
      } else if (xml::is(inner, "p") || xml::is(inner, "h")) {
        paragraph(inner, first ? label(style, depth, counters_) : std::string());
        first = false;
      }
    }
  }
}

std::string Reader::label(const std::string& style, int depth, std::vector<int>& counters) {
  const auto levels = lists_.find(style);
  const auto level =
      levels == lists_.end() ? std::map<int, Level>::const_iterator{} : levels->second.find(depth);
  if (levels == lists_.end() || level == levels->second.end()) return "-";
  int& own = counters[depth - 1];
  own = own == 0 ? level->second.start : own + 1;
  if (level->second.bullet) return "-";
  std::string out = level->second.prefix;
  for (int shown = std::max(1, depth - level->second.shown + 1); shown <= depth; ++shown) {
    if (shown > 1 && out.size() > level->second.prefix.size()) out += '.';
    const auto above = levels->second.find(shown);
    const auto& format =
        above == levels->second.end() ? level->second.format : above->second.format;
    out += number_label(std::max(counters[shown - 1], 1), format);
  }
  return out + level->second.suffix;
}

void Reader::paragraph(const xml_node& node, std::string label) {
  Piece piece;
  Pending pending;
  words(node, piece, pending);
  const Place where{.paragraph = ++paragraph_};
  if (!label.empty() && piece.text.find_first_not_of(blanks) != std::string::npos) {
    label += ' ';
    for (auto& mark : piece.marks) mark.offset += label.size();
    piece.text.insert(0, label);
  }
  out_.paragraph(std::move(piece), where);
  write_pending(pending, where);
}

// A run of white space counts as one space (part 1, section 6.1.2).
void Reader::add_text(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (blanks.find(c) == std::string_view::npos) {
      out += c;
    } else if (!out.empty() && blanks.find(out.back()) == std::string_view::npos) {
      out += ' ';
    }
  }
}

void Reader::words(const xml_node& parent, Piece& piece, Pending& pending) {
  for (const auto& node : parent.children()) {
    const auto name = xml::local_name(node);
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      add_text(node.value(), piece.text);
    } else if (name == "s") {
      const int spaces = std::min(xml::count_attribute(node, "c", 1), most_repeats);
      piece.text.append(static_cast<std::size_t>(spaces), ' ');
    } else if (name == "tab") {
      piece.text += '\t';
    } else if (name == "line-break") {
      piece.text += '\n';
    } else if (name == "note") {
      pending.notes.push_back({xml::child(node, "note-body"), ++note_});
      piece.marks.push_back({piece.text.size(), note_});
    } else if (name == "frame" || name == "custom-shape") {
      const auto box = node.find_node([](const xml_node& n) { return xml::is(n, "text-box"); });
      if (box) pending.boxes.push_back(box);
    } else if (name != "annotation" && name != "tracked-changes" && name != "ruby-text") {
      words(node, piece, pending);
    }
  }
}

void Reader::write_pending(const Pending& pending, const Place& where) {
  for (const auto& note : pending.notes) {
    Piece piece;
    Pending inner;  // notes do not nest
    cell_text(note.body, piece, inner);
    out_.footnote(piece.text, note.number, where);
  }
  for (const auto& box : pending.boxes) blocks(box);
}

void Reader::cell_text(const xml_node& parent, Piece& piece, Pending& pending) {
  for (const auto& node : parent.children()) {
    if (xml::is(node, "annotation")) continue;
    if (!xml::is(node, "p") && !xml::is(node, "h")) {
      cell_text(node, piece, pending);
      continue;
    }
    if (!piece.text.empty()) piece.text += '\n';
    words(node, piece, pending);
  }
}

void Reader::sheet(const xml_node& node) {
  out_.paragraph({}, {});
  const Place where{.table = ++table_};
  out_.paragraph({std::string(xml::attribute(node, "name")), {}}, where);
  int row = 0;
  rows(node, table_, row);
}

// Rows may be grouped as headers or for folding.
void Reader::rows(const xml_node& parent, int table, int& row) {
  for (const auto& node : parent.children()) {
    if (!xml::is(node, "table-row")) {
      rows(node, table, row);
      continue;
    }
    std::vector<Piece> cells;
    Pending pending;
    const int first = row_cells(node, cells, pending);
    const int repeats = std::max(xml::count_attribute(node, "number-rows-repeated", 1), 1);
    const int shown = cells.empty() ? 0 : std::min(repeats, most_repeats);
    for (int i = 0; i < shown && !out_.is_full(); ++i) {
      const Place where{.table = table, .row = row + i + 1, .column = first};
      out_.row(cells, where);
      if (i == 0) write_pending(pending, where);
    }
    row = std::min(row + repeats, xml::most_counted);
  }
}

// Fills the row's cells and gives the column of the first; leading empty ones are passed over.
int Reader::row_cells(const xml_node& row, std::vector<Piece>& cells, Pending& pending) {
  int first = 1, gap = 0;
  for (const auto& node : row.children()) {
    if (!xml::local_name(node).ends_with("table-cell")) continue;
    const int repeats = std::max(xml::count_attribute(node, "number-columns-repeated", 1), 1);
    Piece piece;
    cell_text(node, piece, pending);
    if (piece.text.empty()) {
      gap = std::min(gap + repeats, xml::most_counted);
      continue;
    }
    if (cells.empty()) {
      first = 1 + gap;
    } else {
      cells.resize(cells.size() + static_cast<std::size_t>(std::min(gap, most_repeats)));
    }
    gap = 0;
    cells.insert(cells.end(), static_cast<std::size_t>(std::min(repeats, most_repeats)), piece);
  }
  return first;
}

}  // namespace

Result<ExtractedText> read_opendocument(Archive& archive, Format format, const Limits& limits) {
  xml::Part content;
  if (auto read = xml::read(archive, "content.xml", content); !read) {
    return std::unexpected(read.error());
  }
  return Reader(format, limits).run(content.document.document_element());
}

}  // namespace liem::extraction
