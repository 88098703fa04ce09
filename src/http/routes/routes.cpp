#include "http/routes/routes.h"

namespace liem::http {

Router make_router(const Services& services) {
  Router router;
  for (const auto add : {&add_health_routes,   &add_session_routes,       &add_openid_routes,
                         &add_account_routes,  &add_delegation_routes,    &add_round_routes,
                         &add_report_routes,   &add_acceptance_routes,    &add_evidence_file_routes,
                         &add_document_routes, &add_document_page_routes, &add_upload_routes,
                         &add_trend_routes,    &add_series_routes,        &add_advice_routes,
                         &add_work_routes,     &add_plan_routes,          &add_notice_routes,
                         &add_paper_routes,    &add_publication_routes,   &add_ledger_routes,
                         &add_export_routes,   &add_sheet_routes,         &add_package_routes,
                         &add_search_routes}) {
    add(router, services);
  }
  return router;
}

}  // namespace liem::http
