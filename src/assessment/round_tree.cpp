#include "assessment/round_tree.h"

#include <algorithm>

namespace liem::assessment {

using figures::Tree;

RoundTree::RoundTree(const Round& round, std::vector<Unit> units,
                     const std::vector<Submission>& submissions)
    : units_(std::move(units)), answers_(units_.size()) {
  for (const auto& submission : submissions) {
    if (const auto place = place_of(submission.unit)) {
      answers_[*place] = submission.answers_sha256;
    }
  }
  std::vector<std::uint32_t> parents;
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    parents.push_back(parent_of(unit, round.to));
  }
  auto tree = Tree::of(std::move(parents));
  LIEM_CHECK(tree.has_value());  // circles are refused when units are taken in
  tree_ = std::move(*tree);
}

std::optional<std::size_t> RoundTree::place_of(const std::string& unit) const {
  const auto found = std::ranges::find(units_, unit, &Unit::id);
  if (found == units_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - units_.begin());
}

bool RoundTree::is_asked(std::size_t unit, const Date& last_day) const {
  const auto& to = units_[unit].to;
  return !to || *to >= last_day || answers_[unit];
}

std::uint32_t RoundTree::parent_of(std::size_t unit, const Date& last_day) const {
  if (!is_asked(unit, last_day)) return Tree::none;
  auto above = place_of(units_[unit].parent);
  while (above && !is_asked(*above, last_day)) above = place_of(units_[*above].parent);
  return above ? static_cast<std::uint32_t>(*above) : Tree::none;
}

std::string RoundTree::fingerprint() const {
  std::string out;
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    const auto above = tree_.parent(unit);
    out += units_[unit].id + "\n" + units_[unit].name.vi + "\n" + units_[unit].name.en + "\n" +
           (above == Tree::none ? "-" : units_[above].id) + "\n" + answers_[unit].value_or("-") +
           "\n";
  }
  return out;
}

std::vector<std::shared_ptr<const indicators::ScoredInputs>> RoundTree::score(
    const indicators::IndicatorSet& set,
    const std::vector<std::shared_ptr<const indicators::ScoredInputs>>& own) const {
  std::vector<indicators::UnitAnswers> answers;
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    answers.push_back({{units_[unit].id, units_[unit].name}, own[unit]});
  }
  auto scored = indicators::score_units(set, answers, tree_);
  std::vector<bool> answered(units_.size());
  for (const auto unit : tree_.upwards()) {
    answered[unit] = answered[unit] || answers_[unit].has_value();
    if (!answered[unit]) {
      scored[unit] = nullptr;
    } else if (tree_.parent(unit) != Tree::none) {
      answered[tree_.parent(unit)] = true;
    }
  }
  return scored;
}

}  // namespace liem::assessment
