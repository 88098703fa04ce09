#include "base/rational.h"

#include "base/error.h"

namespace liem {
namespace {

using Whole = boost::multiprecision::cpp_int;

Whole power_of_ten(int exponent) {
  return boost::multiprecision::pow(Whole(10), static_cast<unsigned>(exponent));
}

}  // namespace

Rational::Rational(const Decimal& value)
    : value_(Whole(value.mantissa()), power_of_ten(value.scale())) {}

Rational Rational::quotient(const Decimal& a, const Decimal& b) {
  return Rational(a) / Rational(b);
}

Rational operator/(const Rational& a, const Rational& b) {
  LIEM_CHECK(!b.is_zero());
  return {a.value_ / b.value_};
}

Decimal Rational::rounded(int decimals, Rounding mode) const {
  const Whole top = Whole(numerator(value_)) * power_of_ten(decimals);
  const Whole bottom(denominator(value_));
  Whole quotient = top / bottom;
  const Whole rest = abs(top % bottom);
  if (mode == Rounding::half_up && rest * 2 >= bottom) quotient += top < 0 ? -1 : 1;
  LIEM_CHECK(abs(quotient) < power_of_ten(36));
  return Decimal::of(static_cast<__int128>(quotient), decimals);
}

std::optional<Decimal> Rational::exact(int decimals) const {
  const Decimal shown = rounded(decimals, Rounding::down);
  if (Rational(shown) == *this) return shown;
  return std::nullopt;
}

}  // namespace liem
