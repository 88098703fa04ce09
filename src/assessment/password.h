// Passwords are kept as Argon2id hashes only.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace liem::assessment {

using Salt = std::array<unsigned char, 16>;

struct PasswordCost {
  unsigned passes;
  std::size_t memory;  // bytes
};
// libsodium's "interactive" cost; each hash carries its own, so it can be raised later.
inline constexpr PasswordCost ordinary_cost{2, std::size_t{64} << 20};

// "argon2id$<passes>$<memory>$<salt>$<hash>", the last two hexadecimal.
std::string hash_password(std::string_view password, const Salt& salt, PasswordCost cost);

// Takes as long for a wrong password as for the right one; false for a malformed hash.
bool password_fits(std::string_view password, std::string_view hashed);

}  // namespace liem::assessment
