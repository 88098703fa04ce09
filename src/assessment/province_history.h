// A province's units since its first recorded day and what they reported year by year: the two
// files of a folder `history/`.
#pragma once

#include <expected>
#include <string_view>

#include "figures/reported.h"
#include "organisation/history.h"

namespace liem::assessment {

inline constexpr std::string_view history_units_file = "units.yaml";
inline constexpr std::string_view history_values_file = "values.yaml";

namespace errors {
inline constexpr ErrorCode reported_by_nobody{"assessment.reported_by_nobody",
                                              ErrorKind::bad_input};
}  // namespace errors

struct ProvinceHistory {
  organisation::History units;
  figures::Reports reports;
  figures::ItemCatalogue items;
};

// Bytes and the name people know them by.
struct NamedText {
  std::string_view text, name;
};

// The assessed year: 16 December of the year before to 15 December (guidance to the 2022 set;
// earlier years are put under the same days so that all years can be compared).
struct Period {
  Date from{}, to{};
};
Period assessed_year(int year);

// The last day of the assessed year on which the unit was there; nothing where it was not.
std::optional<Date> day_of_report(const organisation::History& units, std::string_view unit,
                                  int year);

// All problems of both files: errors::reported_by_nobody for a value of a unit that was not there.
std::expected<ProvinceHistory, Problems> load_province_history(const NamedText& units,
                                                               const NamedText& values,
                                                               figures::ItemCatalogue items);

}  // namespace liem::assessment
