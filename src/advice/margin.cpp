#include "advice/margin.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace liem::advice {
namespace {

using indicators::Provenance;

bool applies(const CriterionScore& score) { return score.state != State::not_applicable; }

// The part of its points a leaf reaches.
Rational reached_part(const CriterionScore& leaf) {
  if (leaf.state != State::scored || leaf.points.maximum.is_zero()) return {};
  return Rational::quotient(leaf.points.reached, leaf.points.maximum);
}

Rational product_sum(const std::vector<Rational>& a, const std::vector<Rational>& b) {
  Rational sum;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!b[i].is_zero()) sum += a[i] * b[i];
  }
  return sum;
}

// A group's children as one pair of units sees them.
struct Seen {
  std::vector<Rational> base;    // points as the set has them
  std::vector<Rational> gains;   // the most each child's part differs by; 0 where it does not apply
  std::vector<Rational> counts;  // 1 where the child applies, else 0
};

struct Best {
  std::vector<Rational> weights;
  Rational part;
};

// The most of gains·weights / counts·weights. The fraction is raised to what the weights that are
// best for it reach, until they reach no more (Dinkelbach); there are finitely many such weights.
Best best_part(const std::vector<Bounds>& bounds, const Seen& seen, const Rational& sum) {
  Best best{seen.base, product_sum(seen.gains, seen.base) / product_sum(seen.counts, seen.base)};
  for (;;) {
    std::vector<Rational> above(seen.gains.size());
    for (std::size_t i = 0; i < above.size(); ++i) {
      if (!seen.counts[i].is_zero()) above[i] = seen.gains[i] - best.part;
    }
    auto weights = best_weights(bounds, above, sum);
    Rational part = product_sum(seen.gains, weights) / product_sum(seen.counts, weights);
    if (part <= best.part) return best;
    best = {std::move(weights), std::move(part)};
  }
}

}  // namespace

std::vector<Rational> best_weights(const std::vector<Bounds>& bounds,
                                   const std::vector<Rational>& gains, const Rational& sum) {
  std::vector<Rational> weights;
  Rational left = sum;
  for (const auto& bound : bounds) {
    weights.push_back(bound.low);
    left = left - bound.low;
  }
  std::vector<std::size_t> order(bounds.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return gains[a] > gains[b]; });
  for (const auto i : order) {
    const Rational more = std::min(left, bounds[i].high - bounds[i].low);
    weights[i] += more;
    left = left - more;
  }
  return weights;
}

MarginFinder::MarginFinder(const IndicatorSet& set, int percent)
    : set_(set), share_(Rational::quotient(Decimal(percent), 100)) {}

std::vector<Bounds> MarginFinder::bounds(const std::vector<Criterion>& criteria) const {
  std::vector<Bounds> out;
  for (const auto& criterion : criteria) {
    const Rational points = is_outside(criterion) ? Decimal() : criterion.points;
    const Rational most =
        criterion.provenance == Provenance::assumed ? points * share_ : Rational();
    out.push_back({points - most, points + most});
  }
  return out;
}

Rational MarginFinder::child(const Criterion& criterion, const Pair& pair, const Rational& scale,
                             Margin& margin) const {
  if (!criterion.leaf) {
    return group(criterion.children, criterion.points, pair, scale, margin);
  }
  return (pair.first ? reached_part(*pair.first) : Rational()) -
         (pair.second ? reached_part(*pair.second) : Rational());
}

namespace {

// Which child holds the points of this one; nothing where they drop out.
std::optional<std::size_t> holds(const std::vector<Criterion>& criteria,
                                 const CriterionScore& group, std::size_t at) {
  const std::size_t holder = holder_of(criteria, group, at);
  if (group.children[holder].state == State::not_applicable) return std::nullopt;
  return holder;
}

// What is given or taken beyond the sum, in parts of the group's points; kept as it is.
Rational outside_part(const std::vector<Criterion>& criteria, const Decimal& points,
                      const CriterionScore* group) {
  Decimal sum;
  if (group == nullptr) return {};
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    if (is_outside(criteria[i])) sum += counted(criteria[i], group->children[i]);
  }
  return Rational::quotient(sum, points);
}

bool any_outside(const std::vector<Criterion>& criteria) {
  return std::ranges::any_of(criteria, is_outside);
}

}  // namespace

// Where different criteria apply to the two: each as far as it gets alone, which no common weights
// exceed.
Rational MarginFinder::apart(const std::vector<Criterion>& criteria, const Decimal& points,
                             const Pair& pair, const Rational& scale, Margin& margin) const {
  Margin first, second;
  const Rational part = group(criteria, points, {pair.first, nullptr}, scale, first) +
                        group(criteria, points, {nullptr, pair.second}, scale, second);
  for (const auto* alone : {&first, &second}) {
    for (const auto& [criterion, gain] : alone->gains) margin.gains[criterion] += gain;
  }
  margin.weights.insert(first.weights.begin(), first.weights.end());
  margin.against.insert(second.weights.begin(), second.weights.end());
  margin.exact = false;
  return part;
}

Rational MarginFinder::group(const std::vector<Criterion>& criteria, const Decimal& points,
                             const Pair& pair, const Rational& scale, Margin& margin) const {
  for (std::size_t i = 0; i < criteria.size() && pair.first && pair.second; ++i) {
    if (holds(criteria, *pair.first, i) != holds(criteria, *pair.second, i)) {
      return apart(criteria, points, pair, scale, margin);
    }
  }
  const CriterionScore& either = pair.first ? *pair.first : *pair.second;
  Seen seen;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const std::size_t at = holder_of(criteria, either, i);
    const Pair both{pair.first ? &pair.first->children[at] : nullptr,
                    pair.second ? &pair.second->children[at] : nullptr};
    const bool counts = !is_outside(criteria[i]) && applies(either.children[at]);
    const Rational base = is_outside(criteria[i]) ? Decimal() : criteria[i].points;
    seen.base.push_back(base);
    seen.counts.push_back(counts ? Rational(1) : Rational());
    seen.gains.push_back(counts ? child(criteria[at], both, scale * base / Rational(points), margin)
                                : Rational());
  }
  if (product_sum(seen.counts, seen.base).is_zero()) return {};
  const Rational before = product_sum(seen.gains, seen.base) / product_sum(seen.counts, seen.base);
  const Best best = best_part(bounds(criteria), seen, points);
  const Rational applicable = product_sum(seen.counts, best.weights);
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    margin.weights[&criteria[i]] = best.weights[i];
    if (best.weights[i] == seen.base[i] || seen.counts[i].is_zero()) continue;
    margin.gains[&criteria[i]] +=
        (best.weights[i] - seen.base[i]) * (seen.gains[i] - before) * scale / applicable;
  }
  if (!any_outside(criteria)) return best.part;
  margin.exact = false;  // it is cut at 0 and the group's points, which is left out here
  return best.part + outside_part(criteria, points, pair.first) -
         outside_part(criteria, points, pair.second);
}

Margin MarginFinder::most(const Score& first, const Score& second) const {
  Margin margin;
  const Rational points = set_.points;
  margin.points =
      points * group(set_.criteria, set_.points, {&first.total, &second.total}, points, margin);
  return margin;
}

namespace {

Rational part_of(const std::vector<Criterion>& criteria, const Decimal& points,
                 const CriterionScore& score, const Weights& weights) {
  Rational reached, applicable;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const auto at = holds(criteria, score, i);
    if (!at || is_outside(criteria[i])) continue;
    const auto moved = weights.find(&criteria[i]);
    const Rational weight = moved == weights.end() ? Rational(criteria[i].points) : moved->second;
    const Criterion& holder = criteria[*at];
    const CriterionScore& child = score.children[*at];
    applicable += weight;
    reached += weight * (holder.leaf ? reached_part(child)
                                     : part_of(holder.children, holder.points, child, weights));
  }
  const Rational outside = outside_part(criteria, points, &score);
  return applicable.is_zero() ? outside : reached / applicable + outside;
}

}  // namespace

Rational MarginFinder::total(const Score& score, const Weights& weights) const {
  return Rational(set_.points) * part_of(set_.criteria, set_.points, score.total, weights);
}

}  // namespace liem::advice
