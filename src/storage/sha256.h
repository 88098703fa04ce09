// The SHA-256 of bytes that come in pieces.
#pragma once

#include <sodium.h>

#include <array>
#include <string>
#include <string_view>

#include "assessment/digest.h"

namespace liem::storage {

class Sha256 {
 public:
  Sha256() { crypto_hash_sha256_init(&state_); }
  void add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
  }
  // 64 hexadecimal digits; once.
  std::string take() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&state_, hash.data());
    return assessment::to_hex(hash);
  }

 private:
  crypto_hash_sha256_state state_{};
};

}  // namespace liem::storage
