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

// Which office format the archive holds; refuses macros, encryption and other archives.
Result<Format> office_format(Archive& archive);
Result<ExtractedText> read_docx(Archive& archive, const Limits& limits);
Result<ExtractedText> read_opendocument(Archive& archive, Format format, const Limits& limits);
Result<ExtractedText> read_xlsx(Archive& archive, const Limits& limits);

// These run tools on the file that is on stdin.
Result<ExtractedText> read_pdf(const Options& options);
Result<ExtractedText> read_picture(Format format, const Options& options);
Result<std::vector<WordBox>> read_pdf_boxes(int page, const Options& options);
// A PNG; `signs` are those of a PDF or a picture.
Result<std::string> draw_page_of(Signs signs, const PagePicture& wanted, const Options& options);

}  // namespace liem::extraction
