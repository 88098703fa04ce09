// A number of the law and the days on which it holds.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/words.h"

namespace liem::law {

// money: đồng; percent: 0 to 100; count: whole things; day_of_year: a day in every year;
// fraction: a part of a whole such as 2/3; choices: a closed list. The rest are lengths of time.
enum class Unit {
  money,
  days,
  working_days,
  weeks,
  months,
  years,
  percent,
  count,
  fraction,
  day_of_year,
  choices,
};

// How well a value is known, the weakest last. text: read in the text of the law; press: only read
// in reports about it; unconfirmed: a successor is known, its text was not at hand.
enum class Status { text, press, unconfirmed };

std::string_view name_of(Unit unit);      // as the YAML files write it
std::string_view name_of(Status status);  // likewise

struct Fraction {
  int part = 0, whole = 1;
  bool operator==(const Fraction&) const = default;
};
struct Choice {
  std::string id;
  Words words;
  bool operator==(const Choice&) const = default;
};
// A Decimal but for fraction, day_of_year and choices.
using Value = std::variant<Decimal, Fraction, std::chrono::month_day, std::vector<Choice>>;

std::string to_string(const Value& value);  // "50000000", "2/3", "12-31", ids joined by ", "

struct Period {
  Value value;
  std::string basis;  // as cited in Vietnamese
  Date from;
  std::optional<Date> to;  // the last day on which it holds
  Status status = Status::unconfirmed;
  std::optional<Words> note;

  bool holds_on(const Date& date) const { return from <= date && (!to || date <= *to); }
};

struct Parameter {
  std::string id;  // "declaration.asset_min"
  Words label;
  Unit unit = Unit::count;
  std::vector<Period> periods;  // by their first day, without overlap; never empty
};

}  // namespace liem::law
