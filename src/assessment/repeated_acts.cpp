#include "assessment/repeated_acts.h"

#include "assessment/acts.h"

namespace liem::assessment {

std::vector<ledger::Act> RepeatedActs::take(const ledger::Act& act) {
  const std::lock_guard lock(mutex_);
  auto out = close(act.at, window);
  Key key{act.actor, act.code, act.object.kind, act.object.id, act.on_behalf_of};
  auto found = windows_.find(key);
  if (found == windows_.end() && kinds_[act.actor] >= most_kinds) {
    key = {act.actor, act.code, "", "", act.on_behalf_of};
    found = windows_.find(key);
  }
  if (found != windows_.end()) {
    ++found->second.more;
    return out;
  }
  ++kinds_[act.actor];
  windows_[key] = {act, 0};
  out.push_back(act);
  return out;
}

std::vector<ledger::Act> RepeatedActs::over(std::chrono::sys_seconds now) {
  const std::lock_guard lock(mutex_);
  return close(now, window);
}

std::vector<ledger::Act> RepeatedActs::rest(std::chrono::sys_seconds now) {
  const std::lock_guard lock(mutex_);
  return close(now, std::chrono::seconds::min());
}

std::vector<ledger::Act> RepeatedActs::close(std::chrono::sys_seconds now,
                                             std::chrono::seconds least_age) {
  std::vector<ledger::Act> out;
  for (auto one = windows_.begin(); one != windows_.end();) {
    const auto& [key, held] = *one;
    if (now - held.first.at < least_age) {
      ++one;
      continue;
    }
    if (held.more > 0) {
      auto counted = acts::of_repeated(held.first, held.more, now);
      // A window of many kinds names no single object.
      counted.object = {std::get<2>(key), std::get<3>(key)};
      out.push_back(std::move(counted));
    }
    const auto kinds = kinds_.find(std::get<0>(key));
    if (--kinds->second == 0) kinds_.erase(kinds);
    one = windows_.erase(one);
  }
  return out;
}

}  // namespace liem::assessment
