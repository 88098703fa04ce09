#include "assessment/trend.h"

#include <algorithm>
#include <ranges>

namespace liem::assessment {
namespace {

// Nothing where the unit is not in the round.
Result<std::optional<RoundPoint>> point_of(const Desk& desk, const Round& round,
                                           const std::string& unit) {
  const std::string& province = desk.viewer.province;
  const auto scores = desk.library.scores(desk.store, province, round);
  if (!scores) return std::unexpected(scores.error());
  if (std::ranges::find((*scores)->units, unit, &Unit::id) == (*scores)->units.end()) {
    return std::nullopt;
  }
  auto set = desk.library.set(desk.store, province, round);
  if (!set) return std::unexpected(set.error());
  return RoundPoint{round, std::move(*set), (*scores)->of(unit), false, std::nullopt};
}

void compare(const RoundPoint& before, RoundPoint& point,
             const std::vector<indicators::KnownMapping>& mappings) {
  const auto way = indicators::way_between(*before.set, *point.set, mappings);
  point.broken = !way || !indicators::same_by_criterion(*before.set, *point.set, *way);
  if (!point.broken || !way || before.scored == nullptr || point.scored == nullptr) return;
  point.comparison = {before.round.id,
                      indicators::comparable_part(*way, before.scored->score, point.scored->score)};
}

}  // namespace

Result<UnitTrend> unit_trend(const Desk& desk,
                             const std::vector<indicators::KnownMapping>& mappings) {
  const Viewer& viewer = desk.viewer;
  const bool whole_province = may(viewer, Action::see_unit, viewer.province);
  const std::string& unit_id = whole_province ? viewer.province : viewer.unit;
  if (!may(viewer, Action::see_unit, unit_id)) {
    return fail(errors::no_right, {{"role", std::string(name_of(viewer.role))}});
  }
  auto unit = desk.store.unit(viewer.province, unit_id);
  if (!unit) return std::unexpected(unit.error());
  if (!*unit) return fail(errors::no_unit, {{"unit", unit_id}, {"round", ""}});
  auto rounds = desk.store.rounds(viewer.province);
  if (!rounds) return std::unexpected(rounds.error());
  std::ranges::stable_sort(*rounds, {}, &Round::to);
  UnitTrend trend{std::move(**unit), {}};
  for (const auto& round : *rounds) {
    auto point = point_of(desk, round, unit_id);
    if (!point) return std::unexpected(point.error());
    if (!*point) continue;
    if (!trend.rounds.empty()) compare(trend.rounds.back(), **point, mappings);
    trend.rounds.push_back(std::move(**point));
  }
  return trend;
}

}  // namespace liem::assessment
