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

std::optional<Place> PlacePerAccount::take(const std::string& account) {
  const std::lock_guard lock(mutex_);
  if (!holders_.insert(account).second) return std::nullopt;
  return place_that([this, account] {
    const std::lock_guard leaving(mutex_);
    holders_.erase(account);
  });
}

}  // namespace liem::http
