#include "accounts/base64url.h"

#include <sodium.h>

namespace liem::accounts {
namespace {

std::string encoded(std::span<const unsigned char> bytes, int variant) {
  std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), variant);
  out.pop_back();  // the NUL
  return out;
}

}  // namespace

std::string to_base64url(std::span<const unsigned char> bytes) {
  return encoded(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string to_base64(std::string_view bytes) {
  const auto* const first = reinterpret_cast<const unsigned char*>(bytes.data());  // NOLINT: bytes
  return encoded({first, bytes.size()}, sodium_base64_VARIANT_ORIGINAL);
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t got = 0;
  auto* const first = reinterpret_cast<unsigned char*>(out.data());  // NOLINT: bytes
  const char* end = nullptr;
  if (sodium_base642bin(first, out.size(), text.data(), text.size(), nullptr, &got, &end,
                        sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
      end != text.data() + text.size()) {
    return std::nullopt;
  }
  out.resize(got);
  return out;
}

}  // namespace liem::accounts
