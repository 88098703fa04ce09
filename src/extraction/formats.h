// One reader per kind of file. Each runs inside the confined worker and may assume nothing about
// its input. Errors lack {file}: the worker does not know the name.
#pragma once

#include <string_view>

#include "extraction/archive.h"
#include "extraction/extraction.h"
#include "extraction/pages.h"
#include "extraction/wire.h"

namespace liem::extraction {

Result<ExtractedText> read_html(std::string_view bytes, const Limits& limits);
// Any of the archives below.
Result<ExtractedText> read_office(std::string_view bytes, const Limits& limits);

// Which office format the archive holds; refuses macros, encryption and other archives.
Result<Format> office_format(Archive& archive);
Result<ExtractedText> read_docx(Archive& archive, const Limits& limits);
Result<ExtractedText> read_opendocument(Archive& archive, Format format, const Limits& limits);
Result<ExtractedText> read_xlsx(Archive& archive, const Limits& limits);

// A picture of a PNG, JPEG or TIFF page, as a PNG.
Result<std::string> draw_picture(std::string_view bytes, Signs signs, const PagePicture& wanted);

// These run tools on the file that is on stdin.
Result<ExtractedText> read_pdf(const Options& options);
Result<ExtractedText> read_picture(std::string_view bytes, Format format, const Options& options);
Result<std::vector<WordBox>> read_pdf_boxes(int page, const Options& options);
Result<std::string> draw_pdf_page(const PagePicture& wanted, const Options& options);  // a PNG

}  // namespace liem::extraction
