// How points between two steps of a set go to one of them. Points are never negative.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "base/rational.h"

namespace liem::indicators {

enum class RoundingMode { half_up, half_even, half_down, up, down };

// As a set's file writes them.
inline constexpr std::array<std::pair<std::string_view, RoundingMode>, 5> rounding_modes = {
    {{"half_up", RoundingMode::half_up},
     {"half_even", RoundingMode::half_even},
     {"half_down", RoundingMode::half_down},
     {"up", RoundingMode::up},
     {"down", RoundingMode::down}}};

constexpr std::string_view name_of(RoundingMode mode) {
  return rounding_modes[static_cast<std::size_t>(mode)].first;
}

// Whether rounding moves a value by half a step at most.
constexpr bool goes_to_nearest(RoundingMode mode) {
  return mode != RoundingMode::up && mode != RoundingMode::down;
}

// `value`, not below 0, becomes a whole number of 10^-decimals.
void round_to(Rational& value, int decimals, RoundingMode mode);

}  // namespace liem::indicators
