#include "advice/multipliers.h"

#include <algorithm>
#include <cstddef>

namespace liem::advice::knapsack {
namespace {

struct Use {
  Wide bound = 0, first = 0, second = 0;
};

// The bound and what its choices use.
Use use_at(const std::vector<std::vector<Priced>>& groups, const Prices& prices, std::size_t from) {
  Use use;
  for (std::size_t g = from; g < groups.size(); ++g) {
    const Priced* best = nullptr;
    Wide most = 0;
    for (const auto& one : groups[g]) {
      const Wide net = one.gain - prices.first * one.first - prices.second * one.second;
      if (best == nullptr || net > most) {
        best = &one;
        most = net;
      }
    }
    use.bound += most;
    use.first += best->first;
    use.second += best->second;
  }
  return use;
}

// About the least price whose choices keep the budget, by halving: the bound is convex in the price
// and its slope is budget less use. A thousandth of the price more or less hardly moves the bound.
template <class UseOf>
Wide halved(Wide budget, Wide top, const UseOf& use_of) {
  Wide low = 0, high = top;
  while (high - low > high / 1024) {
    const Wide middle = low + (high - low) / 2;
    if (use_of(middle) > budget) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return high;
}

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

// Above it no choice that uses anything is worth its price; and small enough for price times use,
// summed, to stay within 128 bits.
Wide dearest(const std::vector<std::vector<Priced>>& groups, Wide Priced::* use) {
  Wide gain = 1, most = 1;
  for (const auto& group : groups) {
    for (const auto& one : group) {
      gain = std::max(gain, magnitude(one.gain));
      most = std::max(most, magnitude(one.*use));
    }
  }
  const Wide ceiling = (Wide{1} << 117) / most;
  return std::min(2 * gain, ceiling);
}

}  // namespace

Wide sum_of_best(const std::vector<std::vector<Priced>>& groups, const Prices& prices,
                 std::size_t from) {
  return use_at(groups, prices, from).bound;
}

Prices good_prices(const std::vector<std::vector<Priced>>& groups, Wide left_first,
                   Wide left_second, std::size_t from) {
  const Wide top_first = dearest(groups, &Priced::first);
  const Wide top_second = dearest(groups, &Priced::second);
  const auto second_for = [&](Wide first) {
    return halved(left_second, top_second,
                  [&](Wide second) { return use_at(groups, {first, second}, from).second; });
  };
  const Wide first = halved(left_first, top_first, [&](Wide price) {
    return use_at(groups, {price, second_for(price)}, from).first;
  });
  return {first, second_for(first)};
}

}  // namespace liem::advice::knapsack
