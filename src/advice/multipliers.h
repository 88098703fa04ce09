// Prices for two budgets that make the best bound on a multiple-choice knapsack. Exact integers.
#pragma once

#include <cstdint>
#include <vector>

namespace liem::advice::knapsack {

using Wide = __int128;

// One choice: what it gives (scaled by price_scale) and what it takes of either budget. A negative
// use is a contribution, for a budget that is a target from below.
struct Priced {
  Wide gain;
  Wide first, second;
};
inline constexpr int price_bits = 20;  // a price counts in 2^-20 of value per unit of budget

struct Prices {
  Wide first = 0, second = 0;
};

// Σ over groups of the largest gain - first·use - second·use.
Wide sum_of_best(const std::vector<std::vector<Priced>>& groups, const Prices& prices,
                 std::size_t from);

// Prices that make sum_of_best + first·left_first + second·left_second small: the least where the
// halving gets there. Whatever prices come out, that sum bounds every choice within the budgets.
Prices good_prices(const std::vector<std::vector<Priced>>& groups, Wide left_first,
                   Wide left_second, std::size_t from);

}  // namespace liem::advice::knapsack
