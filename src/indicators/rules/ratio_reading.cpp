#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

using Kind = Quantity::Kind;

Ratio::Beyond read_beyond(Reader& reader, const yaml::Node& node) {
  if (!node.has("beyond")) return Ratio::Beyond::refuse;
  const auto name = reader.loading.text_at(node, "beyond");
  if (name && *name != "refuse" && *name != "full") {
    reader.loading.note(
        (*node.at("beyond"))
            .error(errors::unknown_choice, {{"value", *name}, {"known", "refuse, full"}}));
  }
  return name == "full" ? Ratio::Beyond::full : Ratio::Beyond::refuse;
}

// A bound of the straight stretch, in percent.
std::optional<Decimal> read_bound(Reader& reader, const yaml::Node& node, std::string_view key) {
  if (!node.has(key)) return std::nullopt;
  const auto bound = reader.positive_at(node, key);
  if (!bound || *bound <= 100) return bound;
  reader.loading.note(
      (*node.at(key)).error(errors::bound_above_all, {{"value", bound->to_string()}}));
  return std::nullopt;
}

void check_bounds(Reader& reader, const yaml::Node& node, const std::optional<Decimal>& floor,
                  const std::optional<Decimal>& given_ceiling) {
  if (node.has("bands") && (node.has("floor") || node.has("ceiling"))) {
    reader.loading.note(node.error(errors::bands_and_bounds));
  }
  const Decimal ceiling = given_ceiling.value_or(100);
  if (floor && *floor >= ceiling) {
    reader.loading.note(
        (*node.at("floor"))
            .error(errors::floor_not_below_ceiling,
                   {{"floor", floor->to_string()}, {"ceiling", ceiling.to_string()}}));
  }
}

}  // namespace

std::optional<Rule> read_ratio(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(
      node, {"kind", "done", "obliged", "bands", "floor", "ceiling", "no_occurrence", "beyond"});
  return read_ratio_fields(reader, node, Reader::Moving::allowed);
}

std::optional<Ratio> read_ratio_fields(Reader& reader, const yaml::Node& node,
                                       Reader::Moving moving) {
  const auto side = [&](std::string_view key) {
    return reader.never_negative_at(node, key, {Kind::count, Kind::money, Kind::days, Kind::number},
                                    Reader::Division::allowed);
  };
  auto done = side("done");
  auto obliged = side("obliged");
  auto none = reader.policy_at(node, "no_occurrence", moving);
  const auto beyond = read_beyond(reader, node);
  std::vector<Band> bands;
  if (node.has("bands")) bands = reader.bands_at(node, "bands");
  const auto floor = read_bound(reader, node, "floor");
  const auto ceiling = read_bound(reader, node, "ceiling");
  check_bounds(reader, node, floor, ceiling);
  if (!done || !obliged) return std::nullopt;
  const bool written = done->quantity().written || obliged->quantity().written;
  if (done->quantity().kind != obliged->quantity().kind && !written) {
    reader.loading.note(
        (*node.at("done"))
            .error(errors::units_differ, {{"done", done->text}, {"obliged", obliged->text}}));
  }
  if (!none) return std::nullopt;
  return Ratio{std::move(*done),
               std::move(*obliged),
               std::move(bands),
               floor,
               ceiling,
               std::move(*none),
               beyond};
}

}  // namespace liem::indicators::rules
