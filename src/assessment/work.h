// What was done in a round, and where everything stands because of it: the last act of a thing
// leaves its state. Pure. docs/decisions/0017-the-round.md
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"

namespace liem::assessment {

// Who did something, and for whom; `for_account` is empty where he did it for nobody else.
struct Doer {
  std::string account, name;
  std::string for_account, for_name;
  bool operator==(const Doer&) const = default;

  bool involves(std::string_view who) const { return account == who || for_account == who; }
};

// What is acted on: a criterion of a unit's file; the file where `criterion` is empty; the round
// itself where both are.
struct Thing {
  std::string unit, criterion;
  auto operator<=>(const Thing&) const = default;
};

// As it is kept, never changed.
struct WorkAct {
  Thing thing;
  std::string act;    // of data/workflow/round.yaml
  std::string state;  // what it left; empty where it stayed
  Doer by;
  std::chrono::sys_seconds at{};
  std::string reason;
  std::optional<Decimal> points{};
  std::optional<int> version{};  // of the file, where it was handed in
  bool operator==(const WorkAct&) const = default;
};

// The scores of a criterion beside the unit's own.
enum class Layer { appraised, submitted, reviewed };

class WorkRecord {
 public:
  // In the order they were done. `handed_in`: units whose papers came in with the round.
  WorkRecord(std::vector<WorkAct> acts, std::set<std::string, std::less<>> handed_in);

  std::string round_state() const;
  std::string file_state(std::string_view unit) const;
  std::string state(const Thing& thing) const;
  // On this very thing, in their order.
  std::vector<const WorkAct*> of(const Thing& thing) const;
  // The one that left the state it is in; nullptr where none did.
  const WorkAct* last_move(const Thing& thing) const;
  // The last that set its points; nullptr where none did.
  const WorkAct* score(Layer layer, const Thing& criterion) const;
  // The last version handed in; 0 where none was numbered.
  int version(std::string_view unit) const;
  // What one of `people` did on the thing, on what stands above it in the same file, and - of a
  // file or the round - on all that belongs to it. Himself or for another.
  std::vector<std::string> done_by(const std::vector<std::string>& people,
                                   const Thing& thing) const;
  // Whether the newest act on the thing is this one by the same person for the same other.
  bool ends_with(const Thing& thing, std::string_view act, const Doer& by) const;

 private:
  std::vector<WorkAct> acts_;
  std::set<std::string, std::less<>> handed_in_;
  std::map<Thing, std::vector<const WorkAct*>> by_thing_;
};

// The last day of a step: for all units, or for one where `unit` is named.
struct StepDue {
  std::string unit, step;
  Date due{};
  bool operator==(const StepDue&) const = default;
};

// What holds for the unit: its own where there is one.
std::optional<Date> due_of(const std::vector<StepDue>& all, std::string_view unit,
                           std::string_view step);

enum class EvidenceVerdict { accepted, partly, refused };
std::string_view name_of(EvidenceVerdict verdict);
std::optional<EvidenceVerdict> evidence_verdict_of(std::string_view name);

// What a document of the annex is worth for a criterion; the last one of a pair holds.
struct JudgedEvidence {
  std::string unit;
  int document = 0;  // place in the annex, from 1
  std::string criterion;
  EvidenceVerdict verdict = EvidenceVerdict::accepted;
  std::optional<int> page{};
  std::string reason;
  Doer by;
  std::chrono::sys_seconds at{};
  bool operator==(const JudgedEvidence&) const = default;
};

// What a unit handed in, for good.
struct FileVersion {
  std::string unit;
  int version = 0;  // from 1
  std::optional<std::string> answers_sha256, report_sha256;
  Doer by;
  std::chrono::sys_seconds at{};
  bool operator==(const FileVersion&) const = default;
};

}  // namespace liem::assessment
