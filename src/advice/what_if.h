// The points other answers would give. Nothing is stored. Pure.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "advice/change.h"
#include "indicators/score.h"

namespace liem::advice {

using indicators::CriterionScore;
using indicators::Score;

// A criterion before and after; both have the same code.
struct ChangedPoints {
  const CriterionScore* before = nullptr;
  const CriterionScore* after = nullptr;
};

// Those whose points or state differ, in the order of the set, the total last.
std::vector<ChangedPoints> changed_points(const Score& before, const Score& after);

struct WhatIf {
  Inputs inputs;  // with the changes
  Score before, after;
  std::vector<InputChange> changes;
};

std::expected<WhatIf, Problems> what_if(const IndicatorSet& set, const Inputs& inputs,
                                        const std::vector<AnswerChange>& changes,
                                        std::string_view place);

}  // namespace liem::advice
