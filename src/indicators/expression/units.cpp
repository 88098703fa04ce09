#include <algorithm>
#include <array>

#include "indicators/errors.h"
#include "indicators/expression/tokens.h"

namespace liem::indicators {
namespace expressions {
namespace {

using Kind = Quantity::Kind;
using Node = Expression::Node;

Quantity bare(Kind kind) {
  if (kind == Kind::share) return {kind, {"tỷ lệ", "a share"}, false};
  if (kind == Kind::yes_no) return {kind, {"có/không", "yes/no"}, false};
  return {Kind::number, {"số", "a number"}, false};
}

// Nothing for what is no amount. A count of the law takes the unit of what it stands beside.
std::optional<Quantity> legal_quantity(law::Unit unit) {
  switch (unit) {
    case law::Unit::money:
      return Quantity{Kind::money, figures::unit_of(figures::UnitKind::money).words, false};
    case law::Unit::working_days:
      return Quantity{Kind::working_days, {"ngày làm việc", "working days"}, false};
    case law::Unit::days:
      return Quantity{Kind::days, figures::unit_of(figures::UnitKind::days).words, false};
    case law::Unit::percent:
      return bare(Kind::share);
    case law::Unit::count: {
      Quantity quantity = bare(Kind::number);
      quantity.written = true;
      return quantity;
    }
    default:
      return std::nullopt;
  }
}

bool same_unit(const Quantity& a, const Quantity& b) {
  return a.kind == b.kind && a.words == b.words;
}

// What `a` and `b` are together where one may stand for the other; nothing where they may not.
std::optional<Quantity> alike(const Quantity& a, const Quantity& b) {
  const bool written = a.written && b.written;
  if (same_unit(a, b)) return Quantity{a.kind, a.words, written};
  if (a.kind == Kind::yes_no || b.kind == Kind::yes_no) return std::nullopt;
  if (a.is_bare() && b.is_bare()) {
    Quantity together = bare(a.written || b.written ? Kind::share : Kind::number);
    together.written = written;
    return together;
  }
  if (a.written && a.kind == Kind::number) return b;
  if (b.written && b.kind == Kind::number) return a;
  return std::nullopt;
}

using Checked = std::expected<Quantity, Misfit>;

class Checker {
 public:
  Checker(const Expression& expression, const figures::ItemCatalogue& items, const LegalDay* legal)
      : expression_(expression), items_(items), legal_(legal) {}

  Checked check(const Node& node) const;
  // What the law says on the set's day.
  std::expected<LegalValue, Misfit> legal(const Node& node) const;

 private:
  Checked item(const Node& node) const;
  Checked number(const Node& node) const;
  Checked same(const Node& node, std::size_t from) const;
  Checked ratio(const Node& node) const;
  Checked product(const Node& node) const;
  Checked quotient(const Node& node) const;
  Checked yes_no(const Node& node, Kind result) const;
  Checked not_yes_no(const Node& node) const;

  const Node& operand(const Node& node, std::size_t index) const {
    return expression_.nodes[node.operands[index]];
  }
  std::unexpected<Misfit> misfit(ErrorCode code, const Node& at, Args args) const {
    return std::unexpected(Misfit{code, column_of(expression_.text, at.begin), std::move(args)});
  }
  std::unexpected<Misfit> differ(const Node& node, const Node& left, const Node& right,
                                 ErrorCode code = errors::expression_units_differ) const;
  std::unexpected<Misfit> wrong(const Node& operand, const Quantity& wanted) const;

  const Expression& expression_;
  const figures::ItemCatalogue& items_;
  const LegalDay* legal_;
};

std::expected<LegalValue, Misfit> Checker::legal(const Node& node) const {
  if (legal_ == nullptr) return misfit(errors::expression_no_legal_day, node, {{"id", node.item}});
  const auto* parameter = legal_->parameters.find(node.item);
  if (parameter == nullptr) {
    return misfit(errors::expression_unknown_law, node, {{"id", node.item}});
  }
  const auto holding = legal_->parameters.on(node.item, legal_->on);
  if (!holding) {
    return misfit(errors::expression_law_not_held, node,
                  {{"id", node.item}, {"on", to_iso(legal_->on)}});
  }
  const auto* value = std::get_if<Decimal>(&holding->value());
  if (value == nullptr || !legal_quantity(parameter->unit)) {
    return misfit(errors::expression_law_no_number, node,
                  {{"id", node.item}, {"value", law::to_string(holding->value())}});
  }
  const auto& period = *holding->period;
  return LegalValue{node.item,     parameter->label, parameter->unit, *value,
                    period.status, period.basis,     period.from,     period.to};
}

std::unexpected<Misfit> Checker::differ(const Node& node, const Node& left, const Node& right,
                                        ErrorCode code) const {
  return misfit(code, node,
                {{"whole", std::string(expression_.text_of(node))},
                 {"left", std::string(expression_.text_of(left))},
                 {"left_vi", left.quantity.words.vi},
                 {"left_en", left.quantity.words.en},
                 {"right", std::string(expression_.text_of(right))},
                 {"right_vi", right.quantity.words.vi},
                 {"right_en", right.quantity.words.en}});
}

std::unexpected<Misfit> Checker::wrong(const Node& operand, const Quantity& wanted) const {
  return misfit(errors::expression_wrong_unit, operand,
                {{"found", std::string(expression_.text_of(operand))},
                 {"found_vi", operand.quantity.words.vi},
                 {"found_en", operand.quantity.words.en},
                 {"wanted_vi", wanted.words.vi},
                 {"wanted_en", wanted.words.en}});
}

Checked Checker::item(const Node& node) const {
  const auto* found = items_.find(node.item);
  if (found == nullptr) return misfit(errors::expression_unknown_item, node, {{"id", node.item}});
  return quantity_of(*found);
}

Checked Checker::number(const Node& node) const {
  Quantity quantity = bare(node.quantity.kind);
  quantity.written = true;
  return quantity;
}

Checked Checker::same(const Node& node, std::size_t from) const {
  Quantity quantity = operand(node, from).quantity;
  for (std::size_t i = from + 1; i < node.operands.size(); ++i) {
    const auto both = alike(quantity, operand(node, i).quantity);
    if (!both) return differ(node, operand(node, from), operand(node, i));
    quantity = *both;
  }
  return quantity;
}

Checked Checker::not_yes_no(const Node& node) const {
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    if (operand(node, i).quantity.kind == Kind::yes_no) {
      return wrong(operand(node, i), bare(Kind::number));
    }
  }
  return bare(Kind::number);
}

Checked Checker::yes_no(const Node& node, Kind result) const {
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    if (operand(node, i).quantity.kind != Kind::yes_no) {
      return wrong(operand(node, i), bare(Kind::yes_no));
    }
  }
  return bare(result);
}

// Declarations per person are a share as well: things counted may differ in name.
Checked Checker::ratio(const Node& node) const {
  const Quantity& done = operand(node, 0).quantity;
  const Quantity& obliged = operand(node, 1).quantity;
  const bool counts = done.kind == Kind::count && obliged.kind == Kind::count;
  if (!counts && !alike(done, obliged)) {
    return differ(node, operand(node, 0), operand(node, 1), errors::expression_quotient_of_units);
  }
  return bare(Kind::share);
}

Checked Checker::product(const Node& node) const {
  const Quantity& a = operand(node, 0).quantity;
  const Quantity& b = operand(node, 1).quantity;
  if (!a.is_bare() && !b.is_bare()) {
    return differ(node, operand(node, 0), operand(node, 1), errors::expression_product_of_units);
  }
  if (!a.is_bare()) return a;
  if (!b.is_bare()) return b;
  Quantity product = bare(a.kind == b.kind ? a.kind : Kind::number);
  product.written = a.written && b.written;
  return product;
}

Checked Checker::quotient(const Node& node) const {
  const Quantity& a = operand(node, 0).quantity;
  const Quantity& b = operand(node, 1).quantity;
  if (b.is_bare()) {
    Quantity quotient = a;
    if (a.is_bare()) quotient = bare(b.kind == Kind::number ? a.kind : Kind::number);
    quotient.written = a.written && b.written;
    return quotient;
  }
  if (same_unit(a, b)) return bare(Kind::number);
  return differ(node, operand(node, 0), operand(node, 1), errors::expression_quotient_of_units);
}

Checked Checker::check(const Node& node) const {
  const auto numbers_first = [&](Checked (Checker::*then)(const Node&) const) {
    const Checked fits = not_yes_no(node);
    return fits ? (this->*then)(node) : fits;
  };
  switch (node.operation) {
    case Operation::number:
      return number(node);
    case Operation::item:
      return item(node);
    case Operation::ratio:
      return numbers_first(&Checker::ratio);
    case Operation::multiply:
      return numbers_first(&Checker::product);
    case Operation::divide:
      return numbers_first(&Checker::quotient);
    case Operation::bare:
      return not_yes_no(node);
    case Operation::count:
      return yes_no(node, Kind::number);
    case Operation::both:
    case Operation::either:
    case Operation::opposite:
      return yes_no(node, Kind::yes_no);
    case Operation::choice:
      if (operand(node, 0).quantity.kind != Kind::yes_no) {
        return wrong(operand(node, 0), bare(Kind::yes_no));
      }
      return same(node, 1);
    default:
      break;
  }
  if (const Checked fits = not_yes_no(node); !fits) return fits;
  const Checked together = same(node, 0);
  const bool compares = node.operation >= Operation::less && node.operation <= Operation::greater;
  return together && compares ? bare(Kind::yes_no) : together;
}

}  // namespace

std::expected<void, Misfit> check_units(Expression& expression, const figures::ItemCatalogue& items,
                                        const LegalDay* legal) {
  const Checker checker(expression, items, legal);
  for (auto& node : expression.nodes) {
    if (node.operation == Operation::law) {
      auto value = checker.legal(node);
      if (!value) return std::unexpected(value.error());
      node.number = value->value;
      node.quantity = *legal_quantity(value->unit);
      if (std::ranges::find(expression.law, *value) == expression.law.end()) {
        expression.law.push_back(std::move(*value));
      }
      continue;
    }
    auto quantity = checker.check(node);
    if (!quantity) return std::unexpected(quantity.error());
    node.quantity = std::move(*quantity);
  }
  return {};
}

}  // namespace expressions

Quantity quantity_of(const figures::DataItem& item) {
  using figures::UnitKind;
  using Kind = Quantity::Kind;
  constexpr std::pair<UnitKind, Kind> kinds[] = {
      {UnitKind::count, Kind::count},   {UnitKind::money, Kind::money},
      {UnitKind::days, Kind::days},     {UnitKind::percent, Kind::share},
      {UnitKind::yes_no, Kind::yes_no}, {UnitKind::index, Kind::index},
      {UnitKind::level, Kind::level},
  };
  for (const auto& [unit, kind] : kinds) {
    if (unit != item.unit.kind) continue;
    if (kind == Kind::share || kind == Kind::yes_no) return expressions::bare(kind);
    return {kind, item.unit.words, false};
  }
  return {};
}

}  // namespace liem::indicators
