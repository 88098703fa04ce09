// Request targets taken apart: nothing behind this sees an encoded or a dangerous path.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace liem::http {

struct Path {
  std::vector<std::string> segments;  // decoded; "/" has none, "/a/" ends in an empty one
  std::string text;                   // "/" + segments joined by '/'
};

// Decodes the path of a target such as "/a/b%20c?query". Refused (errors::bad_path): not starting
// with '/', a broken escape, control characters, '\', '.' and '..', an escaped '/', invalid UTF-8.
Result<Path> parse_path(std::string_view target);

}  // namespace liem::http
