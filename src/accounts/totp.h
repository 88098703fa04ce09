// One-time codes of an authenticator (RFC 6238: SHA-1, 6 digits, 30 seconds).
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace liem::accounts {

using Time = std::chrono::sys_seconds;
using TotpSecret = std::array<unsigned char, 20>;

inline constexpr std::chrono::seconds totp_step{30};
// Clocks of telephones go wrong by less than this many steps to either side.
inline constexpr std::int64_t totp_window = 1;

// In base32, as people type it into an authenticator.
std::string totp_text(const TotpSecret& secret);
// What an authenticator reads from a QR code.
std::string totp_uri(const TotpSecret& secret, std::string_view issuer, std::string_view account);

// The step the code stands for. A code of `last_used` or an earlier step is refused: whoever
// watched it being typed cannot use it again.
std::optional<std::int64_t> totp_accepted(const TotpSecret& secret, std::string_view code, Time now,
                                          std::optional<std::int64_t> last_used);

}  // namespace liem::accounts
