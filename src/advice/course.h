// The best choice over clusters too large to list: their actions are decided one after another, the
// listed clusters after them. Exact; knows nothing of criteria but what the pieces tell.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "advice/knapsack.h"
#include "advice/pieces.h"

namespace liem::advice::course {

// A cluster under way; values are billionths of a point of the total.
struct Run {
  const Joint* joint = nullptr;
  // By piece and standing, or cell: at most what it adds.
  std::vector<std::vector<std::int64_t>> gains;
  std::vector<std::int64_t> bases;  // by leaf, at most: with what rounding may add
  // What a leaf comes to after these actions; nothing where the rules refuse them.
  std::function<std::optional<std::int64_t>(std::size_t leaf, const knapsack::Items&)> value_of;
};

struct Problem {
  std::vector<Run> runs;
  std::vector<knapsack::Group> groups;
  const std::vector<Action>* actions = nullptr;
  std::int64_t grain = 1;  // every value is a whole multiple of it
};

// As knapsack::solve() and near_best() answer.
knapsack::Answer solve(const Problem& problem, const knapsack::Budget& budget,
                       const knapsack::Limits& limits);
std::optional<std::vector<knapsack::Option>> near_best(const Problem& problem,
                                                       const knapsack::Budget& budget,
                                                       std::int64_t slack,
                                                       const knapsack::Limits& limits);

}  // namespace liem::advice::course
