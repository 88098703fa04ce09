// What people do with their own account. None of it can be done by a token.
#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "assessment/digest.h"
#include "assessment/own_account.h"
#include "http/application.h"
#include "http/cookie.h"
#include "http/errors.h"
#include "http/gate.h"
#include "http/json.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Gate;

constexpr std::size_t longest_code = 100, longest_name = 200;

// A body of these texts and nothing else, in their order.
template <std::size_t count>
Result<std::array<std::string, count>> texts_of(
    std::string_view body, const std::array<std::pair<std::string_view, std::size_t>, count>& of) {
  const auto object = parse_object(body);
  if (!object) return std::unexpected(object.error());
  std::array<std::string, count> out;
  for (std::size_t i = 0; i < count; ++i) {
    auto text = text_field(*object, of[i].first, of[i].second);
    if (!text) return std::unexpected(text.error());
    out[i] = std::move(*text);
  }
  std::array<std::string_view, count> known;
  std::ranges::transform(of, known.begin(), [](const auto& one) { return one.first; });
  if (auto fits = only_fields(*object, known); !fits) return std::unexpected(fits.error());
  return out;
}

constexpr std::pair<std::string_view, std::size_t> field_password{"password",
                                                                  accounts::PasswordRule::longest};
constexpr std::pair<std::string_view, std::size_t> field_code{"code", longest_code};

Result<Response> change_password(const Gate& gate, const Services& services, const Call& call) {
  const auto longest = accounts::PasswordRule::longest;
  const auto texts = texts_of<2>(call.body, {{{"before", longest}, {"after", longest}}});
  if (!texts) return std::unexpected(texts.error());
  const auto& [before, after] = *texts;
  auto changed = assessment::change_password(gate, *call.viewer,
                                             {before, after, session_token(call.head.cookie)},
                                             services.passwords, caller_of(call.head));
  if (!changed) return std::unexpected(changed.error());
  return no_content();
}

Result<Response> second_step_state(const Gate& gate, const Services&, const Call& call) {
  const auto step = gate.store.accounts().second_step(gate.province, call.viewer->account);
  if (!step) return std::unexpected(step.error());
  const bool on = *step && (*step)->confirmed;
  return json_answer({{"on", on}, {"recovery_codes_left", on ? (*step)->recovery_left : 0}});
}

Result<Response> begin_second_step(const Gate& gate, const Services&, const Call& call) {
  const auto texts = texts_of<1>(call.body, {{field_password}});
  if (!texts) return std::unexpected(texts.error());
  const auto begun =
      assessment::begin_second_step(gate, *call.viewer, (*texts)[0], caller_of(call.head));
  if (!begun) return std::unexpected(begun.error());
  return json_answer({{"secret", begun->secret}, {"uri", begun->uri}});
}

Result<Response> confirm_second_step(const Gate& gate, const Services&, const Call& call) {
  const auto texts = texts_of<1>(call.body, {{field_code}});
  if (!texts) return std::unexpected(texts.error());
  const auto codes = assessment::confirm_second_step(gate, *call.viewer, (*texts)[0]);
  if (!codes) return std::unexpected(codes.error());
  json::array out;
  for (const auto& code : *codes) out.emplace_back(code);
  return json_answer({{"recovery_codes", std::move(out)}});
}

Result<Response> remove_second_step(const Gate& gate, const Services&, const Call& call) {
  const auto texts = texts_of<2>(call.body, {{field_password, field_code}});
  if (!texts) return std::unexpected(texts.error());
  auto removed = assessment::remove_second_step(gate, *call.viewer, (*texts)[0], (*texts)[1],
                                                caller_of(call.head));
  if (!removed) return std::unexpected(removed.error());
  return no_content();
}

Result<Response> list_sessions(const Gate& gate, const Services&, const Call& call) {
  const auto sessions = assessment::own_sessions(gate, *call.viewer);
  if (!sessions) return std::unexpected(sessions.error());
  const auto here = gate.store.accounts().session(
      gate.province, assessment::sha256_of(session_token(call.head.cookie)));
  if (!here) return std::unexpected(here.error());
  json::array out;
  for (const auto& session : *sessions) {
    out.push_back(json::object{{"id", session.id},
                               {"since", time_text(session.made)},
                               {"seen", time_text(session.seen)},
                               {"expires", time_text(session.expires)},
                               {"address", session.address},
                               {"program", session.program},
                               {"way", assessment::name_of(session.way)},
                               {"here", *here && (*here)->id == session.id}});
  }
  return json_answer(out);
}

Result<Response> end_session(const Gate& gate, const Services&, const Call& call) {
  auto ended = assessment::end_own_session(gate, *call.viewer, call.parameters.at("session"));
  if (!ended) return std::unexpected(ended.error());
  return no_content();
}

Result<Response> end_others(const Gate& gate, const Services&, const Call& call) {
  auto ended = assessment::end_other_sessions(gate, *call.viewer, session_token(call.head.cookie));
  if (!ended) return std::unexpected(ended.error());
  return no_content();
}

json::object token_json(const accounts::ApiToken& token) {
  json::array scopes;
  for (const auto scope : token.scopes) scopes.emplace_back(std::string(accounts::name_of(scope)));
  return {{"id", token.id},
          {"name", token.name},
          {"scopes", std::move(scopes)},
          {"made", time_text(token.created)},
          {"expires", time_text(token.expires)},
          {"used", time_or_null(token.last_used)},
          {"revoked", time_or_null(token.revoked)}};
}

Result<Response> list_tokens(const Gate& gate, const Services&, const Call& call) {
  const auto tokens = assessment::own_tokens(gate, *call.viewer);
  if (!tokens) return std::unexpected(tokens.error());
  json::array out;
  for (const auto& token : *tokens) out.push_back(token_json(token));
  return json_answer(out);
}

Result<assessment::TokenWish> token_wish(const json::object& body) {
  auto name = text_field(body, "name", longest_name);
  if (!name) return std::unexpected(name.error());
  assessment::TokenWish wish{std::move(*name), {}, {}};
  const auto* scopes = body.if_contains("scopes");
  const auto bad_scopes = fail(errors::bad_field, {{"field", "scopes"}, {"wanted", "read, write"}});
  if (scopes == nullptr || !scopes->is_array()) return bad_scopes;
  for (const auto& one : scopes->as_array()) {
    const auto scope =
        one.is_string() ? accounts::scope_of(std::string_view(one.as_string())) : std::nullopt;
    if (!scope) return bad_scopes;
    wish.scopes.insert(*scope);
  }
  const auto* days = body.if_contains("days");
  if (days == nullptr || !days->is_int64() || days->as_int64() < 0 || days->as_int64() > 100'000) {
    return fail(errors::bad_field, {{"field", "days"}, {"wanted", "integer"}});
  }
  wish.life = std::chrono::days(days->as_int64());
  return wish;
}

Result<Response> make_token(const Gate& gate, const Services&, const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"name", "scopes", "days", "password"}); !known) {
    return std::unexpected(known.error());
  }
  const auto wish = token_wish(*body);
  if (!wish) return std::unexpected(wish.error());
  const auto password = text_field(*body, field_password.first, field_password.second);
  if (!password) return std::unexpected(password.error());
  const auto made =
      assessment::make_token(gate, *call.viewer, *wish, *password, caller_of(call.head));
  if (!made) return std::unexpected(made.error());
  auto shown = token_json(made->token);
  shown["token"] = made->text;
  return json_answer(shown);
}

Result<Response> revoke_token(const Gate& gate, const Services&, const Call& call) {
  auto revoked = assessment::revoke_own_token(gate, *call.viewer, call.parameters.at("token"));
  if (!revoked) return std::unexpected(revoked.error());
  return no_content();
}

using Handler = Result<Response> (*)(const Gate&, const Services&, const Call&);

}  // namespace

void add_account_routes(Router& router, const Services& services) {
  const std::string path = "/api/v1/account";
  const auto add = [&](Method method, const std::string& rest, Cost cost, Handler handler,
                       Access access = Access::person) {
    const bool body = cost == Cost::password || method == Method::put;
    router.add({method, path + rest, access, cost, body ? "application/json" : "",
                body ? small_body : 0, [&services, handler](const Call& call) -> Result<Response> {
                  auto store = services.stores.lease();
                  if (!store) return std::unexpected(store.error());
                  return handler(gate_of(services, **store), services, call);
                }});
  };
  add(Method::put, "/password", Cost::password, change_password, Access::password_due);
  add(Method::get, "/second-step", Cost::light, second_step_state);
  add(Method::post, "/second-step", Cost::password, begin_second_step);
  add(Method::put, "/second-step", Cost::light, confirm_second_step);
  add(Method::post, "/second-step/removal", Cost::password, remove_second_step);
  add(Method::get, "/sessions", Cost::light, list_sessions);
  add(Method::del, "/sessions", Cost::light, end_others);
  add(Method::del, "/sessions/{session}", Cost::light, end_session);
  add(Method::get, "/tokens", Cost::light, list_tokens);
  add(Method::post, "/tokens", Cost::password, make_token);
  add(Method::del, "/tokens/{token}", Cost::light, revoke_token);
}

}  // namespace liem::http
