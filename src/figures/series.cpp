#include "figures/series.h"

#include <algorithm>
#include <array>

namespace liem::figures {
namespace {

bool is_below(const Parents& parents, std::size_t node, std::size_t top) {
  auto at = std::optional(node);
  while (at && *at > top) at = parents[*at];
  return at == top;
}

// What of the report stands at the node, or below it where all of that counts.
struct Here {
  Rational share = 0;
  bool mixed = false;
};

Here here_of(const Carriage& carriage, const Parents& parents, std::size_t node, Merge merge) {
  const bool add = merge == Merge::add;
  Here here;
  for (const auto& landing : carriage.landings) {
    const bool lands =
        add ? is_below(parents, landing.node, node) : landing.node == node && landing.own;
    if (lands) here.share += landing.share;
  }
  if (!here.share.is_zero()) return here;
  here.mixed = std::ranges::any_of(carriage.mixed_in, [&](std::size_t place) {
    return add ? is_below(parents, place, node) : place == node;
  });
  return here;
}

PartState state_of(const Reported& report, const Here& here) {
  if (here.mixed) return PartState::mixed;
  switch (report.state) {
    case ReportState::blank:
      return PartState::blank;
    case ReportState::not_available:
      return PartState::not_available;
    case ReportState::not_applicable:
      return PartState::not_applicable;
    case ReportState::given:
      return here.share == Rational(1) ? PartState::counted : PartState::estimated;
  }
  return PartState::blank;
}

bool counts(const Part& part) {
  return part.state == PartState::counted || part.state == PartState::estimated;
}

bool any(const std::vector<Part>& parts, PartState state) {
  return std::ranges::find(parts, state, &Part::state) != parts.end();
}

SeriesState state_without_value(const std::vector<Part>& parts) {
  if (any(parts, PartState::mixed)) return SeriesState::mixed;
  if (any(parts, PartState::not_available)) return SeriesState::not_available;
  if (any(parts, PartState::blank)) return SeriesState::blank;
  if (any(parts, PartState::not_applicable)) return SeriesState::not_applicable;
  return SeriesState::nothing;
}

// A missing part makes the value partial; what does not apply is not missing.
SeriesState state_with_value(const std::vector<Part>& parts) {
  const bool whole = std::ranges::all_of(parts, [](const Part& part) {
    return counts(part) || part.state == PartState::not_applicable;
  });
  return whole ? SeriesState::given : SeriesState::partial;
}

}  // namespace

std::string_view name_of(PartState state) {
  constexpr std::array<std::string_view, 6> names{"counted",       "estimated",      "blank",
                                                  "not_available", "not_applicable", "mixed"};
  return names[static_cast<std::size_t>(state)];
}

std::string_view name_of(SeriesState state) {
  constexpr std::array<std::string_view, 8> names{
      "given", "partial", "apart", "blank", "not_available", "not_applicable", "mixed", "nothing"};
  return names[static_cast<std::size_t>(state)];
}

Consolidated consolidate(const std::vector<CarriedReport>& reports, const Parents& parents,
                         std::size_t node, int year, Merge merge) {
  Consolidated out;
  Rational sum = 0;
  std::int64_t values = 0;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto& [report, carriage] = reports[i];
    if (report.year != year) continue;
    const Here here = here_of(carriage, parents, node, merge);
    if (here.share.is_zero() && !here.mixed) continue;
    const Part part{i, state_of(report, here), here.share};
    out.parts.push_back(part);
    if (!counts(part)) continue;
    ++values;
    sum += merge == Merge::add ? Rational(report.value) * here.share : Rational(report.value);
    out.estimated = out.estimated || part.state == PartState::estimated;
  }
  if (values == 0) {
    out.state = state_without_value(out.parts);
  } else if (merge == Merge::apart && values > 1) {
    out.state = SeriesState::apart;
  } else {
    out.state = state_with_value(out.parts);
    out.value = merge == Merge::mean ? sum / Rational(values) : sum;
  }
  return out;
}

void pair_up(std::vector<CarriedReport>& numerators, std::vector<CarriedReport>& denominators) {
  LIEM_CHECK(numerators.size() == denominators.size());
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    auto& a = numerators[i].report;
    auto& b = denominators[i].report;
    LIEM_CHECK(a.unit == b.unit && a.year == b.year);
    if (a.state == ReportState::given) {
      a.state = b.state;
    } else {
      b.state = a.state;
    }
  }
}

Consolidated percentage(const Consolidated& a, const Consolidated& b) {
  Consolidated out = a;
  out.estimated = a.estimated || b.estimated;
  if (!a.value || !b.value) {
    out.value.reset();
    return out;
  }
  if (b.value->is_zero()) {
    out.state = SeriesState::not_applicable;
    out.value.reset();
  } else {
    out.value = *a.value * Rational(100) / *b.value;
  }
  return out;
}

}  // namespace liem::figures
