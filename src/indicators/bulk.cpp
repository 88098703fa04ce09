#include "indicators/bulk.h"

#include <algorithm>

namespace liem::indicators {
namespace {

constexpr int places_kept = 6;  // as many as points are shown with
const Scorer::SelfPoints no_self_points;

std::int64_t in_millionths(const Decimal& points) {
  auto whole = static_cast<std::int64_t>(points.mantissa());
  for (int scale = points.scale(); scale < places_kept; ++scale) whole *= 10;
  return whole;
}

Decimal of_millionths(std::int64_t points) { return Decimal::of(points, places_kept); }

}  // namespace

std::vector<figures::RollUp> ways_of(const IndicatorSet& set) {
  std::vector<figures::RollUp> ways(set.items.items().size());
  for (const auto& [id, item] : set.items.items()) ways[item.index] = item.roll_up;
  return ways;
}

struct BulkScores::BelowOne {
  std::vector<Answers> answers;
  std::vector<std::vector<rules::ShownPoints>> shown;
  std::vector<rules::Below> units;
};

BulkScores::BulkScores(const IndicatorSet& set, figures::RollUps figures,
                       std::vector<std::string> names)
    : set_(set),
      figures_(std::move(figures)),
      names_(std::move(names)),
      scorer_(set),
      answers_(set.items.items().size()) {
  const std::size_t units = figures_.tree().size();
  LIEM_CHECK(names_.size() == units && figures_.own().items() == set.items.items().size());
  for (const auto& place : places()) {
    if (place.criterion == nullptr || !place.criterion->leaf) continue;
    const Rule& rule = place.criterion->leaf->rule;
    inherits_ = inherits_ || std::holds_alternative<Inherited>(rule);
    for (const auto& id : inputs_of(rule)) read_.push_back(set.items.find(id)->index);
  }
  std::ranges::sort(read_);
  read_.erase(std::ranges::unique(read_).begin(), read_.end());
  reached_.resize(units * places().size());
  reachable_.resize(reached_.size());
  maximum_.resize(reached_.size());
  states_.resize(reached_.size());
  for (const auto unit : figures_.tree().upwards()) score(unit);
}

void BulkScores::fill(Answers& answers, std::size_t unit) const {
  for (const auto item : read_) {
    const figures::Figure figure = figures_.at(item, unit).figure;
    answers.set(item, Reply{figure.state, figure.value, nullptr});
  }
}

BulkScores::BelowOne BulkScores::below(std::size_t unit) const {
  BelowOne out;
  if (!inherits_) return out;
  const auto units = figures_.tree().below(unit);
  out.answers.assign(units.size(), Answers(set_.items.items().size()));
  out.shown.resize(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    fill(out.answers[i], units[i]);
    for (std::size_t place = 0; place < places().size(); ++place) {
      out.shown[i].push_back(at(units[i], place));
    }
    out.units.push_back({names_[units[i]], &out.answers[i], out.shown[i]});
  }
  return out;
}

Scorer::Unit BulkScores::asked(std::size_t unit, const BelowOne& below) {
  fill(answers_, unit);
  return {answers_, no_self_points, below.units};
}

void BulkScores::score(std::size_t unit) {
  const BelowOne units = below(unit);
  const auto shown = scorer_.points_of(asked(unit, units));
  std::size_t at = unit * shown.size();
  for (const auto& points : shown) {
    states_[at] = static_cast<std::uint8_t>(points.state);
    reached_[at] = in_millionths(points.reached);
    reachable_[at] = in_millionths(points.reachable);
    maximum_[at++] = in_millionths(points.maximum);
  }
}

rules::ShownPoints BulkScores::at(std::size_t unit, std::size_t place) const {
  const std::size_t at = unit * places().size() + place;
  return {static_cast<State>(states_[at]), of_millionths(reached_[at]),
          of_millionths(reachable_[at]), of_millionths(maximum_[at])};
}

CriterionScore BulkScores::explanation_of(std::size_t unit) {
  const BelowOne units = below(unit);
  return scorer_.explanation_of(asked(unit, units));
}

void BulkScores::set(std::size_t item, std::size_t unit, const figures::Figure& figure) {
  figures_.set(item, unit, figure);
  if (!std::ranges::binary_search(read_, item)) return;
  for (auto changed = static_cast<std::uint32_t>(unit); changed != figures::Tree::none;
       changed = figures_.tree().parent(changed)) {
    score(changed);
  }
}

}  // namespace liem::indicators
