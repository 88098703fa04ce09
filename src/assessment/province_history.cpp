#include "assessment/province_history.h"

#include <algorithm>

namespace liem::assessment {
namespace {

Problems unknown_reporters(const organisation::History& units, const figures::Reports& reports,
                           std::string_view file) {
  Problems problems;
  for (const auto& [item, all] : reports) {
    for (const auto& report : all) {
      if (day_of_report(units, report.unit, report.year)) continue;
      problems.push_back(fail(errors::reported_by_nobody, {{"file", std::string(file)},
                                                           {"line", std::to_string(report.line)},
                                                           {"unit", report.unit},
                                                           {"item", item},
                                                           {"year", std::to_string(report.year)}})
                             .error());
    }
  }
  return problems;
}

}  // namespace

Period assessed_year(int year) { return {*make_date(year - 1, 12, 16), *make_date(year, 12, 15)}; }

std::optional<Date> day_of_report(const organisation::History& units, std::string_view unit,
                                  int year) {
  const auto* versions = units.versions(unit);
  if (versions == nullptr) return std::nullopt;
  const auto period = assessed_year(year);
  const auto& last = versions->back().to;
  const Date day = last ? std::min(*last, period.to) : period.to;
  if (day < period.from || day < versions->front().from) return std::nullopt;
  return day;
}

std::expected<ProvinceHistory, Problems> load_province_history(const NamedText& units,
                                                               const NamedText& values,
                                                               figures::ItemCatalogue items) {
  auto history = organisation::load_history(units.text, units.name);
  auto reports = figures::load_reports(values.text, values.name, items);
  Problems problems;
  if (!history) problems = std::move(history.error());
  if (!reports) problems.insert(problems.end(), reports.error().begin(), reports.error().end());
  if (history && reports) problems = unknown_reporters(*history, *reports, values.name);
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return ProvinceHistory{std::move(*history), std::move(*reports), std::move(items)};
}

}  // namespace liem::assessment
