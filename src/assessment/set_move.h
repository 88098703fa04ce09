// Moving a round to a corrected indicator set: planned first, with every unit's points before and
// after, then written in one transaction that keeps what stood before. Nothing else ever changes
// the set that a round is pinned to.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assessment/import.h"
#include "assessment/library.h"
#include "assessment/store.h"
#include "indicators/moved_answers.h"
#include "indicators/set_difference.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode same_set{"assessment.same_set", ErrorKind::conflict};
inline constexpr ErrorCode round_received{"package.round_received", ErrorKind::conflict};
inline constexpr ErrorCode mapping_needed{"assessment.mapping_needed", ErrorKind::bad_input};
inline constexpr ErrorCode no_such_round{"assessment.no_such_round", ErrorKind::not_found};
}  // namespace errors

struct UnitMove {
  Unit unit;
  indicators::Points before, after;
  std::vector<std::string> not_counted, set_aside, self_set_aside;  // see MovedAnswers
  // Old leaves that others gave points which fit no one leaf of as many points.
  std::vector<std::string> given_again;
};

struct SetMovePlan {
  std::string province;
  Round round;  // as it is pinned now
  std::shared_ptr<const indicators::IndicatorSet> from;
  indicators::IndicatorSet to;
  indicators::SetDifference difference;
  // Those that handed in answers, or have units below that did; together with the units below.
  std::vector<UnitMove> units;
  std::vector<std::string> newly_asked;  // items
  SetMove move;                          // what is to be written; by, reason and at are empty
};

// Without a mapping the two sets must be versions of one, with the same id: then codes lead to
// themselves. Every problem of the set or the mapping at once; errors::same_set, mapping_needed,
// no_such_round.
std::expected<SetMovePlan, Problems> plan_set_move(Store& store, Library& library,
                                                   const std::string& province,
                                                   const std::string& round, const SetFiles& files,
                                                   const std::optional<NamedFile>& mapping);

}  // namespace liem::assessment
