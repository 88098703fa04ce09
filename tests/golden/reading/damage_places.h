// Where each kind of damage can happen in a text, and what it would leave there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "damage.h"

namespace liem::golden {

// Bytes; no page is so narrow, and a number alone on a line would be taken for the page's.
inline constexpr std::size_t least_of_a_line = 16;

// SplitMix64 (Steele, Lea, Flood 2014): a few lines, and the same numbers everywhere.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t limit) {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t value = state_;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
    return (value ^ (value >> 31)) % limit;
  }

 private:
  std::uint64_t state_;
};

// In the order of the text, none overlapping another.
std::vector<Edit> places_of(Damage kind, std::string_view text, Chance& chance);

}  // namespace liem::golden
