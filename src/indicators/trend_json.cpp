#include "indicators/trend_json.h"

#include "indicators/score_json.h"

namespace liem::indicators {
namespace {

namespace json = boost::json;

json::value set_or_null(const PublishedPoint& point, const TrendReference& reference) {
  if (!point.set) return nullptr;
  const auto version = reference.versions.find(*point.set);
  if (version == reference.versions.end()) return nullptr;
  return json::object{{"id", *point.set}, {"version", version->second}};
}

json::array points_json(const PublishedLine& line, const TrendReference& reference) {
  json::array points;
  const PublishedPoint* before = nullptr;
  for (const auto& point : line.points) {
    points.push_back(json::object{
        {"year", point.year},
        {"points", point.points.to_string()},
        {"province", point.province.empty() ? json::value(nullptr) : json::value(point.province)},
        {"set", set_or_null(point, reference)},
        {"broken", before != nullptr && broken_between(*before, point)},
        {"status", law::name_of(point.status)},
        {"source", words_json(point.source)}});
    before = &point;
  }
  return points;
}

}  // namespace

json::array published_json(const TrendReference& reference, const PublishedResults& published) {
  json::array lines;
  for (const auto& line : published.lines) {
    lines.push_back(json::object{{"id", line.id},
                                 {"label", words_json(line.label)},
                                 {"points", points_json(line, reference)}});
  }
  return lines;
}

json::object comparable_json(const ComparablePart& part) {
  return {{"criteria", part.criteria},
          {"before", points_json(part.before)},
          {"after", points_json(part.after)}};
}

}  // namespace liem::indicators
