// Doing what a round's work asks for. What may be done is asked of src/workflow each time, within
// the transaction that writes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/publishing.h"
#include "assessment/round_work.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode no_act{"assessment.no_act", ErrorKind::bad_input};
inline constexpr ErrorCode no_step{"assessment.no_step", ErrorKind::bad_input};
inline constexpr ErrorCode verdict_reason{"assessment.verdict_reason", ErrorKind::bad_input};
inline constexpr ErrorCode not_for_criterion{"assessment.not_for_criterion", ErrorKind::bad_input};
}  // namespace errors

struct ActWanted {
  std::string act;
  std::vector<std::string> criteria;  // empty: the file itself, or the round
  std::string reason;                 // checked (acceptance.h), or empty
  std::optional<Decimal> points{};    // absent: those that stand
  bool each = false;                  // do those that may be done
};

struct ActRow {
  std::string criterion;  // empty for the file
  std::string state;      // as it stands now
  Problems why_not;       // empty where it was done
};

// On a unit's file. All or nothing unless `each`; the first obstacle is the refusal.
// errors::no_act.
Result<std::vector<ActRow>> do_act(const WorkDesk& at, const std::string& round,
                                   const std::string& unit, const ActWanted& wanted);
// On the round itself; what it published, where it did.
Result<std::optional<PublishedDocument>> do_act(const WorkDesk& at, const std::string& round,
                                                const ActWanted& wanted);

// errors::no_step; of one unit with a reason.
Result<void> set_deadline(const WorkDesk& at, const std::string& round, const StepDue& due,
                          const std::string& reason);

// errors::no_evidence_file where the annex has no such row; not_for_criterion; verdict_reason.
Result<JudgedEvidence> judge(const WorkDesk& at, const std::string& round, JudgedEvidence verdict);

}  // namespace liem::assessment
