#include "assessment/overview.h"
#include "http/application.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/routes/routes.h"
#include "reading/reading_json.h"
#include "text/repair.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Action;
using assessment::Desk;

Result<Response> get_report(const Services& services, const Call& call) {
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  const Desk desk{**store, services.library, *call.viewer};
  const auto view = assessment::report_view(desk, call.parameters.at("report"));
  if (!view) return std::unexpected(view.error());
  const auto acceptances = assessment::acceptances_of(
      (*store)->documents(), call.viewer->province, {view->id.unit, view->id.round}, view->reading);
  if (!acceptances) return std::unexpected(acceptances.error());
  const auto& evidence = view->submission.evidence;
  return json_answer(json::object{
      {"id", view->id.text()},
      {"unit", unit_reference(view->unit)},
      {"round", view->id.round},
      {"sha256", view->sha256},
      {"text", view->read->text},
      {"reading",
       reading::to_json(view->reading, view->id.text(), view->read->text, services.catalogue)},
      {"evidence", to_json(evidence, assessment::cited_places(evidence, view->read->reading))},
      {"acceptances", to_json(*acceptances)}});
}

// The reader's refusals speak of files; whoever sent a body is told about the body.
Error about_body(Error error) {
  static_assert(large_body <= text::longest_line, "no body holds an endless line");
  for (const auto& [of_file, of_body] :
       {std::pair(text::errors::empty, errors::text_empty),
        std::pair(text::errors::binary, errors::text_binary),
        std::pair(text::errors::not_utf8, errors::text_not_utf8)}) {
    if (error.message.id != of_file.id) continue;
    return {of_body.kind, {std::string(of_body.id), std::move(error.message.args)}};
  }
  return error;
}

Result<Response> read_text(const Services& services, const Call& call) {
  if (!assessment::may(*call.viewer, Action::read_text, "")) {
    return fail(assessment::errors::no_right,
                {{"role", std::string(assessment::name_of(call.viewer->role))}});
  }
  const std::string name = "text";
  const auto reading = reading::read(call.body, name, services.library.lexicon());
  if (!reading) return std::unexpected(about_body(reading.error()));
  return json_answer(reading::to_json(*reading, name, call.body, services.catalogue));
}

}  // namespace

void add_report_routes(Router& router, const Services& services) {
  router.add({Method::get, "/api/v1/reports/{report}", Access::signed_in, Cost::library, "", 0,
              [&services](const Call& call) { return get_report(services, call); }});
  router.add({Method::post, "/api/v1/readings", Access::signed_in, Cost::reading, "text/plain",
              large_body, [&services](const Call& call) { return read_text(services, call); }});
}

}  // namespace liem::http
