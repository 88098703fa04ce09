// Advice as JSON: the shapes of docs/openapi.yaml without the round and the unit.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "advice/best_steps.h"
#include "advice/least_change.h"
#include "advice/ranks.h"
#include "advice/what_if.h"
#include "base/messages.h"

namespace liem::advice {

// LostPoints, LeastChange, InputChange, ChangedPoints: lists of those schemas.
boost::json::array lost_json(const std::vector<LostPoints>& lost, const IndicatorSet& set,
                             const Inputs& inputs, const Catalogue& words);
boost::json::array least_json(const std::vector<LeastChange>& changes, const IndicatorSet& set,
                              const Catalogue& words);
boost::json::array changes_json(const std::vector<InputChange>& changes, const IndicatorSet& set);
boost::json::array changed_points_json(const Score& before, const Score& after,
                                       const IndicatorSet& set);

// {set, points, lost, unanswered, losses, least_changes}
boost::json::object advice_json(const std::vector<LostPoints>& lost,
                                const std::vector<LeastChange>& changes, const Score& score,
                                const IndicatorSet& set, const Inputs& inputs,
                                const Catalogue& words);
// {set, before, after, won, changes, criteria, explanations}
boost::json::object what_if_json(const WhatIf& found, const IndicatorSet& set,
                                 const Catalogue& words);
// The schema BestSteps without round and unit.
boost::json::object best_steps_json(const BestSteps& best, const std::vector<Action>& actions,
                                    const StepsBudget& budget, const IndicatorSet& set,
                                    const Inputs& before, const Catalogue& words);

// The schema UnitRank without its unit; `score` is the unit's.
boost::json::object rank_json(const UnitRank& rank, const Score& score, int percent,
                              const Catalogue& words);

}  // namespace liem::advice
