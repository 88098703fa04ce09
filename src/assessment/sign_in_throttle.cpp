#include "assessment/sign_in_throttle.h"

#include <algorithm>

namespace liem::assessment {

std::chrono::seconds SignInThrottle::wait_after(int failures) const {
  const int beyond = failures - bounds_.free;
  if (beyond < 0) return std::chrono::seconds(0);
  return std::min(std::chrono::seconds(1LL << std::min(beyond, 20)), longest_wait);
}

SignInThrottle::Entry& SignInThrottle::entry_of(const std::string& name, Time now) {
  const auto found = entries_.find(name);
  if (found != entries_.end()) return found->second;
  if (entries_.size() >= bounds_.capacity) {
    entries_.erase(oldest_first_.front());
    oldest_first_.pop_front();
  }
  oldest_first_.push_back(name);
  return entries_.emplace(name, Entry{0, Time{}, now, std::prev(oldest_first_.end())})
      .first->second;
}

Result<void> SignInThrottle::attempt(const std::string& name, Time now) {
  const std::lock_guard lock(mutex_);
  Entry& entry = entry_of(name, now);
  if (bounds_.forgives_after.count() > 0 && now > entry.last) {
    const auto forgiven = (now - entry.last) / bounds_.forgives_after;
    entry.failures -= static_cast<int>(std::min<long long>(entry.failures, forgiven));
    entry.last += forgiven * bounds_.forgives_after;
  }
  if (now < entry.not_before) {
    return fail(errors::too_many_attempts,
                {{"retry_after", std::to_string((entry.not_before - now).count())}});
  }
  entry.not_before = now + wait_after(++entry.failures);
  return {};
}

void SignInThrottle::succeeded(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(name);
  if (found == entries_.end()) return;
  oldest_first_.erase(found->second.place);
  entries_.erase(found);
}

void SignInThrottle::was_none(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(name);
  if (found == entries_.end()) return;
  found->second.failures = std::max(0, found->second.failures - 1);
  found->second.not_before = {};  // the attempt was let in, so the wait before it was over
}

}  // namespace liem::assessment
