#include "indicators/rules/kind.h"

namespace liem::indicators::rules {

std::optional<Rule> read_documented(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "input"});
  auto input = reader.question_at(node, "input");
  if (!input) return std::nullopt;
  return Documented{std::move(*input)};
}

std::vector<Sentence> describe(const Documented& rule, const Question& question) {
  return {{"indicators.rule.documented",
           {{"label", question.quoted(rule.input)}, {"maximum", question.maximum}}}};
}

Outcome apply(const Documented& rule, const Question& question) {
  const Evaluated asked = evaluate(rule.input, question.answers);
  if (auto none = unanswered(question, {&asked, 1})) return *none;
  if (question.steps) {
    tell_input(rule.input, question, asked);
    question.steps->push_back(
        {asked.yes ? "indicators.step.yes" : "indicators.step.no",
         {{"label", question.name(rule.input)}, {"points", question.maximum}}});
  }
  return scored(question, asked.yes ? question.maximum : Decimal(0));
}

}  // namespace liem::indicators::rules
