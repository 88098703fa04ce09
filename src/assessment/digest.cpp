#include "assessment/digest.h"

#include <sodium.h>

#include <array>

namespace liem::assessment {

std::string to_hex(std::span<const unsigned char> bytes) {
  std::string hex(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  hex.pop_back();
  return hex;
}

std::string sha256_of(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return to_hex(hash);
}

Content content_of(std::string bytes) {
  auto name = sha256_of(bytes);
  return {std::move(name), std::move(bytes)};
}

}  // namespace liem::assessment
