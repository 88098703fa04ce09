#include "http/application.h"
#include "http/cookie.h"
#include "http/gate.h"
#include "http/json.h"
#include "http/routes/routes.h"
#include "http/session_answer.h"

namespace liem::http {
namespace {

Result<Response> current(const Services& services, const Call& call) {
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  return session_response(**store, *call.viewer, services.now());
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
  return signed_in_response(**store, *signed_in, call.head, services.now());
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
  return signed_in_response(**store, *signed_in, call.head, services.now());
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
