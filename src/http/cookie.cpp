#include "http/cookie.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace liem::http {
namespace {

constexpr std::string_view cookie_name = "liem_session";

constexpr std::string_view openid_name = "liem_openid";

std::string_view value_of(std::string_view name, std::string_view cookie_field) {
  while (!cookie_field.empty()) {
    const auto end = std::min(cookie_field.find(';'), cookie_field.size());
    auto pair = cookie_field.substr(0, end);
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) {
      return pair.substr(name.size() + 1);
    }
    cookie_field.remove_prefix(std::min(end + 1, cookie_field.size()));
  }
  return {};
}

std::string cookie(std::string_view name, std::string_view token, std::string_view path,
                   std::chrono::seconds lifetime, const Head& head) {
  return fmt::format("{}={}; Path={}; HttpOnly; SameSite=Strict; Max-Age={}{}", name, token, path,
                     lifetime.count(),
                     head.client.secure || head.origin.starts_with("https://") ? "; Secure" : "");
}

}  // namespace

std::string_view session_token(std::string_view cookie_field) {
  return value_of(cookie_name, cookie_field);
}

std::string_view openid_token(std::string_view cookie_field) {
  return value_of(openid_name, cookie_field);
}

std::optional<std::string_view> bearer_token(std::string_view authorization_field) {
  constexpr std::string_view scheme = "bearer ";
  if (authorization_field.size() < scheme.size()) return std::nullopt;
  const auto given = authorization_field.substr(0, scheme.size());
  const bool ours = std::ranges::equal(given, scheme, [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == b;
  });
  if (!ours) return std::nullopt;
  auto token = authorization_field.substr(scheme.size());
  while (token.starts_with(' ')) token.remove_prefix(1);
  return token;
}

std::string session_cookie(std::string_view token, std::chrono::seconds lifetime,
                           const Head& head) {
  return cookie(cookie_name, token, "/", lifetime, head);
}

std::string openid_cookie(std::string_view token, std::chrono::seconds lifetime, const Head& head) {
  return cookie(openid_name, token, "/api/v1/session/openid", lifetime, head);
}

std::string cleared_session_cookie(const Head& head) {
  return session_cookie("", std::chrono::seconds(0), head);
}

}  // namespace liem::http
