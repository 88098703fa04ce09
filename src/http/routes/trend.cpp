#include "assessment/trend.h"

#include "http/json.h"
#include "http/routes/routes.h"
#include "indicators/score_json.h"
#include "indicators/trend_json.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::RoundPoint;

json::array groups_json(const RoundPoint& point) {
  json::array groups;
  if (point.scored == nullptr) return groups;
  for (const auto& criterion : point.set->criteria) {
    const auto* scored = point.scored->score.find(criterion.code);
    groups.push_back(json::object{{"code", criterion.code},
                                  {"title", to_json(criterion.title)},
                                  {"provenance", indicators::name_of(criterion.provenance)},
                                  {"points", indicators::points_json(scored->points)}});
  }
  return groups;
}

json::object round_json(const RoundPoint& point) {
  json::value total = nullptr, comparable = nullptr;
  if (point.scored) total = indicators::points_json(point.scored->score.total.points);
  if (point.comparison) {
    auto part = indicators::comparable_json(point.comparison->part);
    part["round"] = point.comparison->before;
    comparable = std::move(part);
  }
  return {{"round", point.round.id},    {"title", to_json(point.round.title)},
          {"year", point.round.year},   {"set", to_json(point.round.set)},
          {"points", std::move(total)}, {"groups", groups_json(point)},
          {"broken", point.broken},     {"comparable", std::move(comparable)}};
}

}  // namespace

void add_trend_routes(Router& router, const Services& services) {
  router.add({Method::get, "/api/v1/trend", Access::signed_in, Cost::library, "", 0,
              [&services](const Call& call) -> Result<Response> {
                return at_desk(
                    services, call, [&](const assessment::Desk& desk) -> Result<Response> {
                      const auto& reference = services.trends;
                      const auto trend = assessment::unit_trend(desk, reference.mappings);
                      if (!trend) return std::unexpected(trend.error());
                      json::array rounds;
                      for (const auto& point : trend->rounds) {
                        rounds.push_back(round_json(point));
                      }
                      return json_answer(json::object{
                          {"maximum", reference.published.maximum.to_string()},
                          {"published", indicators::published_json(reference, reference.published)},
                          {"unit", unit_reference(trend->unit)},
                          {"rounds", std::move(rounds)}});
                    });
              }});
}

}  // namespace liem::http
