#include "assessment/series_json.h"

#include <boost/json/array.hpp>

#include "assessment/history_words.h"
#include "assessment/series_words.h"

namespace liem::assessment {
namespace {

namespace json = boost::json;
using organisation::History;

constexpr int places = 6;  // of what is no exact decimal

json::object words_json(const Words& words) { return {{"vi", words.vi}, {"en", words.en}}; }
json::string text(std::string_view view) { return json::string(view.data(), view.size()); }

json::string number(const Rational& value) {
  return text(value.rounded(places, Rounding::half_up).to_string());
}
json::value number_or_null(const std::optional<Rational>& value) {
  return value ? json::value(number(*value)) : json::value(nullptr);
}
json::value value_or_null(const std::optional<figures::Consolidated>& one) {
  return one ? number_or_null(one->value) : json::value(nullptr);
}

json::object item_json(const figures::DataItem& item) {
  return {{"id", item.id},
          {"label", words_json(item.label)},
          {"kind", text(name_of(item.unit.kind))},
          {"unit", words_json(item.unit.words)},
          {"merge", text(name_of(item.merge))}};
}

json::array list_json(const std::vector<Words>& all) {
  json::array out;
  for (const auto& words : all) out.push_back(words_json(words));
  return out;
}

json::object part_json(const Series& series, const SeriesYear& year, const figures::Part& part,
                       const ProvinceHistory& history, const Catalogue& catalogue) {
  const auto& report = series.reports[part.report].report;
  const auto words = part_words(series, year, part, history, catalogue);
  const bool given = report.state == figures::ReportState::given;
  return {{"unit", {{"id", report.unit}, {"name", words_json(words.unit)}}},
          {"state", text(name_of(part.state))},
          {"value", given ? json::value(report.value.to_string()) : json::value(nullptr)},
          {"of", given && series.of
                     ? json::value(series.of_reports[part.report].report.value.to_string())
                     : json::value(nullptr)},
          {"share", number(part.share)},
          {"source", words_json(report.source)},
          {"text", words_json(words.text)},
          {"steps", list_json(words.steps)}};
}

json::object year_json(const Series& series, const SeriesYear& year, const ProvinceHistory& history,
                       std::optional<int> explained, const Catalogue& catalogue) {
  json::object out{{"year", year.year},
                   {"from", to_iso(year.period.from)},
                   {"to", to_iso(year.period.to)},
                   {"state", text(name_of(year.value.state))},
                   {"value", number_or_null(year.value.value)},
                   {"estimated", year.value.estimated},
                   {"numerator", value_or_null(year.numerator)},
                   {"denominator", value_or_null(year.denominator)},
                   {"shown", words_json(value_words(series, year, catalogue))},
                   {"headline", words_json(headline(series, year, catalogue))},
                   {"arithmetic", words_json(arithmetic(series, year, catalogue))},
                   {"part_count", year.value.parts.size()},
                   {"parts", nullptr}};
  const bool apart = year.value.state == figures::SeriesState::apart;  // they are the value
  if (explained != year.year && !apart) return out;
  json::array parts;
  for (const auto& part : year.value.parts) {
    parts.push_back(part_json(series, year, part, history, catalogue));
  }
  out["parts"] = std::move(parts);
  return out;
}

}  // namespace

json::object series_json(const Series& series, const ProvinceHistory& history,
                         std::optional<int> explained, const Catalogue& catalogue) {
  json::array years;
  for (const auto& year : series.years) {
    years.push_back(year_json(series, year, history, explained, catalogue));
  }
  return {{"item", item_json(series.item)},
          {"of", series.of ? json::value(item_json(*series.of)) : json::value(nullptr)},
          {"unit", {{"id", series.unit.id}, {"name", words_json(series.unit.name)}}},
          {"tree", to_iso(series.tree)},
          {"years", std::move(years)}};
}

namespace {

json::array units_json(const History& history, const organisation::Tree& tree) {
  json::array out;
  for (const auto& one : tree.units) {
    const auto& life = *history.versions(one.unit.id);
    const auto& to = life.back().to;
    out.push_back(
        {{"id", one.unit.id},
         {"name", words_json(one.unit.name)},
         {"kind", text(name_of(one.unit.kind))},
         {"parent", one.unit.parent.empty() ? json::value(nullptr) : json::value(one.unit.parent)},
         {"depth", one.depth},
         {"from", to_iso(life.front().from)},
         {"to", to ? json::value(to_iso(*to)) : json::value(nullptr)},
         {"since", to_iso(one.unit.from)},
         {"event", one.unit.event},
         {"basis", one.unit.basis}});
  }
  return out;
}

json::array events_json(const History& history, const Catalogue& catalogue) {
  json::array out;
  for (std::size_t place = 0; place < history.events().size(); ++place) {
    const auto& event = history.events()[place];
    json::array units;
    for (const auto& unit : event.units) units.push_back(json::value(unit));
    json::array into;
    for (const auto& share : event.into) {
      into.push_back({{"unit", share.unit}, {"share", number(share.share)}});
    }
    json::array born;
    for (const auto& unit : event.born) born.push_back(json::value(unit.id));
    const auto& undo = history.undone_by(place);
    out.push_back({{"id", event.id},
                   {"date", to_iso(event.date)},
                   {"kind", text(name_of(event.kind))},
                   {"basis", event.basis},
                   {"units", std::move(units)},
                   {"into", std::move(into)},
                   {"born", std::move(born)},
                   {"undone_by", undo ? json::value(*undo) : json::value(nullptr)},
                   {"text", words_json(event_words(history, place, catalogue))}});
  }
  return out;
}

}  // namespace

json::object tree_json(const History& history, const Date& on, const Catalogue& catalogue) {
  return {{"on", to_iso(on)},
          {"units", units_json(history, history.tree_on(on))},
          {"events", events_json(history, catalogue)}};
}

json::object tree_json(const ProvinceHistory& history, const Date& on, const Catalogue& catalogue) {
  auto out = tree_json(history.units, on, catalogue);
  json::array items;
  for (const auto& [id, reports] : history.reports) {
    items.push_back(item_json(*history.items.find(id)));
  }
  out["items"] = std::move(items);
  return out;
}

json::object descent_json(const History& history, const organisation::Descent& descent,
                          const Catalogue& catalogue) {
  json::array shares, steps;
  for (const auto& [unit, share] : descent.shares) {
    shares.push_back({{"unit", unit}, {"share", number(share)}});
  }
  for (const auto& step : descent.steps) {
    steps.push_back({{"date", to_iso(step.flow.date)},
                     {"from", step.flow.from},
                     {"to", step.flow.to},
                     {"share", number(step.flow.share)},
                     {"carried", number(step.carried)},
                     {"event", history.events()[step.flow.event].id},
                     {"text", words_json(step_words(history, step, catalogue))}});
  }
  return {
      {"shares", std::move(shares)}, {"lost", number(descent.lost)}, {"steps", std::move(steps)}};
}

}  // namespace liem::assessment
