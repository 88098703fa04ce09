#include "indicators/rounding.h"

namespace liem::indicators {
namespace {

// Of what cutting left of a unit: whether the value goes up to the next one.
bool goes_up(const Rational& rest, const Rational& unit, const Rational& cut, RoundingMode mode) {
  if (mode == RoundingMode::up) return !rest.is_zero();
  const Rational twice = rest + rest;
  if (twice != unit) return twice > unit;
  const bool odd = !(cut / (unit + unit)).exact(0).has_value();
  return mode == RoundingMode::half_even && odd;
}

}  // namespace

void round_to(Rational& value, int decimals, RoundingMode mode) {
  if (mode == RoundingMode::half_up) return value.round(decimals, Rounding::half_up);
  Rational cut = value;
  cut.round(decimals, Rounding::down);
  if (mode != RoundingMode::down) {
    const Rational unit(Decimal::of(1, decimals));
    if (goes_up(value - cut, unit, cut, mode)) cut += unit;
  }
  value = std::move(cut);
}

}  // namespace liem::indicators
