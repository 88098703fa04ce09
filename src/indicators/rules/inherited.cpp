#include <algorithm>
#include <array>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

using How = Inherited::How;

constexpr std::array<std::pair<std::string_view, How>, 3> hows = {
    {{"recomputed", How::recomputed}, {"mean", How::mean}, {"weighted_mean", How::weighted_mean}}};

// Only what is counted can be summed over units.
void check_sums(Reader& reader, const yaml::Node& place, const Rule& own) {
  for (const auto& id : inputs_of(own)) {
    const auto kind = quantity_of(*reader.items.find(id)).kind;
    if (kind == Quantity::Kind::count || kind == Quantity::Kind::money ||
        kind == Quantity::Kind::days) {
      continue;
    }
    reader.loading.note(place.error(errors::cannot_be_summed, {{"id", id}}));
  }
}

// The units below to which the leaf applies.
struct Below {
  struct Unit {
    const UnitBelow* unit;
    const CriterionScore* leaf;
  };
  std::vector<Unit> scored;
  std::size_t applicable = 0;
  State without_answer = State::blank;  // where none is scored
};

Below units_of(const Question& question) {
  Below below;
  for (const auto& unit : question.below) {
    const auto* leaf = unit.score->find(question.code);
    LIEM_CHECK(leaf != nullptr);  // scored under the same set
    if (leaf->state == State::not_applicable) continue;
    ++below.applicable;
    if (leaf->state == State::scored) below.scored.push_back({&unit, leaf});
    if (leaf->state == State::not_available) below.without_answer = State::not_available;
  }
  return below;
}

Decimal whole(std::size_t count) { return {static_cast<std::int64_t>(count)}; }

Sentence units_step(const Below& below) {
  return {below.scored.size() == below.applicable ? "indicators.step.all_units"
                                                  : "indicators.step.some_units",
          {{"scored", whole(below.scored.size())}, {"applicable", whole(below.applicable)}}};
}

// The sum of what the scored units gave for the items of the rule.
Inputs summed(const Rule& own, const Below& below) {
  Inputs sums;
  for (const auto& id : inputs_of(own)) {
    for (const auto& [unit, leaf] : below.scored) {
      const Answer& answer = unit->inputs->at(id);
      if (answer.state != AnswerState::given) continue;
      Answer& sum = sums.answers[id];
      sum.value =
          sum.state == AnswerState::given ? sum.number() + answer.number() : answer.number();
      sum.state = AnswerState::given;
    }
  }
  return sums;
}

Outcome recomputed(const Rule& own, const Question& question, const Below& below) {
  const Inputs sums = summed(own, below);
  const Question of_sums{sums, question.items, question.maximum};
  Outcome outcome = apply(own, of_sums);
  outcome.steps.insert(outcome.steps.begin(), units_step(below));
  if (outcome.state != State::scored || below.scored.size() == below.applicable) return outcome;
  const Rational share = Rational::quotient(whole(below.scored.size()), whole(below.applicable));
  const Rational all = outcome.reached;
  outcome.reached = all * share;
  outcome.reachable = outcome.reachable * share;
  outcome.steps.push_back({"indicators.step.units_answered",
                           {{"points", number_words(all)},
                            {"scored", whole(below.scored.size())},
                            {"applicable", whole(below.applicable)},
                            {"result", number_words(outcome.reached)}}});
  return outcome;
}

// What each unit below weighs; a weight of 1 where none is asked for.
struct Weighed {
  std::vector<Rational> weights;  // of the scored units
  Rational all;                   // of every unit to which the leaf applies
  std::vector<Sentence> lacking;  // units whose weight is not given
};

Weighed weigh(const Inherited& rule, const Question& question, const Below& below) {
  Weighed out;
  for (const auto& unit : question.below) {
    const auto* leaf = unit.score->find(question.code);
    if (leaf->state == State::not_applicable) continue;
    Rational weight(1);
    if (rule.weight) {
      const Evaluated value = evaluate(*rule.weight, *unit.inputs);
      weight = value.number;
      if (value.state != Evaluated::State::given) {
        out.lacking.push_back({"indicators.step.no_weight",
                               {{"unit", unit.name}, {"label", question.name(*rule.weight)}}});
      }
    }
    out.all += weight;
    if (leaf->state == State::scored) out.weights.push_back(weight);
  }
  LIEM_CHECK(out.weights.size() == below.scored.size());
  return out;
}

// Brought to the leaf's own maximum: below, a sibling's points may have moved here.
Rational on_own_scale(const Decimal& points, const CriterionScore& leaf, const Question& question) {
  return Rational(points) * Rational::quotient(question.maximum, leaf.points.maximum);
}

Outcome mean(const Inherited& rule, const Question& question, const Below& below) {
  const Weighed weighed = weigh(rule, question, below);
  if (!weighed.lacking.empty()) return {State::not_available, {}, {}, weighed.lacking};
  if (weighed.all.is_zero()) return not_applicable({{"indicators.step.no_weights", {}}});
  Rational reached, reachable;
  std::vector<Words> terms;
  for (std::size_t i = 0; i < below.scored.size(); ++i) {
    const auto& [unit, leaf] = below.scored[i];
    const Rational points = on_own_scale(leaf->points.reached, *leaf, question);
    reached += points * weighed.weights[i];
    reachable += on_own_scale(leaf->points.reachable, *leaf, question) * weighed.weights[i];
    Words term = number_words(points);
    if (rule.weight) term = joined({term, number_words(weighed.weights[i])}, " × ");
    terms.push_back({term.vi + " (" + unit->name + ")", term.en + " (" + unit->name + ")"});
  }
  const Rational result = reached / weighed.all;
  return {State::scored,
          result,
          reachable / weighed.all,
          {units_step(below),
           {"indicators.step.mean",
            {{"terms", joined(terms, " + ")},
             {"all", number_words(weighed.all)},
             {"result", number_words(result)}}}}};
}

}  // namespace

std::optional<Rule> read_inherited(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "how", "weight", "rule", "nothing_below"});
  const auto name = reader.loading.text_at(node, "how");
  const auto* how =
      std::ranges::find(hows, name.value_or(""), &std::pair<std::string_view, How>::first);
  if (name && how == hows.end()) {
    reader.loading.note(
        (*node.at("how"))
            .error(errors::unknown_choice,
                   {{"value", *name}, {"known", "recomputed, mean, weighted_mean"}}));
  }
  const auto rule_node = reader.loading.take(node.at("rule"));
  auto own = rule_node ? read_rule(reader, *rule_node, Within::inherited) : std::nullopt;
  Inherited rule;
  const auto nothing = reader.loading.take(node.at("nothing_below"));
  const bool by_own = nothing && nothing->is_scalar() && *nothing->text() == "own";
  if (nothing && !by_own) {
    rule.nothing_below = reader.policy_at(node, "nothing_below", Reader::Moving::allowed);
    if (!rule.nothing_below) return std::nullopt;
  }
  if (!name || how == hows.end() || !own || !nothing) return std::nullopt;
  rule.how = how->second;
  if (rule.how == How::weighted_mean) {
    rule.weight = reader.weight_at(node, "weight");
    if (!rule.weight) return std::nullopt;
  } else if (node.has("weight")) {
    reader.loading.note((*node.at("weight")).error(errors::weight_not_used));
  }
  if (rule.how == How::recomputed) check_sums(reader, *rule_node, *own);
  rule.own = std::make_shared<const OwnRule>(std::move(*own));
  return rule;
}

std::vector<Sentence> describe(const Inherited& rule, const Question& question) {
  std::vector<Sentence> out;
  switch (rule.how) {
    case How::recomputed:
      out.push_back({"indicators.rule.recomputed", {}});
      break;
    case How::mean:
      out.push_back({"indicators.rule.mean", {}});
      break;
    case How::weighted_mean:
      out.push_back({"indicators.rule.weighted_mean", {{"weight", question.quoted(*rule.weight)}}});
      break;
  }
  if (rule.nothing_below) {
    out.push_back({"indicators.rule.nothing_below", {}});
    const SentenceValue units = std::vector<Sentence>{{"indicators.rule.units_below", {}}};
    out.push_back(none_sentence(*rule.nothing_below, question, units));
  }
  out.push_back({"indicators.rule.own", {}});
  for (auto& sentence : describe(rule.own->rule, question)) out.push_back(std::move(sentence));
  return out;
}

Outcome apply(const Inherited& rule, const Question& question) {
  if (question.below.empty()) {
    if (!rule.nothing_below) return apply(rule.own->rule, question);
    return nothing_occurred(*rule.nothing_below, question,
                            std::vector<Sentence>{{"indicators.rule.units_below", {}}});
  }
  const Below below = units_of(question);
  if (below.applicable == 0) return not_applicable({{"indicators.step.no_unit_applies", {}}});
  if (below.scored.empty()) return {below.without_answer, {}, {}, {units_step(below)}};
  if (rule.how == How::recomputed) return recomputed(rule.own->rule, question, below);
  return mean(rule, question, below);
}

}  // namespace liem::indicators::rules
