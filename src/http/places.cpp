#include "http/places.h"

namespace liem::http {
namespace {

// A pointer to nothing that calls `leave` once its last copy goes.
template <class Leave>
Place place_that(Leave leave) {
  return {nullptr, [leave](void*) { leave(); }};
}

}  // namespace

std::optional<Place> Places::take() {
  if (++taken_ > most_) {
    --taken_;
    return std::nullopt;
  }
  return place_that([this] { --taken_; });
}

std::optional<Place> PlacesPerAccount::take(const std::string& account) {
  const std::lock_guard lock(mutex_);
  unsigned& taken = taken_[account];
  if (taken == most_) return std::nullopt;
  ++taken;
  return place_that([this, account] {
    const std::lock_guard leaving(mutex_);
    const auto held = taken_.find(account);
    if (--held->second == 0) taken_.erase(held);
  });
}

}  // namespace liem::http
