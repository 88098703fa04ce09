// How far one unit can get ahead of another when assumed points move: a small linear programme in
// each group of criteria, answered exactly by giving to the best first. Pure.
#pragma once

#include <map>
#include <vector>

#include "advice/tree.h"
#include "base/rational.h"

namespace liem::advice {

using Weights = std::map<const Criterion*, Rational>;  // points of each criterion

// Points each child of a group may have.
struct Bounds {
  Rational low, high;
};

// The most of the sum of weight times gain, over weights within bounds that add up to `sum`: every
// child gets its least, what is left goes to the largest gains. The bounds must allow the sum.
std::vector<Rational> best_weights(const std::vector<Bounds>& bounds,
                                   const std::vector<Rational>& gains, const Rational& sum);

struct Margin {
  Rational points;  // first less second, of the whole set's points; an upper bound where not exact
  // Where a criterion applies to one of the two only, the sum is of two fractions and each is moved
  // on its own.
  bool exact = true;
  Weights weights;  // within the bounds; where it is exact they give it
  Weights against;  // where it is not: in their place, best against second
  std::map<const Criterion*, Rational> gains;  // what each moved criterion adds to it
};

class MarginFinder {
 public:
  MarginFinder(const IndicatorSet& set, int percent);

  // The most by which `first` can be ahead of `second`; below 0 where it never is.
  Margin most(const Score& first, const Score& second) const;
  // The total with these weights; criteria not named keep their points.
  Rational total(const Score& score, const Weights& weights) const;

 private:
  struct Pair {
    const CriterionScore* first;   // nullptr: nobody, worth 0
    const CriterionScore* second;  // likewise
  };
  // Parts of a group's points, 0 to 1 each way; `scale` is what the group is worth in the total.
  Rational group(const std::vector<Criterion>& criteria, const Decimal& points, const Pair& pair,
                 const Rational& scale, Margin& margin) const;
  Rational apart(const std::vector<Criterion>& criteria, const Decimal& points, const Pair& pair,
                 const Rational& scale, Margin& margin) const;
  Rational child(const Criterion& criterion, const Pair& pair, const Rational& scale,
                 Margin& margin) const;
  std::vector<Bounds> bounds(const std::vector<Criterion>& criteria) const;

  const IndicatorSet& set_;
  Rational share_;  // of its own points by which an assumed criterion may move
};

}  // namespace liem::advice
