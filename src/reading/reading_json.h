// The JSON contract of `liem read` and of /api/v1/readings (docs/openapi.yaml, schema Reading).
#pragma once

#include <boost/json.hpp>
#include <string_view>

#include "base/messages.h"
#include "reading/reading.h"

namespace liem::reading {

// `source` is the text the reading was made from; it gives each citation its words.
boost::json::object to_json(const Reading& reading, std::string_view file, std::string_view source,
                            const Catalogue& words);

// A list of findings alone, as under `findings` of a reading.
boost::json::array to_json(const std::vector<Finding>& findings, const Catalogue& words);

}  // namespace liem::reading
