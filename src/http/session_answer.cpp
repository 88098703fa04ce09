#include "http/session_answer.h"

#include "http/cookie.h"
#include "http/json.h"

namespace liem::http {

Result<Response> session_response(assessment::Store& store, const assessment::Viewer& viewer) {
  const auto unit = store.unit(viewer.province, viewer.unit);
  if (!unit) return std::unexpected(unit.error());
  LIEM_CHECK(unit->has_value());  // an account is only taken in for a known unit
  return json_answer({{"account", viewer.account},
                      {"name", viewer.name},
                      {"role", std::string(assessment::name_of(viewer.role))},
                      {"unit", unit_reference(**unit)},
                      {"password_due", viewer.password_due}});
}

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

}  // namespace liem::http
