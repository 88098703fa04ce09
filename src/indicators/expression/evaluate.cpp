#include "indicators/expression/evaluate.h"

#include <algorithm>

namespace liem::indicators {
namespace {

using Node = Expression::Node;
using State = Evaluated::State;

Evaluated given(Rational number) { return {State::given, std::move(number), false, {}, 0}; }
Evaluated decided(bool yes) { return {State::given, {}, yes, {}, 0}; }

int weight(State state) {
  constexpr State by_weight[] = {State::given, State::no_occurrence, State::blank,
                                 State::not_available, State::not_applicable};
  return static_cast<int>(std::ranges::find(by_weight, state) - by_weight);
}

// What speaks for both where one of them lacks a value.
Evaluated outweighing(Evaluated a, const Evaluated& b) {
  if (weight(b.state) > weight(a.state)) return b;
  if (a.state != b.state) return a;
  for (const auto* node : b.lacking) {
    if (std::ranges::find(a.lacking, node->item_index, &Node::item_index) == a.lacking.end()) {
      a.lacking.push_back(node);
    }
  }
  return a;
}

bool compare(Operation operation, const Rational& a, const Rational& b) {
  switch (operation) {
    case Operation::less:
      return a < b;
    case Operation::at_most:
      return a <= b;
    case Operation::equal:
      return a == b;
    case Operation::differs:
      return !(a == b);
    case Operation::at_least:
      return a >= b;
    default:
      return a > b;
  }
}

class Evaluator {
 public:
  Evaluator(const Expression& expression, const Answers& answers)
      : expression_(expression), answers_(answers) {}

  Evaluated value(std::size_t index) const;

 private:
  Evaluated item(const Node& node) const;
  Evaluated written(const Node& node) const;
  Evaluated divided(const Node& node) const;
  Evaluated choice(const Node& node) const;
  Evaluated logic(const Node& node, bool deciding) const;
  Evaluated from_all(const Node& node) const;

  const Expression& expression_;
  const Answers& answers_;
};

Evaluated Evaluator::item(const Node& node) const {
  const Reply& answer = answers_.at(node.item_index);
  switch (answer.state) {
    case AnswerState::given:
      break;
    case AnswerState::blank:
      return {State::blank, {}, false, {&node}, 0};
    case AnswerState::not_available:
      return {State::not_available, {}, false, {&node}, 0};
    case AnswerState::not_applicable:
      return {State::not_applicable, {}, false, {&node}, 0};
  }
  if (node.quantity.kind == Quantity::Kind::yes_no) return decided(answer.yes());
  if (node.quantity.kind != Quantity::Kind::share) return given(answer.number);
  return given(Rational::quotient(answer.number, 100));
}

Evaluated Evaluator::written(const Node& node) const {
  if (node.quantity.kind != Quantity::Kind::share) return given(node.number);
  return given(Rational::quotient(node.number, 100));
}

Evaluated Evaluator::divided(const Node& node) const {
  const Evaluated above = value(node.operands[0]);
  const Evaluated below = value(node.operands[1]);
  const bool silent = above.state == State::given || above.state == State::blank;
  if (below.state == State::given && below.number.is_zero() && silent) {
    return {State::no_occurrence, {}, false, {}, node.operands[1]};
  }
  if (above.state == State::given && below.state == State::given) {
    return given(above.number / below.number);
  }
  return outweighing(above, below);
}

Evaluated Evaluator::choice(const Node& node) const {
  const Evaluated condition = value(node.operands[0]);
  if (condition.state != State::given) return condition;
  return value(node.operands[condition.yes ? 1 : 2]);
}

Evaluated Evaluator::logic(const Node& node, bool deciding) const {
  const Evaluated left = value(node.operands[0]);
  if (left.state == State::given && left.yes == deciding) return left;
  const Evaluated right = value(node.operands[1]);
  if (right.state == State::given && right.yes == deciding) return right;
  return outweighing(left, right);
}

Evaluated Evaluator::from_all(const Node& node) const {
  Evaluated together;
  std::vector<Evaluated> parts;
  for (const auto operand : node.operands) {
    parts.push_back(value(operand));
    together = outweighing(std::move(together), parts.back());
  }
  if (together.state != State::given) return together;
  const Rational& first = parts.front().number;
  const auto best = [&](auto better) {
    return given(std::ranges::max(parts, better, &Evaluated::number).number);
  };
  switch (node.operation) {
    case Operation::count:
      return given(Rational(std::ranges::count(parts, true, &Evaluated::yes)));
    case Operation::minimum:
      return best([](const auto& a, const auto& b) { return b < a; });
    case Operation::maximum:
      return best([](const auto& a, const auto& b) { return a < b; });
    case Operation::bare:
      return given(first);
    case Operation::negate:
      return given(Rational(0) - first);
    case Operation::add:
      return given(first + parts[1].number);
    case Operation::subtract:
      return given(first - parts[1].number);
    case Operation::multiply:
      return given(first * parts[1].number);
    case Operation::opposite:
      return decided(!parts.front().yes);
    default:
      return decided(compare(node.operation, first, parts[1].number));
  }
}

Evaluated Evaluator::value(std::size_t index) const {
  const Node& node = expression_.nodes[index];
  switch (node.operation) {
    case Operation::number:
    case Operation::law:
      return written(node);
    case Operation::item:
      return item(node);
    case Operation::ratio:
    case Operation::divide:
      return divided(node);
    case Operation::choice:
      return choice(node);
    case Operation::both:
      return logic(node, false);
    case Operation::either:
      return logic(node, true);
    default:
      return from_all(node);
  }
}

}  // namespace

Evaluated evaluate(const Expression& expression, const Answers& answers) {
  return Evaluator(expression, answers).value(expression.nodes.size() - 1);
}

Evaluated evaluate(const Expression& expression, const Inputs& inputs) {
  return evaluate(expression, answers_to(expression, inputs));
}

}  // namespace liem::indicators
