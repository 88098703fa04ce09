#include "indicators/rules/kind.h"

namespace liem::indicators::rules {

std::optional<Rule> read_deduction(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "input", "points_each", "floor"});
  auto input = reader.counted_at(node, "input");
  const auto points_each = reader.positive_at(node, "points_each");
  const auto floor = reader.points_at(node, "floor");
  if (!input || !points_each || !floor) return std::nullopt;
  return Deduction{std::move(*input), *points_each, *floor};
}

std::vector<Sentence> describe(const Deduction& rule, const Question& question) {
  return {{"indicators.rule.deduction",
           {{"label", question.quoted(rule.input)},
            {"points_each", rule.points_each},
            {"floor", rule.floor},
            {"maximum", question.maximum}}}};
}

Outcome apply(const Deduction& rule, const Question& question) {
  const Evaluated count = evaluate(rule.input, question.answers);
  if (auto none = unanswered(question, {&count, 1})) return *none;
  const Rational left = Rational(question.maximum) - count.number * rule.points_each;
  const bool floored = left < Rational(rule.floor);
  if (question.steps) {
    tell_input(rule.input, question, count);
    question.steps->push_back({"indicators.step.deduction",
                               {{"maximum", question.maximum},
                                {"count", count.number},
                                {"points_each", rule.points_each},
                                {"result", left}}});
    if (floored) question.steps->push_back({"indicators.step.floor", {{"floor", rule.floor}}});
  }
  return scored(question, floored ? Rational(rule.floor) : left);
}

}  // namespace liem::indicators::rules
