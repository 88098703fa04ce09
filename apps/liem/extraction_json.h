// Where a reading's text came from, for programs: the text its spans are offsets of, and a way
// back to the page, paragraph or cell.
#pragma once

#include <boost/json.hpp>

#include "extraction/extraction.h"

namespace liem::app {

boost::json::object to_json(const extraction::ExtractedText& extracted);

}  // namespace liem::app
