// Planning a round: made from a set or from an earlier round, never with its answers; who answers
// what; documents to issue. docs/decisions/0020-plan-of-a-round.md
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/plan_store.h"
#include "assessment/round_work.h"
#include "assessment/set_shelf.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode bad_plan_id{"assessment.bad_plan_id", ErrorKind::bad_input};
inline constexpr ErrorCode bad_plan_period{"assessment.bad_plan_period", ErrorKind::bad_input};
inline constexpr ErrorCode bad_plan_year{"assessment.bad_plan_year", ErrorKind::bad_input};
inline constexpr ErrorCode no_shipped_set{"assessment.no_shipped_set", ErrorKind::bad_input};
inline constexpr ErrorCode plan_wants_set{"assessment.plan_wants_set", ErrorKind::bad_input};
inline constexpr ErrorCode no_round_to_copy{"assessment.no_round_to_copy", ErrorKind::bad_input};
inline constexpr ErrorCode no_units_to_plan{"assessment.no_units_to_plan", ErrorKind::conflict};
inline constexpr ErrorCode not_of_unit{"assessment.not_of_unit", ErrorKind::bad_input};
inline constexpr ErrorCode no_task{"assessment.no_task", ErrorKind::not_found};
inline constexpr ErrorCode task_title{"assessment.task_title", ErrorKind::bad_input};
inline constexpr ErrorCode task_document{"assessment.task_document", ErrorKind::bad_input};
inline constexpr ErrorCode task_reason{"assessment.task_reason", ErrorKind::bad_input};
inline constexpr ErrorCode task_unit{"assessment.task_unit", ErrorKind::bad_input};
}  // namespace errors

struct RoundWanted {
  std::string id;
  Words title;
  int year = 0;
  std::optional<Date> from{}, to{};         // else those of the assessed year
  std::string set;                          // id of a shipped one; empty: that of `copy_from`
  std::string copy_from;                    // a round; empty: none
  std::map<std::string, Date> deadlines{};  // by step, over what is copied
};

struct RoundPlan {
  RoundImport import;  // the round and its units
  std::string copied_from;
  std::vector<StepDue> deadlines;
  std::vector<Assignment> assignments;
  std::vector<RoundTask> tasks;
  std::vector<Unit> left_out;           // of the round copied from, or the newest: no more there
  std::vector<std::string> new_units;   // ids, not in that round
  std::size_t assignments_dropped = 0;  // whose criterion or person is there no more
};

// What is to be written; nothing is.
Result<RoundPlan> plan_round(const WorkDesk& at, const SetShelf& shelf, const RoundWanted& wanted);
// Writes it, planned by whoever asks. assessment.round_exists.
Result<void> add_planned(const WorkDesk& at, const RoundPlan& plan);

struct PlanView {
  Round round;
  std::optional<std::string> copied_from;
  std::vector<RoundTask> tasks;
  std::vector<Unit> units;  // of the round, those the asker sees
  Problems why_not;         // tasks may not be changed
};
Result<PlanView> plan_view(const WorkDesk& at, const std::string& round);
// A task without an id is new. The task as it is kept.
Result<RoundTask> put_task(const WorkDesk& at, const std::string& round, RoundTask task);

// Who of the unit may be named, and who is.
struct AssignmentsView {
  std::vector<Account> people;  // of the unit, who may write in its file
  std::vector<Assignment> all;
  Problems why_not;
};
Result<AssignmentsView> assignments_of(const WorkDesk& at, const std::string& round,
                                       const std::string& unit);
// In the place of all there were. errors::no_criterion, not_of_unit.
Result<void> assign(const WorkDesk& at, const std::string& round, const std::string& unit,
                    std::vector<Assignment> all);

}  // namespace liem::assessment
