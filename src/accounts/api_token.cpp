#include "accounts/api_token.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace liem::accounts {
namespace {

constexpr std::string_view prefix = "liem_";
constexpr std::size_t id_bytes = 8, secret_bytes = 32;

std::string hex(std::span<const unsigned char> bytes) {
  std::string out(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
  out.pop_back();
  return out;
}

bool is_hex(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

std::optional<Scope> scope_of(std::string_view name) {
  for (const Scope scope : {Scope::read, Scope::write}) {
    if (name == name_of(scope)) return scope;
  }
  return std::nullopt;
}

std::string_view name_of(Scope scope) { return scope == Scope::read ? "read" : "write"; }

TokenText new_token(const RandomBytes& random) {
  std::array<unsigned char, id_bytes> id{};
  std::array<unsigned char, secret_bytes> secret{};
  random(id);
  random(secret);
  return {hex(id), hex(secret)};
}

std::string written(const TokenText& token) {
  return std::string(prefix) + token.id + "_" + token.secret;
}

std::optional<TokenText> parse_token(std::string_view text) {
  if (text.size() != prefix.size() + 2 * id_bytes + 1 + 2 * secret_bytes) return std::nullopt;
  const auto id = text.substr(prefix.size(), 2 * id_bytes);
  const auto secret = text.substr(text.size() - 2 * secret_bytes);
  if (!text.starts_with(prefix) || text[prefix.size() + id.size()] != '_' || !is_hex(id) ||
      !is_hex(secret)) {
    return std::nullopt;
  }
  return TokenText{std::string(id), std::string(secret)};
}

}  // namespace liem::accounts
