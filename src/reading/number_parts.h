// A document's number as meant, taken apart.
#pragma once

#include <boost/container/small_vector.hpp>
#include <string>
#include <string_view>

#include "reading/reading.h"

namespace liem::reading {

// "24/KH-UBND" -> head "24", letters {"KH","UBND"}, year 0.
// Views into the number, which must outlive them.
struct NumberParts {
  using Letters = boost::container::small_vector<std::string_view, 4>;
  std::string_view head;
  Letters letters;
  int year = 0;
};

NumberParts parts_of(std::string_view number);

// "Kế hoạch 24/KH-UBND": how messages name a document.
std::string named(const Citation& citation);

// "QH13" -> "QH", "PC03" -> "PC".
std::string_view without_digits(std::string_view part);

}  // namespace liem::reading
