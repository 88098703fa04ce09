// The rounds of the unit an account stands for, one after another, each on the set it is pinned to.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "assessment/overview.h"
#include "indicators/trend.h"

namespace liem::assessment {

// What two neighbouring rounds on different sets both ask; between the round before and this one.
struct Comparison {
  std::string before;  // id of the earlier round
  indicators::ComparablePart part;
};

struct RoundPoint {
  Round round;
  std::shared_ptr<const indicators::IndicatorSet> set;
  // Together with the units below; nullptr where no answers were handed in.
  std::shared_ptr<const ScoredAnswers> scored;
  // From the round before: its set is not the same criterion by criterion.
  bool broken = false;
  std::optional<Comparison> comparison;  // only where broken, and a mapping leads here
};

struct UnitTrend {
  Unit unit;                       // as it stands now
  std::vector<RoundPoint> rounds;  // oldest first
};

// Of the province for those who may see all of it, else of the account's own unit;
// errors::no_right for an account that sees no content.
Result<UnitTrend> unit_trend(const Desk& desk,
                             const std::vector<indicators::KnownMapping>& mappings);

}  // namespace liem::assessment
