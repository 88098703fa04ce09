// Lines of a text and what they look like.
#pragma once

#include <algorithm>
#include <string_view>

#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {

// A line without white space and converter marks at its ends; `next` is where the next line starts.
struct Line {
  text::Span span;
  std::size_t next = 0;
  bool empty() const { return span.size() == 0; }
};

inline Line line_at(std::string_view text, std::size_t at) {
  const std::size_t stop = std::min(text.find('\n', at), text.size());
  static constexpr text::ByteSet blank(" \t\r*#>\\");
  std::size_t begin = at, end = stop;
  while (begin < end && blank.has(text[begin])) ++begin;
  while (end > begin && blank.has(text[end - 1])) --end;
  return {{begin, end}, std::min(text.size(), stop + 1)};
}

// Has a letter, and none in lower case: "PHÓ GIÁM ĐỐC".
inline bool is_capitals(std::string_view line) {
  bool any = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto letter = utf8::decode(line, at);
    if (utf8::is_letter(letter.code)) {
      if (!utf8::is_upper(letter.code)) return false;
      any = true;
    }
    at += letter.length;
  }
  return any;
}

inline bool is_page_number(std::string_view line) {
  return !line.empty() && line.size() <= 3 && std::ranges::all_of(line, text::is_digit);
}

}  // namespace liem::reading
