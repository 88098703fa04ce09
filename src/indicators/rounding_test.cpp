#include "indicators/rounding.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

namespace liem::indicators {
namespace {

std::string rounded(std::string_view text, RoundingMode mode) {
  Rational value(*Decimal::parse(text));
  round_to(value, 1, mode);
  return value.exact(6)->to_string();
}

TEST(RoundTo, GoesWhereTheModeSays) {
  const std::string values[] = {"0.12", "0.15", "0.18", "0.25", "0.2", "0"};
  const std::pair<RoundingMode, std::vector<std::string>> truth[] = {
      {RoundingMode::half_up, {"0.1", "0.2", "0.2", "0.3", "0.2", "0"}},
      {RoundingMode::half_even, {"0.1", "0.2", "0.2", "0.2", "0.2", "0"}},
      {RoundingMode::half_down, {"0.1", "0.1", "0.2", "0.2", "0.2", "0"}},
      {RoundingMode::up, {"0.2", "0.2", "0.2", "0.3", "0.2", "0"}},
      {RoundingMode::down, {"0.1", "0.1", "0.1", "0.2", "0.2", "0"}},
  };
  for (const auto& [mode, wanted] : truth) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      EXPECT_EQ(rounded(values[i], mode), wanted[i]) << name_of(mode) << " of " << values[i];
    }
  }
}

TEST(RoundTo, NeverPassesTheNextUnitAndNeverTurnsAnOrder) {
  EXPECT_TRUE(rc::check([] {
    const auto any = [] {
      return Rational::quotient(*rc::gen::inRange<std::int64_t>(0, 100'000),
                                *rc::gen::element<std::int64_t>(1, 2, 3, 7, 8, 40, 300));
    };
    const auto mode =
        rounding_modes[*rc::gen::inRange<std::size_t>(0, rounding_modes.size())].second;
    const Rational less = any(), more = less + any(), unit(Decimal::of(1, 2));
    Rational low = less, high = more;
    round_to(low, 2, mode);
    round_to(high, 2, mode);
    RC_ASSERT(low <= high);
    const Rational moved = low > less ? low - less : less - low;
    RC_ASSERT(moved < unit);
    if (goes_to_nearest(mode)) RC_ASSERT(moved + moved <= unit);
  }));
}

}  // namespace
}  // namespace liem::indicators
