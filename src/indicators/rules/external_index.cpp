#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

using Kind = Quantity::Kind;

// An index as it is published, a share in percent.
Rational as_published(const Expression& input, const Rational& value) {
  return input.quantity().kind == Kind::share ? value * Rational(100) : value;
}

}  // namespace

std::optional<Rule> read_external_index(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "input", "scale"});
  auto input = reader.never_negative_at(node, "input", {Kind::index, Kind::share},
                                        Reader::Division::refused);
  const auto scale = reader.positive_at(node, "scale");
  if (!input || !scale) return std::nullopt;
  const auto highest = range_of(*input).high;
  if (highest && as_published(*input, *highest) < Rational(*scale)) {  // no percentage gets there
    const auto most = as_published(*input, *highest) / *scale * reader.maximum;
    reader.check_reach(*node.at("scale"), most.rounded(6, Rounding::down));
  }
  return ExternalIndex{std::move(*input), *scale};
}

std::vector<Sentence> describe(const ExternalIndex& rule, const Question& question) {
  return {{"indicators.rule.external_index",
           {{"label", question.quoted(rule.input)},
            {"scale", rule.scale},
            {"maximum", question.maximum}}}};
}

Outcome apply(const ExternalIndex& rule, const Question& question) {
  const Evaluated given = evaluate(rule.input, question.answers);
  if (auto none = unanswered(question, {&given, 1})) return *none;
  const Rational value = as_published(rule.input, given.number);
  const Rational reached = value / rule.scale * question.maximum;
  if (question.steps) {
    tell_input(rule.input, question, given);
    question.steps->push_back({"indicators.step.ratio",
                               {{"done", value},
                                {"obliged", rule.scale},
                                {"maximum", question.maximum},
                                {"result", reached}}});
  }
  return scored(question, reached);
}

}  // namespace liem::indicators::rules
