#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

// Which state speaks for the leaf where several of its inputs lack a value.
constexpr AnswerState by_weight[] = {AnswerState::not_applicable, AnswerState::not_available,
                                     AnswerState::blank};

State leaf_state(AnswerState state) {
  switch (state) {
    case AnswerState::not_applicable:
      return State::not_applicable;
    case AnswerState::not_available:
      return State::not_available;
    case AnswerState::blank:
      return State::blank;
    case AnswerState::given:
      break;
  }
  return State::scored;
}

Sentence why(const Question& question, const std::string& id, const Answer& answer) {
  const SentenceValue label = question.label(id);
  switch (answer.state) {
    case AnswerState::not_applicable:
      return {"indicators.step.not_applicable", {{"label", label}, {"ground", answer.ground}}};
    case AnswerState::not_available:
      return {"indicators.step.not_available", {{"label", label}}};
    default:
      return {"indicators.step.blank", {{"label", label}}};
  }
}

}  // namespace

const Words& Question::label(std::string_view id) const {
  const auto* item = items.find(id);
  LIEM_CHECK(item != nullptr);
  return item->label;
}

Outcome scored(const Question& question, Rational reached, std::vector<Sentence> steps) {
  return {State::scored, std::move(reached), question.maximum, std::move(steps)};
}

Outcome not_applicable(std::vector<Sentence> steps) {
  return {State::not_applicable, {}, {}, std::move(steps)};
}

std::optional<Outcome> unanswered(const Question& question, std::span<const std::string> ids) {
  for (const auto state : by_weight) {
    Outcome outcome{leaf_state(state), {}, {}, {}};
    for (const auto& id : ids) {
      const Answer& answer = question.inputs.at(id);
      if (answer.state == state) outcome.steps.push_back(why(question, id, answer));
    }
    if (!outcome.steps.empty()) return outcome;
  }
  return std::nullopt;
}

std::optional<Outcome> unanswered(const Question& question, std::span<const Evaluated> values) {
  std::vector<std::string> lacking;
  for (const auto& value : values)
    lacking.insert(lacking.end(), value.lacking.begin(), value.lacking.end());
  return unanswered(question, std::span<const std::string>(lacking));
}

namespace {

SentenceValue said(Sentence sentence) { return std::vector<Sentence>{std::move(sentence)}; }

Sentence in_names(const Question& question, const Expression& expression) {
  return formula_sentence(expression, question.items, question.inputs, Shown::names);
}

}  // namespace

SentenceValue Question::name(const Expression& expression) const {
  if (const auto id = expression.lone_item()) return label(*id);
  return said(in_names(*this, expression));
}

SentenceValue Question::quoted(const Expression& expression) const {
  if (expression.lone_item()) return said(in_names(*this, expression));
  return said({"indicators.formula.group", {{"a", said(in_names(*this, expression))}}});
}

std::vector<Sentence> input_steps(const Expression& expression, const Question& question,
                                  const Evaluated& value) {
  if (expression.nodes.size() == 1) return {};
  return {{"indicators.step.input",
           {{"name", said(in_names(question, expression))},
            {"formula",
             said(formula_sentence(expression, question.items, question.inputs, Shown::values))},
            {"result", number_words(value.number)}}}};
}

Outcome nothing_occurred(const Policy& policy, const Question& question, SentenceValue label) {
  if (const auto* move = std::get_if<MoveTo>(&policy)) {
    Outcome outcome =
        not_applicable({{"indicators.step.none_moved", {{"label", std::move(label)}}}});
    outcome.decided = *move;
    return outcome;
  }
  if (std::holds_alternative<NotApplicable>(policy)) {
    Outcome outcome =
        not_applicable({{"indicators.step.none_not_applicable", {{"label", std::move(label)}}}});
    outcome.decided = policy;
    return outcome;
  }
  Decimal points;
  if (std::holds_alternative<FullPoints>(policy)) points = question.maximum;
  if (const auto* fixed = std::get_if<FixedPoints>(&policy)) points = fixed->points;
  return scored(
      question, points,
      {{"indicators.step.none_points", {{"label", std::move(label)}, {"points", points}}}});
}

Sentence none_sentence(const Policy& policy, const Question& question, SentenceValue label) {
  std::vector<std::pair<std::string, SentenceValue>> values = {{"label", std::move(label)}};
  if (std::holds_alternative<FullPoints>(policy)) {
    values.emplace_back("points", question.maximum);
    return {"indicators.rule.none_full", std::move(values)};
  }
  if (std::holds_alternative<NoPoints>(policy)) {
    return {"indicators.rule.none_nothing", std::move(values)};
  }
  if (const auto* fixed = std::get_if<FixedPoints>(&policy)) {
    values.emplace_back("points", fixed->points);
    return {"indicators.rule.none_points", std::move(values)};
  }
  if (const auto* move = std::get_if<MoveTo>(&policy)) {
    values.emplace_back("code", move->code);
    return {"indicators.rule.none_moved", std::move(values)};
  }
  return {"indicators.rule.none_not_applicable", std::move(values)};
}

}  // namespace liem::indicators::rules
