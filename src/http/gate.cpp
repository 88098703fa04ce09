#include "http/gate.h"

#include "assessment/reach.h"
#include "http/cookie.h"

namespace liem::http {

namespace {

using assessment::Viewer;

Result<Viewer> proved(const Services& services, assessment::Store& store, const Head& head,
                      const ledger::Head& log_end) {
  const auto token = bearer_token(head.authorization);
  if (!token) {
    return services.viewers.viewer_of(store, services.province, session_token(head.cookie),
                                      services.session_limits, services.now(), log_end);
  }
  auto viewer = assessment::viewer_of_token(store, services.province, *token, services.now());
  if (!viewer) return viewer;
  return assessment::with_units_below(store, std::move(*viewer));
}

}  // namespace

Result<Asker> asker_of(const Services& services, const Head& head) {
  if (head.authorization.empty() && session_token(head.cookie).empty()) {
    return fail(assessment::errors::session_ended);
  }
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto log_end = (*store)->ledger().head(services.province);
  if (!log_end) return std::unexpected(log_end.error());
  auto viewer = proved(services, **store, head, *log_end);
  if (!viewer) return std::unexpected(viewer.error());
  return Asker{std::move(*viewer), *log_end};
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
