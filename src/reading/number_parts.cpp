#include "reading/number_parts.h"

namespace liem::reading {

NumberParts parts_of(const std::string& number) {
  NumberParts out;
  std::size_t at = number.find_first_of("/-");
  out.head = number.substr(0, at);
  while (at != std::string::npos) {
    const std::size_t next = number.find_first_of("/-", at + 1);
    const std::string part = number.substr(at + 1, next == std::string::npos ? next : next - at - 1);
    const bool digits = part.size() == 4 && part.find_first_not_of("0123456789") == std::string::npos;
    if (digits) {
      out.year = std::stoi(part);
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

std::string without_digits(std::string part) {
  part.resize(part.find_last_not_of("0123456789") + 1);
  return part;
}

}  // namespace liem::reading
