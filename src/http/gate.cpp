#include "http/gate.h"

#include "http/cookie.h"

namespace liem::http {

Result<assessment::Viewer> viewer_of(const Services& services, const Head& head) {
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  if (const auto token = bearer_token(head.authorization)) {
    return assessment::viewer_of_token(**store, services.province, *token, services.now());
  }
  return assessment::viewer_of(**store, services.province, session_token(head.cookie),
                               services.session_limits, services.now());
}

assessment::Gate gate_of(const Services& services, assessment::Store& store) {
  return {store,
          services.throttles,
          services.repeated,
          services.province,
          services.session_limits,
          services.now(),
          services.random};
}

assessment::Caller caller_of(const Head& head) { return {head.client.address, head.user_agent}; }

}  // namespace liem::http
