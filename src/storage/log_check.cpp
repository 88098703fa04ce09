#include "storage/log_check.h"

#include "ledger/verify.h"

namespace liem::storage {
namespace {

constexpr std::size_t batch = 1000;  // rows read at once

// The finding, if there is one; an error is the store's.
Result<std::optional<Message>> check_log(assessment::Store& store, const std::string& province) {
  auto& log = store.ledger();
  const auto checkpoints = log.checkpoints(province);
  if (!checkpoints) return std::unexpected(checkpoints.error());
  ledger::Verifier verifier(province, *checkpoints, {ledger::Signatures::not_checked, {}},
                            ledger::Tail::open);
  for (std::uint64_t from = 1;;) {
    const auto rows = log.entries_from(province, from, batch);
    if (!rows) return std::unexpected(rows.error());
    for (const auto& row : *rows) verifier.take(row);
    if (rows->size() < batch) break;
    from = rows->back().entry.position + 1;
  }
  const auto head = log.head(province);
  if (!head) return std::unexpected(head.error());
  const auto verified = verifier.finish(*head);
  if (verified) return std::nullopt;
  return verified.error().message;
}

}  // namespace

Result<std::vector<Message>> check_logs(const Place& place) {
  const auto store = open_store(place, Access::existing);
  if (!store) return std::unexpected(store.error());
  const auto provinces = (*store)->provinces();
  if (!provinces) return std::unexpected(provinces.error());
  std::vector<Message> found;
  for (const auto& province : *provinces) {
    auto one = check_log(**store, province);
    if (!one) return std::unexpected(one.error());
    if (*one) found.push_back(std::move(**one));
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
