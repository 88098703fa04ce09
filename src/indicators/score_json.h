// Scores as docs/openapi.yaml shapes them: Criterion, Explanation, SetReference, Points.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/messages.h"
#include "indicators/score.h"

namespace liem::indicators {

boost::json::object words_json(const Words& words);
boost::json::object points_json(const Points& points);
boost::json::object set_json(const IndicatorSet& set);  // SetReference
boost::json::array criteria_json(const Score& score, const IndicatorSet& set);
// `code` must be explainable under the set. `evidence` is empty and `report` null: the service
// fills them in.
boost::json::object explanation_json(std::string_view code, const Score& score,
                                     const IndicatorSet& set, const Inputs& inputs,
                                     const Catalogue& catalogue);
// {"set", "below", "points", "self", "criteria", "explanations"}; explanations of each
// criterion after those below it, in the set's order, the total last.
boost::json::object score_json(const Score& score, const IndicatorSet& set, const Inputs& inputs,
                               const Catalogue& catalogue);

}  // namespace liem::indicators
