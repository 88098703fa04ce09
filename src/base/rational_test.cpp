#include "base/rational.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace liem
