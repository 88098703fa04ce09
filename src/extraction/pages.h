// Pages of PDFs and pictures as people see them: pictures of them, and where on them words stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extraction/extraction.h"

namespace liem::extraction {

struct WordBox {
  std::string word;
  Box box;
};

struct PagePicture {
  int page = 1;      // counted from 1
  int width = 1000;  // pixels; the height follows
};

// A PNG, made by a worker. errors::no_page beyond the last page and for files without pages.
Result<std::string> draw_page(const std::string& path, const PagePicture& wanted,
                              const Options& options);
Result<std::string> draw_page(std::string_view bytes, std::string_view name,
                              const PagePicture& wanted, const Options& options);

// The words of the text layer of a PDF's page, in the order of its layout; made by a worker.
Result<std::vector<WordBox>> find_words(const std::string& path, int page, const Options& options);

// Whether boxes on this page need find_words(): it has a text layer, not recognised lines.
bool has_text_layer(const ExtractedText& extracted, int page);

// Boxes of the part of text[span] that stands on the page, in reading order: its words out of
// `words`, or the lines of a recognised page. Empty where the words cannot be told on the page.
std::vector<Box> boxes_on_page(const ExtractedText& extracted, int page, Span span,
                               const std::vector<WordBox>& words);

// The stretch of the text that stands on each page of `shapes`.
std::vector<Span> page_spans(const ExtractedText& extracted);

}  // namespace liem::extraction
