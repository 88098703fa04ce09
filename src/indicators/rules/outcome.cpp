#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

constexpr int shown_places = 6;

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

Sentence why(const Question& question, std::string_view id, const Reply& reply) {
  const Words* label = question.label(id);
  switch (reply.state) {
    case AnswerState::not_applicable:
      return {"indicators.step.not_applicable",
              {{"label", label}, {"ground", reply.told ? reply.told->ground : std::string()}}};
    case AnswerState::not_available:
      return {"indicators.step.not_available", {{"label", label}}};
    default:
      return {"indicators.step.blank", {{"label", label}}};
  }
}

SentenceValue said(Sentence sentence) { return std::vector<Sentence>{std::move(sentence)}; }

Sentence in_names(const Question& question, const Expression& expression) {
  return formula_sentence(expression, question.items, question.answers, Shown::names);
}

}  // namespace

const Words* Question::label(std::string_view id) const {
  const auto* item = items.find(id);
  LIEM_CHECK(item != nullptr);
  return &item->label;
}

Points ShownPoints::points() const {
  const auto decimal = [](std::int64_t amount) { return Decimal::of(amount, shown_places); };
  return {decimal(reached), decimal(reachable), decimal(maximum)};
}

std::int64_t in_millionths(const Rational& points) {
  return points.units(shown_places, Rounding::half_up).value();
}

Rational of_millionths(std::int64_t points) { return Decimal::of(points, shown_places); }

Outcome scored(const Question& question, Rational reached) {
  return {State::scored, std::move(reached), question.maximum, nullptr};
}

Outcome not_applicable() { return {State::not_applicable, {}, {}, nullptr}; }

namespace {

struct Asked {
  std::string_view id;
  std::size_t index = 0;
};

Outcome speaking(const Question& question, std::span<const Asked> lacking) {
  for (const auto state : by_weight) {
    bool speaks = false;
    for (const auto& item : lacking) {
      const Reply& reply = question.answers.at(item.index);
      if (reply.state != state) continue;
      speaks = true;
      if (question.steps) question.steps->push_back(why(question, item.id, reply));
    }
    if (speaks) return Outcome{leaf_state(state), {}, {}, nullptr};
  }
  LIEM_CHECK(false);
}

}  // namespace

std::optional<Outcome> unanswered(const Question& question, const ItemRef& item) {
  if (question.answers.at(item.index).state == AnswerState::given) return std::nullopt;
  const Asked asked{item.id, item.index};
  return speaking(question, {&asked, 1});
}

Outcome lacking(const Question& question, std::span<const Evaluated> values) {
  std::vector<Asked> asked;
  for (const auto& value : values) {
    for (const auto* node : value.lacking) asked.push_back({node->item, node->item_index});
  }
  return speaking(question, asked);
}

SentenceValue Question::name(const Expression& expression) const {
  const auto& whole = expression.nodes.back();
  if (whole.operation == Operation::item) return label(whole.item);
  return said(in_names(*this, expression));
}

SentenceValue Question::quoted(const Expression& expression) const {
  if (expression.lone_item()) return said(in_names(*this, expression));
  return said({"indicators.formula.group", {{"a", said(in_names(*this, expression))}}});
}

void tell_input(const Expression& expression, const Question& question, const Evaluated& value) {
  if (!question.steps || expression.nodes.size() == 1) return;
  auto name = said(in_names(question, expression));
  auto formula =
      said(formula_sentence(expression, question.items, question.answers, Shown::values));
  if (expression.quantity().kind == Quantity::Kind::yes_no) {
    question.steps->push_back(
        {"indicators.step.asked", {{"name", std::move(name)}, {"formula", std::move(formula)}}});
    return;
  }
  question.steps->push_back(
      {"indicators.step.input",
       {{"name", std::move(name)}, {"formula", std::move(formula)}, {"result", value.number}}});
}

namespace {

SentenceValue name_of(const Nothing& nothing, const Question& question) {
  if (nothing.expression == nullptr) return said({"indicators.rule.units_below", {}});
  if (nothing.node + 1 == nothing.expression->nodes.size()) {
    return question.name(*nothing.expression);
  }
  return said(formula_sentence(*nothing.expression, nothing.node, question.items, question.answers,
                               Shown::names));
}

}  // namespace

Outcome nothing_occurred(const Policy& policy, const Question& question, const Nothing& nothing) {
  const bool moves = std::holds_alternative<MoveTo>(policy);
  if (moves || std::holds_alternative<NotApplicable>(policy)) {
    if (question.steps) {
      question.steps->push_back(
          {moves ? "indicators.step.none_moved" : "indicators.step.none_not_applicable",
           {{"label", name_of(nothing, question)}}});
    }
    return {State::not_applicable, {}, {}, &policy};
  }
  Decimal points;
  if (std::holds_alternative<FullPoints>(policy)) points = question.maximum;
  if (const auto* fixed = std::get_if<FixedPoints>(&policy)) points = fixed->points;
  if (question.steps) {
    question.steps->push_back({"indicators.step.none_points",
                               {{"label", name_of(nothing, question)}, {"points", points}}});
  }
  return scored(question, points);
}

Sentence none_sentence(const Policy& policy, const Question& question, SentenceValue label) {
  std::vector<std::pair<std::string_view, SentenceValue>> values = {{"label", std::move(label)}};
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
