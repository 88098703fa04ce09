// Tokens for programs that act for an account: named, with scopes and an end.
#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "accounts/one_time_text.h"

namespace liem::accounts {

enum class Scope {
  read,   // what the account may see
  write,  // what the account may change
};
std::optional<Scope> scope_of(std::string_view name);
std::string_view name_of(Scope scope);

// What is kept of a token; its secret is not.
struct ApiToken {
  std::string id;
  std::string account;
  std::string name;         // what it is for, in its holder's words
  std::string secret_hash;  // hexadecimal SHA-256
  std::set<Scope> scopes;
  std::chrono::sys_seconds created{}, expires{};
  std::optional<std::chrono::sys_seconds> last_used, revoked;

  bool holds_at(std::chrono::sys_seconds now) const { return !revoked && now < expires; }
  bool operator==(const ApiToken&) const = default;
};

inline constexpr std::chrono::days longest_token_life{366};

// "liem_<id>_<secret>": the prefix lets scanners of source code find one that was committed.
struct TokenText {
  std::string id, secret;
};
TokenText new_token(const RandomBytes& random);
std::string written(const TokenText& token);
std::optional<TokenText> parse_token(std::string_view text);

}  // namespace liem::accounts
