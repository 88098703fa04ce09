#include "extraction/formats.h"
#include "extraction/xml.h"

namespace liem::extraction {
namespace {

Result<Format> opendocument_format(Archive& archive) {
  auto type = archive.read("mimetype");
  if (!type) return std::unexpected(type.error());
  // Where LibreOffice keeps Basic and other languages; without a library neither folder is written.
  if (archive.has("Basic/script-lc.xml") || archive.has_name_starting("Scripts/")) {
    return fail(errors::macros);
  }
  if (archive.has("META-INF/manifest.xml")) {
    xml::Part manifest;
    if (auto read = xml::read(archive, "META-INF/manifest.xml", manifest); !read) {
      return std::unexpected(read.error());
    }
    const auto sealed = manifest.document.find_node(
        [](const pugi::xml_node& node) { return xml::is(node, "encryption-data"); });
    if (sealed) return fail(errors::encrypted);
  }
  if (type->starts_with("application/vnd.oasis.opendocument.text")) return Format::odt;
  if (type->starts_with("application/vnd.oasis.opendocument.spreadsheet")) return Format::ods;
  return fail(errors::unknown_format);
}

}  // namespace

Result<Format> office_format(Archive& archive) {
  if (archive.has("mimetype")) return opendocument_format(archive);
  if (!archive.has("[Content_Types].xml")) return fail(errors::unknown_format);
  if (archive.has_name_ending("vbaProject.bin")) return fail(errors::macros);
  xml::Part types;
  if (auto read = xml::read(archive, "[Content_Types].xml", types); !read) {
    return std::unexpected(read.error());
  }
  bool document = false, workbook = false;
  for (const auto& node : types.document.document_element().children()) {
    const auto type = xml::attribute(node, "ContentType");
    if (type.find("macroEnabled") != std::string_view::npos) return fail(errors::macros);
    document = document || type.find("wordprocessingml.document.main") != std::string_view::npos ||
               type.find("wordprocessingml.template.main") != std::string_view::npos;
    workbook = workbook || type.find("spreadsheetml.sheet.main") != std::string_view::npos ||
               type.find("spreadsheetml.template.main") != std::string_view::npos;
  }
  if (document) return Format::docx;
  if (workbook) return Format::xlsx;
  return fail(errors::unknown_format);
}

Result<ExtractedText> read_office(std::string_view bytes, const Limits& limits) {
  auto archive = Archive::open(bytes, limits);
  if (!archive) return std::unexpected(archive.error());
  const auto format = office_format(*archive);
  if (!format) return std::unexpected(format.error());
  if (*format == Format::docx) return read_docx(*archive, limits);
  if (*format == Format::xlsx) return read_xlsx(*archive, limits);
  return read_opendocument(*archive, *format, limits);
}

}  // namespace liem::extraction
