// SpreadsheetML (ECMA-376 part 1, section 18): every sheet under its name, row by row.
#include <algorithm>
#include <charconv>
#include <map>

#include "extraction/builder.h"
#include "extraction/cell_format.h"
#include "extraction/formats.h"
#include "extraction/xml.h"

namespace liem::extraction {
namespace {

using pugi::xml_node;

constexpr int most_columns = 16'384;  // of a sheet, by the standard

// "BC12" -> 55; 0 where there are no letters.
int column_of(std::string_view reference) {
  int column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > most_columns) break;
    column = column * 26 + (c - 'A' + 1);
  }
  return column > most_columns ? 0 : column;
}

// The words of a shared or inline string, without the readings of East Asian words.
std::string words_of(const xml_node& parent) {
  std::string words;
  for (const auto& node : parent.children()) {
    if (xml::is(node, "t")) words += node.text().get();
    if (xml::is(node, "r")) words += words_of(node);
  }
  return words;
}

class Reader {
 public:
  explicit Reader(const Limits& limits) : out_(Format::xlsx, limits) {}

  Result<ExtractedText> run(Archive& archive) &&;

 private:
  Result<void> load_strings(Archive& archive, const std::string& part);
  Result<void> load_formats(Archive& archive, const std::string& part);
  void sheet(const xml_node& root, std::string_view name);
  std::string shown(const xml_node& cell) const;

  std::vector<std::string> strings_;
  std::vector<std::string> codes_;  // by style
  DateSystem dates_ = DateSystem::from_1900;
  TextBuilder out_;
  int table_ = 0;
};

// The workbook's parts by the ids of its links.
Result<std::map<std::string, std::string, std::less<>>> links_of(Archive& archive) {
  xml::Part links;
  if (auto read = xml::read(archive, "xl/_rels/workbook.xml.rels", links); !read) {
    return std::unexpected(read.error());
  }
  std::map<std::string, std::string, std::less<>> targets;
  for (const auto& link : links.document.document_element().children()) {
    const auto target = xml::attribute(link, "Target");
    targets[std::string(xml::attribute(link, "Id"))] =
        target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
  }
  return targets;
}

Result<void> Reader::load_strings(Archive& archive, const std::string& part) {
  if (!archive.has(part)) return {};
  xml::Part shared;
  if (auto read = xml::read(archive, part, shared); !read) return read;
  for (const auto& item : shared.document.document_element().children()) {
    if (xml::is(item, "si")) strings_.push_back(words_of(item));
  }
  return {};
}

Result<void> Reader::load_formats(Archive& archive, const std::string& part) {
  if (!archive.has(part)) return {};
  xml::Part styles;
  if (auto read = xml::read(archive, part, styles); !read) return read;
  const auto root = styles.document.document_element();
  std::map<int, std::string> own;
  for (const auto& format : xml::child(root, "numFmts").children()) {
    own[xml::whole_attribute(format, "numFmtId", -1)] = xml::attribute(format, "formatCode");
  }
  for (const auto& style : xml::child(root, "cellXfs").children()) {
    const int id = xml::whole_attribute(style, "numFmtId", 0);
    const auto named = own.find(id);
    codes_.push_back(named != own.end() ? named->second : std::string(built_in_code(id)));
  }
  return {};
}

Result<ExtractedText> Reader::run(Archive& archive) && {
  xml::Part workbook;
  if (auto read = xml::read(archive, "xl/workbook.xml", workbook); !read) {
    return std::unexpected(read.error());
  }
  const auto links = links_of(archive);
  if (!links) return std::unexpected(links.error());
  for (const auto& loaded :
       {load_strings(archive, "xl/sharedStrings.xml"), load_formats(archive, "xl/styles.xml")}) {
    if (!loaded) return std::unexpected(loaded.error());
  }
  const auto root = workbook.document.document_element();
  const auto system = xml::attribute(xml::child(root, "workbookPr"), "date1904");
  if (system == "1" || system == "true") dates_ = DateSystem::from_1904;
  for (const auto& node : xml::child(root, "sheets").children()) {
    const auto link = xml::attribute(node, "id");  // "r:id"; "sheetId" is another matter
    const auto target = links->find(link);
    if (target == links->end() || target->second.find("worksheets/") == std::string::npos) continue;
    xml::Part part;
    if (auto read = xml::read(archive, target->second, part); !read) {
      return std::unexpected(read.error());
    }
    sheet(part.document.document_element(), xml::attribute(node, "name"));
  }
  return std::move(out_).finish();
}

void Reader::sheet(const xml_node& root, std::string_view name) {
  out_.paragraph({}, {});
  out_.paragraph({std::string(name), {}}, {.table = ++table_});
  int row = 0;
  for (const auto& line : xml::child(root, "sheetData").children()) {
    row = xml::count_attribute(line, "r", row + 1);
    std::vector<Piece> cells;
    int first = 1, column = 0;
    for (const auto& cell : line.children()) {
      const int said = column_of(xml::attribute(cell, "r"));
      column = said > column ? said : column + 1;
      std::string value = shown(cell);
      if (value.empty()) continue;
      if (cells.empty()) first = column;
      cells.resize(static_cast<std::size_t>(column - first));
      cells.push_back({std::move(value), {}});
    }
    out_.row(std::move(cells), {.table = table_, .row = row, .column = first});
  }
}

std::string Reader::shown(const xml_node& cell) const {
  const auto type = xml::attribute(cell, "t");
  if (type == "inlineStr") return words_of(xml::child(cell, "is"));
  const std::string_view value = xml::child(cell, "v").text().get();
  if (value.empty() || type == "str" || type == "e" || type == "d") return std::string(value);
  if (type == "b") return value == "1" ? "TRUE" : "FALSE";
  if (type == "s") {
    const int index = xml::whole(value).value_or(-1);
    return index >= 0 && index < static_cast<int>(strings_.size()) ? strings_[index] : "";
  }
  const int style = xml::whole_attribute(cell, "s", 0);
  const bool known = style >= 0 && style < static_cast<int>(codes_.size());
  return shown_value(value, known ? std::string_view(codes_[style]) : "General", dates_);
}

}  // namespace

Result<ExtractedText> read_xlsx(Archive& archive, const Limits& limits) {
  return Reader(limits).run(archive);
}

}  // namespace liem::extraction
