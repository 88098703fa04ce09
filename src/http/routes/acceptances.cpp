// Findings accepted with a reason, and taken back.
#include <algorithm>

#include "assessment/documents.h"
#include "http/application.h"
#include "http/json.h"
#include "http/routes/routes.h"
#include "http/writing.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::AcceptanceScope;
using assessment::Desk;

// A text whose findings can be accepted.
struct Subject {
  AcceptanceScope scope;
  reading::Reading reading;
};

Result<Subject> report_subject(const Services&, const Desk& desk, const Call& call) {
  auto view = assessment::report_view(desk, call.parameters.at("report"));
  if (!view) return std::unexpected(view.error());
  return Subject{{view->id.unit, view->id.round}, std::move(view->reading)};
}

Result<Subject> document_subject(const Services& services, const Desk& desk, const Call& call) {
  auto view = assessment::document_view(desk, services.files, call.parameters.at("document"));
  if (!view) return std::unexpected(view.error());
  return Subject{assessment::scope_of(view->document), view->read->reading};
}

Result<std::string> reason_in(const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"reason"}); !known) return std::unexpected(known.error());
  const auto* reason = body->if_contains("reason");
  const bool given = reason != nullptr && reason->is_string();
  return assessment::checked_reason(given ? std::string_view(reason->as_string()) : "");
}

// The acceptance that stands, as its readers know it; null where none does.
Result<json::value> standing(const Desk& desk, const Call& call, const Subject& subject) {
  const auto all = assessment::acceptances_of(desk.store.documents(), desk.viewer.province,
                                              subject.scope, subject.reading);
  if (!all) return std::unexpected(all.error());
  const auto found =
      std::ranges::find(*all, call.parameters.at("finding"), &assessment::Acceptance::finding);
  return found == all->end() ? json::value(nullptr) : json::value(to_json(*found));
}

Result<void> check_standing(const Desk& desk, const Call& call, const Subject& subject) {
  const auto current = standing(desk, call, subject);
  if (!current) return std::unexpected(current.error());
  return check_unchanged(call, *current);
}

Result<Response> accept(const Services& services, const Desk& desk, const Call& call,
                        const Subject& subject) {
  auto reason = reason_in(call);
  if (!reason) return std::unexpected(reason.error());
  assessment::Acceptance wanted;
  wanted.finding = call.parameters.at("finding");
  wanted.reason = std::move(*reason);
  wanted.at = services.now();
  const auto accepted = assessment::accept(desk.store.documents(), desk.viewer, subject.scope,
                                           subject.reading, wanted);
  if (!accepted) return std::unexpected(accepted.error());
  return tagged_answer(to_json(*accepted));
}

Result<Response> withdraw(const Services& services, const Desk& desk, const Call& call,
                          const Subject& subject) {
  auto withdrawn = assessment::withdraw(desk.store.documents(), desk.viewer, subject.scope,
                                        call.parameters.at("finding"), services.now());
  if (!withdrawn) return std::unexpected(withdrawn.error());
  return no_content();
}

}  // namespace

void add_acceptance_routes(Router& router, const Services& services) {
  const auto add = [&](Method method, const std::string& path, auto find_subject, auto handle) {
    const std::string body = method == Method::put ? "application/json" : "";
    Route route{method,
                path + "/findings/{finding}/acceptance",
                Access::signed_in,
                Cost::library,
                body,
                small_body,
                [&services, find_subject, handle](const Call& call) {
                  return at_desk(services, call, [&](const Desk& desk) -> Result<Response> {
                    const auto subject = find_subject(services, desk, call);
                    if (!subject) return std::unexpected(subject.error());
                    return response_of(in_one_write(desk, call, [&]() -> Result<Response> {
                      auto unchanged = check_standing(desk, call, *subject);
                      if (!unchanged) return std::unexpected(unchanged.error());
                      return handle(services, desk, call, *subject);
                    }));
                  });
                }};
    route.rehearses = true;
    router.add(std::move(route));
  };
  const std::string report = "/api/v1/reports/{report}", document = "/api/v1/documents/{document}";
  add(Method::put, report, &report_subject, &accept);
  add(Method::del, report, &report_subject, &withdraw);
  add(Method::put, document, &document_subject, &accept);
  add(Method::del, document, &document_subject, &withdraw);
}

}  // namespace liem::http
