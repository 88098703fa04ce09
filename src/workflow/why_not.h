// The one question: what stands against an act. Page, terminal and import ask it alike.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "workflow/workflow.h"

namespace liem::workflow {

namespace errors {
inline constexpr ErrorCode wrong_state{"workflow.wrong_state", ErrorKind::conflict};
inline constexpr ErrorCode round_state{"workflow.round_state", ErrorKind::conflict};
inline constexpr ErrorCode file_state{"workflow.file_state", ErrorKind::conflict};
inline constexpr ErrorCode wrong_role{"workflow.wrong_role", ErrorKind::forbidden};
inline constexpr ErrorCode not_own_unit{"workflow.not_own_unit", ErrorKind::forbidden};
inline constexpr ErrorCode not_above{"workflow.not_above", ErrorKind::forbidden};
inline constexpr ErrorCode of_province_alone{"workflow.of_province_alone", ErrorKind::conflict};
inline constexpr ErrorCode four_eyes{"workflow.four_eyes", ErrorKind::forbidden};
inline constexpr ErrorCode received_round{"workflow.received_round", ErrorKind::conflict};
inline constexpr ErrorCode past_due{"workflow.past_due", ErrorKind::conflict};
inline constexpr ErrorCode incomplete{"workflow.incomplete", ErrorKind::conflict};
inline constexpr ErrorCode no_deadlines{"workflow.no_deadlines", ErrorKind::conflict};
inline constexpr ErrorCode needs_reason{"workflow.needs_reason", ErrorKind::bad_input};
inline constexpr ErrorCode needs_points{"workflow.needs_points", ErrorKind::bad_input};
inline constexpr ErrorCode needs_reason_where_points_differ{
    "workflow.needs_reason_where_points_differ", ErrorKind::bad_input};
inline constexpr ErrorCode points_outside{"workflow.points_outside", ErrorKind::bad_input};
}  // namespace errors

// What the act would be given.
struct Given {
  bool reason = false;
  std::optional<Decimal> points{};
};

struct Situation {
  std::string state;                              // of the thing itself
  std::string round, file;                        // states of what stands above it
  std::string role;                               // of the actor, or of whom he acts for
  bool own = false, above = false, sees = false;  // where the actor's unit stands to the thing's
  bool of_province = false;                       // the file is the province's own
  std::vector<std::string> done;  // acts that the actor, or whom he acts for, did on the thing
  std::optional<Date> due{};      // the last day of the act's step, where one is set
  Date today{};
  // What the transition's completeness misses, in the order of the set; codes, items or steps.
  std::vector<std::string> missing{};
  std::optional<Decimal>
      standing_points{};             // from which given points may differ only with a reason
  std::optional<Decimal> maximum{};  // of the criterion
  bool received = false;             // the round came in a package
};

// Asked before the form is filled in, `given` is nothing: then what it needs does not block.
Problems why_not(const Transition& transition, const Situation& situation,
                 const std::optional<Given>& given);

}  // namespace liem::workflow
