// A set of 35 leaves over 200 data items and the figures of a nation's units, made up anew on
// every run from the same numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "figures/roll_up.h"
#include "indicators/set.h"

namespace liem::bench {

inline constexpr std::size_t leaf_count = 35;
inline constexpr std::size_t item_count = 200;

indicators::IndicatorSet generated_set();

// Unit 0 at the top; `provinces` below it where there is more than one, else 0 is the province.
figures::Tree generated_tree(std::size_t provinces, std::size_t units);

// Sums are given by the lowest units alone, what stands apart by every unit. Some units are late.
figures::Table generated_figures(const indicators::IndicatorSet& set, const figures::Tree& tree,
                                 std::uint64_t year);

}  // namespace liem::bench
