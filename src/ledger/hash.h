// SHA-256 and how it is written.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace liem::ledger {

using Hash = std::array<unsigned char, 32>;

Hash sha256(std::string_view bytes);
std::string to_hex(std::span<const unsigned char> bytes);  // lower case
// Exactly as many bytes as `out` holds, in lower case; false for anything else.
bool from_hex(std::string_view text, std::span<unsigned char> out);

template <std::size_t size>
std::optional<std::array<unsigned char, size>> bytes_of_hex(std::string_view text) {
  std::array<unsigned char, size> out{};
  if (!from_hex(text, out)) return std::nullopt;
  return out;
}

}  // namespace liem::ledger
