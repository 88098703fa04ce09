#include "accounts/id_token.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "accounts/base64url.h"
#include "accounts/openid_errors.h"
#include "accounts/strict_json.h"

namespace liem::accounts::openid {
namespace {

namespace json = boost::json;
using Time = std::chrono::sys_seconds;

struct Token {
  std::string_view signed_text;
  json::object header, claims;
  std::string signature;
};

std::optional<json::object> object_in(std::string_view part) {
  const auto bytes = from_base64url(part);
  return bytes ? strict_object(*bytes) : std::nullopt;
}

std::optional<Token> divided(std::string_view text) {
  const auto first = text.find('.'), last = text.rfind('.');
  if (text.size() > longest_token || first == last || text.find('.', first + 1) != last) {
    return std::nullopt;
  }
  auto header = object_in(text.substr(0, first));
  auto claims = object_in(text.substr(first + 1, last - first - 1));
  auto signature = from_base64url(text.substr(last + 1));
  if (!header || !claims || !signature) return std::nullopt;
  return Token{text.substr(0, last), std::move(*header), std::move(*claims), std::move(*signature)};
}

// Tokens for other uses name themselves ("at+jwt", "logout+jwt").
bool is_plain_kind(const json::object& header) {
  if (!header.contains("typ")) return true;
  const auto kind = text_member(header, "typ").value_or("");
  return std::ranges::equal(kind, std::string_view("jwt"), [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == b;
  });
}

Result<void> check_signature(const Token& token, const std::vector<WebKey>& keys) {
  // What must be understood (crit) is not: no extension is known here.
  if (token.header.contains("crit") || !is_plain_kind(token.header)) {
    return fail(errors::token_unreadable);
  }
  const auto algorithm = algorithm_named(text_member(token.header, "alg").value_or(""));
  if (!algorithm) return fail(errors::token_algorithm);
  const auto id = text_member(token.header, "kid");
  if (token.header.contains("kid") && !id) return fail(errors::token_unreadable);
  const WebKey* const key = key_for(keys, *algorithm, id);
  if (key == nullptr) return fail(errors::token_key);
  if (!signature_fits(*key, token.signed_text, token.signature)) {
    return fail(errors::token_signature);
  }
  return {};
}

Result<void> check_audience(const json::object& claims, const std::string& client) {
  const auto* const audience = claims.if_contains("aud");
  bool ours = audience != nullptr && audience->is_string() && audience->as_string() == client;
  bool others = false;
  if (audience != nullptr && audience->is_array()) {
    for (const auto& one : audience->as_array()) {
      const bool us = one.is_string() && one.as_string() == client;
      ours = ours || us;
      others = others || !us;
    }
  }
  // Of a token for several, whom it was made out to must be us.
  const bool named = claims.contains("azp");
  const bool made_out_to_us = named ? text_member(claims, "azp") == client : !others;
  if (!ours || !made_out_to_us) return fail(errors::token_audience);
  return {};
}

// Seconds since 1970, perhaps with a fraction.
std::optional<Time> time_member(const json::object& claims, std::string_view name) {
  constexpr double latest = 253'402'300'799;  // of the year 9999
  const auto* const value = claims.if_contains({name.data(), name.size()});
  if (value == nullptr || !value->is_number()) return std::nullopt;
  const double seconds = value->to_number<double>();
  if (!(seconds >= 0 && seconds <= latest)) return std::nullopt;
  return Time(std::chrono::seconds(static_cast<std::int64_t>(std::floor(seconds))));
}

Result<void> check_times(const json::object& claims, Time now) {
  const auto expires = time_member(claims, "exp"), issued = time_member(claims, "iat");
  const auto from = time_member(claims, "nbf");
  if (!expires || !issued || (claims.contains("nbf") && !from)) return fail(errors::token_time);
  if (now - clock_skew >= *expires) return fail(errors::token_expired);
  if (*issued > now + clock_skew || *issued < now - longest_age - clock_skew ||
      (from && *from > now + clock_skew)) {
    return fail(errors::token_time);
  }
  return {};
}

}  // namespace

bool is_subject(std::string_view text) {
  return !text.empty() && text.size() <= longest_subject &&
         std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

Result<std::string> subject_of(std::string_view text, const std::vector<WebKey>& keys,
                               const Expected& expected) {
  const auto token = divided(text);
  if (!token) return fail(errors::token_unreadable);
  if (auto held = check_signature(*token, keys); !held) return std::unexpected(held.error());
  const auto& claims = token->claims;
  if (text_member(claims, "iss") != expected.issuer) return fail(errors::token_issuer);
  if (auto held = check_audience(claims, expected.client); !held) {
    return std::unexpected(held.error());
  }
  if (auto held = check_times(claims, expected.now); !held) return std::unexpected(held.error());
  if (text_member(claims, "nonce") != expected.nonce) return fail(errors::token_nonce);
  const auto subject = text_member(claims, "sub");
  if (!subject || !is_subject(*subject)) return fail(errors::token_subject);
  return std::string(*subject);
}

}  // namespace liem::accounts::openid
