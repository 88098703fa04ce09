#include "advice/tree.h"

#include <algorithm>

namespace liem::advice {
namespace {

using indicators::MoveTo;
using indicators::Policy;

void collect(const std::vector<Criterion>& criteria, const CriterionScore& group,
             const Rational& weight, std::vector<LeafScore>& out) {
  const Decimal applicable = applicable_points(criteria, group);
  const Rational scale = applicable.is_zero()
                             ? Rational()
                             : Rational::quotient(group.points.maximum, applicable) * weight;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const CriterionScore& score = group.children[i];
    const bool out_of_it = score.state == State::not_applicable;
    const Rational own = out_of_it ? Rational() : is_outside(criteria[i]) ? weight : scale;
    if (criteria[i].leaf) out.push_back({&criteria[i], &score, own});
    collect(criteria[i].children, score, own, out);
  }
}

}  // namespace

bool is_outside(const Criterion& criterion) { return criterion.sum == Criterion::Sum::outside; }

Decimal counted(const Criterion& criterion, const CriterionScore& score) {
  if (!is_outside(criterion)) return score.points.reached;
  if (score.state != State::scored) return {};
  const bool bonus = std::holds_alternative<indicators::Bonus>(criterion.leaf->rule);
  return bonus ? score.points.reached : score.points.reached - score.points.maximum;
}

Decimal LeafScore::counted() const { return advice::counted(*criterion, *score); }

Decimal applicable_points(const std::vector<Criterion>& criteria, const CriterionScore& group) {
  Decimal points;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const CriterionScore& child = group.children[i];
    if (child.state != State::not_applicable && !is_outside(criteria[i])) {
      points += child.points.maximum;
    }
  }
  return points;
}

std::vector<LeafScore> leaf_scores(const IndicatorSet& set, const Score& score) {
  std::vector<LeafScore> out;
  collect(set.criteria, score.total, 1, out);
  return out;
}

std::size_t holder_of(const std::vector<Criterion>& criteria, const CriterionScore& group,
                      std::size_t at) {
  if (group.children[at].state != State::not_applicable) return at;
  std::vector<Policy> policies = {criteria[at].not_applicable};
  if (criteria[at].leaf) {
    std::ranges::move(policies_of(criteria[at].leaf->rule), std::back_inserter(policies));
  }
  for (const auto& policy : policies) {
    const auto* move = std::get_if<MoveTo>(&policy);
    if (move == nullptr) continue;
    const auto to = std::ranges::find(criteria, move->code, &Criterion::code);
    const auto place = static_cast<std::size_t>(to - criteria.begin());
    if (to != criteria.end() && group.children[place].points.maximum > to->points) return place;
  }
  return at;
}

}  // namespace liem::advice
