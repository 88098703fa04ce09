#include "http/application.h"
#include "http/cookie.h"
#include "http/gate.h"
#include "http/json.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

using assessment::Viewer;

Result<Response> session_response(assessment::Store& store, const Viewer& viewer) {
  const auto unit = store.unit(viewer.province, viewer.unit);
  if (!unit) return std::unexpected(unit.error());
  LIEM_CHECK(unit->has_value());  // an account is only taken in for a known unit
  return json_answer({{"account", viewer.account},
                      {"name", viewer.name},
                      {"role", std::string(assessment::name_of(viewer.role))},
                      {"unit", unit_reference(**unit)},
                      {"password_due", viewer.password_due}});
}

Result<Response> current(const Services& services, const Call& call) {
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  return session_response(**store, *call.viewer);
}

// Who is signed in, or that a code is awaited, with the cookie that goes with it.
Result<Response> signed_in_response(assessment::Store& store, const assessment::SignedIn& signed_in,
                                    const Head& head) {
  auto response = signed_in.stage == assessment::Stage::whole
                      ? session_response(store, signed_in.viewer)
                      : Result<Response>(json_answer({{"wanted", "code"}}));
  if (!response) return response;
  if (signed_in.stage == assessment::Stage::second_step) response->status = 202;
  response->fields.emplace_back("Set-Cookie",
                                session_cookie(signed_in.token, signed_in.lifetime, head));
  return response;
}

Result<Response> sign_in(const Services& services, const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"account", "password"}); !known) {
    return std::unexpected(known.error());
  }
  const auto account = text_field(*body, "account", 100);
  if (!account) return std::unexpected(account.error());
  const auto password = text_field(*body, "password", accounts::PasswordRule::longest);
  if (!password) return std::unexpected(password.error());
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto signed_in =
      assessment::sign_in(gate_of(services, **store), *account, *password, caller_of(call.head));
  if (!signed_in) return std::unexpected(signed_in.error());
  return signed_in_response(**store, *signed_in, call.head);
}

Result<Response> second_step(const Services& services, const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"code"}); !known) return std::unexpected(known.error());
  const auto code = text_field(*body, "code", 100);
  if (!code) return std::unexpected(code.error());
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto signed_in = assessment::second_step(
      gate_of(services, **store), session_token(call.head.cookie), *code, caller_of(call.head));
  if (!signed_in) return std::unexpected(signed_in.error());
  return signed_in_response(**store, *signed_in, call.head);
}

Result<Response> sign_out(const Services& services, const Call& call) {
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  auto ended =
      assessment::sign_out(**store, *call.viewer, session_token(call.head.cookie), services.now());
  if (!ended) return std::unexpected(ended.error());
  return Response{
      204, {{"Set-Cookie", cleared_session_cookie(call.head)}, {"Cache-Control", "no-store"}}, {}};
}

}  // namespace

void add_session_routes(Router& router, const Services& services) {
  const std::string path = "/api/v1/session";
  router.add({Method::get, path, Access::password_due, Cost::light, "", 0,
              [&services](const Call& call) { return current(services, call); }});
  router.add({Method::post, path, Access::open, Cost::password, "application/json", small_body,
              [&services](const Call& call) { return sign_in(services, call); }});
  router.add({Method::post, path + "/second-step", Access::open, Cost::light, "application/json",
              small_body, [&services](const Call& call) { return second_step(services, call); }});
  router.add({Method::del, path, Access::password_due, Cost::light, "", 0,
              [&services](const Call& call) { return sign_out(services, call); }});
}

}  // namespace liem::http
