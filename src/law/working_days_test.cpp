#include "law/working_days.h"

#include <gmock/gmock.h>

#include "law/testing_law.h"

namespace liem::law {
namespace {

using namespace testing_law;

const WorkingDays& days() {
  static const WorkingDays shipped = shipped_law().working_days;
  return shipped;
}

// The last day of `amount` after `start`, as ISO.
std::string due(const char* start, int amount, Unit unit) {
  return to_iso(days().deadline(day(start), amount, unit).value().day);
}

TEST(WorkingDays, DoesNotCountTheDayItStartsFrom) {
  EXPECT_EQ(due("2025-03-03", 5, Unit::working_days), "2025-03-10");  // Monday to Monday
  EXPECT_EQ(due("2025-03-03", 0, Unit::working_days), "2025-03-03");
}

// Counted by hand on the official calendar of Tết 2025, off from 25 January to 2 February.
TEST(WorkingDays, PassesOverTet) {
  EXPECT_EQ(due("2025-01-24", 1, Unit::working_days), "2025-02-03");
  EXPECT_EQ(due("2025-01-22", 5, Unit::working_days), "2025-02-05");
}

TEST(WorkingDays, CountsASaturdayThatIsWorkedInPlaceOfAnotherDay) {
  EXPECT_TRUE(days().is_worked(day("2025-04-26")).value());
  EXPECT_FALSE(days().is_worked(day("2025-05-02")).value());
  EXPECT_EQ(due("2025-04-25", 1, Unit::working_days), "2025-04-26");
  EXPECT_EQ(due("2025-04-29", 1, Unit::working_days), "2025-05-05");
}

TEST(WorkingDays, GivesADayOffForAHolidayAtAWeekend) {
  EXPECT_FALSE(days().is_worked(day("2026-04-27")).value());  // Hùng Kings' day was a Sunday
}

TEST(WorkingDays, MovesACalendarPeriodThatEndsOnADayOfRestToTheNextWorkingDay) {
  EXPECT_EQ(due("2025-03-03", 12, Unit::days), "2025-03-17");  // the 15th is a Saturday
  EXPECT_EQ(due("2025-03-03", 10, Unit::days), "2025-03-13");
  EXPECT_EQ(due("2025-08-18", 2, Unit::weeks), "2025-09-03");  // 1 and 2 September are off
  EXPECT_EQ(due("2024-01-31", 1, Unit::months), "2024-02-29");
  EXPECT_EQ(due("2024-03-01", 2, Unit::years), "2026-03-02");  // 1 March 2026 is a Sunday
}

TEST(WorkingDays, SaysHowWellTheYearsItTouchesAreKnown) {
  EXPECT_EQ(days().deadline(day("2026-11-27"), 10, Unit::working_days)->status, Status::press);
  EXPECT_EQ(days().deadline(day("2026-12-25"), 10, Unit::working_days)->status,
            Status::unconfirmed);
}

TEST(WorkingDays, RefusesAYearWhoseDaysAreNotKnown) {
  const auto late = days().deadline(day("2027-12-30"), 5, Unit::working_days);
  ASSERT_FALSE(late);
  EXPECT_THAT(
      lines_of({late.error()}),
      testing::ElementsAre("the working days of 2028 are not known; known years: 2024, 2025, "
                           "2026, 2027; add the year to data/law/working-days.yaml"));
}

}  // namespace
}  // namespace liem::law
