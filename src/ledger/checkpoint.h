// The end of a log at one moment, signed with a key that lies outside the database.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "ledger/entry.h"

namespace liem::ledger {

using Signature = std::array<unsigned char, 64>;  // Ed25519
using KeyId = std::array<unsigned char, 6>;       // the first bytes of the public key's SHA-256

struct PublicKey {
  std::array<unsigned char, 32> bytes{};
  KeyId id() const;
  bool operator==(const PublicKey&) const = default;
};

// Wiped from memory when it ends.
class SecretKey {
 public:
  static SecretKey from_seed(std::span<const unsigned char, 32> seed);
  SecretKey(const SecretKey&) = default;
  SecretKey& operator=(const SecretKey&) = default;
  ~SecretKey();
  PublicKey public_key() const;
  Signature sign(std::string_view bytes) const;
  std::string text() const;  // for a file only its owner may read

 private:
  SecretKey() = default;
  std::array<unsigned char, 64> bytes_{};
};

// One line of text each: what the file holds, then hexadecimal digits. errors::bad_key.
Result<SecretKey> read_secret_key(std::string_view text, const std::string& file);
std::string text_of(const PublicKey& key);
Result<PublicKey> read_public_key(std::string_view text, const std::string& file);

struct Checkpoint {
  std::string province;
  std::uint64_t position = 0;
  Hash hash{};  // of the entry at that position
  std::chrono::sys_seconds at{};
  KeyId key{};
  Signature signature{};
  bool operator==(const Checkpoint&) const = default;
};

// Never earlier than the head's own time.
Checkpoint make_checkpoint(const std::string& province, const Head& head,
                           std::chrono::sys_seconds now, const SecretKey& key);

// errors::unknown_key where none of `keys` made it, errors::bad_signature.
Result<void> check(const Checkpoint& checkpoint, std::span<const PublicKey> keys);

}  // namespace liem::ledger
