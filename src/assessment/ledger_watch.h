// Goes over the log while the server runs, a stretch at a time, and again from its start each hour
// and after each checkpoint.
#pragma once

#include <mutex>
#include <optional>

#include "assessment/ledger_store.h"
#include "ledger/verify.h"

namespace liem::assessment {

struct LogState {
  std::uint64_t entries = 0;
  std::uint64_t verified_to = 0;  // fewer than `entries` while the going over is under way
  std::optional<ledger::Checkpoint> checkpoint;  // the last; its signature is not looked at
  std::optional<Error> problem;                  // the first row that is not what was written
};

// Shared by all threads.
class LedgerWatch {
 public:
  static constexpr std::size_t most_rows = 20'000;  // in one look
  static constexpr std::chrono::hours again_after{1};

  Result<LogState> look(LedgerStore& log, const std::string& province, std::chrono::sys_seconds now,
                        std::size_t rows = most_rows);

 private:
  void begin(const std::string& province, const std::vector<ledger::Checkpoint>& checkpoints,
             std::chrono::sys_seconds now);

  std::mutex mutex_;
  std::optional<ledger::Verifier> verifier_;
  std::chrono::sys_seconds begun_{};
  std::size_t checkpoints_ = 0;  // how many there were then
  std::uint64_t taken_ = 0;
};

}  // namespace liem::assessment
