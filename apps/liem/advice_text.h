// Advice for a person at a terminal, in the language of the context.
#pragma once

#include <string>
#include <vector>

#include "advice/best_steps.h"
#include "advice/least_change.h"
#include "advice/ranks.h"
#include "advice/what_if.h"
#include "liem/context.h"

namespace liem::app {

// `last_year_set` is the id of the set that the points of last year stand on.
std::string advice_text(const std::vector<advice::LostPoints>& lost,
                        const std::vector<advice::LeastChange>& changes,
                        const indicators::Score& score, const indicators::IndicatorSet& set,
                        const indicators::Inputs& inputs, const std::string& last_year_set,
                        const Context& context);

std::string what_if_text(const advice::WhatIf& found, const indicators::IndicatorSet& set,
                         const Context& context);

std::string best_steps_text(const advice::BestSteps& best,
                            const std::vector<advice::Action>& actions,
                            const indicators::IndicatorSet& set, const Context& context);

// `units` and `scores` in the order that `ranks` counts them in.
std::string ranks_text(const std::vector<advice::UnitRank>& ranks,
                       const std::vector<std::string>& units,
                       const std::vector<const indicators::Score*>& scores, int percent,
                       const Context& context);

}  // namespace liem::app
