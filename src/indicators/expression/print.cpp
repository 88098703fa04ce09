#include <algorithm>

#include "indicators/expression/evaluate.h"

namespace liem::indicators {
namespace {

using Node = Expression::Node;

std::string_view template_of(Operation operation) {
  constexpr std::pair<Operation, std::string_view> names[] = {
      {Operation::ratio, "indicators.formula.divide"},
      {Operation::divide, "indicators.formula.divide"},
      {Operation::count, "indicators.formula.count"},
      {Operation::minimum, "indicators.formula.minimum"},
      {Operation::maximum, "indicators.formula.maximum"},
      {Operation::choice, "indicators.formula.choice"},
      {Operation::bare, "indicators.formula.bare"},
      {Operation::negate, "indicators.formula.negate"},
      {Operation::add, "indicators.formula.add"},
      {Operation::subtract, "indicators.formula.subtract"},
      {Operation::multiply, "indicators.formula.multiply"},
      {Operation::less, "indicators.formula.less"},
      {Operation::at_most, "indicators.formula.at_most"},
      {Operation::equal, "indicators.formula.equal"},
      {Operation::differs, "indicators.formula.differs"},
      {Operation::at_least, "indicators.formula.at_least"},
      {Operation::greater, "indicators.formula.greater"},
      {Operation::both, "indicators.formula.both"},
      {Operation::either, "indicators.formula.either"},
      {Operation::opposite, "indicators.formula.opposite"},
  };
  return std::ranges::find(names, operation, [](const auto& name) { return name.first; })->second;
}

// How strongly an operation holds its operands together, as the language reads it.
int strength(Operation operation) {
  switch (operation) {
    case Operation::either:
      return 1;
    case Operation::both:
      return 2;
    case Operation::opposite:
      return 3;
    case Operation::add:
    case Operation::subtract:
      return 5;
    case Operation::multiply:
    case Operation::divide:
    case Operation::ratio:
      return 6;
    case Operation::negate:
      return 7;
    default:
      break;
  }
  return operation >= Operation::less && operation <= Operation::greater ? 4 : 8;
}

class Printer {
 public:
  Printer(const Expression& expression, const figures::ItemCatalogue& items, const Answers& answers,
          Shown shown)
      : expression_(expression), items_(items), answers_(answers), shown_(shown) {}

  Sentence print(std::size_t index) const;

 private:
  Sentence item(const Node& node) const;
  Sentence legal(const Node& node) const;
  Sentence number(const Decimal& value, Quantity::Kind kind) const;
  // In parentheses where it would be read apart otherwise.
  std::vector<Sentence> operand(const Node& node, std::size_t index) const;
  std::vector<Sentence> list(const Node& node) const;

  const Expression& expression_;
  const figures::ItemCatalogue& items_;
  const Answers& answers_;
  Shown shown_;
};

Sentence Printer::number(const Decimal& value, Quantity::Kind kind) const {
  const bool share = kind == Quantity::Kind::share;
  return {share ? "indicators.formula.percent" : "indicators.formula.number", {{"a", value}}};
}

Sentence Printer::item(const Node& node) const {
  const Reply& answer = answers_.at(node.item_index);
  const auto* known = items_.find(node.item);
  LIEM_CHECK(known != nullptr);
  if (shown_ == Shown::names || answer.state != AnswerState::given) {
    return {"indicators.formula.label", {{"a", &known->label}}};
  }
  if (node.quantity.kind == Quantity::Kind::yes_no) {
    return {answer.yes() ? "indicators.text.yes" : "indicators.text.no", {}};
  }
  return number(answer.number, node.quantity.kind);
}

Sentence Printer::legal(const Node& node) const {
  if (shown_ == Shown::values) return number(node.number, node.quantity.kind);
  const auto value = std::ranges::find(expression_.law, node.item, &LegalValue::id);
  LIEM_CHECK(value != expression_.law.end());
  return {"indicators.formula.label", {{"a", value->label}}};
}

std::vector<Sentence> Printer::operand(const Node& node, std::size_t index) const {
  const Node& inner = expression_.nodes[node.operands[index]];
  const int own = strength(node.operation), its = strength(inner.operation);
  // a - (b + c), but a - b + c; a comparison never holds another.
  const bool apart = its < own || (its == own && (index > 0 || own == 4));
  Sentence said = print(node.operands[index]);
  if (!apart) return {std::move(said)};
  return {{"indicators.formula.group", {{"a", std::vector<Sentence>{std::move(said)}}}}};
}

std::vector<Sentence> Printer::list(const Node& node) const {
  std::vector<Sentence> out;
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    Sentence said = print(node.operands[i]);
    if (i + 1 < node.operands.size()) {
      said = {"indicators.formula.listed", {{"a", std::vector<Sentence>{std::move(said)}}}};
    }
    out.push_back(std::move(said));
  }
  return out;
}

Sentence Printer::print(std::size_t index) const {
  const Node& node = expression_.nodes[index];
  if (node.operation == Operation::number) return number(node.number, node.quantity.kind);
  if (node.operation == Operation::item) return item(node);
  if (node.operation == Operation::law) return legal(node);
  Sentence out{template_of(node.operation), {}};
  switch (node.operation) {
    case Operation::count:
    case Operation::minimum:
    case Operation::maximum:
      out.values = {{"a", list(node)}};
      return out;
    case Operation::bare:
      return print(node.operands[0]);
    case Operation::choice:
      out.values = {{"c", std::vector<Sentence>{print(node.operands[0])}},
                    {"a", std::vector<Sentence>{print(node.operands[1])}},
                    {"b", std::vector<Sentence>{print(node.operands[2])}}};
      return out;
    default:
      break;
  }
  out.values.emplace_back("a", operand(node, 0));
  if (node.operands.size() > 1) out.values.emplace_back("b", operand(node, 1));
  return out;
}

}  // namespace

Sentence formula_sentence(const Expression& expression, std::size_t node,
                          const figures::ItemCatalogue& items, const Answers& answers,
                          Shown shown) {
  return Printer(expression, items, answers, shown).print(node);
}

Sentence formula_sentence(const Expression& expression, const figures::ItemCatalogue& items,
                          const Answers& answers, Shown shown) {
  return formula_sentence(expression, expression.nodes.size() - 1, items, answers, shown);
}

Sentence formula_sentence(const Expression& expression, const figures::ItemCatalogue& items,
                          const Inputs& inputs, Shown shown) {
  return formula_sentence(expression, items, answers_to(expression, inputs), shown);
}

}  // namespace liem::indicators
