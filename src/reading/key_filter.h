// Tells of most words at once that no phrase begins with them, so that few are looked up.
#pragma once

#include <array>
#include <cstdint>

#include "text/words.h"

namespace liem::reading {

// Of `size` bits, a power of two of at least 64; right whenever it says no.
template <std::size_t size>
class KeyFilter {
 public:
  void add(text::WordKey key) { bits_[place(key) / 64] |= std::uint64_t{1} << (place(key) % 64); }
  bool may_hold(text::WordKey key) const {
    return (bits_[place(key) / 64] >> (place(key) % 64) & 1) != 0;
  }

 private:
  // By the upper bits of a product with 2^64 divided by the golden ratio.
  static constexpr std::size_t place(text::WordKey key) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 40) % size;
  }
  std::array<std::uint64_t, size / 64> bits_{};
};

}  // namespace liem::reading
