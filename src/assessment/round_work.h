// Where a round, a unit's file and its criteria stand, and what whoever asks may do next or why
// not. docs/decisions/0017-the-round.md
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/overview.h"
#include "assessment/work.h"
#include "workflow/notices.h"
#include "workflow/why_not.h"

namespace liem::assessment {

// What a request about the work works with.
struct WorkDesk {
  const Desk& desk;
  const workflow::Workflow& flow;
  const workflow::Notices& notices;
  std::chrono::sys_seconds now{};

  Date today() const;  // in Vietnam
};

Doer doer_of(const Viewer& viewer);

// An act that is the asker's by role and standing; it may be done where nothing stands against it.
struct PossibleAct {
  const workflow::Transition* transition = nullptr;
  std::optional<Date> due{};
  Problems why_not;
};

struct CriterionWork {
  const indicators::Criterion* criterion = nullptr;
  std::string state;
  std::optional<Decimal> self, computed;  // computed: nothing where not all is answered
  std::vector<PossibleAct> acts;          // once told
  std::vector<std::string> assigned{};    // accounts that see to it, once told
  std::vector<JudgedEvidence> verdicts;
};

// Everything about one unit's file at one moment.
struct UnitWork {
  UnitAssessment assessment;
  WorkRecord record;
  std::vector<StepDue> deadlines;
  std::vector<JudgedEvidence> verdicts;
  std::vector<PossibleAct> acts;        // of the file, once told
  std::vector<CriterionWork> criteria;  // the leaves in the order of the set
  bool received = false;                // the round came in a package

  Thing file() const { return {assessment.unit.id, ""}; }
  Thing thing(std::string_view code) const { return {assessment.unit.id, std::string(code)}; }
  const CriterionWork* find(std::string_view code) const;  // nullptr where there is none
};

struct FileStanding {
  Unit unit;
  std::string state;
  int version = 0;
  std::optional<std::chrono::sys_seconds> handed_in;
  std::map<std::string, int> counts;  // criteria by state
};

struct RoundWork {
  Round round;
  WorkRecord record;
  std::vector<StepDue> deadlines;
  std::map<std::string, std::vector<std::string>, std::less<>> missing;  // by completeness
  std::vector<PossibleAct> acts;                                         // of the round
  std::vector<FileStanding> files;            // those the asker may see and the round waits for
  std::optional<ReceivedPackage> received{};  // the package it came in
  bool packed = false;                        // whether the asker may have it as a package
};

// errors::no_right, no_round, no_unit.
Result<UnitWork> unit_work(const WorkDesk& at, const std::string& round, const std::string& unit);
// The same of a file that the asker does not write, out of what is known of its round already:
// without its papers and how they were judged.
Result<UnitWork> unit_work(const WorkDesk& at, const RoundWork& round, const RoundScores& scores,
                           const Unit& unit);
// After an act that changed no answer: what was done, and where each criterion stands.
Result<void> renew_record(const WorkDesk& at, UnitWork& work);
// Fills in what only whoever looks at it asks: what may be done with the file and with each
// criterion, and who sees to it.
Result<void> tell_for_view(const WorkDesk& at, UnitWork& work);
// Of that, who sees to each criterion alone.
Result<void> tell_assigned(const Desk& desk, UnitWork& work);
Result<RoundWork> round_work(const WorkDesk& at, const std::string& round);

// The points from which others may differ only with a reason: those of the layer before, at first
// the unit's own, or where it gave none what its answers reach.
std::optional<Decimal> standing_points(const UnitWork& work, const CriterionWork& criterion,
                                       std::string_view act);

// Why an act may not be done on a criterion, on the file where `code` is empty.
Problems why_not(const WorkDesk& at, const UnitWork& work, const workflow::Transition& transition,
                 std::string_view code, const std::optional<workflow::Given>& given);
// On the round itself.
Problems why_not(const WorkDesk& at, const RoundWork& work, const workflow::Transition& transition,
                 const std::optional<workflow::Given>& given);

// Why whoever asks may not plan a round.
Problems why_not_plan(const WorkDesk& at);

// The first of what stands against the act as a refusal; asked before or with the form, as why_not.
Result<void> allowed(const WorkDesk& at, const UnitWork& work, std::string_view act,
                     std::string_view code,
                     const std::optional<workflow::Given>& given = std::nullopt);

// Units whose papers came in with the round.
std::set<std::string, std::less<>> handed_in_with_round(const std::vector<Submission>& all);

// Whether the unit's file is waited for: it handed in, or had not ended when the round did.
bool is_asked(const Round& round, const Unit& unit, const WorkRecord& record);

// Keeps an act, with its entry in the log, and tells those who are to learn of it.
Result<void> add_act(const WorkDesk& at, const std::string& round, const WorkAct& act);

// What waits for the asker: an act he may do now, on a unit's file, on criteria of it or - without
// a unit - on the round.
struct Waiting {
  Round round;
  std::optional<Unit> unit;
  std::vector<std::string> criteria;
  const workflow::Transition* transition = nullptr;
  std::optional<Date> due;
  std::optional<WorkAct> last;  // what brought it here
};
// Of all rounds that are open, soonest deadline first.
Result<std::vector<Waiting>> waiting_work(const WorkDesk& at);

}  // namespace liem::assessment
