#include "storage/log_check.h"

#include <limits>

#include "assessment/ledger_watch.h"

namespace liem::storage {

Result<std::vector<Message>> check_logs(const Place& place) {
  const auto store = open_store(place, Access::existing);
  if (!store) return std::unexpected(store.error());
  const auto provinces = (*store)->provinces();
  if (!provinces) return std::unexpected(provinces.error());
  std::vector<Message> found;
  for (const auto& province : *provinces) {
    assessment::LedgerWatch watch;
    const auto state =
        watch.look((*store)->ledger(), province, {}, std::numeric_limits<std::size_t>::max());
    if (!state) return std::unexpected(state.error());
    if (state->problem) found.push_back(state->problem->message);
  }
  return found;
}

Result<void> record_everywhere(const Place& place, ledger::Act act) {
  const auto store = open_store(place, Access::existing);
  if (!store) return std::unexpected(store.error());
  const auto provinces = (*store)->provinces();
  if (!provinces) return std::unexpected(provinces.error());
  for (const auto& province : *provinces) {
    act.object = {"province", province};
    if (auto noted = (*store)->ledger().record(province, {act}); !noted) return noted;
  }
  return {};
}

}  // namespace liem::storage
