#include "base/date_arithmetic.h"

namespace liem {

using std::chrono::sys_days;

Date add_days(const Date& date, int days) { return sys_days(date) + std::chrono::days(days); }

Date add_months(const Date& date, int months) {
  const Date moved = date + std::chrono::months(months);
  return moved.ok() ? moved : Date(moved.year() / moved.month() / std::chrono::last);
}

int days_between(const Date& from, const Date& to) {
  return static_cast<int>((sys_days(to) - sys_days(from)).count());
}

unsigned weekday_of(const Date& date) { return std::chrono::weekday(sys_days(date)).c_encoding(); }

}  // namespace liem
