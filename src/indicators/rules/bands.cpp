#include <algorithm>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

std::optional<Band> read_band(Reader& reader, const yaml::Node& node) {
  if (!reader.loading.check_keys(node, {"from", "below", "points"})) return std::nullopt;
  const auto from = reader.loading.take(node.decimal_at("from"));
  const auto points = reader.points_at(node, "points");
  std::optional<Decimal> below;
  if (node.has("below")) {
    below = reader.positive_at(node, "below");
    if (!below) return std::nullopt;
  }
  if (!from || !points) return std::nullopt;
  return Band{*from, below, *points};
}

// Bands run upwards from 0 without overlap or gap; the last is open; points never fall.
void check_join(Reader& reader, const yaml::Node& place, const Band* before, const Band& band) {
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

// One template for a band with an end, another for the one without.
Sentence band_sentence(std::string_view bounded, std::string_view last, const Band& band) {
  if (!band.below) return {last, {{"from", band.from}, {"points", band.points}}};
  return {bounded, {{"from", band.from}, {"below", *band.below}, {"points", band.points}}};
}

const Band& band_of(const std::vector<Band>& bands, const Rational& percent) {
  const Band* found = nullptr;
  for (const auto& band : bands) {
    if (percent >= Rational(band.from)) found = &band;
  }
  LIEM_CHECK(found != nullptr);
  return *found;
}

}  // namespace

std::vector<Band> Reader::bands_at(const yaml::Node& parent, std::string_view key) {
  std::vector<Band> bands;
  const auto node = loading.take(parent.at(key));
  const auto nodes = node ? loading.take(node->items()) : std::nullopt;
  if (!nodes) return bands;
  if (nodes->empty()) loading.note(node->error(errors::empty_list, {{"key", "bands"}}));
  bool joined = true;  // joins with a band that is refused would only repeat that
  for (const auto& place : *nodes) {
    const auto band = read_band(*this, place);
    if (band && joined) check_join(*this, place, bands.empty() ? nullptr : &bands.back(), *band);
    joined = band.has_value();
    if (band) bands.push_back(*band);
  }
  if (bands.empty() || !joined) return bands;
  check_reach(nodes->back(), bands.back().points);
  if (bands.back().below) {
    loading.note(nodes->back().error(errors::bands_leave_gap,
                                     {{"from", "∞"}, {"due", bands.back().below->to_string()}}));
  }
  return bands;
}

std::vector<Sentence> describe_bands(const std::vector<Band>& bands) {
  std::vector<Sentence> out;
  for (const auto& band : bands) {
    out.push_back(band_sentence("indicators.rule.band", "indicators.rule.band_last", band));
  }
  return out;
}

Outcome share_scored(const std::vector<Band>& bands, const Question& question,
                     const Rational& share) {
  if (bands.empty()) return scored(question, share * question.maximum);
  const Band& band = band_of(bands, share * Rational(100));
  if (question.steps) {
    question.steps->push_back(
        band_sentence("indicators.step.band", "indicators.step.band_last", band));
  }
  return scored(question, band.points);
}

}  // namespace liem::indicators::rules
