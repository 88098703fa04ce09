// The multiple-choice knapsack with two budgets, exactly: of every group one option, most value
// within days and money, of those the cheapest. Whole numbers only; knows nothing of criteria.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "advice/multipliers.h"

namespace liem::advice::knapsack {

inline constexpr std::size_t most_items = 200;
using Items = std::bitset<most_items>;

// True where `a` comes first of two sets that win and cost the same: fewer items, then the one with
// the first item that only one of them has. Adding the same items to both changes nothing in it.
bool goes_before(const Items& a, const Items& b);

struct Option {
  std::int64_t value = 0;            // may be negative
  std::int64_t days = 0, money = 0;  // not negative
  Items items;
};
using Group = std::vector<Option>;  // never empty

// The order of choices: more value, then less money, fewer days, then goes_before().
bool better(const Option& a, const Option& b);

struct Budget {
  std::int64_t days = 0, money = 0;
};

// Money first, then days, in one number, of what keeps the budget; and the money in it.
Wide cost_of(const Option& one, const Budget& budget);
std::int64_t money_in(Wide cost, const Budget& budget);

struct Limits {
  std::size_t states = 2'000'000;  // looked at in all
};

struct Solved {
  Option best;             // summed over the groups
  std::size_t states = 0;  // looked at
  // Where the limit is met while looking for the cheapest, `best` is one choice of the most value,
  // not proven the first of them; none of them takes less money than this.
  bool proven_cheapest = true;
  std::int64_t least_money = 0;
};

// Nothing where no choice keeps the budget. Ties: least money, then fewest days, then
// goes_before(). Where the limit is met while looking for the most value, nothing either, and
// `gave_up` is set.
struct Answer {
  std::optional<Solved> solved;
  bool gave_up = false;
};
Answer solve(std::vector<Group> groups, const Budget& budget, const Limits& limits);

// Every choice whose value may, when it is off by at most `slack` either way, still be the best;
// nothing where the limit is met.
std::optional<std::vector<Option>> near_best(std::vector<Group> groups, const Budget& budget,
                                             std::int64_t slack, const Limits& limits);

// Drops options that another one of the group beats or equals in all: by more than `slack` in value
// where that is not 0.
void drop_beaten(Group& group, std::int64_t slack);

}  // namespace liem::advice::knapsack
