// The leaves of a set beside their scores, and what a leaf weighs in the total.
#pragma once

#include <vector>

#include "base/rational.h"
#include "indicators/score.h"
#include "indicators/set.h"

namespace liem::advice {

using indicators::Criterion;
using indicators::CriterionScore;
using indicators::IndicatorSet;
using indicators::Score;
using indicators::State;

struct LeafScore {
  const Criterion* criterion = nullptr;
  const CriterionScore* score = nullptr;
  // Points of the total for one point of the leaf: above 1 where criteria beside it or above it do
  // not apply and the rest was rescaled; 0 where it does not apply itself.
  Rational weight;
  // What it adds to its group: below 0 for what is taken off beyond the sum.
  Decimal counted() const;
};

// In the order of the set. The score must be of this set and outlive the result.
std::vector<LeafScore> leaf_scores(const IndicatorSet& set, const Score& score);

// Points of the children that apply, with what siblings moved there; not those beyond the sum.
Decimal applicable_points(const std::vector<Criterion>& criteria, const CriterionScore& group);

bool is_outside(const Criterion& criterion);
Decimal counted(const Criterion& criterion, const CriterionScore& score);

// The sibling that holds the points of the child `at`, where the child does not apply and its
// points moved; else `at` itself.
std::size_t holder_of(const std::vector<Criterion>& criteria, const CriterionScore& group,
                      std::size_t at);

}  // namespace liem::advice
