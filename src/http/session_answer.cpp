#include "http/session_answer.h"

#include <boost/json/array.hpp>

#include "assessment/delegation.h"
#include "http/cookie.h"
#include "http/json.h"

namespace liem::http {
namespace {

namespace json = boost::json;

Result<json::object> unit_json(assessment::Store& store, const std::string& province,
                               const std::string& id) {
  const auto unit = store.unit(province, id);
  if (!unit) return std::unexpected(unit.error());
  LIEM_CHECK(unit->has_value());  // an account is only taken in for a known unit
  return unit_reference(**unit);
}

json::value acting_json(const std::optional<assessment::ActingFor>& acting) {
  if (!acting) return nullptr;
  auto out = person_json(acting->account, acting->name);
  out["to"] = to_iso(acting->to);
  return out;
}

// Whose offices the viewer may choose today.
Result<json::array> offices_json(assessment::Store& store, const assessment::Viewer& viewer,
                                 assessment::Time now) {
  json::array out;
  const auto held = assessment::offices_held(store, viewer, now);
  if (!held) return std::unexpected(held.error());
  for (const auto& [principal, to] : *held) {
    auto unit = unit_json(store, viewer.province, principal.unit);
    if (!unit) return std::unexpected(unit.error());
    auto office = person_json(principal.account, principal.name);
    office["role"] = std::string(assessment::name_of(principal.role));
    office["unit"] = std::move(*unit);
    office["to"] = to_iso(to);
    out.push_back(std::move(office));
  }
  return out;
}

}  // namespace

Result<Response> session_response(assessment::Store& store, const assessment::Viewer& viewer,
                                  assessment::Time now) {
  auto unit = unit_json(store, viewer.province, viewer.unit);
  if (!unit) return std::unexpected(unit.error());
  auto offices = offices_json(store, viewer, now);
  if (!offices) return std::unexpected(offices.error());
  auto out = person_json(viewer.account, viewer.name);
  out["role"] = std::string(assessment::name_of(viewer.role));
  out["unit"] = std::move(*unit);
  out["password_due"] = viewer.password_due;
  out["acting_for"] = acting_json(viewer.acting_for);
  out["may_act_for"] = std::move(*offices);
  return json_answer(out);
}

Result<Response> signed_in_response(assessment::Store& store, const assessment::SignedIn& signed_in,
                                    const Head& head, assessment::Time now) {
  auto response = signed_in.stage == assessment::Stage::whole
                      ? session_response(store, signed_in.viewer, now)
                      : Result<Response>(json_answer({{"wanted", "code"}}));
  if (!response) return response;
  if (signed_in.stage == assessment::Stage::second_step) response->status = 202;
  response->fields.emplace_back("Set-Cookie",
                                session_cookie(signed_in.token, signed_in.lifetime, head));
  return response;
}

}  // namespace liem::http
