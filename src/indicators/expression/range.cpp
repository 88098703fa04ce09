#include <algorithm>

#include "indicators/expression/expression.h"

namespace liem::indicators {
namespace {

using Kind = Quantity::Kind;
using Bound = std::optional<Rational>;

Bound both(const Bound& a, const Bound& b, Rational (*of)(const Rational&, const Rational&)) {
  if (!a || !b) return std::nullopt;
  return of(*a, *b);
}

Rational sum(const Rational& a, const Rational& b) { return a + b; }
Rational least(const Rational& a, const Rational& b) { return std::min(a, b); }
Rational most(const Rational& a, const Rational& b) { return std::max(a, b); }

Bound negative(const Bound& bound) {
  if (!bound) return std::nullopt;
  return Rational(0) - *bound;
}

bool is_at_least(const Bound& low, std::int64_t bound) { return low && *low >= Rational(bound); }

Range negated(const Range& range) { return {negative(range.high), negative(range.low)}; }

Range added(const Range& a, const Range& b) {
  return {both(a.low, b.low, sum), both(a.high, b.high, sum)};
}

// All of a and of b.
Range united(const Range& a, const Range& b) {
  return {both(a.low, b.low, least), both(a.high, b.high, most)};
}

// The smaller of the two lies below every bound that either has.
Range smaller(const Range& a, const Range& b) {
  Range out{both(a.low, b.low, least), a.high ? a.high : b.high};
  if (a.high && b.high) out.high = least(*a.high, *b.high);
  return out;
}

Range larger(const Range& a, const Range& b) { return negated(smaller(negated(a), negated(b))); }

// `factor` is 0 or more.
Range scaled(const Range& range, const Rational& factor) {
  Range out;
  if (range.low) out.low = *range.low * factor;
  if (range.high) out.high = *range.high * factor;
  return out;
}

bool is_one_value(const Range& range) {
  return range.low && range.high && *range.low == *range.high && *range.low >= Rational(0);
}

Range multiplied(const Range& a, const Range& b) {
  if (is_one_value(a)) return scaled(b, *a.low);
  if (is_one_value(b)) return scaled(a, *b.low);
  if (is_at_least(a.low, 0) && is_at_least(b.low, 0)) {
    Range out{*a.low * *b.low, std::nullopt};
    if (a.high && b.high) out.high = *a.high * *b.high;
    return out;
  }
  if (!a.low || !a.high || !b.low || !b.high) return {};
  const Rational corners[] = {*a.low * *b.low, *a.low * *b.high, *a.high * *b.low,
                              *a.high * *b.high};
  return {std::ranges::min(corners), std::ranges::max(corners)};
}

// Where the divisor is 0 nothing is computed; a whole number that is not 0 is 1 at least.
Range divided(const Range& a, const Range& by, const Quantity& divisor) {
  const bool whole = divisor.kind == Kind::count || divisor.kind == Kind::days;
  Range b = by;
  if (whole && is_at_least(b.low, 0)) b.low = most(*b.low, 1);
  if (!is_at_least(b.low, 0)) return {};
  Range inverse{Rational(0), std::nullopt};
  if (b.high && !b.high->is_zero()) inverse.low = Rational(1) / *b.high;
  if (!b.low->is_zero()) inverse.high = Rational(1) / *b.low;
  return multiplied(a, inverse);
}

Range of_item(Kind kind) {
  if (kind == Kind::share) return {Rational(0), Rational(1)};
  return {Rational(0), std::nullopt};
}

// `divisor` tells whole numbers apart: a difference or a share of counts is not whole.
Quantity divisor_of(const Expression::Node& node) {
  return node.operation == Operation::item ? node.quantity : Quantity{};
}

Range range_of(const Expression& expression, const Expression::Node& node,
               const std::vector<Range>& known) {
  const auto at = [&](std::size_t i) -> const Range& { return known[node.operands[i]]; };
  const auto all = [&](std::size_t from, Range (*of)(const Range&, const Range&)) {
    Range out = at(from);
    for (std::size_t i = from + 1; i < node.operands.size(); ++i) out = of(out, at(i));
    return out;
  };
  const Rational written = node.quantity.kind == Kind::share ? Rational::quotient(node.number, 100)
                                                             : Rational(node.number);
  switch (node.operation) {
    case Operation::number:
    case Operation::law:
      return {written, written};
    case Operation::item:
      return of_item(node.quantity.kind);
    case Operation::count:
      return {Rational(0), Rational(static_cast<std::int64_t>(node.operands.size()))};
    case Operation::ratio:
    case Operation::divide:
      return divided(at(0), at(1), divisor_of(expression.nodes[node.operands[1]]));
    case Operation::minimum:
      return all(0, smaller);
    case Operation::maximum:
      return all(0, larger);
    case Operation::choice:
      return all(1, united);
    case Operation::bare:
      return at(0);
    case Operation::negate:
      return negated(at(0));
    case Operation::add:
      return added(at(0), at(1));
    case Operation::subtract:
      return added(at(0), negated(at(1)));
    case Operation::multiply:
      return multiplied(at(0), at(1));
    default:
      return {};  // yes or no
  }
}

}  // namespace

Range range_of(const Expression& expression) {
  std::vector<Range> known;
  known.reserve(expression.nodes.size());
  for (const auto& node : expression.nodes) known.push_back(range_of(expression, node, known));
  return known.back();
}

}  // namespace liem::indicators
