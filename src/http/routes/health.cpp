#include "http/json.h"
#include "http/routes/routes.h"

namespace liem::http {

void add_health_routes(Router& router, const Services& services) {
  router.add({Method::get, "/healthz", Access::open, Cost::light, "", 0,
              [&services](const Call&) -> Result<Response> {
                return json_answer({{"status", "ok"}, {"version", services.version}});
              }});
}

}  // namespace liem::http
