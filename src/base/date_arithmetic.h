// Days, months and weekdays of the calendar; what a working day is, the law says.
#pragma once

#include "base/date.h"

namespace liem {

Date add_days(const Date& date, int days);  // days may be negative
// The same day of the month, or the month's last where it has no such day.
Date add_months(const Date& date, int months);
int days_between(const Date& from, const Date& to);  // 1 from one day to the next
unsigned weekday_of(const Date& date);               // 0 is Sunday

}  // namespace liem
