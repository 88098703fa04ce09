#include "advice/knapsack.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace liem::advice::knapsack {
namespace {

using States = std::vector<Option>;

Option plus(const Option& a, const Option& b) {
  return {a.value + b.value, a.days + b.days, a.money + b.money, a.items | b.items};
}

// The least days seen for at most so much money.
class Staircase {
 public:
  bool beats(const Option& one) const {
    auto step = days_.upper_bound(one.money);
    return step != days_.begin() && std::prev(step)->second <= one.days;
  }
  void add(const Option& one) {
    if (beats(one)) return;
    auto step = days_.insert_or_assign(one.money, one.days).first;
    for (auto next = std::next(step); next != days_.end() && next->second >= one.days;) {
      next = days_.erase(next);
    }
  }

 private:
  std::map<std::int64_t, std::int64_t> days_;  // by money; days fall as money rises
};

// A bound on what the groups from some stage on can still give.
struct Bound {
  Prices prices;
  Wide rest = 0;  // sum_of_best from the stage on
};

// The groups as a price sees them.
using PricedGroups = std::vector<std::vector<Priced>>;

// Prices for the whole, and for what is left along one good choice.
std::vector<std::vector<Bound>> bounds_along(const PricedGroups& groups, Wide first, Wide second,
                                             const std::vector<std::pair<Wide, Wide>>& left) {
  constexpr std::size_t most_refits = 12;
  const std::size_t stages = groups.size();
  std::vector<Prices> fits = {good_prices(groups, first, second, 0)};
  const std::size_t every = std::max<std::size_t>(1, stages / most_refits);
  for (std::size_t at = every; at < stages && !left.empty(); at += every) {
    fits.push_back(good_prices(groups, left[at].first, left[at].second, at));
  }
  std::vector<std::vector<Bound>> out(stages + 1);
  for (const auto& prices : fits) {
    for (std::size_t at = 0; at <= stages; ++at) {
      out[at].push_back({prices, sum_of_best(groups, prices, at)});
    }
  }
  return out;
}

Wide least_bound(const std::vector<Bound>& bounds, Wide left_first, Wide left_second) {
  Wide least =
      bounds[0].rest + bounds[0].prices.first * left_first + bounds[0].prices.second * left_second;
  for (const auto& bound : bounds) {
    least = std::min(
        least, bound.rest + bound.prices.first * left_first + bound.prices.second * left_second);
  }
  return least;
}

Wide floor_shift(Wide value) { return value >> price_bits; }  // towards minus infinity

// One search over the groups, stage by stage: states that nothing beats and whose bound is good
// enough go on.
class Search {
 public:
  Search(const std::vector<Group>& groups, const Budget& budget, const Limits& limits)
      : groups_(groups), budget_(budget), limits_(limits) {
    for (const auto& group : groups) {
      for (const auto& option : group) grain_ = std::gcd(grain_, option.value);
    }
    if (grain_ == 0) grain_ = 1;
  }

  std::size_t states() const { return states_; }
  std::int64_t grain() const { return grain_; }

  // The most value: first a narrow pass for something to beat, then all that could beat it.
  std::optional<Option> most_value() {
    const PricedGroups priced = by_value();
    auto bounds = bounds_along(priced, budget_.days, budget_.money, {});
    const auto good_enough = [&](const Option& state, std::size_t at) {
      return !best_ || value_bound(bounds[at], state) > best_->value;
    };
    const auto rank = [&](const Option& state, std::size_t at) {
      return least_bound(bounds[at], budget_.days - state.days, budget_.money - state.money) +
             (Wide{state.value} << price_bits);
    };
    for (const std::size_t width : {std::size_t{64}, std::size_t{1024}}) {
      run(good_enough, 0, width, rank);
      if (best_) bounds = bounds_along(priced, budget_.days, budget_.money, left_along(*best_));
    }
    if (!run(good_enough, 0, everything, rank)) return std::nullopt;
    return best_;
  }

  // Of choices with at least this value the cheapest; `known` is one.
  Solved cheapest(const Option& known) {
    best_ = known;
    const std::int64_t target = known.value;
    const PricedGroups values = by_value(), costs = by_cost();
    const auto value_bounds = bounds_along(values, budget_.days, budget_.money, left_along(known));
    const auto cost_bounds = bounds_along(costs, budget_.days, -Wide{target}, {});
    const auto good_enough = [&](const Option& state, std::size_t at) {
      if (value_bound(value_bounds[at], state) < target) return false;
      const Wide gain =
          least_bound(cost_bounds[at], budget_.days - state.days, -(Wide{target} - state.value));
      return cost_of(state, budget_) - floor_shift(gain) <= cost_of(*best_, budget_);
    };
    const auto rank = [](const Option&, std::size_t) { return Wide{0}; };
    if (run(good_enough, 0, everything, rank)) return {*best_, states_, true, best_->money};
    const Wide least = -floor_shift(least_bound(cost_bounds[0], budget_.days, -Wide{target}));
    return {*best_, states_, false,
            std::clamp(money_in(least, budget_), std::int64_t{0}, best_->money)};
  }

  // All that may be within twice the slack of `best`.
  std::optional<States> within(const Option& best, std::int64_t slack) {
    const auto bounds = bounds_along(by_value(), budget_.days, budget_.money, left_along(best));
    const auto good_enough = [&](const Option& state, std::size_t at) {
      return value_bound(bounds[at], state) + 2 * slack >= best.value;
    };
    const auto rank = [](const Option&, std::size_t) { return Wide{0}; };
    if (!run(good_enough, slack, everything, rank)) return std::nullopt;
    return last_;
  }

 private:
  static constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

  PricedGroups by_value() const {
    return priced([](const Option& one) {
      return Priced{Wide{one.value} << price_bits, one.days, one.money};
    });
  }
  PricedGroups by_cost() const {
    return priced([this](const Option& one) {
      return Priced{-(cost_of(one, budget_) << price_bits), one.days, -Wide{one.value}};
    });
  }
  template <class Price>
  PricedGroups priced(const Price& price) const {
    PricedGroups out;
    for (const auto& group : groups_) {
      auto& list = out.emplace_back();
      for (const auto& option : group) list.push_back(price(option));
    }
    return out;
  }
  // The most value a state can still come to; values come in grains.
  std::int64_t value_bound(const std::vector<Bound>& bounds, const Option& state) const {
    const Wide more =
        floor_shift(least_bound(bounds, budget_.days - state.days, budget_.money - state.money));
    const Wide all = more + state.value;
    Wide grains = all / grain_;
    if (all % grain_ < 0) --grains;
    return static_cast<std::int64_t>(grains * grain_);
  }
  // The budget left before each stage along a choice.
  std::vector<std::pair<Wide, Wide>> left_along(const Option& choice) const {
    std::vector<std::pair<Wide, Wide>> left;
    Wide days = budget_.days, money = budget_.money;
    for (const auto& group : groups_) {
      left.emplace_back(days, money);
      for (const auto& option : group) {
        if (option.items.none() || (option.items & choice.items) != option.items) continue;
        if ((choice.items & items_of(group)) != option.items) continue;
        days -= option.days;
        money -= option.money;
        break;
      }
    }
    return left;
  }
  static Items items_of(const Group& group) {
    Items all;
    for (const auto& option : group) all |= option.items;
    return all;
  }

  template <class GoodEnough, class Rank>
  bool run(const GoodEnough& good_enough, std::int64_t slack, std::size_t width, const Rank& rank) {
    last_ = {Option{}};
    for (std::size_t at = 0; at < groups_.size(); ++at) {
      States grown;
      for (const auto& state : last_) {
        for (const auto& option : groups_[at]) {
          Option next = plus(state, option);
          if (next.days > budget_.days || next.money > budget_.money) continue;
          if (++states_ > limits_.states) return false;
          if (good_enough(next, at + 1)) grown.push_back(std::move(next));
        }
      }
      drop_beaten(grown, slack);
      if (grown.size() > width) {
        std::ranges::stable_sort(grown, std::greater{},
                                 [&](const Option& one) { return rank(one, at + 1); });
        grown.resize(width);
      }
      last_ = std::move(grown);
    }
    for (const auto& state : last_) {
      if (!best_ || better(state, *best_)) best_ = state;
    }
    return true;
  }

  const std::vector<Group>& groups_;
  Budget budget_;
  Limits limits_;
  std::int64_t grain_ = 0;
  std::size_t states_ = 0;
  std::optional<Option> best_;
  States last_;
};

// Groups that use most of the budget first: what is left then decides little.
void prepare(std::vector<Group>& groups, const Budget& budget, std::int64_t slack) {
  for (auto& group : groups) {
    std::erase_if(group, [&](const Option& one) {
      return one.days > budget.days || one.money > budget.money;
    });
    drop_beaten(group, slack);
  }
  std::ranges::stable_sort(groups, std::greater{}, [](const Group& group) {
    std::int64_t most = 0;
    for (const auto& option : group) most = std::max(most, option.value);
    return most;
  });
}

bool some_empty(const std::vector<Group>& groups) {
  return std::ranges::any_of(groups, [](const Group& group) { return group.empty(); });
}

}  // namespace

bool goes_before(const Items& a, const Items& b) {
  if (a.count() != b.count()) return a.count() < b.count();
  const Items differ = a ^ b;
  const std::size_t first = differ._Find_first();
  return first < most_items && a.test(first);
}

bool better(const Option& a, const Option& b) {
  if (a.value != b.value) return a.value > b.value;
  if (a.money != b.money) return a.money < b.money;
  if (a.days != b.days) return a.days < b.days;
  return goes_before(a.items, b.items);
}

Wide cost_of(const Option& one, const Budget& budget) {
  return Wide{one.money} * (Wide{budget.days} + 1) + one.days;
}

std::int64_t money_in(Wide cost, const Budget& budget) {
  return static_cast<std::int64_t>(cost / (Wide{budget.days} + 1));
}

void drop_beaten(Group& group, std::int64_t slack) {
  std::ranges::sort(group, better);
  Staircase seen;
  Group kept;
  std::size_t counted = 0;  // of those before, how many beat by enough value to count
  for (const auto& one : group) {
    while (counted < kept.size() && kept[counted].value >= one.value + 2 * slack &&
           (slack == 0 || kept[counted].value > one.value)) {
      seen.add(kept[counted++]);
    }
    if (!seen.beats(one)) kept.push_back(one);
  }
  group = std::move(kept);
}

Answer solve(std::vector<Group> groups, const Budget& budget, const Limits& limits) {
  prepare(groups, budget, 0);
  if (some_empty(groups)) return {};
  Search search(groups, budget, limits);
  auto most = search.most_value();
  if (!most) return {std::nullopt, search.states() > limits.states};
  Search second(groups, budget, limits);
  Solved found = second.cheapest(*most);
  found.states += search.states();
  return {std::move(found), false};
}

std::optional<std::vector<Option>> near_best(std::vector<Group> groups, const Budget& budget,
                                             std::int64_t slack, const Limits& limits) {
  prepare(groups, budget, slack);
  if (some_empty(groups)) return States{};
  Search first(groups, budget, limits);
  const auto best = first.most_value();
  if (!best) return std::nullopt;
  return Search(groups, budget, limits).within(*best, slack);
}

}  // namespace liem::advice::knapsack
