// A document's number as meant, taken apart.
#pragma once

#include <string>
#include <vector>

#include "reading/reading.h"

namespace liem::reading {

// "24/KH-UBND" -> head "24", letters {"KH","UBND"}, year 0.
struct NumberParts {
  std::string head;
  std::vector<std::string> letters;
  int year = 0;
};

NumberParts parts_of(const std::string& number);

// "Kế hoạch 24/KH-UBND": how messages name a document.
std::string named(const Citation& citation);

// "QH13" -> "QH", "PC03" -> "PC".
std::string without_digits(std::string part);

}  // namespace liem::reading
