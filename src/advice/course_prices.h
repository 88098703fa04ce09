// Prices and shares that make the bound on a course small.
#pragma once

#include "advice/course_bounds.h"

namespace liem::advice::course {

// What a bound is for: the most value, or the least cost of at least a value.
struct Aim {
  enum class What { value, cost };
  What what = What::value;
  knapsack::Budget budget;
  std::int64_t target = 0;  // of cost: the value it must have
};

// A table with the prices of what the aim limits: days, and money or value that still lacks.
struct Fit {
  Table table;
  Wide first = 0, second = 0;
};

// A state of a course: what is decided before a stage.
struct Partial {
  std::size_t stage = 0;
  knapsack::Option so_far;
  Standing at;
};

// On 2^price_bits times what the aim counts, of all that may follow: never less than it comes to.
Wide bound_of(const Fit& fit, const Aim& aim, std::size_t stage, const knapsack::Option& so_far,
              const Standing& at);

// Looks for prices with a small bound at `from`, as near to `known` (on the same scale) as it gets.
Fit good_fit(const Problem& problem, const Aim& aim, const Partial& from, Wide known,
             const Fit* start, int tries);

}  // namespace liem::advice::course
