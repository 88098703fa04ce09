// What units reported year by year: data items with their values, states and sources.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/item.h"

namespace liem::figures {

inline constexpr int first_report_year = 1990, last_report_year = 2100;

// blank: nobody filled it in. not_available: said to be unknown yet. Neither is ever zero.
enum class ReportState { blank, given, not_applicable, not_available };

std::string_view name_of(ReportState state);

struct Reported {
  std::string unit;  // id
  int year = 0;
  ReportState state = ReportState::blank;
  Decimal value;  // where given
  Words source;   // where it is written
  int line = 0;   // of the file; 0 for a year in which the unit wrote nothing at all
};

// By item; each in the order of the file.
using Reports = std::map<std::string, std::vector<Reported>, std::less<>>;

namespace errors {
inline constexpr ErrorCode unknown_item{"figures.unknown_item", ErrorKind::bad_input};
inline constexpr ErrorCode bad_year{"figures.bad_year", ErrorKind::bad_input};
inline constexpr ErrorCode bad_value{"figures.bad_value", ErrorKind::bad_input};
}  // namespace errors

// {from: year, source: {vi, en}, values: {unit: {item: years}}}, where `years` is a list that
// starts with the year `from`, or a map year -> value. A value is a number, `blank`,
// `not_applicable`, `not_available`, `-` (the unit was not there) or {value, source: {vi, en}}. In
// a source {year} stands for the year. All problems of the file at once.
std::expected<Reports, Problems> load_reports(std::string_view text, std::string_view file,
                                              const ItemCatalogue& items);

}  // namespace liem::figures
