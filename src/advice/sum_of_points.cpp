#include "advice/sum_of_points.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "advice/errors.h"

namespace liem::advice {
namespace {

using indicators::RoundingRule;

constexpr int places = 9;

// The most by which rounding on the way up moves the total from the weighted sum of the leaves.
class Roughness {
 public:
  explicit Roughness(const RoundingRule& rule) : rule_(rule) {}

  Rational of(const std::vector<Criterion>& criteria, const CriterionScore& total) {
    group(criteria, total, RoundingRule::At::total, 1);
    return most_;
  }

 private:
  bool is_even(const Decimal& points) const {
    return (Rational(points) / Rational(rule_.unit())).exact(0).has_value();
  }
  // Whether every value it may take is a whole number of the set's last decimals, or of its steps.
  bool leaf(const CriterionScore& score, const Rational& weight) {
    if (rule_.at == RoundingRule::At::leaf) return is_even(score.points.maximum);
    most_ += weight * Rational(Decimal::of(5, 7));  // shown to six places
    return false;
  }

  bool group(const std::vector<Criterion>& criteria, const CriterionScore& score,
             RoundingRule::At level, const Rational& weight) {
    const Decimal applicable = applicable_points(criteria, score);
    if (applicable.is_zero()) return true;
    const Rational scale = Rational::quotient(score.points.maximum, applicable);
    bool even = scale == Rational(1);
    for (std::size_t i = 0; i < criteria.size(); ++i) {
      const CriterionScore& child = score.children[i];
      if (child.state == State::not_applicable) continue;
      if (is_outside(criteria[i])) {  // what it gives or takes may be cut at 0 and the maximum
        leaf(child, weight);
        most_ += weight * Rational(child.points.maximum);
        even = false;
        continue;
      }
      const Rational own = weight * scale;
      const bool child_even =
          criteria[i].leaf ? leaf(child, own)
                           : group(criteria[i].children, child, RoundingRule::At::group, own);
      even = even && child_even;
    }
    if (even || rule_.at > level) return even;
    const Rational unit(rule_.unit());
    most_ += weight * (goes_to_nearest(rule_.mode) ? unit / Rational(2) : unit);
    return is_even(score.points.maximum);
  }

  RoundingRule rule_;
  Rational most_;
};

std::vector<State> pattern_of(const Outcome& outcome) {
  std::vector<State> pattern;
  for (const auto state : outcome.states) {
    pattern.push_back(state == State::not_applicable ? State::not_applicable : State::scored);
  }
  return pattern;
}

}  // namespace

std::int64_t billionths(const Decimal& value) {
  __int128 whole = value.mantissa();
  for (int i = value.scale(); i < places; ++i) whole *= 10;
  return static_cast<std::int64_t>(whole);
}

Result<std::vector<Case>> cases_of(const std::vector<Cluster>& clusters, std::size_t most) {
  std::vector<Case> cases = {Case{}};
  for (const auto& cluster : clusters) {
    std::map<std::vector<State>, std::vector<const Outcome*>> patterns;
    for (const auto& outcome : cluster.outcomes) patterns[pattern_of(outcome)].push_back(&outcome);
    std::vector<Case> grown;
    for (const auto& before : cases) {
      for (const auto& [pattern, outcomes] : patterns) {
        Case next = before;
        next.outcomes.push_back(outcomes);
        next.examples.push_back(outcomes.front());
        grown.push_back(std::move(next));
      }
    }
    cases = std::move(grown);
    if (cases.size() > most) {
      return fail(errors::too_many_cases, {{"most", std::to_string(most)}});
    }
  }
  return cases;
}

SumOfPoints::SumOfPoints(const IndicatorSet& set, const Score& example,
                         const std::vector<Cluster>& clusters, const Case& which) {
  const auto leaves = leaf_scores(set, example);
  bool cut = false;  // some value has more places than are kept
  const auto value_of = [&](const Rational& value) {
    cut = cut || !value.exact(places);
    return billionths(value.rounded(places, Rounding::half_up));
  };
  std::vector<bool> moved(leaves.size(), false);
  for (const auto& cluster : clusters) {
    for (const auto leaf : cluster.leaves) moved[leaf] = true;
  }
  Rational fixed;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (!moved[i]) fixed += leaves[i].weight * leaves[i].counted();
  }
  knapsack::Option rest;
  rest.value = value_of(fixed);
  groups_.push_back({rest});
  for (const auto& leaf : leaves) weights_.push_back(leaf.weight);
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    if (clusters[c].joint) {  // its leaves are valued one by one, in six places
      for (const auto leaf : clusters[c].leaves) {
        cut = cut || !leaves[leaf].weight.exact(places - 6);
      }
      continue;
    }
    auto& group = groups_.emplace_back();
    for (const auto* outcome : which.outcomes[c]) {
      Rational points;
      for (std::size_t i = 0; i < clusters[c].leaves.size(); ++i) {
        points += leaves[clusters[c].leaves[i]].weight * outcome->counted[i];
      }
      for (auto option : outcome->costs) {
        option.value = value_of(points);
        group.push_back(std::move(option));
      }
    }
  }
  const Rational rough = Roughness(set.rounding).of(set.criteria, example.total);
  slack_ = billionths(rough.rounded(places, Rounding::down));
  if (rough != Rational()) slack_ += 1;
  if (cut) slack_ += static_cast<std::int64_t>(groups_.size() + leaves.size());
}

std::int64_t SumOfPoints::value_of(std::size_t leaf, const Decimal& points) const {
  return billionths((weights_[leaf] * points).rounded(places, Rounding::half_up));
}

std::int64_t SumOfPoints::at_most(std::size_t leaf, std::int64_t points) const {
  const Rational all = weights_[leaf] * Rational(points);
  const Decimal cut = all.rounded(0, Rounding::down);
  return cut.to_int64().value() + (Rational(cut) < all ? 1 : 0);
}

std::int64_t SumOfPoints::grain_of(std::size_t leaf, const RoundingRule& rule,
                                   const Decimal& maximum) const {
  if (rule.at != RoundingRule::At::leaf || !weights_[leaf].exact(places - 6)) return 1;
  return std::gcd(value_of(leaf, rule.unit()), value_of(leaf, maximum));
}

bool SumOfPoints::describes(const Decimal& total, std::int64_t value) const {
  const std::int64_t apart = billionths(total) - value;
  return apart <= slack_ && -apart <= slack_;
}

Decimal SumOfPoints::most(std::int64_t value) const {
  return Decimal::of(value + slack_, places).rounded(6, Rounding::down);
}

}  // namespace liem::advice
