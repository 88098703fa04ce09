// The key `structure` of a reading's JSON.
#pragma once

#include <boost/json.hpp>
#include <string_view>

#include "reading/structure.h"

namespace liem::reading {

boost::json::object to_json(const Structure& structure, std::string_view source);

}  // namespace liem::reading
