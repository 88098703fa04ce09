#include "assessment/password.h"

#include <fmt/format.h>
#include <sodium.h>

#include <charconv>
#include <optional>
#include <vector>

#include "assessment/digest.h"
#include "base/error.h"

namespace liem::assessment {
namespace {

static_assert(std::tuple_size_v<Salt> == crypto_pwhash_SALTBYTES);
constexpr std::string_view scheme = "argon2id";

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number value{};
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || failed != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (auto end = text.find('$'); end != text.npos; end = text.find('$')) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

std::optional<Salt> salt_of(std::string_view hex) {
  Salt salt{};
  std::size_t got = 0;
  if (sodium_hex2bin(salt.data(), salt.size(), hex.data(), hex.size(), nullptr, &got, nullptr) !=
          0 ||
      got != salt.size()) {
    return std::nullopt;
  }
  return salt;
}

}  // namespace

std::string hash_password(std::string_view password, const Salt& salt, PasswordCost cost) {
  std::array<unsigned char, 32> hash{};
  // Fails only where the memory cannot be had: a broken machine, not an input.
  LIEM_CHECK(crypto_pwhash(hash.data(), hash.size(), password.data(), password.size(), salt.data(),
                           cost.passes, cost.memory, crypto_pwhash_ALG_ARGON2ID13) == 0);
  return fmt::format("{}${}${}${}${}", scheme, cost.passes, cost.memory, to_hex(salt),
                     to_hex(hash));
}

bool password_fits(std::string_view password, std::string_view hashed) {
  const auto parts = split(hashed);
  if (parts.size() != 5 || parts[0] != scheme) return false;
  const auto passes = number_of<unsigned>(parts[1]);
  const auto memory = number_of<std::size_t>(parts[2]);
  const auto salt = salt_of(parts[3]);
  if (!passes || !memory || !salt) return false;
  const std::string again = hash_password(password, *salt, {*passes, *memory});
  return again.size() == hashed.size() &&
         sodium_memcmp(again.data(), hashed.data(), again.size()) == 0;
}

}  // namespace liem::assessment
