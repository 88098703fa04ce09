// A province's units over time and its yearly values under the tree of a chosen day.
#include "assessment/history_desk.h"
#include "assessment/series_json.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/list_queries.h"
#include "http/query.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

using assessment::Desk;

Result<std::string> needed(const Query& query, const std::string& name, const char* wanted) {
  const auto found = query.find(name);
  if (found != query.end() && !found->second.empty()) return found->second;
  return fail(errors::bad_field, {{"field", name}, {"wanted", wanted}});
}

Result<Date> day_in(const Query& query, const std::string& name) {
  const auto text = needed(query, name, "YYYY-MM-DD");
  if (!text) return std::unexpected(text.error());
  if (const auto date = parse_iso_date(*text)) return *date;
  return fail(errors::bad_field, {{"field", name}, {"wanted", "YYYY-MM-DD"}});
}

Result<std::optional<int>> year_in(const Query& query, const std::string& name) {
  if (!query.contains(name)) return std::nullopt;
  const auto year = whole_in(query, name, figures::first_report_year, figures::last_report_year, 0);
  if (!year) return std::unexpected(year.error());
  return *year;
}

Result<Response> list_units_of_day(const Services& services, const Desk& desk, const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto on = day_in(*query, "on");
  if (!on) return std::unexpected(on.error());
  const auto history = assessment::units_over_time(desk);
  if (!history) return std::unexpected(history.error());
  return json_answer(assessment::tree_json(**history, *on, services.catalogue));
}

Result<Response> get_series(const Services& services, const Desk& desk, const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto asked = series_in(*query);
  if (!asked) return std::unexpected(asked.error());
  const auto found = assessment::series_over_time(desk, asked->series);
  if (!found) return std::unexpected(found.error());
  return json_answer(
      assessment::series_json(found->series, *found->history, asked->explain, services.catalogue));
}

}  // namespace

Result<SeriesAsked> series_in(const Query& query) {
  SeriesAsked asked;
  auto item = needed(query, "item", "id of a data item");
  if (!item) return std::unexpected(item.error());
  auto unit = needed(query, "unit", "id of a unit");
  if (!unit) return std::unexpected(unit.error());
  const auto tree = day_in(query, "tree");
  if (!tree) return std::unexpected(tree.error());
  const auto from = year_in(query, "from");
  if (!from) return std::unexpected(from.error());
  const auto to = year_in(query, "to");
  if (!to) return std::unexpected(to.error());
  const auto explain = year_in(query, "explain");
  if (!explain) return std::unexpected(explain.error());
  asked.series = {std::move(*item), {}, std::move(*unit), *tree, *from, *to};
  if (const auto of = query.find("of"); of != query.end()) asked.series.of = of->second;
  asked.explain = *explain;
  return asked;
}

void add_series_routes(Router& router, const Services& services) {
  const auto add = [&](const std::string& path, auto handle) {
    router.add({Method::get, path, Access::signed_in, Cost::library, "", 0,
                [&services, handle](const Call& call) {
                  return at_desk(services, call,
                                 [&](const Desk& desk) { return handle(services, desk, call); });
                }});
  };
  add("/api/v1/history/units", &list_units_of_day);
  add("/api/v1/series", &get_series);
}

}  // namespace liem::http
