#include "indicators/rules/kind.h"

namespace liem::indicators::rules {

std::optional<Rule> read_external_index(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "input", "scale"});
  auto input =
      reader.input_at(node, "input", {figures::UnitKind::index, figures::UnitKind::percent});
  const auto scale = reader.positive_at(node, "scale");
  if (!input || !scale) return std::nullopt;
  const bool percent = reader.items.find(input->id)->unit.kind == figures::UnitKind::percent;
  if (percent && *scale > 100) {  // no percentage gets there
    const auto most = Rational::quotient(100, *scale) * reader.maximum;
    reader.check_reach(*node.at("scale"), most.rounded(6, Rounding::down));
  }
  return ExternalIndex{std::move(*input), *scale};
}

std::vector<Sentence> describe(const ExternalIndex& rule, const Question& question) {
  return {{"indicators.rule.external_index",
           {{"label", question.label(rule.input)},
            {"scale", rule.scale},
            {"maximum", question.maximum}}}};
}

Outcome apply(const ExternalIndex& rule, const Question& question) {
  if (auto none = unanswered(question, rule.input)) return *none;
  const Decimal& value = question.answers.at(rule.input.index).number;
  const Rational reached = Rational::quotient(value, rule.scale) * question.maximum;
  if (question.steps) {
    question.steps->push_back({"indicators.step.ratio",
                               {{"done", value},
                                {"obliged", rule.scale},
                                {"maximum", question.maximum},
                                {"result", reached}}});
  }
  return scored(question, reached);
}

}  // namespace liem::indicators::rules
