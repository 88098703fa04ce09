#include "indicators/score.h"

#include <algorithm>

#include "indicators/mapping.h"
#include "indicators/scorer.h"

namespace liem::indicators {
namespace {

const CriterionScore* find_in(const CriterionScore& node, std::string_view code) {
  if (node.code == code) return &node;
  for (const auto& child : node.children) {
    if (const auto* found = find_in(child, code)) return found;
  }
  return nullptr;
}

}  // namespace

std::string_view name_of(State state) {
  switch (state) {
    case State::scored:
      return "scored";
    case State::blank:
      return "blank";
    case State::not_applicable:
      return "not_applicable";
    case State::not_available:
      break;
  }
  return "not_available";
}

const CriterionScore* Score::find(std::string_view code) const {
  return code == total_code ? &total : find_in(total, code);
}

bool can_be_explained(const IndicatorSet& set, std::string_view code) {
  return code == total_code || set.find(code) != nullptr;
}

Sentence basis_sentence(const LegalBasis& basis) {
  return {basis.provenance == Provenance::assumed ? "indicators.text.basis_assumed"
                                                  : "indicators.text.basis_published",
          {{"text", basis.text}}};
}

Sentence status_sentence(const LegalValue& value) {
  switch (value.status) {
    case law::Status::text:
      return {"indicators.text.law_text", {}};
    case law::Status::press:
      return {"indicators.text.law_press", {}};
    case law::Status::unconfirmed:
      break;
  }
  return {"indicators.text.law_unconfirmed", {}};
}

namespace {

void add_shown(const CriterionScore& score, std::vector<rules::ShownPoints>& shown) {
  const Points& points = score.points;
  shown.push_back({score.state, rules::in_millionths(points.reached),
                   rules::in_millionths(points.reachable), rules::in_millionths(points.maximum)});
  for (const auto& child : score.children) add_shown(child, shown);
}

void own_all_words(CriterionScore& score) {
  own_words(score.steps);
  for (auto& child : score.children) own_all_words(child);
}

bool inherits(const IndicatorSet& set) {
  return std::ranges::any_of(leaves_of(set), [](const Criterion* one) {
    return std::holds_alternative<Inherited>(one->leaf->rule);
  });
}

// Only rules that inherit look at them.
std::vector<UnitBelow> kept_below(const IndicatorSet& set, const Inputs& inputs) {
  std::vector<UnitBelow> units;
  if (inputs.below == nullptr || !inherits(set)) return units;
  for (const auto& unit : inputs.below->units) {
    units.push_back({unit.name, &unit.scored->inputs, &unit.scored->score});
  }
  return units;
}

Score score_with(const IndicatorSet& set, const Inputs& inputs, std::span<const UnitBelow> below) {
  std::vector<Answers> answers;
  std::vector<std::vector<rules::ShownPoints>> shown(below.size());
  std::vector<rules::Below> units;
  answers.reserve(below.size());
  for (std::size_t i = 0; i < below.size(); ++i) {
    answers.emplace_back(*below[i].inputs, set.items);
    add_shown(below[i].score->total, shown[i]);
    units.push_back({below[i].name, &answers.back(), shown[i]});
  }
  Score all{Scorer(set).explanation_of({Answers(inputs, set.items), inputs.self, units})};
  own_all_words(all.total);
  return all;
}

}  // namespace

const UnitsBelow* units_averaged(const Rule& rule, const Inputs& inputs) {
  const auto* inherited = std::get_if<Inherited>(&rule);
  const bool mean = inherited != nullptr && inherited->how != Inherited::How::recomputed;
  return mean ? inputs.below.get() : nullptr;
}

Score score(const IndicatorSet& set, const Inputs& inputs, std::span<const UnitBelow> below) {
  if (!below.empty()) return score_with(set, inputs, below);
  return score_with(set, inputs, kept_below(set, inputs));
}

}  // namespace liem::indicators
