#include "assessment/history_desk.h"

namespace liem::assessment {
namespace {

Result<void> allow(const Desk& desk, Action action, std::string_view unit) {
  if (may(desk.viewer, action, unit)) return {};
  return fail(errors::no_right, {{"role", std::string(name_of(desk.viewer.role))}});
}

Result<std::shared_ptr<const ProvinceHistory>> newest(const Desk& desk) {
  const auto& province = desk.viewer.province;
  const auto reference = desk.store.history(province);
  if (!reference) return std::unexpected(reference.error());
  if (!*reference) return fail(errors::no_history);
  return desk.library.history(desk.store, province, **reference);
}

}  // namespace

Result<std::shared_ptr<const ProvinceHistory>> units_over_time(const Desk& desk) {
  if (auto allowed = allow(desk, Action::list_units, ""); !allowed) {
    return std::unexpected(allowed.error());
  }
  return newest(desk);
}

Result<SeriesView> series_over_time(const Desk& desk, const SeriesQuery& query) {
  if (auto allowed = allow(desk, Action::see_unit, query.unit); !allowed) {
    return std::unexpected(allowed.error());
  }
  auto history = newest(desk);
  if (!history) return std::unexpected(history.error());
  auto found = series(**history, query);
  if (!found) return std::unexpected(found.error());
  return SeriesView{std::move(*history), std::move(*found)};
}

}  // namespace liem::assessment
