#include "ledger/checkpoint.h"

#include <sodium.h>

#include <algorithm>

#include "ledger/canonical.h"
#include "ledger/errors.h"
#include "ledger/signature.h"

namespace liem::ledger {
namespace {

constexpr std::string_view secret_tag = "liem-ledger-secret-key-1 ";
constexpr std::string_view public_tag = "liem-ledger-public-key-1 ";

// What stands behind the tag, without the line's end.
std::string_view behind(std::string_view tag, std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text.starts_with(tag) ? text.substr(tag.size()) : std::string_view();
}

std::string signed_bytes(const Checkpoint& checkpoint) {
  CanonicalBytes out("liem-ledger-checkpoint-1");
  out.text(checkpoint.province).number(checkpoint.position);
  out.text({reinterpret_cast<const char*>(checkpoint.hash.data()), checkpoint.hash.size()});
  out.number(static_cast<std::uint64_t>(checkpoint.at.time_since_epoch().count()));
  out.text({reinterpret_cast<const char*>(checkpoint.key.data()), checkpoint.key.size()});
  return std::move(out).take();
}

const unsigned char* begin_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

KeyId PublicKey::id() const {
  const Hash hash = sha256({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  KeyId out;
  std::copy_n(hash.begin(), out.size(), out.begin());
  return out;
}

SecretKey SecretKey::from_seed(std::span<const unsigned char, 32> seed) {
  SecretKey key;
  PublicKey half;
  crypto_sign_seed_keypair(half.bytes.data(), key.bytes_.data(), seed.data());
  return key;
}

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

PublicKey SecretKey::public_key() const {
  PublicKey out;
  crypto_sign_ed25519_sk_to_pk(out.bytes.data(), bytes_.data());
  return out;
}

Signature SecretKey::sign(std::string_view bytes) const {
  Signature out;
  crypto_sign_detached(out.data(), nullptr, begin_of(bytes), bytes.size(), bytes_.data());
  return out;
}

std::string SecretKey::text() const {
  // The seed alone: the rest follows from it.
  return std::string(secret_tag) + to_hex(std::span(bytes_).first<32>()) + "\n";
}

Result<SecretKey> read_secret_key(std::string_view text, const std::string& file) {
  auto seed = bytes_of_hex<32>(behind(secret_tag, text));
  if (!seed) return fail(errors::bad_key, {{"file", file}});
  SecretKey key = SecretKey::from_seed(*seed);
  sodium_memzero(seed->data(), seed->size());
  return key;
}

std::string text_of(const PublicKey& key) {
  return std::string(public_tag) + to_hex(key.bytes) + "\n";
}

Result<PublicKey> read_public_key(std::string_view text, const std::string& file) {
  const auto bytes = bytes_of_hex<32>(behind(public_tag, text));
  if (!bytes) return fail(errors::bad_key, {{"file", file}});
  return PublicKey{*bytes};
}

Checkpoint make_checkpoint(const std::string& province, const Head& head,
                           std::chrono::sys_seconds now, const SecretKey& key) {
  Checkpoint out{province, head.position, head.hash, std::max(now, head.at), key.public_key().id(),
                 {}};
  out.signature = key.sign(signed_bytes(out));
  return out;
}

Result<void> check(const Checkpoint& checkpoint, std::span<const PublicKey> keys) {
  const auto found = std::ranges::find(keys, checkpoint.key, &PublicKey::id);
  const Args where{{"position", std::to_string(checkpoint.position)},
                   {"key", to_hex(checkpoint.key)}};
  if (found == keys.end()) return fail(errors::unknown_key, where);
  const std::string bytes = signed_bytes(checkpoint);
  if (!is_signed_by(*found, bytes, checkpoint.signature)) {
    return fail(errors::bad_signature, where);
  }
  return {};
}

}  // namespace liem::ledger
