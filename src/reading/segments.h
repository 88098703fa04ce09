// The text cut into the pieces a claim can live in: sentences, list items, headings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/byte_scan.h"
#include "text/repair.h"

namespace liem::reading {

enum class Marker : unsigned char {
  none,
  dash,    // "- "
  plus,    // "+ "
  letter,  // "a) "
  number,  // "1. ", "1) ", "2.1.1 "
  roman,   // "IV. "
};

struct Segment {
  text::Span span;  // from the marker to the end of the sentence
  Marker marker = Marker::none;
  std::string label;     // "IV", "2.1", "a"; empty for dashes
  std::size_t body = 0;  // where the words behind the marker start
  bool starts_line = false;
};

std::vector<Segment> split_segments(std::string_view text, const text::Landmarks& landmarks);

// Index of the segment that holds `at`; segments are in order and cover the text.
std::size_t segment_at(const std::vector<Segment>& segments, std::size_t at);

}  // namespace liem::reading
