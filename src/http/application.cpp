#include "http/application.h"

#include <algorithm>
#include <array>

#include "http/cookie.h"
#include "http/errors.h"
#include "http/problem.h"

namespace liem::http {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> security_fields{{
    // antd writes its styles into the page; scripts come from our own files only.
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' "
     "data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
     "form-action 'self'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
}};

constexpr std::string_view strict_transport = "max-age=31536000; includeSubDomains";

Response secured(Response response, const Client& client) {
  if (client.secure) response.fields.emplace_back("Strict-Transport-Security", strict_transport);
  for (const auto& [name, value] : security_fields) {
    // A download brings a stricter policy of its own.
    const auto given =
        std::ranges::find(response.fields, name, [](const auto& f) { return f.first; });
    if (given == response.fields.end()) response.fields.emplace_back(name, value);
  }
  return response;
}

bool changes_state(Method method) {
  return method != Method::get && method != Method::head && method != Method::options;
}

// A browser names the page a request comes from; another site's page must not act for the user.
bool is_foreign(const Head& head) {
  if (!head.origin.empty()) {
    const auto scheme = head.origin.find("://");
    return scheme == std::string::npos || head.origin.substr(scheme + 3) != head.host;
  }
  return !head.fetch_site.empty() && head.fetch_site != "same-origin" && head.fetch_site != "none";
}

Result<void> let_in(const assessment::Viewer& viewer, Access access, Method method) {
  if (viewer.by_token) {
    if (access != Access::signed_in) return fail(errors::not_by_token);
    const bool changes = changes_state(method);
    if (changes ? !viewer.may_write : !viewer.may_read) {
      return fail(errors::beyond_scope, {{"scope", changes ? "write" : "read"}});
    }
  }
  // What is an account's own is nobody's office: who acts for another cannot reach it.
  const bool of_account =
      access == Access::person || (access == Access::password_due && changes_state(method));
  if (viewer.acting_for && of_account) return fail(errors::own_account_only);
  if (viewer.password_due && access != Access::password_due) return fail(errors::password_due);
  return {};
}

bool has_type(const Head& head, std::string_view wanted) {
  const std::string_view given = head.content_type;
  return given.starts_with(wanted) && (given.size() == wanted.size() ||
                                       given[wanted.size()] == ';' || given[wanted.size()] == ' ');
}

bool is_api(const Path& path) { return !path.segments.empty() && path.segments[0] == "api"; }

}  // namespace

Result<void> Application::find(const Head& head, Admission& admission) const {
  const auto path = parse_path(head.target);
  if (!path) return std::unexpected(path.error());
  auto match = router_.match(head, *path);
  if (!match) {
    if (match.error().message.id != errors::unknown_path.id || is_api(*path)) {
      return std::unexpected(match.error());
    }
    auto page = site_.answer(head, *path);
    if (!page) return std::unexpected(page.error());
    admission.response = std::move(*page);
    return {};
  }
  admission.route = match->route;
  admission.parameters = std::move(match->parameters);
  // A token is sent by whoever holds it, never by a browser on its own.
  const bool by_token = match->route->access != Access::open && bearer_token(head.authorization);
  if (!by_token && changes_state(head.method) && is_foreign(head)) {
    return fail(errors::foreign_origin);
  }
  if (match->route->access != Access::open) {
    auto asker = authenticate_(head);
    if (!asker) return std::unexpected(asker.error());
    admission.viewer = std::move(asker->viewer);
    admission.log_end = asker->log_end;
    const auto let = let_in(*admission.viewer, match->route->access, head.method);
    if (!let) return let;
  }
  const bool tried = head.target.find("dry_run=") != std::string::npos;
  if (tried && changes_state(head.method) && !match->route->rehearses) {
    return fail(errors::no_dry_run);
  }
  const auto& type = match->route->body_type;
  if (!type.empty() && !has_type(head, type)) {
    return fail(errors::wrong_type, {{"wanted", type}});
  }
  return {};
}

Call Application::call_of(const Head& head, const Admission& admission, std::string_view body,
                          BodySink* sink) {
  const auto* log_end = admission.log_end ? &*admission.log_end : nullptr;
  return {head, admission.parameters, admission.viewer, body, sink, log_end};
}

Application::Admission Application::admit(const Head& head) const {
  Admission admission;
  if (auto found = find(head, admission); !found) {
    tell(head, admission, found.error());
    admission.response = refuse(found.error(), head.client);
  } else if (admission.response) {
    admission.response = secured(std::move(*admission.response), head.client);
  }
  return admission;
}

Result<std::unique_ptr<BodySink>> Application::open_sink(const Head& head,
                                                         const Admission& admission) const {
  auto sink = admission.route->sink(call_of(head, admission));
  if (!sink) tell(head, admission, sink.error());
  return sink;
}

std::optional<Response> Application::answer_at_once(const Head& head,
                                                    const Admission& admission) const {
  if (!admission.route->at_once) return std::nullopt;
  auto response = admission.route->at_once(call_of(head, admission));
  if (!response) return std::nullopt;
  return secured(std::move(*response), head.client);
}

Response Application::answer(const Head& head, const Admission& admission, std::string_view body,
                             BodySink* sink) const {
  LIEM_CHECK(admission.route != nullptr);
  auto response = admission.route->handler(call_of(head, admission, body, sink));
  if (response) return secured(std::move(*response), head.client);
  tell(head, admission, response.error());
  return refuse(response.error(), head.client);
}

void Application::tell(const Head& head, const Admission& admission, const Error& error) const {
  const bool by_right =
      error.kind == ErrorKind::forbidden ||
      std::ranges::find(error.message.args, assessment::by_right,
                        [](const auto& one) { return one.first; }) != error.message.args.end();
  if (refused_ && admission.viewer && by_right) refused_(*admission.viewer, head, error);
}

Response Application::refuse(const Error& error, const Client& client) const {
  return secured(problem_response(error, catalogue_), client);
}

}  // namespace liem::http
