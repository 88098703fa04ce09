#include "indicators/bulk.h"

#include <algorithm>

namespace liem::indicators {
namespace {

const Scorer::SelfPoints no_self_points;

}  // namespace

std::vector<figures::RollUp> ways_of(const IndicatorSet& set) {
  std::vector<figures::RollUp> ways(set.items.items().size());
  for (const auto& [id, item] : set.items.items()) ways[item.index] = item.roll_up;
  return ways;
}

struct BulkScores::BelowOne {
  std::vector<Answers> answers;
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
  shown_.resize(units * places().size());
  // The lowest ones as their figures lie in the table.
  const figures::Tree& tree = figures_.tree();
  for (std::size_t unit = 0; unit < units; ++unit) {
    if (!tree.has_below(unit)) score(unit);
  }
  for (const auto unit : tree.upwards()) {
    if (tree.has_below(unit)) score(unit);
  }
}

void BulkScores::fill(Answers& answers, std::size_t unit) const {
  figures_.each_figure(read_, unit,
                       [&](std::size_t item, figures::AnswerState state, const Decimal& value) {
                         answers.set(item, Reply{state, value, nullptr});
                       });
}

BulkScores::BelowOne BulkScores::below(std::size_t unit) const {
  BelowOne out;
  if (!inherits_) return out;
  const auto units = figures_.tree().below(unit);
  out.answers.assign(units.size(), Answers(set_.items.items().size()));
  for (std::size_t i = 0; i < units.size(); ++i) {
    fill(out.answers[i], units[i]);
    out.units.push_back({names_[units[i]], &out.answers[i], shown_of(units[i])});
  }
  return out;
}

Scorer::Unit BulkScores::asked(std::size_t unit, const BelowOne& below) {
  fill(answers_, unit);
  return {answers_, no_self_points, below.units};
}

void BulkScores::score(std::size_t unit) {
  const BelowOne units = below(unit);
  std::ranges::copy(scorer_.points_of(asked(unit, units)), &shown_[unit * places().size()]);
}

BulkScores::At BulkScores::at(std::size_t unit, std::size_t place) const {
  const rules::ShownPoints& shown = shown_of(unit)[place];
  return {shown.state, shown.points()};
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
