#include "base/decimal.h"

#include <gtest/gtest.h>

namespace liem {
namespace {

Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

TEST(Decimal, ReadsAndWritesWhatJsonWrites) {
  for (const char* text : {"0", "1", "-1", "0.5", "-0.05", "96.8", "12038291320", "58.34"}) {
    EXPECT_EQ(dec(text).to_string(), text);
  }
}

TEST(Decimal, DropsTrailingZerosSoThatEqualValuesAreEqual) {
  EXPECT_EQ(dec("12.50"), dec("12.5"));
  EXPECT_EQ(dec("12.50").to_string(), "12.5");
  EXPECT_EQ(dec("-0.0"), Decimal(0));
  EXPECT_EQ(dec("12.5").to_fixed(2), "12.50");
}

TEST(Decimal, RefusesWhatIsNotAPlainDecimal) {
  for (const char* text : {"", "-", ".", "1.", ".5", "1,5", "1e3", "0x1", "1.2.3", " 1",
                           "1234567890123456789012345678901"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(Decimal, AddsWithoutLosingAnything) {
  EXPECT_EQ(dec("0.1") + dec("0.2"), dec("0.3"));
  EXPECT_EQ(dec("55336.8") - dec("43597"), dec("11739.8"));
}

TEST(Decimal, RoundsHalfAwayFromZero) {
  EXPECT_EQ(dec("0.125").rounded(2, Rounding::half_up), dec("0.13"));
  EXPECT_EQ(dec("-0.125").rounded(2, Rounding::half_up), dec("-0.13"));
  EXPECT_EQ(dec("0.124999").rounded(2, Rounding::half_up), dec("0.12"));
  EXPECT_EQ(dec("0.129").rounded(2, Rounding::down), dec("0.12"));
}

TEST(Decimal, DividesToTheAskedDecimals) {
  EXPECT_EQ(Decimal::divide(600, 19, 0, Rounding::half_up), dec("32"));
  EXPECT_EQ(Decimal::divide(600, 19, 3, Rounding::half_up), dec("31.579"));
  EXPECT_EQ(Decimal::divide(dec("0.5"), dec("0.25"), 0, Rounding::half_up), dec("2"));
  EXPECT_EQ(Decimal::divide(1, -8, 2, Rounding::half_up), dec("-0.13"));
}

TEST(Decimal, SaysWhenAProductWouldNotFit) {
  const Decimal big = dec("999999999999999999999999999999");
  EXPECT_FALSE(Decimal::multiply(big, big));
  EXPECT_EQ(Decimal::multiply(dec("1.5"), dec("0.2")), dec("0.3"));
}

TEST(Decimal, ComparesAcrossScales) {
  EXPECT_LT(dec("9.99"), dec("10"));
  EXPECT_GT(dec("-1"), dec("-1.5"));
}

}  // namespace
}  // namespace liem
