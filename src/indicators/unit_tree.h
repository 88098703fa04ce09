// Units that stand one above the other, each scored with the units below it: its figures are rolled
// up (figures/roll_up.h), and its rules that inherit see the units directly below. Pure.
#pragma once

#include <memory>
#include <vector>

#include "figures/tree.h"
#include "indicators/rolled_up.h"
#include "indicators/score.h"

namespace liem::indicators {

struct UnitAnswers {
  UnitName name;
  std::shared_ptr<const ScoredInputs> own;  // its own answers alone, never nullptr
};

// In the order of `units`, which is the tree's. A unit with nobody below keeps what it has. Above,
// a figure that some unit below says something of is theirs together with the unit's own; what only
// the unit itself says, and what is kept apart, stays its own.
std::vector<std::shared_ptr<const ScoredInputs>> score_units(const IndicatorSet& set,
                                                             const std::vector<UnitAnswers>& units,
                                                             const figures::Tree& tree);

// The first of the units with all others directly below it.
std::shared_ptr<const ScoredInputs> with_units_below(const IndicatorSet& set,
                                                     const std::vector<UnitAnswers>& units);

}  // namespace liem::indicators
