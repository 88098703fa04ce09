#include <algorithm>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {

std::optional<ItemRef> Reader::input_at(const yaml::Node& node, std::string_view key,
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
  return ItemRef{*id, item->index};
}

std::optional<Decimal> Reader::points_at(const yaml::Node& node, std::string_view key) {
  const auto points = loading.take(node.decimal_at(key));
  if (!points) return std::nullopt;
  const bool above = knows_maximum && *points > maximum;
  if (points->is_negative() || above || points->scale() > 6) {
    loading.note((*node.at(key))
                     .error(errors::points_above_maximum,
                            {{"points", points->to_string()}, {"maximum", maximum.to_string()}}));
    return std::nullopt;
  }
  return points;
}

void Reader::check_reach(const yaml::Node& place, const Decimal& most) {
  if (!knows_maximum || most == maximum) return;
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

namespace {

std::string_view name_of(Quantity::Kind kind) {
  constexpr std::pair<Quantity::Kind, std::string_view> names[] = {
      {Quantity::Kind::number, "number"},
      {Quantity::Kind::share, "share"},
      {Quantity::Kind::yes_no, "yes_no"},
      {Quantity::Kind::count, "count"},
      {Quantity::Kind::money, "money"},
      {Quantity::Kind::days, "days"},
      {Quantity::Kind::index, "index"},
      {Quantity::Kind::level, "level"},
      {Quantity::Kind::working_days, "working_days"},
  };
  return std::ranges::find(names, kind, [](const auto& name) { return name.first; })->second;
}

}  // namespace

std::optional<Expression> Reader::expression_at(const yaml::Node& node, std::string_view key,
                                                std::initializer_list<Quantity::Kind> fitting,
                                                Division division) {
  const auto text = loading.text_at(node, key);
  if (!text) return std::nullopt;
  const auto place = *node.at(key);
  auto expression = read_expression(*text, items, legal);
  if (!expression) {
    Args args = std::move(expression.error().args);
    args.emplace_back("column", std::to_string(expression.error().column));
    loading.note(place.error(expression.error().code, std::move(args)));
    return std::nullopt;
  }
  bool fits = true;
  if (std::ranges::find(fitting, expression->quantity().kind) == fitting.end()) {
    std::string wanted;
    for (const auto kind : fitting) wanted.append(wanted.empty() ? "" : ", ").append(name_of(kind));
    loading.note(place.error(errors::unit_does_not_fit,
                             {{"id", *text},
                              {"unit", std::string(name_of(expression->quantity().kind))},
                              {"wanted", wanted}}));
    fits = false;
  }
  if (division == Division::refused && expression->may_divide_by_zero()) {
    loading.note(place.error(errors::may_divide_by_zero, {{"expression", *text}}));
    fits = false;
  }
  if (!fits) return std::nullopt;
  return std::move(*expression);
}

std::optional<Expression> Reader::never_negative_at(const yaml::Node& node, std::string_view key,
                                                    std::initializer_list<Quantity::Kind> fitting,
                                                    Division division) {
  auto expression = expression_at(node, key, fitting, division);
  if (!expression || !check_not_negative(*node.at(key), *expression)) return std::nullopt;
  return expression;
}

bool Reader::check_not_negative(const yaml::Node& place, const Expression& expression) {
  const Range range = range_of(expression);
  if (range.low && *range.low >= Rational(0)) return true;
  loading.note(place.error(errors::may_be_negative, {{"expression", expression.text}}));
  return false;
}

std::optional<Expression> Reader::question_at(const yaml::Node& node, std::string_view key) {
  return expression_at(node, key, {Quantity::Kind::yes_no}, Division::refused);
}

std::optional<Expression> Reader::counted_at(const yaml::Node& node, std::string_view key) {
  using Kind = Quantity::Kind;
  return never_negative_at(node, key, {Kind::count, Kind::days, Kind::number}, Division::refused);
}

std::optional<Expression> Reader::weight_at(const yaml::Node& node, std::string_view key) {
  using Kind = Quantity::Kind;
  return never_negative_at(node, key,
                           {Kind::count, Kind::money, Kind::days, Kind::number, Kind::index},
                           Division::refused);
}

std::optional<Policy> Reader::policy_at(const yaml::Node& node, std::string_view key,
                                        Moving moving) {
  const auto place = loading.take(node.at(key));
  if (!place) return std::nullopt;
  if (place->is_map() && place->has("move_to") && moving == Moving::allowed) {
    loading.check_keys(*place, {"move_to"});
    auto code = loading.text_at(*place, "move_to");
    if (!code) return std::nullopt;
    return MoveTo{std::move(*code)};
  }
  if (place->is_map()) {
    loading.check_keys(*place, {"points"});
    const auto points = points_at(*place, "points");
    if (!points) return std::nullopt;
    return FixedPoints{*points};
  }
  const auto name = loading.take(place->text());
  if (!name) return std::nullopt;
  if (*name == "full") return FullPoints{};
  if (*name == "none") return NoPoints{};
  if (*name == "not_applicable") return NotApplicable{};
  std::string known = "full, none, {points: x}, not_applicable";
  if (moving == Moving::allowed) known += ", {move_to: code}";
  loading.note(place->error(errors::unknown_choice, {{"value", *name}, {"known", known}}));
  return std::nullopt;
}

}  // namespace liem::indicators::rules
