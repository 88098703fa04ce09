#include "accounts/totp.h"

#include <fmt/format.h>
#include <liboath/oath.h>
#include <sodium.h>

#include <algorithm>
#include <cstdlib>

#include "base/error.h"
#include "base/percent.h"

namespace liem::accounts {
namespace {

constexpr unsigned digits = 6;

std::array<char, digits + 1> code_of(const TotpSecret& secret, std::int64_t step) {
  std::array<char, digits + 1> code{};
  const auto* const key = reinterpret_cast<const char*>(secret.data());  // NOLINT: liboath's bytes
  LIEM_CHECK(oath_hotp_generate(key, secret.size(), static_cast<std::uint64_t>(step), digits, false,
                                OATH_HOTP_DYNAMIC_TRUNCATION, code.data()) == OATH_OK);
  return code;
}

}  // namespace

std::string totp_text(const TotpSecret& secret) {
  char* text = nullptr;
  std::size_t size = 0;
  const auto* const bytes =
      reinterpret_cast<const char*>(secret.data());  // NOLINT: liboath's bytes
  LIEM_CHECK(oath_base32_encode(bytes, secret.size(), &text, &size) == OATH_OK);
  std::string out(text, size);
  sodium_memzero(text, size);
  std::free(text);  // NOLINT: liboath allocates with malloc
  return out;
}

std::string totp_uri(const TotpSecret& secret, std::string_view issuer, std::string_view account) {
  return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}", encode_percent(issuer),
                     encode_percent(account), totp_text(secret));
}

std::optional<std::int64_t> totp_accepted(const TotpSecret& secret, std::string_view code, Time now,
                                          std::optional<std::int64_t> last_used) {
  if (code.size() != digits) return std::nullopt;
  const std::int64_t here = now.time_since_epoch() / totp_step;
  std::optional<std::int64_t> accepted;
  for (auto step = std::max<std::int64_t>(0, here - totp_window); step <= here + totp_window;
       ++step) {
    const auto wanted = code_of(secret, step);
    const bool fits = sodium_memcmp(wanted.data(), code.data(), digits) == 0;
    if (fits && (!last_used || step > *last_used)) accepted = step;
  }
  return accepted;
}

}  // namespace liem::accounts
