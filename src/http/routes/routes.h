// One function per module of routes; docs/openapi.yaml is their contract.
#pragma once

#include "assessment/round_work.h"
#include "http/router.h"
#include "http/services.h"

namespace liem::http {

void add_health_routes(Router& router, const Services& services);
void add_session_routes(Router& router, const Services& services);
void add_openid_routes(Router& router, const Services& services);
void add_account_routes(Router& router, const Services& services);
void add_delegation_routes(Router& router, const Services& services);
void add_round_routes(Router& router, const Services& services);
void add_report_routes(Router& router, const Services& services);
void add_acceptance_routes(Router& router, const Services& services);
void add_evidence_file_routes(Router& router, const Services& services);
void add_document_routes(Router& router, const Services& services);
void add_upload_routes(Router& router, const Services& services);
void add_document_page_routes(Router& router, const Services& services);
void add_trend_routes(Router& router, const Services& services);
void add_series_routes(Router& router, const Services& services);
void add_advice_routes(Router& router, const Services& services);
void add_work_routes(Router& router, const Services& services);
void add_plan_routes(Router& router, const Services& services);
void add_notice_routes(Router& router, const Services& services);
void add_paper_routes(Router& router, const Services& services);
void add_publication_routes(Router& router, const Services& services);
void add_package_routes(Router& router, const Services& services);
void add_search_routes(Router& router, const Services& services);
void add_ledger_routes(Router& router, const Services& services);
void add_export_routes(Router& router, const Services& services);
void add_sheet_routes(Router& router, const Services& services);

// The segment of the path that stands for {name}.
inline const std::string& in(const Call& call, std::string_view name) {
  return call.parameters.find(name)->second;
}

// What `handle` answers with a store lent for as long as it takes.
template <class Handle>
Result<Response> at_desk(const Services& services, const Call& call, Handle handle) {
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  return handle(assessment::Desk{**store, services.library, *call.viewer});
}

// Likewise for a round's work.
template <class Handle>
Result<Response> at_work_desk(const Services& services, const Call& call, Handle handle) {
  return at_desk(services, call, [&](const assessment::Desk& desk) {
    return handle(assessment::WorkDesk{desk, services.flow, services.notices, services.now()});
  });
}

// Every route, in one list.
Router make_router(const Services& services);

}  // namespace liem::http
