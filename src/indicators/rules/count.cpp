#include "indicators/rules/kind.h"

namespace liem::indicators::rules {

std::optional<Rule> read_count(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "input", "points_each", "cap"});
  auto input = reader.counted_at(node, "input");
  const auto points_each = reader.positive_at(node, "points_each");
  const auto cap = reader.points_at(node, "cap");
  if (cap) reader.check_reach(*node.at("cap"), *cap);
  if (!input || !points_each || !cap) return std::nullopt;
  return Count{std::move(*input), *points_each, *cap};
}

std::vector<Sentence> describe(const Count& rule, const Question& question) {
  return {{"indicators.rule.count",
           {{"label", question.quoted(rule.input)},
            {"points_each", rule.points_each},
            {"cap", rule.cap}}}};
}

Outcome points_for_each(const Expression& input, const Decimal& points_each, const Decimal& most,
                        const Question& question) {
  const Evaluated count = evaluate(input, question.answers);
  if (auto none = unanswered(question, {&count, 1})) return *none;
  const Rational earned = count.number * points_each;
  const bool capped = earned > Rational(most);
  if (question.steps) {
    tell_input(input, question, count);
    question.steps->push_back(
        {"indicators.step.product",
         {{"count", count.number}, {"points_each", points_each}, {"result", earned}}});
    if (capped) question.steps->push_back({"indicators.step.cap", {{"cap", most}}});
  }
  return scored(question, capped ? Rational(most) : earned);
}

Outcome apply(const Count& rule, const Question& question) {
  return points_for_each(rule.input, rule.points_each, rule.cap, question);
}

}  // namespace liem::indicators::rules
