#include "assessment/series_words.h"

#include <algorithm>

#include "assessment/history_words.h"
#include "indicators/sentence.h"

namespace liem::assessment {
namespace {

using figures::Consolidated;
using figures::Part;
using figures::PartState;
using figures::SeriesState;
using indicators::number_words;

constexpr int shown_places = 2;

// Shown to two places; "≈" where that is not all of it.
Words shown(const Rational& value) {
  const bool exact = value.exact(shown_places).has_value();
  auto words = number_words(value.rounded(shown_places, Rounding::half_up));
  if (!exact) words = {"≈ " + words.vi, "≈ " + words.en};
  return words;
}

Words unit_words(const Series& series) {
  return series.of ? Words{"%", "%"} : series.item.unit.words;
}

std::size_t missing_in(const Consolidated& value) {
  return static_cast<std::size_t>(std::ranges::count_if(value.parts, [](const Part& part) {
    return part.state == PartState::blank || part.state == PartState::not_available ||
           part.state == PartState::mixed;
  }));
}

Words say(const std::string& id,
          std::vector<std::pair<std::string_view, indicators::SentenceValue>> values,
          const Catalogue& catalogue) {
  return indicators::say(indicators::Sentence{id, std::move(values)}, catalogue);
}

Words item_words(const Series& series, const Catalogue& catalogue) {
  if (!series.of) return series.item.label;
  return say("series.percentage_of", {{"item", series.item.label}, {"of", series.of->label}},
             catalogue);
}

// What one unit reported, of a percentage both figures.
Words reported_words(const Series& series, std::size_t place) {
  auto words = shown(series.reports[place].report.value);
  if (!series.of) return words;
  const auto of = shown(series.of_reports[place].report.value);
  return {words.vi + "/" + of.vi, words.en + "/" + of.en};
}

}  // namespace

Words value_words(const Series& series, const SeriesYear& year, const Catalogue& catalogue) {
  const auto& value = year.value;
  const std::string state(name_of(value.state));
  if (!value.value) {
    std::vector<Words> several;
    for (const auto& part : value.parts) {
      const bool counts = part.state == PartState::counted || part.state == PartState::estimated;
      if (counts) several.push_back(reported_words(series, part.report));
    }
    return say("series.value." + state,
               {{"count", Decimal(static_cast<std::int64_t>(several.size()))},
                {"values", indicators::joined(several, "; ")}},
               catalogue);
  }
  const std::string estimated = value.estimated ? "_estimated" : "";
  return say("series.value." + state + estimated,
             {{"value", shown(*value.value)},
              {"unit", unit_words(series)},
              {"missing", Decimal(static_cast<std::int64_t>(missing_in(value)))}},
             catalogue);
}

Words headline(const Series& series, const SeriesYear& year, const Catalogue& catalogue) {
  return say("series.headline",
             {{"item", item_words(series, catalogue)},
              {"unit", series.unit.name},
              {"year", std::to_string(year.year)},
              {"from", date_words(year.period.from)},
              {"to", date_words(year.period.to)},
              {"tree", date_words(series.tree)},
              {"value", value_words(series, year, catalogue)}},
             catalogue);
}

Words title(const Series& series, const Catalogue& catalogue) {
  return say("series.title",
             {{"item", item_words(series, catalogue)},
              {"unit", series.unit.name},
              {"tree", date_words(series.tree)}},
             catalogue);
}

Words row(const Series& series, const SeriesYear& year, const Catalogue& catalogue) {
  return say("series.row",
             {{"year", std::to_string(year.year)},
              {"from", date_words(year.period.from)},
              {"to", date_words(year.period.to)},
              {"value", value_words(series, year, catalogue)}},
             catalogue);
}

Words arithmetic(const Series& series, const SeriesYear& year, const Catalogue& catalogue) {
  const auto counted = std::ranges::count_if(year.value.parts, [](const Part& part) {
    return part.state == PartState::counted || part.state == PartState::estimated;
  });
  const indicators::SentenceValue count = Decimal(counted);
  if (series.of && year.numerator->value && year.denominator->value) {
    return say("series.by.percentage",
               {{"count", count},
                {"numerator", shown(*year.numerator->value)},
                {"denominator", shown(*year.denominator->value)}},
               catalogue);
  }
  switch (series.item.merge) {
    case figures::Merge::add:
      return say("series.by.add", {{"count", count}}, catalogue);
    case figures::Merge::mean:
      return say("series.by.mean", {{"count", count}}, catalogue);
    case figures::Merge::apart:
      return say("series.by.apart", {{"count", count}}, catalogue);
  }
  return {};
}

namespace {

// Where the unit's parts went until the day of the tree, or what it was made of since then.
std::vector<Words> steps_of(const Series& series, const figures::Reported& report,
                            const ProvinceHistory& history, const Catalogue& catalogue) {
  const auto day = *day_of_report(history.units, report.unit, report.year);
  const auto descent = day <= series.tree ? history.units.successors(report.unit, day, series.tree)
                                          : history.units.ancestors(report.unit, day, series.tree);
  std::vector<Words> out;
  for (const auto& step : descent.steps) {
    if (step.flow.from == step.flow.to && step.flow.share == Rational(1)) continue;
    out.push_back(step_words(history.units, step, catalogue));
  }
  return out;
}

}  // namespace

PartWords part_words(const Series& series, const SeriesYear&, const Part& part,
                     const ProvinceHistory& history, const Catalogue& catalogue) {
  const auto& report = series.reports[part.report].report;
  const auto day = *day_of_report(history.units, report.unit, report.year);
  PartWords out;
  out.unit = name_on(history.units, report.unit, day);
  std::string id = "series.part." + std::string(name_of(part.state));
  const bool shared = part.state == PartState::estimated;
  const bool additive = series.item.merge == figures::Merge::add;
  if (shared && !additive) id = "series.part.stands_for";
  const bool has_value = report.state == figures::ReportState::given;
  if (part.state == PartState::mixed && !has_value) id = "series.part.mixed_without_value";
  Words counted;
  if (shared && additive) counted = shown(Rational(report.value) * part.share);
  out.text = say(id,
                 {{"unit", out.unit},
                  {"value", has_value ? reported_words(series, part.report) : Words{}},
                  {"share", share_words(part.share)},
                  {"counted", counted},
                  {"source", report.source}},
                 catalogue);
  out.steps = steps_of(series, report, history, catalogue);
  return out;
}

}  // namespace liem::assessment
