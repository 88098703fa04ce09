// A unit's answers from hand to hand: changed as they are written, handed in as a numbered version,
// compared with the version before.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "advice/change.h"
#include "assessment/round_work.h"

namespace liem::assessment {

// What is written under one criterion.
struct AnswersChange {
  struct Item {
    advice::AnswerChange change;
    std::string note;   // empty: none
    std::string quote;  // the sentence of the report it was taken from; empty: none
  };
  std::vector<Item> items;
  bool sets_self = false;
  std::optional<Decimal> self{};  // nothing: taken back
};

// The unit's own answers, without what those below it say; each with its place in the unit's report
// where it was taken from there.
Result<indicators::Inputs> own_inputs(const Desk& desk, const UnitAssessment& assessment);

// The leaves whose rules read a data item, in the order of the set.
std::vector<std::string> criteria_reading(const indicators::IndicatorSet& set,
                                          std::string_view item);

namespace errors {
inline constexpr ErrorCode not_of_criterion{"assessment.not_of_criterion", ErrorKind::bad_input};
inline constexpr ErrorCode self_outside{"assessment.self_outside", ErrorKind::bad_input};
}  // namespace errors

// Checked by the set's rules, then kept as the unit's draft. The first problem of what is given,
// with its {line} the place of the item from 1; workflow refusals where it may not be changed.
Result<void> save_answers(const WorkDesk& at, const std::string& round, const std::string& unit,
                          const std::string& criterion, const AnswersChange& change);

// Carries out `act` (hand_in of the file, hand_in_again of a criterion), which nothing stands
// against: numbers it, keeps the version, and notes which other criteria a shared figure changed.
Result<void> hand_in(const WorkDesk& at, const std::string& round, const UnitWork& work,
                     WorkAct& act);

struct VersionChange {
  std::string id;  // the data item; of a self-score the code of its criterion
  Words label;
  std::string before, after;          // as written; empty where nothing was
  std::vector<std::string> criteria;  // whose points hang on it
};
struct VersionView {
  FileVersion version;
  std::vector<VersionChange> changes;  // of the version before
};
// errors::no_right, no_round, no_unit.
Result<std::vector<VersionView>> versions(const Desk& desk, const std::string& round,
                                          const std::string& unit);

}  // namespace liem::assessment
