#include "assessment/ledger_watch.h"

#include <algorithm>

namespace liem::assessment {

void LedgerWatch::begin(const std::string& province,
                        const std::vector<ledger::Checkpoint>& checkpoints,
                        std::chrono::sys_seconds now) {
  verifier_.emplace(province, checkpoints,
                    ledger::Verifier::Keys{ledger::Signatures::not_checked, {}},
                    ledger::Tail::open);
  begun_ = now;
  checkpoints_ = checkpoints.size();
  taken_ = 0;
}

Result<LogState> LedgerWatch::look(LedgerStore& log, const std::string& province,
                                   std::chrono::sys_seconds now, std::size_t rows) {
  constexpr std::size_t batch = 1000;
  const std::lock_guard lock(mutex_);
  // The checkpoints first: what is written meanwhile lies behind them.
  const auto checkpoints = log.checkpoints(province);
  if (!checkpoints) return std::unexpected(checkpoints.error());
  const auto head = log.head(province);
  if (!head) return std::unexpected(head.error());
  const bool stale = !verifier_ || checkpoints->size() != checkpoints_ ||
                     now - begun_ >= again_after || head->position < taken_;
  if (stale) begin(province, *checkpoints, now);
  bool ended = false;
  for (std::size_t read = 0; read < rows && taken_ < head->position && !ended;) {
    const auto wanted = std::min<std::uint64_t>({batch, rows - read, head->position - taken_});
    const auto next = log.entries_from(province, taken_ + 1, wanted);
    if (!next) return std::unexpected(next.error());
    for (const auto& row : *next) verifier_->take(row);
    ended = next->empty() || verifier_->decided();
    if (!next->empty()) taken_ = next->back().entry.position;
    read += next->size();
  }
  LogState state{head->position, taken_, {}, {}};
  if (!checkpoints->empty()) state.checkpoint = checkpoints->back();
  if (!ended && taken_ < head->position) return state;
  auto so_far = *verifier_;
  if (const auto whole = so_far.finish(head.value()); !whole) state.problem = whole.error();
  return state;
}

}  // namespace liem::assessment
