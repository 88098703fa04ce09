// Lists that span years, and those of what was published.
#include <boost/json/parse.hpp>

#include "assessment/lists.h"
#include "assessment/series_words.h"

namespace liem::assessment {
namespace {

namespace json = boost::json;
using tables::Cell;
using tables::Kind;
using tables::Row;
using tables::Table;

constexpr int places = 6;  // of what is no exact decimal
constexpr std::string_view score_names[] = {"self", "appraised", "submitted", "reviewed"};
constexpr int published_decimals = 2;

Cell number(const std::optional<Rational>& value) {
  return value ? Cell(value->rounded(places, Rounding::half_up)) : Cell();
}

// Of a publication, whose shape its hash vouches for.
std::string text_of(const json::object& object, std::string_view field) {
  const auto* value = object.if_contains({field.data(), field.size()});
  return value != nullptr && value->is_string() ? std::string(value->as_string()) : "";
}
Words words_of(const json::object& object, std::string_view field) {
  const auto& words = object.at({field.data(), field.size()}).as_object();
  return {text_of(words, "vi"), text_of(words, "en")};
}
Cell points_of(const json::object& row, std::string_view name) {
  const auto points = Decimal::parse(text_of(row, name));
  return points ? Cell(*points) : Cell();
}

}  // namespace

Table ListWriter::series(const Series& found) const {
  Table out =
      empty("series",
            {column("year", Kind::text, 8), column("from", Kind::date, 12),
             column("to", Kind::date, 12), column("item", Kind::text, 50),
             column("name", Kind::text, 40), column("value", Kind::decimal, 18, 0),
             column("numerator", Kind::decimal, 16, 0), column("denominator", Kind::decimal, 16, 0),
             column("shown", Kind::text, 30), column("arithmetic", Kind::text, 60)});
  for (const auto& year : found.years) {
    const auto part = [](const auto& one) { return one ? number(one->value) : Cell(); };
    out.rows.push_back({std::to_string(year.year), year.period.from, year.period.to,
                        pick(found.item.label), pick(found.unit.name), number(year.value.value),
                        part(year.numerator), part(year.denominator),
                        pick(value_words(found, year, words_)),
                        pick(arithmetic(found, year, words_))});
  }
  return out;
}

Table ListWriter::trend(const UnitTrend& found) const {
  constexpr int decimals = 2;
  Table out = empty("trend", {column("name", Kind::text, 40), column("year", Kind::text, 8),
                              column("round", Kind::text, 40), column("set", Kind::text, 40),
                              column("code", Kind::text, 10), column("title", Kind::text, 50),
                              points("points", decimals), points("reachable", decimals),
                              points("maximum", decimals), column("broken", Kind::text, 40)});
  for (const auto& point : found.rounds) {
    const std::string broken = point.broken ? say("list_word.broken") : "";
    const auto add = [&](const std::string& code, const std::string& title,
                         const indicators::Points& points) {
      out.rows.push_back({pick(found.unit.name), std::to_string(point.round.year),
                          pick(point.round.title), pick(point.round.set.title), code, title,
                          points.reached, points.reachable, points.maximum, broken});
    };
    if (point.scored == nullptr) continue;
    add("", say("list_word.whole_set"), point.scored->score.total.points);
    for (const auto& criterion : point.set->criteria) {
      const auto* scored = point.scored->score.find(criterion.code);
      if (scored != nullptr) add(criterion.code, pick(criterion.title), scored->points);
    }
  }
  return out;
}

Table ListWriter::published_criteria(std::string_view document) const {
  const auto all = json::parse({document.data(), document.size()}).as_object();
  std::vector<tables::Column> columns{column("code", Kind::text, 10),
                                      column("title", Kind::text, 60),
                                      points("maximum", published_decimals)};
  for (const auto name : score_names) {
    columns.push_back(points("score_" + std::string(name), published_decimals));
  }
  columns.push_back(column("reason", Kind::text, 60));
  Table out = empty("published_criteria", std::move(columns));
  for (const auto& value : all.at("criteria").as_array()) {
    const auto& one = value.as_object();
    const auto maximum = Decimal::parse(text_of(one, "maximum"));
    Row row{text_of(one, "code"), pick(words_of(one, "title")), maximum ? Cell(*maximum) : Cell()};
    for (const auto name : score_names) {
      row.push_back(points_of(one, name));
    }
    row.emplace_back(text_of(one, "reason"));
    out.rows.push_back(std::move(row));
  }
  return out;
}

Table ListWriter::published_units(std::string_view document) const {
  const auto all = json::parse({document.data(), document.size()}).as_object();
  std::vector<tables::Column> columns{column("id", Kind::text, 24), column("name", Kind::text, 40),
                                      column("kind", Kind::text, 18),
                                      column("rank", Kind::whole, 8)};
  const auto& shown = all.at("unit_scores").as_array();
  for (const auto& name : shown) {
    columns.push_back(points("score_" + std::string(name.as_string()), published_decimals));
  }
  Table out = empty("published_units", std::move(columns));
  for (const auto& value : all.at("units").as_array()) {
    const auto& one = value.as_object();
    const auto& rank = one.at("rank");
    Row row{text_of(one, "id"), pick(words_of(one, "name")),
            say("history.kind." + text_of(one, "kind")),
            rank.is_int64() ? Cell(Decimal(rank.as_int64())) : Cell()};
    const auto& parts = one.at("parts").as_array();
    for (const auto& name : shown) {
      row.push_back(parts.empty()
                        ? Cell()
                        : points_of(parts.front().as_object(), std::string_view(name.as_string())));
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace liem::assessment
