#include <boost/asio/ip/address.hpp>

#include "http/errors.h"
#include "http/forwarded.h"
#include "http/json.h"
#include "http/metrics.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

// Whether requests that need the store can be answered now.
Result<Response> ready(const Services& services) {
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  if (auto asked = (*store)->provinces(); !asked) return std::unexpected(asked.error());
  return json_answer({{"status", "ready"}});
}

// Only for the networks the settings name; to everybody else there is nothing here.
Result<Response> metrics(const Services& services, const Call& call) {
  boost::system::error_code failed;
  const auto asker = boost::asio::ip::make_address(call.head.client.address, failed);
  if (failed || !trusts(services.metrics_networks, asker)) {
    return fail(errors::unknown_path, {{"path", call.head.target}});
  }
  Response response;
  response.fields = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"},
                     {"Cache-Control", "no-store"}};
  response.body = services.metrics.text();
  return response;
}

}  // namespace

void add_health_routes(Router& router, const Services& services) {
  router.add({Method::get, "/healthz", Access::open, Cost::light, "", 0,
              [&services](const Call&) -> Result<Response> {
                return json_answer({{"status", "ok"}, {"version", services.version}});
              }});
  router.add({Method::get, "/readyz", Access::open, Cost::library, "", 0,
              [&services](const Call&) { return ready(services); }});
  router.add({Method::get, "/metrics", Access::open, Cost::light, "", 0,
              [&services](const Call& call) { return metrics(services, call); }});
}

}  // namespace liem::http
