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
struct Applicable {
  std::vector<const Below*> scored;
  std::size_t all = 0;
  State without_answer = State::blank;  // where none is scored
};

Applicable units_of(const Question& question) {
  Applicable units;
  for (const auto& unit : question.below) {
    const State state = unit.shown[question.place].state;
    if (state == State::not_applicable) continue;
    ++units.all;
    if (state == State::scored) units.scored.push_back(&unit);
    if (state == State::not_available) units.without_answer = State::not_available;
  }
  return units;
}

Decimal whole(std::size_t count) { return {static_cast<std::int64_t>(count)}; }

void tell_units(const Applicable& units, const Question& question) {
  if (!question.steps) return;
  question.steps->push_back(
      {units.scored.size() == units.all ? "indicators.step.all_units"
                                        : "indicators.step.some_units",
       {{"scored", whole(units.scored.size())}, {"applicable", whole(units.all)}}});
}

// The sum of what the scored units gave for the items of the rule.
Answers summed(const Rule& own, const Question& question, const Applicable& units) {
  Answers sums(question.items.items().size());
  for (const auto& id : inputs_of(own)) {
    const std::size_t item = question.items.find(id)->index;
    Reply sum;
    for (const auto* unit : units.scored) {
      const Reply& reply = unit->answers->at(item);
      if (reply.state != AnswerState::given) continue;
      sum.state = AnswerState::given;
      sum.number += reply.number;
    }
    sums.set(item, sum);
  }
  return sums;
}

Outcome recomputed(const Rule& own, const Question& question, const Applicable& units) {
  const Answers sums = summed(own, question, units);
  tell_units(units, question);
  Outcome outcome = apply(own, {sums, question.items, question.maximum, question.steps});
  if (outcome.state != State::scored || units.scored.size() == units.all) return outcome;
  const Rational share = Rational::quotient(whole(units.scored.size()), whole(units.all));
  const Rational all = outcome.reached;
  outcome.reached = all * share;
  outcome.reachable = outcome.reachable * share;
  if (question.steps) {
    question.steps->push_back({"indicators.step.units_answered",
                               {{"points", all},
                                {"scored", whole(units.scored.size())},
                                {"applicable", whole(units.all)},
                                {"result", outcome.reached}}});
  }
  return outcome;
}

// What each unit below weighs; a weight of 1 where none is asked for.
struct Weighed {
  std::vector<Rational> weights;  // of the scored units
  Rational all;                   // of every unit to which the leaf applies
  bool lacking = false;           // a weight is not given
};

Weighed weigh(const Inherited& rule, const Question& question) {
  Weighed out;
  for (const auto& unit : question.below) {
    const State state = unit.shown[question.place].state;
    if (state == State::not_applicable) continue;
    Rational weight(1);
    if (rule.weight) {
      const Evaluated value = evaluate(*rule.weight, *unit.answers);
      weight = value.number;
      if (value.state != Evaluated::State::given) {
        out.lacking = true;
        if (question.steps) {
          question.steps->push_back(
              {"indicators.step.no_weight",
               {{"unit", std::string(unit.name)}, {"label", question.name(*rule.weight)}}});
        }
      }
    }
    out.all += weight;
    if (state == State::scored) out.weights.push_back(weight);
  }
  return out;
}

Outcome mean(const Inherited& rule, const Question& question, const Applicable& units) {
  const Weighed weighed = weigh(rule, question);
  if (weighed.lacking) return {State::not_available, {}, {}, nullptr};
  if (weighed.all.is_zero()) {
    if (question.steps) question.steps->push_back({"indicators.step.no_weights", {}});
    return not_applicable();
  }
  Rational reached, reachable;
  std::vector<Term> terms;
  for (std::size_t i = 0; i < units.scored.size(); ++i) {
    const ShownPoints& leaf = units.scored[i]->shown[question.place];
    // Brought to the leaf's own maximum: below, a sibling's points may have moved here.
    const Rational scale = Rational(question.maximum) / of_millionths(leaf.maximum);
    const Rational points = of_millionths(leaf.reached) * scale;
    reached += points * weighed.weights[i];
    reachable += of_millionths(leaf.reachable) * scale * weighed.weights[i];
    if (!question.steps) continue;
    terms.push_back({points, rule.weight ? std::optional(weighed.weights[i]) : std::nullopt,
                     std::string(units.scored[i]->name)});
  }
  const Rational result = reached / weighed.all;
  if (question.steps) {
    tell_units(units, question);
    question.steps->push_back(
        {"indicators.step.mean",
         {{"terms", std::move(terms)}, {"all", weighed.all}, {"result", result}}});
  }
  return {State::scored, result, reachable / weighed.all, nullptr};
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
  }
  if (!name || how == hows.end()) return std::nullopt;
  rule.how = how->second;
  if (rule.how == How::weighted_mean) {
    rule.weight = reader.weight_at(node, "weight");
  } else if (node.has("weight")) {
    reader.loading.note((*node.at("weight")).error(errors::weight_not_used));
  }
  if (rule.how == How::recomputed && own) check_sums(reader, *rule_node, *own);
  const bool decided = by_own || rule.nothing_below;
  const bool weighed = rule.how != How::weighted_mean || rule.weight;
  if (!own || !decided || !weighed) return std::nullopt;
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
    return nothing_occurred(*rule.nothing_below, question, {});
  }
  const Applicable units = units_of(question);
  if (units.all == 0) {
    if (question.steps) question.steps->push_back({"indicators.step.no_unit_applies", {}});
    return not_applicable();
  }
  if (units.scored.empty()) {
    tell_units(units, question);
    return {units.without_answer, {}, {}, nullptr};
  }
  if (rule.how == How::recomputed) return recomputed(rule.own->rule, question, units);
  return mean(rule, question, units);
}

}  // namespace liem::indicators::rules
