// Series and histories as JSON, for the API and for scripts.
#pragma once

#include <boost/json/object.hpp>
#include <optional>

#include "assessment/series.h"
#include "base/messages.h"

namespace liem::assessment {

// Every year with its value; the parts of the year `explained` alone, for they are many.
boost::json::object series_json(const Series& series, const ProvinceHistory& history,
                                std::optional<int> explained, const Catalogue& catalogue);

// The tree of a day, with every event ever recorded and the items that have a series.
boost::json::object tree_json(const ProvinceHistory& history, const Date& on,
                              const Catalogue& catalogue);

// Units and events alone, where no values are at hand.
boost::json::object tree_json(const organisation::History& history, const Date& on,
                              const Catalogue& catalogue);
boost::json::object descent_json(const organisation::History& history,
                                 const organisation::Descent& descent, const Catalogue& catalogue);

}  // namespace liem::assessment
