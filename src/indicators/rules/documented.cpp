#include "indicators/rules/kind.h"

namespace liem::indicators::rules {

std::optional<Rule> read_documented(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "input"});
  auto input = reader.input_at(node, "input", {figures::UnitKind::yes_no});
  if (!input) return std::nullopt;
  return Documented{std::move(*input)};
}

std::vector<Sentence> describe(const Documented& rule, const Question& question) {
  return {{"indicators.rule.documented",
           {{"label", question.label(rule.input)}, {"maximum", question.maximum}}}};
}

Outcome apply(const Documented& rule, const Question& question) {
  if (auto none = unanswered(question, rule.input)) return *none;
  const bool yes = question.answers.at(rule.input.index).yes();
  if (question.steps) {
    question.steps->push_back(
        {yes ? "indicators.step.yes" : "indicators.step.no",
         {{"label", question.label(rule.input)}, {"points", question.maximum}}});
  }
  return scored(question, yes ? question.maximum : Decimal(0));
}

}  // namespace liem::indicators::rules
