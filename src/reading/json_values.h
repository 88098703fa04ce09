// Values every part of a reading's JSON writes alike.
#pragma once

#include <boost/json.hpp>
#include <string>

#include "text/repair.h"

namespace liem::reading {

inline boost::json::array bytes(text::Span span) { return {span.begin, span.end}; }

inline boost::json::value text_or_null(const std::string& text) {
  return text.empty() ? boost::json::value(nullptr) : boost::json::value(text);
}

}  // namespace liem::reading
