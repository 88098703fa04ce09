// Where a unit of a round lost points and how units stand to each other: answers of the store
// handed to src/advice/, within what the viewer may see.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "advice/least_change.h"
#include "advice/ranks.h"
#include "assessment/overview.h"
#include "indicators/trend.h"

namespace liem::assessment {

// Peers are told of as median and best only; to those who see their own unit alone not before
// there are this many, or the numbers would be somebody's.
inline constexpr int fewest_peers = 3;

// The unit's own points in the round of the year before.
struct LastYear {
  std::string round;
  SetReference set;
  // Where that set is not the present one criterion by criterion: the leaves that a mapping leads
  // here, by their present codes.
  struct Leaf {
    std::string code;  // then
    Decimal maximum;
  };
  bool other_set = false;
  std::map<std::string, Leaf, std::less<>> leaves;
};

struct UnitAdvice {
  UnitAssessment assessment;
  int peers = 0;  // other units of the kind that answered
  // Nothing where there was none, the unit answered nothing then, or no mapping leads here.
  std::optional<LastYear> last_year;
  std::vector<advice::LostPoints> lost;
  std::vector<advice::LeastChange> changes;
};

// As unit_assessment() decides.
Result<UnitAdvice> unit_advice(const Desk& desk, const std::string& round, const std::string& unit,
                               const std::vector<indicators::KnownMapping>& mappings);

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
