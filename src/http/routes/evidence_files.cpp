// Files handed in with the rows of a report's annex.
#include "assessment/documents.h"
#include "extraction/pages.h"
#include "http/download.h"
#include "http/log.h"
#include "http/pages.h"
#include "http/query.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

using assessment::AttachedFile;
using assessment::Desk;

struct Attached {
  AttachedFile file;
  std::string bytes;
};

Result<Attached> attached_file(const Desk& desk, const Call& call) {
  auto row = assessment::evidence_row(desk, call.parameters.at("report"),
                                      number_segment(call.parameters.at("position")));
  if (!row) return std::unexpected(row.error());
  auto bytes = desk.store.content(desk.viewer.province, row->sha256);
  if (!bytes) return std::unexpected(bytes.error());
  if (!*bytes) {
    return fail(assessment::errors::content_missing, {{"sha256", row->sha256}});
  }
  return Attached{std::move(*row), std::move(**bytes)};
}

Result<Response> get_file(const Services& services, const Desk& desk, const Call& call) {
  auto attached = attached_file(desk, call);
  if (!attached) return std::unexpected(attached.error());
  const auto& report = call.parameters.at("report");
  const auto id = assessment::parse_report_id(report);
  const ledger::Object row{"evidence", report + "/" + call.parameters.at("position")};
  auto logged = log_download(services, desk.store, desk.viewer, call.head, row, id ? id->unit : "",
                             attached->file.sha256);
  if (!logged) return std::unexpected(logged.error());
  return send_bytes(call.head, {attached->file.name, attached->file.sha256},
                    std::move(attached->bytes));
}

Result<Response> get_page(const Services& services, const Desk& desk, const Call& call) {
  const auto attached = attached_file(desk, call);
  if (!attached) return std::unexpected(attached.error());
  const auto wanted = wanted_page(call);
  if (!wanted) return std::unexpected(wanted.error());
  auto picture = extraction::draw_page(attached->bytes, attached->file.name, *wanted,
                                       for_drawing(services.opening));
  if (!picture) return std::unexpected(picture.error());
  return picture_answer(std::move(*picture));
}

}  // namespace

void add_evidence_file_routes(Router& router, const Services& services) {
  const std::string row = "/api/v1/reports/{report}/evidence/{position}";
  const auto add = [&](const std::string& path, auto handle) {
    router.add({Method::get, path, Access::signed_in, Cost::files, "", 0,
                [&services, handle](const Call& call) {
                  return at_desk(services, call,
                                 [&](const Desk& desk) { return handle(services, desk, call); });
                }});
  };
  add(row + "/file", &get_file);
  add(row + "/pages/{page}", &get_page);
}

}  // namespace liem::http
