#include "indicators/published.h"

#include <algorithm>
#include <array>

#include "base/loading.h"
#include "indicators/errors.h"

namespace liem::indicators {
namespace {

using yaml::Node;

constexpr std::array<law::Status, 3> statuses = {law::Status::text, law::Status::press,
                                                 law::Status::unconfirmed};

std::optional<law::Status> read_status(Loading& loading, const Node& node) {
  const auto name = loading.text_at(node, "status");
  if (!name) return std::nullopt;
  std::string known;
  for (const auto status : statuses) {
    if (law::name_of(status) == *name) return status;
    known.append(known.empty() ? "" : ", ").append(law::name_of(status));
  }
  loading.note(
      (*node.at("status")).error(errors::unknown_choice, {{"value", *name}, {"known", known}}));
  return std::nullopt;
}

std::optional<PublishedPoint> read_point(Loading& loading, const Node& node,
                                         const Decimal& maximum) {
  if (!loading.check_keys(node, {"year", "points", "province", "set", "status", "source"})) {
    return std::nullopt;
  }
  PublishedPoint point;
  const auto year = loading.take(node.whole_at("year"));
  const auto points = loading.take(node.decimal_at("points"));
  if (node.has("province")) point.province = loading.text_at(node, "province").value_or("");
  if (node.has("set")) point.set = loading.text_at(node, "set");
  const auto status = read_status(loading, node);
  auto source = loading.words_at(node, "source");
  if (points && (points->is_negative() || *points > maximum)) {
    loading.note((*node.at("points"))
                     .error(errors::points_above_maximum,
                            {{"points", points->to_string()}, {"maximum", maximum.to_string()}}));
  }
  if (!year || !points || !status || !source) return std::nullopt;
  point.year = *year;
  point.points = *points;
  point.status = *status;
  point.source = std::move(*source);
  return point;
}

std::vector<Node> list_at(Loading& loading, const Node& node, std::string_view key) {
  const auto list = loading.take(node.at(key));
  auto nodes = list ? loading.take(list->items()) : std::nullopt;
  if (nodes && nodes->empty()) {
    loading.note(list->error(errors::empty_list, {{"key", std::string(key)}}));
  }
  return std::move(nodes).value_or(std::vector<Node>{});
}

PublishedLine read_line(Loading& loading, const Node& node, const Decimal& maximum) {
  PublishedLine line;
  if (!loading.check_keys(node, {"id", "label", "points"})) return line;
  line.id = loading.text_at(node, "id").value_or("");
  line.label = loading.words_at(node, "label").value_or(Words{});
  for (const auto& place : list_at(loading, node, "points")) {
    auto point = read_point(loading, place, maximum);
    if (!point) continue;
    if (!line.points.empty() && point->year <= line.points.back().year) {
      loading.note(place.error(errors::years_out_of_order,
                               {{"year", std::to_string(point->year)},
                                {"before", std::to_string(line.points.back().year)}}));
    }
    line.points.push_back(std::move(*point));
  }
  return line;
}

}  // namespace

std::expected<PublishedResults, Problems> load_published(std::string_view text,
                                                         std::string_view file) {
  Loading loading;
  PublishedResults results;
  const auto root = loading.take(yaml::parse(text, file));
  if (root && loading.check_keys(*root, {"maximum", "lines"})) {
    results.maximum = loading.take(root->decimal_at("maximum")).value_or(0);
    for (const auto& node : list_at(loading, *root, "lines")) {
      auto line = read_line(loading, node, results.maximum);
      if (std::ranges::find(results.lines, line.id, &PublishedLine::id) != results.lines.end()) {
        loading.note(node.error(errors::repeated_line, {{"id", line.id}}));
      }
      results.lines.push_back(std::move(line));
    }
  }
  if (!loading.clean()) return std::unexpected(std::move(loading).problems());
  return results;
}

}  // namespace liem::indicators
