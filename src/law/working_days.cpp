#include "law/working_days.h"

#include <algorithm>

#include "base/date_arithmetic.h"
#include "law/errors.h"

namespace liem::law {
namespace {

Status weaker(Status a, Status b) { return std::max(a, b); }

}  // namespace

Result<bool> WorkingDays::is_worked(const Date& date) const {
  const auto year = years.find(static_cast<int>(date.year()));
  if (year == years.end()) {
    std::string known;
    for (const auto& [number, days] : years) {
      known.append(known.empty() ? "" : ", ").append(std::to_string(number));
    }
    return fail(errors::unknown_year,
                {{"year", std::to_string(static_cast<int>(date.year()))}, {"known", known}});
  }
  if (year->second.off.contains(date)) return false;
  return !weekly_rest.contains(weekday_of(date)) || year->second.worked.contains(date);
}

Result<Deadline> WorkingDays::after(const Date& start, int working_days) const {
  LIEM_CHECK(working_days >= 0);
  Deadline deadline{start, Status::text};
  for (int left = working_days; left > 0;) {
    deadline.day = add_days(deadline.day, 1);
    const auto worked = is_worked(deadline.day);
    if (!worked) return std::unexpected(worked.error());
    deadline.status =
        weaker(deadline.status, years.at(static_cast<int>(deadline.day.year())).status);
    if (*worked) --left;
  }
  return deadline;
}

Result<Deadline> WorkingDays::deadline(const Date& start, int amount, Unit unit) const {
  Date end = start;
  switch (unit) {
    case Unit::working_days:
      return after(start, amount);
    case Unit::days:
      end = add_days(start, amount);
      break;
    case Unit::weeks:
      end = add_days(start, amount * 7);
      break;
    case Unit::months:
      end = add_months(start, amount);
      break;
    case Unit::years:
      end = add_months(start, amount * 12);
      break;
    default: {
      constexpr bool is_length_of_time = false;
      LIEM_CHECK(is_length_of_time);
    }
  }
  // The working day that is the end itself or the first after it.
  return after(add_days(end, -1), 1);
}

}  // namespace liem::law
