#include "reading/number_parts.h"

#include <algorithm>
#include <charconv>

#include "text/words.h"

namespace liem::reading {
namespace {

bool is_separator(char c) { return c == '/' || c == '-'; }

}  // namespace

NumberParts parts_of(std::string_view number) {
  NumberParts out;
  const auto next_separator = [&](std::size_t at) {
    while (at < number.size() && !is_separator(number[at])) ++at;
    return at;
  };
  std::size_t at = next_separator(0);
  out.head = number.substr(0, at);
  while (at < number.size()) {
    const std::size_t next = next_separator(at + 1);
    const auto part = number.substr(at + 1, next - at - 1);
    if (part.size() == 4 && std::ranges::all_of(part, text::is_digit)) {
      std::from_chars(part.data(), part.data() + part.size(), out.year);
    } else {
      out.letters.push_back(part);
    }
    at = next;
  }
  return out;
}

std::string named(const Citation& citation) {
  return citation.type.empty() ? citation.number : citation.type + " " + citation.number;
}

std::string_view without_digits(std::string_view part) {
  while (!part.empty() && text::is_digit(part.back())) part.remove_suffix(1);
  return part;
}

}  // namespace liem::reading
