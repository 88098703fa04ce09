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

}  // namespace liem::indicators::rules
