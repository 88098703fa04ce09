// A data item of one unit over the years, as it stands under the tree of a chosen day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/province_history.h"
#include "figures/series.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode unit_not_in_tree{"assessment.unit_not_in_tree", ErrorKind::not_found};
inline constexpr ErrorCode no_series_item{"assessment.no_series_item", ErrorKind::not_found};
inline constexpr ErrorCode ratio_not_additive{"assessment.ratio_not_additive",
                                              ErrorKind::bad_input};
inline constexpr ErrorCode bad_years{"assessment.bad_years", ErrorKind::bad_input};
}  // namespace errors

struct SeriesQuery {
  std::string item;
  std::optional<std::string> of;  // the denominator: a percentage of two additive items
  std::string unit;
  Date tree{};
  std::optional<int> from, to;  // years; all that were reported where not given
};

struct SeriesYear {
  int year = 0;
  Period period;  // of the values
  figures::Consolidated value;
  std::optional<figures::Consolidated> numerator, denominator;  // of a percentage
};

struct Series {
  figures::DataItem item;
  std::optional<figures::DataItem> of;
  organisation::UnitVersion unit;
  Date tree{};
  // What the parts of a year name by place; of `of` the ones in step with them.
  std::vector<figures::CarriedReport> reports, of_reports;
  std::vector<SeriesYear> years;
};

// Units that report an item in some year and wrote nothing in another count as blank there, unless
// they ended in it.
// errors::no_series_item, ratio_not_additive, unit_not_in_tree, bad_years.
Result<Series> series(const ProvinceHistory& history, const SeriesQuery& query);

}  // namespace liem::assessment
