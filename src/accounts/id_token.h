// Whether a provider's ID token says who somebody is (OpenID Connect Core 1.0, section 3.1.3.7).
// Nothing in the token chooses how it is checked: two algorithms, keys from the provider's list.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/web_keys.h"
#include "base/error.h"

namespace liem::accounts::openid {

// What a token must be for.
struct Expected {
  std::string issuer, client, nonce;
  std::chrono::sys_seconds now;
};

// Clocks of two servers differ by less.
inline constexpr std::chrono::seconds clock_skew{60};
// A code is exchanged within seconds, so its token is new.
inline constexpr std::chrono::minutes longest_age{10};
inline constexpr std::size_t longest_token = std::size_t{32} << 10;  // bytes
inline constexpr std::size_t longest_subject = 255;

// What a provider may call a person: printable ASCII without spaces, so that it can be told on.
bool is_subject(std::string_view text);

// Whom the token is about. errors::token_key where it is signed with a key that `keys` lacks; the
// other refusals of a token are in accounts/openid_errors.h.
Result<std::string> subject_of(std::string_view token, const std::vector<WebKey>& keys,
                               const Expected& expected);

}  // namespace liem::accounts::openid
