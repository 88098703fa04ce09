#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

using figures::UnitKind;

std::optional<Ratio::Band> read_band(Reader& reader, const yaml::Node& node) {
  if (!reader.loading.check_keys(node, {"from", "below", "points"})) return std::nullopt;
  const auto from = reader.loading.take(node.decimal_at("from"));
  const auto points = reader.points_at(node, "points");
  std::optional<Decimal> below;
  if (node.has("below")) {
    below = reader.positive_at(node, "below");
    if (!below) return std::nullopt;
  }
  if (!from || !points) return std::nullopt;
  return Ratio::Band{*from, below, *points};
}

// Bands run upwards from 0 without overlap or gap; the last is open; points never fall.
void check_join(Reader& reader, const yaml::Node& place, const Ratio::Band* before,
                const Ratio::Band& band) {
  const Decimal due = before == nullptr ? Decimal(0) : before->below.value_or(Decimal(0));
  const Args args = {{"from", band.from.to_string()}, {"due", due.to_string()}};
  if (before != nullptr && !before->below) {
    reader.loading.note(
        place.error(errors::bands_overlap, {{"from", band.from.to_string()}, {"due", "∞"}}));
  } else if (band.from < due) {
    reader.loading.note(place.error(errors::bands_overlap, args));
  } else if (band.from > due) {
    reader.loading.note(place.error(errors::bands_leave_gap, args));
  }
  if (band.below && *band.below <= band.from) {
    reader.loading.note(place.error(errors::bands_overlap, {{"from", band.below->to_string()},
                                                            {"due", band.from.to_string()}}));
  }
  if (before != nullptr && band.points < before->points) {
    reader.loading.note(place.error(errors::bands_fall, {{"points", band.points.to_string()},
                                                         {"before", before->points.to_string()}}));
  }
}

std::vector<Ratio::Band> read_bands(Reader& reader, const yaml::Node& node) {
  std::vector<Ratio::Band> bands;
  const auto nodes = reader.loading.take(node.items());
  if (!nodes) return bands;
  if (nodes->empty()) reader.loading.note(node.error(errors::empty_list, {{"key", "bands"}}));
  for (const auto& place : *nodes) {
    const auto band = read_band(reader, place);
    if (!band) return {};  // its problem is noted; joins with it would only repeat that
    check_join(reader, place, bands.empty() ? nullptr : &bands.back(), *band);
    bands.push_back(*band);
  }
  if (bands.empty()) return bands;
  reader.check_reach(nodes->back(), bands.back().points);
  if (bands.back().below) {
    reader.loading.note(nodes->back().error(
        errors::bands_leave_gap, {{"from", "∞"}, {"due", bands.back().below->to_string()}}));
  }
  return bands;
}

std::optional<NoOccurrence> read_no_occurrence(Reader& reader, const yaml::Node& node) {
  if (node.is_map()) {
    reader.loading.check_keys(node, {"points"});
    const auto points = reader.points_at(node, "points");
    if (!points) return std::nullopt;
    return FixedPoints{*points};
  }
  const auto name = reader.loading.take(node.text());
  if (!name) return std::nullopt;
  if (*name == "full") return FullPoints{};
  if (*name == "none") return NoPoints{};
  if (*name == "not_applicable") return NotApplicable{};
  reader.loading.note(
      node.error(errors::unknown_choice,
                 {{"value", *name}, {"known", "full, none, {points: x}, not_applicable"}}));
  return std::nullopt;
}

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

}  // namespace

std::optional<Rule> read_ratio(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "done", "obliged", "bands", "no_occurrence", "beyond"});
  return read_ratio_fields(reader, node);
}

std::optional<Ratio> read_ratio_fields(Reader& reader, const yaml::Node& node) {
  auto done = reader.input_at(node, "done", {UnitKind::count, UnitKind::money});
  auto obliged = reader.input_at(node, "obliged", {UnitKind::count, UnitKind::money});
  const auto none_node = reader.loading.take(node.at("no_occurrence"));
  const auto none = none_node ? read_no_occurrence(reader, *none_node) : std::nullopt;
  const auto beyond = read_beyond(reader, node);
  std::vector<Ratio::Band> bands;
  if (node.has("bands")) bands = read_bands(reader, *node.at("bands"));
  if (!done || !obliged || !none) return std::nullopt;
  const auto unit_of = [&](const std::string& id) { return reader.items.find(id)->unit.kind; };
  if (unit_of(*done) != unit_of(*obliged)) {
    reader.loading.note(
        (*node.at("done")).error(errors::units_differ, {{"done", *done}, {"obliged", *obliged}}));
  }
  return Ratio{std::move(*done), std::move(*obliged), std::move(bands), *none, beyond};
}

}  // namespace liem::indicators::rules
