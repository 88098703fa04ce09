#include "assessment/known_viewers.h"

#include "assessment/delegation.h"
#include "assessment/digest.h"
#include "assessment/reach.h"

namespace liem::assessment {
namespace {

// A session seen longer ago is looked up, and noted as seen, by sign_in.h.
constexpr std::chrono::seconds seen_lately{60};
constexpr std::size_t most_known = 10'000;

Result<Viewer> looked_up(Store& store, const std::string& province,
                         const KnownViewers::Asked& asked, const SessionLimits& limits, Time now) {
  auto viewer = viewer_of(store, province, asked.token, limits, now);
  if (viewer && !asked.acting_for.empty()) {
    viewer = in_office_of(store, std::move(*viewer), asked.acting_for, now);
  }
  if (!viewer) return viewer;
  return with_units_below(store, std::move(*viewer));
}

bool still_holds(const Session& session, const std::optional<ActingFor>& acting,
                 const SessionLimits& limits, Time now) {
  return lasts(session, limits, now) && now >= session.seen && now - session.seen < seen_lately &&
         (!acting || holds_still(*acting, now));
}

}  // namespace

Result<Viewer> KnownViewers::viewer_of(Store& store, const std::string& province,
                                       const Asked& asked, const SessionLimits& limits, Time now,
                                       const ledger::Head& log_end) {
  const auto numbers = numbers_at(store, log_end);
  if (!numbers) return std::unexpected(numbers.error());
  if (!*numbers || asked.token.empty()) return looked_up(store, province, asked, limits, now);
  const std::string hash = sha256_of(asked.token), key = hash + "\n" + asked.acting_for;
  const auto known = find(**numbers, key);
  if (known && still_holds(known->session, known->viewer.acting_for, limits, now)) {
    return known->viewer;
  }
  auto viewer = looked_up(store, province, asked, limits, now);
  if (!viewer) return viewer;
  auto session = store.accounts().session(province, hash);
  if (!session) return std::unexpected(session.error());
  if (*session) {
    keep(**numbers, key, std::make_shared<const Known>(Known{*viewer, std::move(**session)}));
  }
  return viewer;
}

Result<std::optional<KnownViewers::Numbers>> KnownViewers::numbers_at(Store& store,
                                                                      const ledger::Head& log_end) {
  const auto sessions = sessions_.number_at(store.ledger(), log_end);
  if (!sessions) return std::unexpected(sessions.error());
  const auto rounds = rounds_.number_at(store.ledger(), log_end);
  if (!rounds) return std::unexpected(rounds.error());
  if (!*sessions || !*rounds) return std::nullopt;
  return Numbers{**sessions, **rounds};
}

std::shared_ptr<const KnownViewers::Known> KnownViewers::find(const Numbers& numbers,
                                                              const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (numbers != numbers_) return nullptr;
  const auto found = known_.find(key);
  return found == known_.end() ? nullptr : found->second;
}

// What a slower thread found under earlier numbers is let go: both only ever grow.
void KnownViewers::keep(const Numbers& numbers, const std::string& key,
                        std::shared_ptr<const Known> known) {
  const std::lock_guard lock(mutex_);
  if (numbers.sessions < numbers_.sessions || numbers.rounds < numbers_.rounds) return;
  if (numbers != numbers_ || known_.size() >= most_known) known_.clear();
  numbers_ = numbers;
  known_[key] = std::move(known);
}

}  // namespace liem::assessment
