// Text recognition: what tesseract is asked for and how its answer becomes text.
#pragma once

#include <string_view>

#include "extraction/builder.h"
#include "extraction/tools.h"

namespace liem::extraction {

inline constexpr int recognition_dpi = 300;  // what the models were trained on

// Reads a picture from stdin, answers with one row a word (TSV).
Command recognition_command();
// The same of one page of the document, counted from 1, where that is a TIFF.
Command page_recognition_command(int page);

// errors::too_many_scans where so many pages are more than may be recognised.
Result<void> check_scans(std::size_t pages, const Limits& limits);

// Appends the words of all pages in `tsv`, the first counted as `first_page`; gives their number.
// A line gets a place with its box, a word below limits.doubtful_below a doubtful span.
int append_recognised(std::string_view tsv, int first_page, const Limits& limits, TextBuilder& out);

}  // namespace liem::extraction
