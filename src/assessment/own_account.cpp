#include "assessment/own_account.h"

#include <algorithm>

#include "accounts/one_time_text.h"
#include "accounts/totp.h"
#include "assessment/acts.h"
#include "assessment/digest.h"
#include "assessment/password.h"

namespace liem::assessment {
namespace {

constexpr std::string_view issuer = "Liêm";
constexpr std::size_t recovery_groups = 3;  // 75 bits: a plain hash of it cannot be searched

}  // namespace

Result<void> change_password(const Gate& gate, const Viewer& viewer, const PasswordChange& change,
                             const accounts::PasswordRule& rule, const Caller& caller) {
  const auto account = prove_password(gate, viewer, change.before, caller);
  if (!account) return std::unexpected(account.error());
  if (change.before == change.after) return fail(errors::password_same);
  if (auto good = rule.check(change.after, {viewer.account, viewer.name}); !good) return good;
  Salt salt{};
  gate.random(salt);
  const NewPassword password{viewer.account, hash_password(change.after, salt, ordinary_cost),
                             false, sha256_of(change.session), account->password};
  return gate.store.accounts().set_password(
      gate.province, password, gate.now,
      acts::of_own_account(acts::password_changed, viewer, gate.now));
}

Result<Enrolment> begin_second_step(const Gate& gate, const Viewer& viewer,
                                    std::string_view password, const Caller& caller) {
  const auto account = prove_password(gate, viewer, password, caller);
  if (!account) return std::unexpected(account.error());
  if (account->second_step) return fail(errors::second_step_there);
  accounts::TotpSecret secret{};
  gate.random(secret);
  auto begun = gate.store.accounts().begin_second_step(
      gate.province, viewer.account, to_hex(secret),
      acts::of_own_account(acts::second_step_begun, viewer, gate.now));
  if (!begun) return std::unexpected(begun.error());
  return Enrolment{accounts::totp_text(secret), accounts::totp_uri(secret, issuer, viewer.account)};
}

Result<std::vector<std::string>> confirm_second_step(const Gate& gate, const Viewer& viewer,
                                                     std::string_view code) {
  const auto step = gate.store.accounts().second_step(gate.province, viewer.account);
  if (!step) return std::unexpected(step.error());
  if (!*step) return fail(errors::second_step_not_begun);
  if ((*step)->confirmed) return fail(errors::second_step_there);
  SecondStep confirmed = **step;
  confirmed.last_step = accounts::totp_accepted(secret_of(confirmed), code, gate.now, {});
  // The holder has the secret before him: a wrong code here is a wrong clock, not a guess.
  if (!confirmed.last_step) return fail(errors::code_refused);
  std::vector<std::string> codes, hashes;
  for (std::size_t i = 0; i < recovery_codes; ++i) {
    codes.push_back(accounts::readable_secret(recovery_groups, gate.random));
    hashes.push_back(recovery_hash(viewer.account, codes.back()));
  }
  auto kept = gate.store.accounts().confirm_second_step(
      gate.province, viewer.account, confirmed, hashes,
      acts::of_own_account(acts::second_step_added, viewer, gate.now));
  if (!kept) return std::unexpected(kept.error());
  return codes;
}

Result<void> remove_second_step(const Gate& gate, const Viewer& viewer, std::string_view password,
                                std::string_view code, const Caller& caller) {
  const auto account = prove_password(gate, viewer, password, caller);
  if (!account) return std::unexpected(account.error());
  if (auto proved = prove_code(gate, viewer, code, caller); !proved) return proved;
  return gate.store.accounts().remove_second_step(
      gate.province, viewer.account,
      acts::of_own_account(acts::second_step_removed, viewer, gate.now));
}

Result<std::vector<Session>> own_sessions(const Gate& gate, const Viewer& viewer) {
  auto all = gate.store.accounts().sessions(gate.province, viewer.account);
  if (!all) return all;
  std::erase_if(*all, [&](const Session& session) {
    return session.stage != Stage::whole || !lasts(session, gate.limits, gate.now);
  });
  return all;
}

Result<void> end_own_session(const Gate& gate, const Viewer& viewer, const std::string& id) {
  const auto ended = gate.store.accounts().end_session_of(
      gate.province, viewer.account, id,
      acts::of_own_account(acts::session_ended, viewer, gate.now));
  if (!ended) return std::unexpected(ended.error());
  if (!*ended) return fail(errors::session_unknown);
  return {};
}

Result<void> end_other_sessions(const Gate& gate, const Viewer& viewer, std::string_view kept) {
  return gate.store.accounts().end_other_sessions(
      gate.province, viewer.account, sha256_of(kept),
      acts::of_own_account(acts::other_sessions_ended, viewer, gate.now));
}

Result<NewToken> make_token(const Gate& gate, const Viewer& viewer, const TokenWish& wish,
                            std::string_view password, const Caller& caller) {
  if (wish.scopes.empty()) return fail(errors::token_without_scope);
  if (wish.life < std::chrono::days(1) || wish.life > accounts::longest_token_life) {
    return fail(errors::token_life,
                {{"most", std::to_string(accounts::longest_token_life.count())}});
  }
  const auto account = prove_password(gate, viewer, password, caller);
  if (!account) return std::unexpected(account.error());
  const auto there = own_tokens(gate, viewer);
  if (!there) return std::unexpected(there.error());
  const auto holding =
      std::ranges::count_if(*there, [&](const auto& one) { return one.holds_at(gate.now); });
  if (static_cast<std::size_t>(holding) >= most_tokens) {
    return fail(errors::too_many_tokens, {{"most", std::to_string(most_tokens)}});
  }
  const auto text = accounts::new_token(gate.random);
  accounts::ApiToken token;
  token.id = text.id;
  token.account = viewer.account;
  token.name = wish.name;
  token.secret_hash = sha256_of(text.secret);
  token.scopes = wish.scopes;
  token.created = gate.now;
  token.expires = gate.now + wish.life;
  auto kept =
      gate.store.accounts().add_token(gate.province, token, acts::of_new_token(viewer, token));
  if (!kept) return std::unexpected(kept.error());
  return NewToken{std::move(token), accounts::written(text)};
}

Result<std::vector<accounts::ApiToken>> own_tokens(const Gate& gate, const Viewer& viewer) {
  return gate.store.accounts().tokens(gate.province, viewer.account);
}

Result<void> revoke_own_token(const Gate& gate, const Viewer& viewer, const std::string& id) {
  const auto revoked = gate.store.accounts().revoke_token(
      gate.province, viewer.account, id, gate.now, acts::of_revoked_token(viewer, id, gate.now));
  if (!revoked) return std::unexpected(revoked.error());
  if (!*revoked) return fail(errors::token_unknown);
  return {};
}

}  // namespace liem::assessment
