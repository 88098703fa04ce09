// One function per module of routes; docs/openapi.yaml is their contract.
#pragma once

#include "http/router.h"
#include "http/services.h"

namespace liem::http {

void add_health_routes(Router& router, const Services& services);
void add_session_routes(Router& router, const Services& services);
void add_round_routes(Router& router, const Services& services);
void add_report_routes(Router& router, const Services& services);

// Every route, in one list.
Router make_router(const Services& services);

}  // namespace liem::http
