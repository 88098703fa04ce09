#include "http/routes/routes.h"

namespace liem::http {

Router make_router(const Services& services) {
  Router router;
  for (const auto add :
       {&add_health_routes, &add_session_routes, &add_round_routes, &add_report_routes}) {
    add(router, services);
  }
  return router;
}

}  // namespace liem::http
