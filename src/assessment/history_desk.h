// What the routes show of a province over time.
#pragma once

#include <memory>

#include "assessment/overview.h"
#include "assessment/series.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode no_history{"assessment.no_history", ErrorKind::not_found};
}  // namespace errors

struct SeriesView {
  std::shared_ptr<const ProvinceHistory> history;
  Series series;
};

// Each decides first whether the viewer may (errors::no_right): whoever may list units sees how
// they changed, whoever may see a unit sees its series. errors::no_history.
Result<std::shared_ptr<const ProvinceHistory>> units_over_time(const Desk& desk);
Result<SeriesView> series_over_time(const Desk& desk, const SeriesQuery& query);

}  // namespace liem::assessment
