// The part of a request target behind the question mark.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/error.h"

namespace liem::http {

using Query = std::map<std::string, std::string, std::less<>>;

// Decoded names and values; '+' is a space, as forms write it. errors::bad_path for a broken
// escape, invalid UTF-8, or a name given twice.
Result<Query> parse_query(std::string_view target);

// A whole number from `least` to `most`, or `otherwise` where it is not given; errors::bad_field.
Result<int> whole_in(const Query& query, std::string_view name, int least, int most, int otherwise);

// As a part of a path: a whole number from 1, without a sign or leading zeros; 0 for anything else.
int number_segment(std::string_view segment);

}  // namespace liem::http
