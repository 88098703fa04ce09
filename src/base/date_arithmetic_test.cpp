#include "base/date_arithmetic.h"

#include <gtest/gtest.h>

namespace liem {
namespace {

Date day(const char* iso) { return parse_iso_date(iso).value(); }

TEST(DateArithmetic, CrossesMonthsYearsAndLeapDays) {
  EXPECT_EQ(add_days(day("2024-02-28"), 2), day("2024-03-01"));
  EXPECT_EQ(add_days(day("2025-01-01"), -1), day("2024-12-31"));
  EXPECT_EQ(days_between(day("2023-12-16"), day("2024-12-15")), 365);
}

TEST(DateArithmetic, EndsAMonthEarlyWhereItHasNoSuchDay) {
  EXPECT_EQ(add_months(day("2024-01-31"), 1), day("2024-02-29"));
  EXPECT_EQ(add_months(day("2024-02-29"), 12), day("2025-02-28"));
  EXPECT_EQ(add_months(day("2024-11-30"), 3), day("2025-02-28"));
}

TEST(DateArithmetic, KnowsTheDayOfTheWeek) {
  EXPECT_EQ(weekday_of(day("2026-07-01")), 3u);  // a Wednesday
}

}  // namespace
}  // namespace liem
