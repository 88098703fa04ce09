#include "http/gate.h"

#include "assessment/delegation.h"
#include "assessment/reach.h"
#include "http/cookie.h"
#include "http/errors.h"
#include "http/log.h"
#include "http/query.h"

namespace liem::http {

namespace {

using assessment::Viewer;

// Whose office the request is for: by its field, or by its query where a browser asks by itself.
Result<std::string> office_in(const Head& head) {
  if (head.target.find("acting_for=") == head.target.npos) return head.acting_for;
  const auto query = parse_query(head.target);
  if (!query) return std::unexpected(query.error());
  const auto found = query->find("acting_for");
  if (found == query->end()) return head.acting_for;
  if (head.acting_for.empty() || head.acting_for == found->second) return found->second;
  return fail(errors::bad_field, {{"field", "acting_for"}, {"wanted", head.acting_for}});
}

Result<Viewer> of_session(const Services& services, assessment::Store& store, const Head& head,
                          const std::string& acting_for, const ledger::Head& log_end) {
  return services.viewers.viewer_of(store, services.province,
                                    {session_token(head.cookie), acting_for},
                                    services.session_limits, services.now(), log_end);
}

Result<Viewer> proved(const Services& services, assessment::Store& store, const Head& head,
                      const ledger::Head& log_end) {
  const auto office = office_in(head);
  if (!office) return std::unexpected(office.error());
  const auto token = bearer_token(head.authorization);
  if (!token) {
    auto viewer = of_session(services, store, head, *office, log_end);
    if (!viewer && viewer.error().message.id == assessment::errors::not_delegated.id) {
      const auto self = of_session(services, store, head, "", log_end);
      if (self) log_refusal(services, *self, head, viewer.error());
    }
    return viewer;
  }
  if (!office->empty()) return fail(errors::not_by_token);
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
