#include "assessment/sign_in.h"

#include <algorithm>
#include <array>

#include "assessment/acts.h"
#include "assessment/digest.h"
#include "assessment/password.h"

namespace liem::assessment {
namespace {

std::chrono::seconds wait_after(int failures) {
  const int beyond = failures - SignInThrottle::free_failures;
  if (beyond < 0) return std::chrono::seconds(0);
  return std::min(std::chrono::seconds(1LL << std::min(beyond, 20)), SignInThrottle::longest_wait);
}

// The refusal, once it stands in the log.
std::unexpected<Error> refused(Store& store, RepeatedActs& repeated, const std::string& province,
                               const Account* account, Time now) {
  const auto written =
      store.ledger().record(province, repeated.take(acts::of_failed_sign_in(account, now)));
  if (!written) return std::unexpected(written.error());
  return fail(errors::wrong_credentials);
}

Viewer viewer_from(const std::string& province, const Account& account) {
  return {province, account.account, account.name, account.role, account.unit};
}

}  // namespace

Result<void> SignInThrottle::attempt(const std::string& account, Time now) {
  const std::lock_guard lock(mutex_);
  auto found = entries_.find(account);
  if (found == entries_.end()) {
    if (entries_.size() >= capacity_) {
      entries_.erase(oldest_first_.front());
      oldest_first_.pop_front();
    }
    oldest_first_.push_back(account);
    found = entries_.emplace(account, Entry{0, Time{}, std::prev(oldest_first_.end())}).first;
  }
  Entry& entry = found->second;
  if (now < entry.not_before) {
    return fail(errors::too_many_attempts,
                {{"retry_after", std::to_string((entry.not_before - now).count())}});
  }
  entry.not_before = now + wait_after(++entry.failures);
  return {};
}

void SignInThrottle::succeeded(const std::string& account) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(account);
  if (found == entries_.end()) return;
  oldest_first_.erase(found->second.place);
  entries_.erase(found);
}

Result<SignedIn> sign_in(Store& store, SignInThrottle& throttle, RepeatedActs& repeated,
                         const std::string& province, const std::string& account,
                         std::string_view password, Time now, const RandomBytes& random) {
  if (auto allowed = throttle.attempt(account, now); !allowed) {
    return std::unexpected(allowed.error());
  }
  auto found = store.account(province, account);
  if (!found) return std::unexpected(found.error());
  if (!*found) {
    // Takes the time a wrong password takes, so that names cannot be told apart by the clock.
    static_cast<void>(hash_password(password, Salt{}, ordinary_cost));
    return refused(store, repeated, province, nullptr, now);
  }
  if (!password_fits(password, (*found)->password)) {
    return refused(store, repeated, province, &**found, now);
  }
  throttle.succeeded(account);
  std::array<unsigned char, 32> bytes{};
  random(bytes);
  std::string token = to_hex(bytes);
  const Session session{sha256_of(token), account, now + session_lifetime};
  Viewer viewer = viewer_from(province, **found);
  auto kept = store.add_session(province, session, now, acts::of_sign_in(viewer, now));
  if (!kept) return std::unexpected(kept.error());
  return SignedIn{std::move(viewer), std::move(token)};
}

Result<Viewer> viewer_of(Store& store, const std::string& province, std::string_view token,
                         Time now) {
  if (token.empty()) return fail(errors::session_ended);
  const auto session = store.session(province, sha256_of(token));
  if (!session) return std::unexpected(session.error());
  if (!*session || (*session)->expires <= now) return fail(errors::session_ended);
  const auto account = store.account(province, (*session)->account);
  if (!account) return std::unexpected(account.error());
  if (!*account) return fail(errors::session_ended);
  return viewer_from(province, **account);
}

Result<void> sign_out(Store& store, const Viewer& viewer, std::string_view token, Time now) {
  return store.end_session(viewer.province, sha256_of(token), acts::of_sign_out(viewer, now));
}

}  // namespace liem::assessment
