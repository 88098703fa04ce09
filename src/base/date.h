// Calendar dates as values; the day of today always comes in from outside.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace liem {

using Date = std::chrono::year_month_day;

std::optional<Date> make_date(int year, int month, int day);  // nothing for 30 February
std::optional<Date> parse_iso_date(std::string_view text);    // "2024-12-15"
std::string to_iso(const Date& date);
std::string to_vietnamese(const Date& date);  // "15/12/2024"

}  // namespace liem
