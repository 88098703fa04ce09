#include <algorithm>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {

std::optional<std::string> Reader::input_at(const yaml::Node& node, std::string_view key,
                                            std::initializer_list<figures::UnitKind> fitting) {
  const auto id = loading.text_at(node, key);
  if (!id) return std::nullopt;
  const auto place = *node.at(key);
  const auto* item = items.find(*id);
  if (item == nullptr) {
    loading.note(place.error(errors::unknown_input, {{"id", *id}}));
    return std::nullopt;
  }
  if (std::ranges::find(fitting, item->unit.kind) == fitting.end()) {
    std::string wanted;
    for (const auto kind : fitting) {
      wanted.append(wanted.empty() ? "" : ", ").append(figures::name_of(kind));
    }
    loading.note(place.error(errors::unit_does_not_fit,
                             {{"id", *id},
                              {"unit", std::string(figures::name_of(item->unit.kind))},
                              {"wanted", wanted}}));
    return std::nullopt;
  }
  return id;
}

std::optional<Decimal> Reader::points_at(const yaml::Node& node, std::string_view key) {
  const auto points = loading.take(node.decimal_at(key));
  if (!points) return std::nullopt;
  if (points->is_negative() || *points > maximum || points->scale() > 6) {
    loading.note((*node.at(key))
                     .error(errors::points_above_maximum,
                            {{"points", points->to_string()}, {"maximum", maximum.to_string()}}));
    return std::nullopt;
  }
  return points;
}

void Reader::check_reach(const yaml::Node& place, const Decimal& most) {
  if (most == maximum) return;
  loading.note(place.error(errors::maximum_out_of_reach,
                           {{"most", most.to_string()}, {"maximum", maximum.to_string()}}));
}

std::optional<Decimal> Reader::positive_at(const yaml::Node& node, std::string_view key) {
  const auto value = loading.take(node.decimal_at(key));
  if (!value) return std::nullopt;
  if (*value <= 0 || *value > 1'000'000 || value->scale() > 6) {
    loading.note((*node.at(key)).error(errors::must_be_positive, {{"value", value->to_string()}}));
    return std::nullopt;
  }
  return value;
}

}  // namespace liem::indicators::rules
