// How a round's move to another set is kept.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "assessment/round.h"
#include "assessment/work_store.h"
#include "base/error.h"
#include "ledger/entry.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode set_moved_meanwhile{"assessment.set_moved_meanwhile",
                                               ErrorKind::conflict};
}  // namespace errors

struct MovedPapers {
  std::string unit;
  std::optional<std::string> answers_before, answers_after;  // hashes
};

// Row `position` of the annex of `unit`, counted from 1, stands for these criteria from now on.
struct MovedEvidence {
  std::string unit;
  int position = 0;
  std::vector<std::string> criteria_before, criteria_after;
};

// What stood under one code stands under another from now on: what was done, how evidence was
// judged, who sees to it.
struct MovedCriterion {
  std::string before, after;
};

// Answers that are still being written.
struct MovedDraft {
  std::string unit, before;  // hash
  Draft after;
};

struct SetMove {
  std::string round;
  SetReference from, to;
  std::string items_from, items_to;             // hashes of the catalogues of data items
  std::optional<std::string> law_from, law_to;  // hashes of the law, where rules rest on it
  std::optional<std::string> mapping_sha256;    // where a mapping file was given
  std::vector<MovedPapers> answers;             // where they change
  std::vector<MovedEvidence> evidence;          // likewise
  std::vector<MovedDraft> drafts;               // likewise
  std::vector<MovedCriterion> criteria;         // likewise; each code once on either side
  std::vector<Content> contents;                // everything the hashes above name and is new
  std::string by, reason;
  std::chrono::sys_seconds at{};
  std::vector<ledger::Act> acts;  // what the log is to say of it
};

// A set that a round was pinned to, until when, and why it was left.
struct PastSet {
  SetReference set;
  std::string by, reason;
  std::chrono::sys_seconds until{};
  bool operator==(const PastSet&) const = default;
};

class SetMoveStore {
 public:
  virtual ~SetMoveStore() = default;
  // All or nothing. errors::set_moved_meanwhile where the round is not pinned to `from` any more.
  virtual Result<void> move(const std::string& province, const SetMove& move) = 0;
  virtual Result<std::vector<PastSet>> past_sets(const std::string& province,
                                                 const std::string& round) = 0;  // oldest first
  // The answers that a unit's were before the move counted from 1.
  virtual Result<std::optional<std::string>> past_answers(const std::string& province,
                                                          const std::string& round, int move,
                                                          const std::string& unit) = 0;
};

}  // namespace liem::assessment
