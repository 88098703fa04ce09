#include <algorithm>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

std::optional<Checklist::Part> read_part(Reader& reader, const yaml::Node& node) {
  if (!reader.loading.check_keys(node, {"input", "points", "title"})) return std::nullopt;
  auto input = reader.input_at(node, "input", {figures::UnitKind::yes_no});
  const auto points = reader.points_at(node, "points");
  auto title = reader.loading.words_at(node, "title");
  if (!input || !points || !title) return std::nullopt;
  return Checklist::Part{std::move(*title), std::move(*input), *points};
}

std::string_view step_of(const Answer& answer) {
  switch (answer.state) {
    case AnswerState::given:
      return answer.yes() ? "indicators.step.part_yes" : "indicators.step.part_no";
    case AnswerState::not_applicable:
      return "indicators.step.part_not_applicable";
    case AnswerState::not_available:
      return "indicators.step.part_not_available";
    case AnswerState::blank:
      break;
  }
  return "indicators.step.part_blank";
}

struct Sums {
  Decimal reached, answered, applicable;
};

Sums sum(const Checklist& rule, const Inputs& inputs) {
  Sums sums;
  for (const auto& part : rule.parts) {
    const Answer& answer = inputs.at(part.input);
    if (answer.state == AnswerState::not_applicable) continue;
    sums.applicable += part.points;
    if (answer.state != AnswerState::given) continue;
    sums.answered += part.points;
    if (answer.yes()) sums.reached += part.points;
  }
  return sums;
}

State state_without_answer(const Checklist& rule, const Inputs& inputs) {
  const auto unavailable = [&](const Checklist::Part& part) {
    return inputs.at(part.input).state == AnswerState::not_available;
  };
  return std::ranges::any_of(rule.parts, unavailable) ? State::not_available : State::blank;
}

}  // namespace

std::optional<Rule> read_checklist(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "parts"});
  auto parts = read_part_list<Checklist::Part>(reader, node, read_part);
  if (!parts) return std::nullopt;
  return Checklist{std::move(*parts)};
}

std::vector<Sentence> describe(const Checklist& rule, const Question& question) {
  std::vector<Words> parts;
  for (const auto& part : rule.parts) {
    const Words points = number_words(part.points);
    parts.push_back(
        {part.title.vi + " (" + points.vi + ")", part.title.en + " (" + points.en + ")"});
  }
  return {{"indicators.rule.checklist",
           {{"parts", joined(parts, "; ")}, {"maximum", question.maximum}}}};
}

Outcome apply(const Checklist& rule, const Question& question) {
  std::vector<Sentence> steps;
  std::vector<Words> terms;
  for (const auto& part : rule.parts) {
    const Answer& answer = question.inputs.at(part.input);
    steps.push_back({std::string(step_of(answer)),
                     {{"title", part.title}, {"points", part.points}, {"ground", answer.ground}}});
    if (answer.state != AnswerState::given) continue;
    terms.push_back(number_words(answer.yes() ? part.points : Decimal(0)));
  }
  const Sums sums = sum(rule, question.inputs);
  if (sums.applicable.is_zero()) return not_applicable(std::move(steps));
  if (terms.empty()) return {state_without_answer(rule, question.inputs), {}, {}, std::move(steps)};
  steps.push_back(
      {"indicators.step.sum", {{"terms", joined(terms, " + ")}, {"result", sums.reached}}});
  const Rational scale = Rational::quotient(question.maximum, sums.applicable);
  if (sums.applicable != question.maximum) {
    steps.push_back({"indicators.step.rescaled",
                     {{"sum", sums.reached},
                      {"maximum", question.maximum},
                      {"applicable", sums.applicable},
                      {"result", number_words(scale * sums.reached)}}});
  }
  return {State::scored, scale * sums.reached, scale * sums.answered, std::move(steps)};
}

}  // namespace liem::indicators::rules
