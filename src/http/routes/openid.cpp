// Signing in at the province's provider: where to send the browser, and what it brought back.
#include "assessment/openid_sign_in.h"
#include "http/application.h"
#include "http/cookie.h"
#include "http/errors.h"
#include "http/gate.h"
#include "http/json.h"
#include "http/openid_door.h"
#include "http/routes/routes.h"
#include "http/session_answer.h"

namespace liem::http {
namespace {

constexpr std::size_t longest_code = 4096, longest_text = 1000;  // bytes

Result<Response> ways(const Services& services) {
  return json_answer({{"password", true}, {"openid", services.openid != nullptr}});
}

Result<Response> begin(const Services& services, const Call& call) {
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto begun = assessment::begin_openid(gate_of(services, **store), services.openid->provider,
                                              caller_of(call.head));
  if (!begun) return std::unexpected(begun.error());
  auto response = json_answer({{"address", begun->address}});
  response.fields.emplace_back(
      "Set-Cookie", openid_cookie(begun->browser, assessment::openid_patience, call.head));
  return response;
}

// Empty where the field is absent.
Result<std::string> text_or_none(const boost::json::object& body, std::string_view field,
                                 std::size_t longest) {
  return body.contains(field) ? text_field(body, field, longest) : Result<std::string>();
}

Result<assessment::OpenidReturn> returned(const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"state", "code", "error", "iss"}); !known) {
    return std::unexpected(known.error());
  }
  assessment::OpenidReturn back;
  back.browser = openid_token(call.head.cookie);
  auto state = text_field(*body, "state", longest_text);
  if (!state) return std::unexpected(state.error());
  back.state = std::move(*state);
  auto code = text_or_none(*body, "code", longest_code);
  if (!code) return std::unexpected(code.error());
  back.code = std::move(*code);
  auto error = text_or_none(*body, "error", longest_text);
  if (!error) return std::unexpected(error.error());
  back.error = std::move(*error);
  auto issuer = text_or_none(*body, "iss", longest_text);
  if (!issuer) return std::unexpected(issuer.error());
  back.issuer = std::move(*issuer);
  return back;
}

Result<Response> finish(const Services& services, const Call& call) {
  const auto back = returned(call);
  if (!back) return std::unexpected(back.error());
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto signed_in = assessment::finish_openid(
      gate_of(services, **store), services.openid->provider, *back, caller_of(call.head));
  services.openid->ended(signed_in ? nullptr : &signed_in.error());
  if (!signed_in) return std::unexpected(signed_in.error());
  auto response = signed_in_response(**store, *signed_in, call.head, services.now());
  if (!response) return response;
  response->fields.emplace_back("Set-Cookie",
                                openid_cookie("", std::chrono::seconds(0), call.head));
  return response;
}

using Handler = Result<Response> (*)(const Services&, const Call&);

}  // namespace

void add_openid_routes(Router& router, const Services& services) {
  const auto where_set_up = [&services](Handler handler) {
    return [&services, handler](const Call& call) -> Result<Response> {
      if (services.openid == nullptr) return fail(errors::no_openid);
      return handler(services, call);
    };
  };
  const std::string path = "/api/v1/session/openid";
  router.add({Method::get, "/api/v1/session/ways", Access::open, Cost::light, "", 0,
              [&services](const Call&) { return ways(services); }});
  router.add({Method::post, path, Access::open, Cost::outside, "", 0, where_set_up(&begin)});
  router.add({Method::put, path, Access::open, Cost::outside, "application/json", small_body,
              where_set_up(&finish)});
}

}  // namespace liem::http
