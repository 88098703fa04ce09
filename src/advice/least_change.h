// For each leaf below its maximum: the least change that wins a point or all of them. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advice/change.h"
#include "advice/lost_points.h"

namespace liem::advice {

struct LeastStep {
  std::vector<InputChange> changes;
  Decimal after;         // points of the leaf then
  Decimal won;           // of the leaf
  Decimal won_of_total;  // of the total: other leaves may read the same figure
  // Proven that nothing less reaches as much; false where a rule was only searched within bounds.
  bool least = true;
  std::vector<std::string> also;  // codes of other leaves whose points change
};

struct LeastChange {
  std::string code;
  indicators::Points points;
  // For each single figure that can win points alone, the least change of it that wins any: the
  // next band, or the next step of the rounding. Most of the total won first.
  std::vector<LeastStep> next;
  std::optional<LeastStep> full;  // reaches the leaf's maximum
  // Whether some figure of the leaf may be moved at all; where not, `lost` says why points are
  // lost.
  bool movable = false;
  LostPoints lost;
};

// For the leaves of `lost`, in its order; none where evidence was refused: other figures would
// prove nothing. Figures stay whole where they are counted or money, never pass what was obliged,
// and what was obliged, received, planned or found is never lowered. Where points rise with a
// figure the least is found by halving; rules of kinds this module does not know are searched
// within bounds, and say so.
std::vector<LeastChange> least_changes(const IndicatorSet& set, const Inputs& inputs,
                                       const Score& score, const std::vector<LostPoints>& lost);

}  // namespace liem::advice
