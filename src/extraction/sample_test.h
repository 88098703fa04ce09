// Small documents written by the tests, and the ways they are put through a real worker.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction/extraction.h"

namespace liem::extraction::testing {

struct Part {
  std::string name, bytes;
};

// A ZIP archive of the parts, in their order.
std::string zip(const std::vector<Part>& parts);
// A DOCX around the inside of w:body; more parts may be added.
std::string docx(std::string_view body, std::vector<Part> more = {});
std::string odt(std::string_view styles, std::string_view text);
// An XLSX of one sheet "Bảng 1" around the inside of sheetData; `styles` is the whole part.
std::string xlsx(std::string_view rows, std::string_view strings, std::string_view styles);
std::string paragraph(std::string_view text);

std::string sample(std::string_view name);  // a file of tests/golden/extraction
std::string sample_path(std::string_view name);

Options options();  // the worker is this test program, see main_test.cpp
Result<ExtractedText> extract(std::string bytes, const Options& how = options());
std::string text_of(std::string bytes);  // fails the test where the file is refused
// "extraction.broken", or "" where the file was read.
std::string refusal(std::string bytes, const Options& how = options());

// The stretches of the text a place stands for.
std::string_view words_at(const ExtractedText& extracted, const Place& place);
const Place& place_of(const ExtractedText& extracted, std::string_view words);

}  // namespace liem::extraction::testing
