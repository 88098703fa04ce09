// What the holder of an account does with it: password, second step, sessions, tokens.
#pragma once

#include "accounts/password_rule.h"
#include "assessment/sign_in.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode password_same{"assessment.password_same", ErrorKind::bad_input};
inline constexpr ErrorCode second_step_there{"assessment.second_step_there", ErrorKind::conflict};
inline constexpr ErrorCode second_step_not_begun{"assessment.second_step_not_begun",
                                                 ErrorKind::conflict};
inline constexpr ErrorCode session_unknown{"assessment.session_unknown", ErrorKind::not_found};
inline constexpr ErrorCode token_unknown{"assessment.token_unknown", ErrorKind::not_found};
inline constexpr ErrorCode token_without_scope{"assessment.token_without_scope",
                                               ErrorKind::bad_input};
inline constexpr ErrorCode token_life{"assessment.token_life", ErrorKind::bad_input};
inline constexpr ErrorCode too_many_tokens{"assessment.too_many_tokens", ErrorKind::conflict};
}  // namespace errors

inline constexpr std::size_t recovery_codes = 10;
inline constexpr std::size_t most_tokens = 50;  // that hold, of one account

struct PasswordChange {
  std::string_view before, after;
  std::string_view session;  // token of the one that stays; the others end
};
Result<void> change_password(const Gate& gate, const Viewer& viewer, const PasswordChange& change,
                             const accounts::PasswordRule& rule, const Caller& caller);

struct Enrolment {
  std::string secret;  // in base32
  std::string uri;     // otpauth://
};
// What an authenticator is to be told; holds nothing until a code confirms it.
Result<Enrolment> begin_second_step(const Gate& gate, const Viewer& viewer,
                                    std::string_view password, const Caller& caller);
// The recovery codes, of which only hashes are kept.
Result<std::vector<std::string>> confirm_second_step(const Gate& gate, const Viewer& viewer,
                                                     std::string_view code);
Result<void> remove_second_step(const Gate& gate, const Viewer& viewer, std::string_view password,
                                std::string_view code, const Caller& caller);

// Those that still last, newest first; half ones are left out.
Result<std::vector<Session>> own_sessions(const Gate& gate, const Viewer& viewer);
Result<void> end_own_session(const Gate& gate, const Viewer& viewer, const std::string& id);
Result<void> end_other_sessions(const Gate& gate, const Viewer& viewer, std::string_view kept);

struct TokenWish {
  std::string name;
  std::set<accounts::Scope> scopes;
  std::chrono::days life{};
};
struct NewToken {
  accounts::ApiToken token;
  std::string text;  // shown once
};
Result<NewToken> make_token(const Gate& gate, const Viewer& viewer, const TokenWish& wish,
                            std::string_view password, const Caller& caller);
Result<std::vector<accounts::ApiToken>> own_tokens(const Gate& gate, const Viewer& viewer);
Result<void> revoke_own_token(const Gate& gate, const Viewer& viewer, const std::string& id);

}  // namespace liem::assessment
