#include "reading/number_parts.h"

#include <algorithm>
#include <charconv>

namespace liem::reading {

NumberParts parts_of(std::string_view number) {
  NumberParts out;
  std::size_t at = number.find_first_of("/-");
  out.head = number.substr(0, at);
  while (at != std::string_view::npos) {
    const std::size_t next = std::min(number.find_first_of("/-", at + 1), number.size());
    const auto part = number.substr(at + 1, next - at - 1);
    const bool digits =
        part.size() == 4 && part.find_first_not_of("0123456789") == std::string_view::npos;
    if (digits) {
      std::from_chars(part.data(), part.data() + part.size(), out.year);
    } else {
      out.letters.push_back(part);
    }
    at = next == number.size() ? std::string_view::npos : next;
  }
  return out;
}

std::string named(const Citation& citation) {
  return citation.type.empty() ? citation.number : citation.type + " " + citation.number;
}

std::string_view without_digits(std::string_view part) {
  return part.substr(0, part.find_last_not_of("0123456789") + 1);
}

}  // namespace liem::reading
