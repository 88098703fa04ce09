#include "extraction/sample_test.h"

#include <zip.h>

#include <fstream>
#include <sstream>

namespace liem::extraction::testing {
namespace {

constexpr std::string_view w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

std::string content_types(std::string_view part, std::string_view type) {
  return "<Types><Override PartName=\"/" + std::string(part) +
         "\" ContentType=\"application/vnd."
         "openxmlformats-officedocument." +
         std::string(type) + "+xml\"/></Types>";
}

}  // namespace

std::string zip(const std::vector<Part>& parts) {
  zip_error_t error;
  auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  zip_source_keep(source);
  for (const auto& part : parts) {
    auto* bytes = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    EXPECT_GE(zip_file_add(archive, part.name.c_str(), bytes, ZIP_FL_OVERWRITE), 0);
  }
  EXPECT_EQ(zip_close(archive), 0);
  zip_source_open(source);
  std::string out;
  char block[4096];
  zip_int64_t got = 0;
  while ((got = zip_source_read(source, block, sizeof block)) > 0) {
    out.append(block, static_cast<std::size_t>(got));
  }
  zip_source_close(source);
  zip_source_free(source);
  return out;
}

std::string docx(std::string_view body, std::vector<Part> more) {
  std::vector<Part> parts = {
      {"[Content_Types].xml", content_types("word/document.xml", "wordprocessingml.document.main")},
      {"word/document.xml", "<w:document xmlns:w=\"" + std::string(w) + "\"><w:body>" +
                                std::string(body) + "</w:body></w:document>"}};
  parts.insert(parts.end(), more.begin(), more.end());
  return zip(parts);
}

std::string odt(std::string_view styles, std::string_view text) {
  return zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
              {"content.xml",
               "<office:document-content><office:automatic-styles>" + std::string(styles) +
                   "</office:automatic-styles><office:body><office:text>" + std::string(text) +
                   "</office:text></office:body></office:document-content>"}});
}

std::string xlsx(std::string_view rows, std::string_view strings, std::string_view styles) {
  return zip({{"[Content_Types].xml", content_types("xl/workbook.xml", "spreadsheetml.sheet.main")},
              {"xl/workbook.xml",
               "<workbook><sheets><sheet name=\"Bảng 1\" sheetId=\"7\" r:id=\"rId3\"/></sheets>"
               "</workbook>"},
              {"xl/_rels/workbook.xml.rels",
               "<Relationships><Relationship Id=\"rId3\" Target=\"worksheets/sheet1.xml\"/>"
               "</Relationships>"},
              {"xl/sharedStrings.xml", "<sst>" + std::string(strings) + "</sst>"},
              {"xl/styles.xml", std::string(styles)},
              {"xl/worksheets/sheet1.xml",
               "<worksheet><sheetData>" + std::string(rows) + "</sheetData></worksheet>"}});
}

std::string paragraph(std::string_view text) {
  return "<w:p><w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r></w:p>";
}

std::string sample_path(std::string_view name) {
  return std::string(LIEM_SOURCE_DIR) + "/tests/golden/extraction/" + std::string(name);
}

std::string sample(std::string_view name) {
  std::ifstream in(sample_path(name), std::ios::binary);
  EXPECT_TRUE(in.good()) << name;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

Options options() { return {.helper = "/proc/self/exe", .jobs = 2}; }

Result<ExtractedText> extract(std::string bytes, const Options& how) {
  return extract_bytes(std::move(bytes), "sample", how);
}

std::string text_of(std::string bytes) {
  const auto result = extract(std::move(bytes));
  EXPECT_TRUE(result) << (result ? "" : result.error().message.id);
  return result ? result->text : "";
}

std::string refusal(std::string bytes, const Options& how) {
  const auto result = extract(std::move(bytes), how);
  if (result) return "";
  EXPECT_EQ(result.error().message.args.front(),
            (std::pair<std::string, std::string>{"file", "sample"}));
  return result.error().message.id;
}

std::string_view words_at(const ExtractedText& extracted, const Place& place) {
  return text::slice(extracted.text, place.span);
}

const Place& place_of(const ExtractedText& extracted, std::string_view words) {
  static const Place nowhere;
  const auto at = extracted.text.find(words);
  const Place* place = at == std::string::npos ? nullptr : place_at(extracted, at);
  EXPECT_NE(place, nullptr) << words;
  return place == nullptr ? nowhere : *place;
}

}  // namespace liem::extraction::testing
