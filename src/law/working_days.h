// Periods counted as the law counts them: the day they start from is not counted, a period of
// calendar days, weeks, months or years that ends on a day of rest ends on the next working day
// (Civil Code 91/2015/QH13, arts 147 and 148).
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/words.h"
#include "law/parameter.h"

namespace liem::law {

struct YearOfDays {
  Status status = Status::unconfirmed;  // how well this year's days are known
  std::map<Date, Words> off;            // beside the weekly rest days
  std::set<Date> worked;                // weekly rest days worked in place of another day
};

// The last day of a period and the weakest status of the years it touches.
struct Deadline {
  Date day;
  Status status = Status::text;
  bool operator==(const Deadline&) const = default;
};

struct WorkingDays {
  std::set<unsigned> weekly_rest;  // 0 is Sunday, as std::chrono::weekday::c_encoding()
  std::string weekly_rest_basis, holidays_basis;
  std::map<int, YearOfDays> years;

  // errors::unknown_year where there is no calendar of a year that has to be known.
  Result<bool> is_worked(const Date& date) const;
  Result<Deadline> after(const Date& start, int working_days) const;  // working_days >= 0
  // `amount` of days, working_days, weeks, months or years after `start`.
  Result<Deadline> deadline(const Date& start, int amount, Unit unit) const;
};

}  // namespace liem::law
