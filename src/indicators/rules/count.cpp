#include "indicators/rules/kind.h"

namespace liem::indicators::rules {

std::optional<Rule> read_count(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "input", "points_each", "cap"});
  auto input = reader.input_at(node, "input", {figures::UnitKind::count});
  const auto points_each = reader.positive_at(node, "points_each");
  const auto cap = reader.points_at(node, "cap");
  if (!input || !points_each || !cap) return std::nullopt;
  reader.check_reach(*node.at("cap"), *cap);
  return Count{std::move(*input), *points_each, *cap};
}

std::vector<Sentence> describe(const Count& rule, const Question& question) {
  return {{"indicators.rule.count",
           {{"label", question.label(rule.input)},
            {"points_each", rule.points_each},
            {"cap", rule.cap}}}};
}

Outcome apply(const Count& rule, const Question& question) {
  if (auto none = unanswered(question, {&rule.input, 1})) return *none;
  const Decimal count = question.inputs.at(rule.input).number();
  const Rational earned = Rational(count) * rule.points_each;
  std::vector<Sentence> steps = {
      {"indicators.step.product",
       {{"count", count}, {"points_each", rule.points_each}, {"result", number_words(earned)}}}};
  if (earned <= Rational(rule.cap)) return scored(question, earned, std::move(steps));
  steps.push_back({"indicators.step.cap", {{"cap", rule.cap}}});
  return scored(question, rule.cap, std::move(steps));
}

}  // namespace liem::indicators::rules
