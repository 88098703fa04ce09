// The total of a set as a sum over clusters of actions, with the most that rounding may add to it.
#pragma once

#include <vector>

#include "advice/knapsack.h"
#include "advice/outcomes.h"

namespace liem::advice {

// Of a number with nine decimals at most.
std::int64_t billionths(const Decimal& value);

// Which criteria apply: what a leaf weighs in the total is the same all through a case.
struct Case {
  std::vector<std::vector<const Outcome*>> outcomes;  // of each cluster, those of the case
  std::vector<const Outcome*> examples;               // one of each
};

// errors::too_many_cases where there are more than `most`.
Result<std::vector<Case>> cases_of(const std::vector<Cluster>& clusters, std::size_t most);

// Values are billionths of a point.
class SumOfPoints {
 public:
  // `example` is the score of some choice of the case.
  SumOfPoints(const IndicatorSet& set, const Score& example, const std::vector<Cluster>& clusters,
              const Case& which);

  // One group a listed cluster; the first group is what no action touches.
  const std::vector<knapsack::Group>& groups() const { return groups_; }
  // The total of a choice is its value, give or take this much: 0 where no group of criteria is
  // rounded after it was rescaled, nor points left unrounded below.
  std::int64_t slack() const { return slack_; }
  // The value of a leaf's points in the total.
  std::int64_t value_of(std::size_t leaf, const Decimal& points) const;
  // The same of billionths of its points, no lower.
  std::int64_t at_most(std::size_t leaf, std::int64_t billionths) const;
  // Every value the leaf may have is a whole multiple of it.
  std::int64_t grain_of(std::size_t leaf, const indicators::RoundingRule& rule,
                        const Decimal& maximum) const;
  bool describes(const Decimal& total, std::int64_t value) const;
  // No choice of this value or less has a total above it.
  Decimal most(std::int64_t value) const;

 private:
  std::vector<knapsack::Group> groups_;
  std::vector<Rational> weights_;  // by leaf
  std::int64_t slack_ = 0;
};

}  // namespace liem::advice
