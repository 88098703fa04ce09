#include "base/rational.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <limits>

namespace liem {
namespace {

Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

TEST(Rational, AddsThirdsToOneWhole) {
  const Rational third = Rational::quotient(1, 3);
  EXPECT_EQ(third + third + third, Rational(1));
  EXPECT_EQ(third.exact(6), std::nullopt);
}

TEST(Rational, RoundsHalfAwayFromZero) {
  EXPECT_EQ(Rational::quotient(1, 8).rounded(2, Rounding::half_up), dec("0.13"));
  EXPECT_EQ(Rational::quotient(-1, 8).rounded(2, Rounding::half_up), dec("-0.13"));
  EXPECT_EQ(Rational::quotient(6, 19).rounded(4, Rounding::half_up), dec("0.3158"));
  EXPECT_EQ(Rational::quotient(2, 3).rounded(2, Rounding::down), dec("0.66"));
}

TEST(Rational, KeepsDecimalsExactly) {
  EXPECT_EQ(Rational(dec("-12.375")).exact(3), dec("-12.375"));
  EXPECT_EQ(Rational::quotient(dec("43597"), dec("55336.8")) * Rational(dec("55336.8")),
            Rational(43597));
}

TEST(Rational, HoldsSumsFarBeyondTheDecimalRange) {
  Rational sum;
  for (std::int64_t n = 1; n <= 200; ++n) sum += Rational::quotient(1, 1'000'000'007 + n);
  for (std::int64_t n = 1; n <= 200; ++n) sum += Rational::quotient(-1, 1'000'000'007 + n);
  EXPECT_TRUE(sum.is_zero());
}

TEST(Rational, ComparesByValue) {
  EXPECT_LT(Rational::quotient(1, 3), Rational(dec("0.34")));
  EXPECT_GT(Rational::quotient(1, 3), Rational(dec("0.33")));
}

TEST(Rational, SaysItselfInLowestTerms) {
  EXPECT_EQ(Rational::quotient(-12, 38).to_string(), "-6/19");
  EXPECT_EQ(Rational::quotient(12, -38).to_string(), "-6/19");
  EXPECT_EQ(Rational(dec("-12.50")).to_string(), "-25/2");
  EXPECT_EQ((Rational::quotient(1, 3) - Rational::quotient(1, 3)).to_string(), "0");
}

TEST(Rational, AddsRatiosOfMoneyWhoseDenominatorsShareNothing) {
  const Rational a = Rational::quotient(12'038'291'320, 55'336'800'007);
  const Rational b = Rational::quotient(43'597'000'001, 98'765'432'123);
  EXPECT_EQ((a + b).to_string(), "3601485514202875872367/5465362964995384424861");
  EXPECT_EQ(a + b - b, a);
  EXPECT_EQ((a + b - b).to_string(), a.to_string());
}

TEST(Rational, HoldsTheEndsOfSixtyFourBits) {
  const std::int64_t least = std::numeric_limits<std::int64_t>::min();
  EXPECT_EQ(Rational(least).to_string(), "-9223372036854775808");
  EXPECT_EQ((Rational(least) * Rational(-1)).to_string(), "9223372036854775808");
  EXPECT_EQ((Rational(least) + Rational(1)).to_string(), "-9223372036854775807");
  EXPECT_EQ((Rational(1) / Rational(least)).to_string(), "-1/9223372036854775808");
  const Rational smallest_half = Rational::quotient(1, 4611686018427387904);  // 2^-62
  EXPECT_EQ((smallest_half * Rational::quotient(1, 2)).to_string(), "1/9223372036854775808");
}

using Reference = boost::multiprecision::cpp_rational;

// Small values meet often, money fills a word when multiplied, the rest does not fit one at all.
Decimal any_decimal() {
  const auto mantissa =
      *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-30, 30),
                      rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000),
                      rc::gen::element<std::int64_t>(std::numeric_limits<std::int64_t>::max(),
                                                     std::numeric_limits<std::int64_t>::min()),
                      rc::gen::inRange(std::numeric_limits<std::int64_t>::min(),
                                       std::numeric_limits<std::int64_t>::max()));
  const auto wide = *rc::gen::weightedElement<std::int64_t>({{9, 1}, {1, 1'000'000'007}});
  return Decimal::of(static_cast<__int128>(mantissa) * wide, *rc::gen::inRange(0, 19));
}

Reference reference(const Decimal& value) {
  using boost::multiprecision::cpp_int;
  return Reference(cpp_int(value.mantissa()),
                   boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(value.scale())));
}

// Both after the same step chosen by `operation`; division by zero is left out.
void step(int operation, const Decimal& by, Rational& value, Reference& expected) {
  if (operation == 0) value = value + Rational(by), expected += reference(by);
  if (operation == 1) value = value - Rational(by), expected -= reference(by);
  if (operation == 2) value = value * Rational(by), expected *= reference(by);
  if (operation == 3 && !by.is_zero()) value = value / Rational(by), expected /= reference(by);
}

TEST(Rational, AgreesWithBigFractionsStepByStep) {
  EXPECT_TRUE(rc::check([] {
    Rational value;
    Reference expected = 0;
    const int steps = *rc::gen::inRange(1, 8);
    for (int i = 0; i < steps; ++i) {
      step(*rc::gen::inRange(0, 4), any_decimal(), value, expected);
      RC_ASSERT(value.to_string() == expected.str());
      RC_ASSERT(value.is_zero() == expected.is_zero());
    }
  }));
}

TEST(Rational, ComparesAsBigFractionsDo) {
  EXPECT_TRUE(rc::check([] {
    Rational a, b;
    Reference x = 0, y = 0;
    for (int i = 0; i < 3; ++i) {
      step(*rc::gen::inRange(0, 4), any_decimal(), a, x);
      step(*rc::gen::inRange(0, 4), any_decimal(), b, y);
    }
    RC_ASSERT((a < b) == (x < y));
    RC_ASSERT((a == b) == (x == y));
    RC_ASSERT(a == Rational(a));
  }));
}

// round(|x| * 10^decimals) by whole division, as a text without a point.
std::string scaled(const Reference& value, int decimals, Rounding mode) {
  using boost::multiprecision::cpp_int;
  const cpp_int top = abs(numerator(value)) *
                      boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(decimals));
  const cpp_int bottom = denominator(value);
  return cpp_int(mode == Rounding::down ? cpp_int(top / bottom)
                                        : cpp_int((top * 2 + bottom) / (bottom * 2)))
      .str();
}

TEST(Rational, RoundsWhatNoWordHoldsOnTheWay) {
  Rational money = Rational::quotient(9'000'000'000'000'000'001, 3'000'000);
  EXPECT_EQ(money.rounded(6, Rounding::half_up), dec("3000000000000.000000"));
  EXPECT_EQ(money.rounded(12, Rounding::down), dec("3000000000000.000000333333"));
  EXPECT_EQ(money.units(12, Rounding::down), std::nullopt);
  money.round(12, Rounding::down);
  EXPECT_EQ(money, Rational(dec("3000000000000.000000333333")));
}

TEST(Rational, RoundsAsBigFractionsDo) {
  EXPECT_TRUE(rc::check([] {
    const auto a = Decimal(*rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000));
    const auto b = Decimal::of(*rc::gen::inRange<std::int64_t>(1, 4'000'000'000'000'000'000),
                               *rc::gen::inRange(0, 12));
    const int decimals = *rc::gen::inRange(0, 7);
    const auto mode = *rc::gen::element(Rounding::half_up, Rounding::down);
    const Decimal shown = Rational::quotient(a, b).rounded(decimals, mode);
    const Reference expected = reference(a) / reference(b);
    const auto digits = scaled(expected, decimals, mode);
    const __int128 wanted = static_cast<__int128>(std::stoll(digits));
    RC_ASSERT(shown == Decimal::of(a.is_negative() ? -wanted : wanted, decimals));
    RC_ASSERT(Rational::quotient(a, b).units(decimals, mode) ==
              (a.is_negative() ? -wanted : wanted));
    Rational rounded = Rational::quotient(a, b);
    rounded.round(decimals, mode);
    RC_ASSERT(rounded == Rational(shown));
    RC_ASSERT(Rational::quotient(a, b).exact(decimals).has_value() ==
              (reference(shown) == expected));
  }));
}

}  // namespace
}  // namespace liem
