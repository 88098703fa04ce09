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
  Decimal maximum;                 // with what siblings moved here
  std::optional<MoveTo> moves_to;  // only where it is not applicable
};

// The template of the step that rounds.
std::string rounding_step(const RoundingRule& rule) {
  std::string id = rule.mode == Rounding::half_up ? "indicators.step.rounded_half_up"
                                                  : "indicators.step.rounded_down";
  if (rule.step) id += "_to_step";
  return rule.provenance == Provenance::assumed ? id + "_assumed" : id;
}

Decimal in_six_places(const Rational& value) {
  return value.rounded(shown_places, Rounding::half_up);
}

class Scorer {
 public:
  Scorer(const IndicatorSet& set, const Inputs& inputs, std::span<const UnitBelow> below)
      : set_(set), inputs_(inputs), below_(below) {}

  Node total() const {
    Node node = group("", set_.points, set_.criteria);
    finish(node, RoundingRule::At::total);
    return node;
  }

 private:
  // Before anything is rounded.
  Node criterion(const Criterion& criterion) const;
  Node leaf(const Criterion& criterion) const;
  Node group(std::string code, const Decimal& maximum,
             const std::vector<Criterion>& children) const;
  // The children with their points moved and rounded.
  std::vector<Node> children_of(const std::vector<Criterion>& children) const;
  // Rounds where the set says so for this level, and says the last step.
  void finish(Node& node, RoundingRule::At level) const;
  Rational rounded(const Rational& value, const Decimal& maximum, RoundingRule::At level) const;

  const IndicatorSet& set_;
  const Inputs& inputs_;
  std::span<const UnitBelow> below_;
};

Rational Scorer::rounded(const Rational& value, const Decimal& maximum,
                         RoundingRule::At level) const {
  const RoundingRule& rule = set_.rounding;
  if (level < rule.at) return value;
  const Rational to = rule.step ? Rational((value / *rule.step).rounded(0, rule.mode)) * *rule.step
                                : Rational(value.rounded(rule.decimals, rule.mode));
  // A maximum finer than the set's steps is still the maximum.
  return std::min(to, Rational(maximum));
}

void Scorer::finish(Node& node, RoundingRule::At level) const {
  const Rational before = node.exact.reached;
  node.exact.reached = rounded(before, node.maximum, level);
  node.exact.reachable = rounded(node.exact.reachable, node.maximum, level);
  node.shown.points = {in_six_places(node.exact.reached), in_six_places(node.exact.reachable),
                       node.maximum};
  if (node.exact.self) {
    node.exact.self = rounded(*node.exact.self, node.maximum, level);
    node.shown.self = in_six_places(*node.exact.self);
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
                               {"step", set_.rounding.step.value_or(0)},
                               {"points", node.shown.points.reached}}});
}

// What holds where a criterion does not apply; a rule may have decided by no occurrence already.
void apply_policy(Node& node, const std::optional<Policy>& decided, const Policy& otherwise) {
  const Policy& policy = decided ? *decided : otherwise;
  auto& steps = node.shown.steps;
  if (const auto* move = std::get_if<MoveTo>(&policy)) {
    node.moves_to = *move;
    return;
  }
  if (std::holds_alternative<NotApplicable>(policy)) {
    if (!decided) steps.push_back({"indicators.step.dropped", {}});
    return;
  }
  Decimal points;
  if (std::holds_alternative<FullPoints>(policy)) points = node.maximum;
  if (const auto* fixed = std::get_if<FixedPoints>(&policy)) points = fixed->points;
  node.shown.state = State::scored;
  node.exact.reached = points;
  node.exact.reachable = node.maximum;
  steps.push_back({"indicators.step.not_applicable_points", {{"points", points}}});
}

Node Scorer::criterion(const Criterion& criterion) const {
  if (criterion.leaf) return leaf(criterion);
  Node node = group(criterion.code, criterion.points, criterion.children);
  if (node.shown.state == State::not_applicable) {
    apply_policy(node, std::nullopt, criterion.not_applicable);
  }
  return node;
}

Node Scorer::leaf(const Criterion& criterion) const {
  const rules::Question question{inputs_, set_.items, criterion.points, criterion.code, below_};
  Node node;
  node.shown.code = criterion.code;
  node.maximum = criterion.points;
  node.shown.rule_text = rules::describe(criterion.leaf->rule, question);
  rules::Outcome outcome = rules::apply(criterion.leaf->rule, question);
  node.shown.state = outcome.state;
  node.shown.steps = std::move(outcome.steps);
  node.exact = {std::move(outcome.reached), std::move(outcome.reachable), std::nullopt};
  if (const auto self = inputs_.self.find(criterion.code); self != inputs_.self.end()) {
    node.exact.self = self->second;
  }
  if (node.shown.state == State::not_applicable) {
    apply_policy(node, outcome.decided, criterion.not_applicable);
  }
  return node;
}

State state_of_group(const std::vector<Node>& nodes, const std::vector<Criterion>& children) {
  std::vector<State> inside, all;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    all.push_back(nodes[i].shown.state);
    if (children[i].sum == Criterion::Sum::inside) inside.push_back(nodes[i].shown.state);
  }
  const auto only = [](State state) { return [state](State other) { return other == state; }; };
  if (std::ranges::all_of(inside, only(State::not_applicable))) return State::not_applicable;
  for (const auto state : {State::scored, State::blank, State::not_available}) {
    if (std::ranges::any_of(all, only(state))) return state;
  }
  return State::not_applicable;
}

// The points of `from` count with `to`: what `to` reached is brought to both maxima together.
void move_points(Node& from, Node& to) {
  const Decimal own = to.maximum;
  to.maximum += from.maximum;
  const Rational scale = Rational::quotient(to.maximum, own);
  const Rational before = to.exact.reached;
  to.exact.reached = before * scale;
  to.exact.reachable = to.exact.reachable * scale;
  if (to.exact.self) to.exact.self = *to.exact.self * scale;
  from.shown.steps.push_back(
      {"indicators.step.moved_to", {{"points", from.maximum}, {"code", to.shown.code}}});
  if (to.shown.state != State::scored) return;
  to.shown.steps.push_back({"indicators.step.moved_here",
                            {{"code", from.shown.code},
                             {"points", from.maximum},
                             {"before", number_words(before)},
                             {"maximum", to.maximum},
                             {"own", own},
                             {"result", number_words(to.exact.reached)}}});
}

std::vector<Node> Scorer::children_of(const std::vector<Criterion>& children) const {
  std::vector<Node> nodes;
  for (const auto& child : children) nodes.push_back(criterion(child));
  for (auto& from : nodes) {
    if (!from.moves_to) continue;
    auto& to = *std::ranges::find(nodes, from.moves_to->code,
                                  [](const Node& node) { return node.shown.code; });
    if (to.shown.state == State::not_applicable) {
      from.shown.steps.push_back({"indicators.step.moved_nowhere", {{"code", to.shown.code}}});
    } else {
      move_points(from, to);
    }
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    finish(nodes[i], children[i].leaf ? RoundingRule::At::leaf : RoundingRule::At::group);
  }
  return nodes;
}

Words term(const Words& points, const std::string& code) {
  return {points.vi + " (" + code + ")", points.en + " (" + code + ")"};
}

// What the children inside the sum come to.
struct Sums {
  Decimal applicable;
  Exact exact{{}, {}, Rational()};
  std::vector<Words> terms;
};

Sums sums_of(const std::vector<Node>& nodes, const std::vector<Criterion>& children) {
  Sums sums;
  auto& [reached, reachable, self] = sums.exact;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& part = nodes[i];
    if (children[i].sum == Criterion::Sum::outside) continue;
    if (part.shown.state == State::not_applicable) continue;
    sums.applicable += part.maximum;
    reached += part.exact.reached;
    reachable += part.exact.reachable;
    self = self && part.exact.self ? std::optional(*self + *part.exact.self) : std::nullopt;
    if (part.shown.state != State::scored) continue;
    sums.terms.push_back(term(number_words(part.exact.reached), part.shown.code));
  }
  if (sums.terms.empty()) sums.terms.push_back({"0", "0"});
  return sums;
}

// Adds what is rewarded or taken off beyond the sum; the group stays within 0 and its maximum.
void add_outside(Node& node, const std::vector<Node>& nodes,
                 const std::vector<Criterion>& children) {
  const Rational maximum(node.maximum), none;
  auto& [reached, reachable, self] = node.exact;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& part = nodes[i];
    if (children[i].sum == Criterion::Sum::inside || part.shown.state != State::scored) continue;
    const bool bonus = std::holds_alternative<Bonus>(children[i].leaf->rule);
    const Rational start = bonus ? none : Rational(part.maximum);
    const Rational before = reached, change = part.exact.reached - start;
    if (bonus) reachable = std::min(reachable + part.exact.reachable, maximum);
    reached = std::clamp(before + change, none, reachable);
    if (self && part.exact.self) {
      self = std::clamp(*self + *part.exact.self - start, none, maximum);
    }
    node.shown.steps.push_back({bonus ? "indicators.step.bonus" : "indicators.step.taken_off",
                                {{"code", part.shown.code},
                                 {"before", number_words(before)},
                                 {"points", number_words(bonus ? change : none - change)},
                                 {"maximum", node.maximum},
                                 {"result", number_words(reached)}}});
  }
}

// Brings the group to its own points where some of its children do not apply.
void rescale(Node& node, const Decimal& applicable) {
  const Rational scale = Rational::quotient(node.maximum, applicable);
  const Rational sum = node.exact.reached;
  node.exact.reached = sum * scale;
  node.exact.reachable = node.exact.reachable * scale;
  if (node.exact.self) node.exact.self = *node.exact.self * scale;
  node.shown.steps.push_back({"indicators.step.rescaled",
                              {{"sum", number_words(sum)},
                               {"maximum", node.maximum},
                               {"applicable", applicable},
                               {"result", number_words(node.exact.reached)}}});
}

Node Scorer::group(std::string code, const Decimal& maximum,
                   const std::vector<Criterion>& children) const {
  Node node;
  node.shown.code = std::move(code);
  node.maximum = maximum;
  std::vector<Node> nodes = children_of(children);
  node.shown.state = state_of_group(nodes, children);
  if (node.shown.state == State::not_applicable) {
    node.shown.steps.push_back({"indicators.step.group_not_applicable", {}});
  } else {
    Sums sums = sums_of(nodes, children);
    node.exact = std::move(sums.exact);
    node.shown.steps.push_back(
        {"indicators.step.sum",
         {{"terms", joined(sums.terms, " + ")}, {"result", number_words(node.exact.reached)}}});
    if (sums.applicable != maximum) rescale(node, sums.applicable);
    add_outside(node, nodes, children);
  }
  for (auto& part : nodes) node.shown.children.push_back(std::move(part.shown));
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

Score score(const IndicatorSet& set, const Inputs& inputs, std::span<const UnitBelow> below) {
  return {Scorer(set, inputs, below).total().shown};
}

}  // namespace liem::indicators
