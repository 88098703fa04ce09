// Where a unit of a round lost points and how units stand to each other: answers of the store
// handed to src/advice/, within what the viewer may see.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "advice/least_change.h"
#include "advice/ranks.h"
#include "assessment/overview.h"

namespace liem::assessment {

// Peers are told of as median and best only; to those who see their own unit alone not before
// there are this many, or the numbers would be somebody's.
inline constexpr int fewest_peers = 3;

struct UnitAdvice {
  UnitAssessment assessment;
  int peers = 0;                         // other units of the kind that answered
  std::optional<std::string> last_year;  // the round of the year before, by the same set
  std::vector<advice::LostPoints> lost;
  std::vector<advice::LeastChange> changes;
};

// As unit_assessment() decides.
Result<UnitAdvice> unit_advice(const Desk& desk, const std::string& round, const std::string& unit);

struct RankedKind {
  organisation::UnitKind kind{};
  std::vector<Unit> units;  // those that answered, in the order of the round's list
  std::vector<std::shared_ptr<const ScoredAnswers>> scored;  // of each
  std::vector<advice::UnitRank> ranks;                       // highest first
};

struct RoundRanks {
  Round round;
  std::shared_ptr<const indicators::IndicatorSet> set;
  std::vector<RankedKind> kinds;  // in the order of their first units
};

// errors::no_right for who does not see every unit.
Result<RoundRanks> round_ranks(const Desk& desk, const std::string& round, int percent);

}  // namespace liem::assessment
