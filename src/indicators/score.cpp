#include "indicators/score.h"

#include <algorithm>

#include "base/rational.h"
#include "indicators/rules/kind.h"

namespace liem::indicators {
namespace {

constexpr int shown_places = 6;  // where the set does not round

// What is carried upwards, exactly unless the set has rounded it.
struct Exact {
  Rational reached, reachable;
  std::optional<Rational> self;
};

struct Node {
  CriterionScore shown;
  Exact exact;
};

// The template of the step that rounds.
std::string rounding_step(const RoundingRule& rule) {
  std::string id = rule.mode == Rounding::half_up ? "indicators.step.rounded_half_up"
                                                  : "indicators.step.rounded_down";
  return rule.provenance == Provenance::assumed ? id + "_assumed" : id;
}

class Scorer {
 public:
  Scorer(const IndicatorSet& set, const Inputs& inputs) : set_(set), inputs_(inputs) {}

  Node total() const { return group("", set_.points, set_.criteria, RoundingRule::At::total); }

 private:
  Node criterion(const Criterion& criterion) const {
    if (criterion.leaf) return leaf(criterion);
    return group(criterion.code, criterion.points, criterion.children, RoundingRule::At::group);
  }
  Node leaf(const Criterion& criterion) const;
  Node group(std::string code, const Decimal& maximum, const std::vector<Criterion>& children,
             RoundingRule::At level) const;
  // Rounds where the set says so for this level, and says the last step.
  void finish(Node& node, const Decimal& maximum, RoundingRule::At level) const;
  Rational rounded(const Rational& value, const Decimal& maximum, RoundingRule::At level) const;

  const IndicatorSet& set_;
  const Inputs& inputs_;
};

Rational Scorer::rounded(const Rational& value, const Decimal& maximum,
                         RoundingRule::At level) const {
  if (level < set_.rounding.at) return value;
  // A maximum finer than the set's decimals is still the maximum.
  return std::min(Rational(value.rounded(set_.rounding.decimals, set_.rounding.mode)),
                  Rational(maximum));
}

void Scorer::finish(Node& node, const Decimal& maximum, RoundingRule::At level) const {
  const auto shown = [](const Rational& value) {
    return value.rounded(shown_places, Rounding::half_up);
  };
  const Rational before = node.exact.reached;
  node.exact.reached = rounded(before, maximum, level);
  node.exact.reachable = rounded(node.exact.reachable, maximum, level);
  node.shown.points = {shown(node.exact.reached), shown(node.exact.reachable), maximum};
  if (node.exact.self) {
    node.exact.self = rounded(*node.exact.self, maximum, level);
    node.shown.self = shown(*node.exact.self);
  }
  if (node.shown.self && node.shown.state != State::not_applicable) {
    node.shown.gap = *node.shown.self - node.shown.points.reached;
  }
  if (before == node.exact.reached) {
    node.shown.steps.push_back(
        {"indicators.step.points", {{"points", number_words(node.exact.reached)}}});
    return;
  }
  node.shown.steps.push_back({rounding_step(set_.rounding),
                              {{"exact", number_words(before)},
                               {"decimals", Decimal(set_.rounding.decimals)},
                               {"points", node.shown.points.reached}}});
}

Node Scorer::leaf(const Criterion& criterion) const {
  const rules::Question question{inputs_, set_.items, criterion.points};
  Node node;
  node.shown.code = criterion.code;
  node.shown.rule_text = std::visit(
      [&](const auto& rule) { return rules::describe(rule, question); }, criterion.leaf->rule);
  rules::Outcome outcome = std::visit(
      [&](const auto& rule) { return rules::apply(rule, question); }, criterion.leaf->rule);
  node.shown.state = outcome.state;
  node.shown.steps = std::move(outcome.steps);
  node.exact = {std::move(outcome.reached), std::move(outcome.reachable), std::nullopt};
  if (const auto self = inputs_.self.find(criterion.code); self != inputs_.self.end()) {
    node.exact.self = self->second;
  }
  finish(node, criterion.points, RoundingRule::At::leaf);
  return node;
}

State state_of_group(const std::vector<CriterionScore>& children) {
  const auto any = [&](State state) {
    return std::ranges::find(children, state, &CriterionScore::state) != children.end();
  };
  for (const auto state : {State::scored, State::blank, State::not_available}) {
    if (any(state)) return state;
  }
  return State::not_applicable;
}

Words term(const Words& points, const std::string& code) {
  return {points.vi + " (" + code + ")", points.en + " (" + code + ")"};
}

Node Scorer::group(std::string code, const Decimal& maximum, const std::vector<Criterion>& children,
                   RoundingRule::At level) const {
  Node node;
  node.shown.code = std::move(code);
  Decimal applicable;
  std::vector<Words> terms;
  std::optional<Rational> self = Rational();
  for (const auto& child : children) {
    Node part = criterion(child);
    if (part.shown.state != State::not_applicable) {
      applicable += child.points;
      node.exact.reached += part.exact.reached;
      node.exact.reachable += part.exact.reachable;
      self = self && part.exact.self ? std::optional(*self + *part.exact.self) : std::nullopt;
      if (part.shown.state == State::scored) {
        terms.push_back(term(number_words(part.exact.reached), child.code));
      }
    }
    node.shown.children.push_back(std::move(part.shown));
  }
  node.shown.state = state_of_group(node.shown.children);
  if (node.shown.state == State::not_applicable) {
    node.shown.steps.push_back({"indicators.step.group_not_applicable", {}});
    finish(node, maximum, level);
    return node;
  }
  const Rational sum = node.exact.reached;
  if (terms.empty()) terms.push_back({"0", "0"});
  node.shown.steps.push_back(
      {"indicators.step.sum", {{"terms", joined(terms, " + ")}, {"result", number_words(sum)}}});
  if (applicable != maximum) {
    const Rational scale = Rational::quotient(maximum, applicable);
    node.exact.reached = sum * scale;
    node.exact.reachable = node.exact.reachable * scale;
    if (self) self = *self * scale;
    node.shown.steps.push_back({"indicators.step.rescaled",
                                {{"sum", number_words(sum)},
                                 {"maximum", maximum},
                                 {"applicable", applicable},
                                 {"result", number_words(node.exact.reached)}}});
  }
  node.exact.self = std::move(self);
  finish(node, maximum, level);
  return node;
}

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

const CriterionScore* Score::find(std::string_view code) const { return find_in(total, code); }

Sentence basis_sentence(const LegalBasis& basis) {
  return {basis.provenance == Provenance::assumed ? "indicators.text.basis_assumed"
                                                  : "indicators.text.basis_published",
          {{"text", basis.text}}};
}

Score score(const IndicatorSet& set, const Inputs& inputs) {
  return {Scorer(set, inputs).total().shown};
}

}  // namespace liem::indicators
