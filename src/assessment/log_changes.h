// Whether something is still what it was. The log tells: every write is an act in it, within the
// write's own transaction, whichever server wrote. docs/decisions/0015-answers-kept.md
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "assessment/ledger_store.h"

namespace liem::assessment {

// Whether an act leaves something as it was. Of an act they do not know they say no.
using Leaves = bool (*)(std::string_view code);
bool leaves_rounds(std::string_view code);    // rounds, their units, papers and scores
bool leaves_sessions(std::string_view code);  // accounts, and sessions that are there already

// Of one province; shared by all threads.
class LogChanges {
 public:
  LogChanges(std::string province, Leaves leaves)
      : province_(std::move(province)), leaves_(leaves) {}

  // A number for what it is where the log ends at `end`: the same as long as it is the same. What
  // is read after this returns is no older than the number says. Nothing where the log does not
  // reach as far as it did: then nothing can be told.
  Result<std::optional<std::uint64_t>> number_at(LedgerStore& log, const ledger::Head& end);

 private:
  Result<bool> changed_between(LedgerStore& log, const ledger::Head& from,
                               const ledger::Head& end) const;

  std::string province_;
  Leaves leaves_;
  std::mutex mutex_;
  std::optional<ledger::Head> end_;  // the furthest seen
  std::uint64_t number_ = 0;
};

}  // namespace liem::assessment
