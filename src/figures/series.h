// One data item over the years, put onto the units of a chosen day: what units reported that have
// since merged, split or ended is added, averaged or kept apart, as the item says.
// Knows no units: a tree is the places of the parents, and where a report lands comes in.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/rational.h"
#include "figures/reported.h"

namespace liem::figures {

// Where (a part of) a report's value stands in the tree.
struct Landing {
  std::size_t node = 0;
  Rational share = 1;
  // Whether it is the value of this very unit and not only of units somewhere below it.
  bool own = true;
};

// All of a report's value: the landings, and where nothing of it can be told apart.
struct Carriage {
  std::vector<Landing> landings;
  // The tree is older than the report: nodes whose units are in it together with others, so that
  // their part is known to nobody.
  std::vector<std::size_t> mixed_in;
  Rational lost = 0;  // the part of a unit that ended without a successor
};

struct CarriedReport {
  Reported report;
  Carriage carriage;
};

// Of each node the place of its parent, which stands before it; nothing for a top.
using Parents = std::vector<std::optional<std::size_t>>;

enum class PartState {
  counted,
  estimated,       // a share of the report counts: an estimate, for nobody counted the part
  blank,           // not filled in: never zero
  not_available,   //
  not_applicable,  // nothing to count, and nothing missing
  mixed,           // known only together with other units
};

struct Part {
  std::size_t report = 0;  // place in the list given
  PartState state = PartState::counted;
  Rational share = 1;  // of the report's value
};

enum class SeriesState {
  given,           // everything that belongs to the value is in it
  partial,         // something is missing; the value holds the rest
  apart,           // several values that may not be made one
  blank,           // nothing given, something not filled in
  not_available,   // nothing given, something not available
  not_applicable,  // nothing given because nothing applies
  mixed,           // only known together with other units
  nothing,         // nobody reports this item here
};

std::string_view name_of(PartState state);
std::string_view name_of(SeriesState state);

struct Consolidated {
  SeriesState state = SeriesState::nothing;
  std::optional<Rational> value;  // given and partial
  bool estimated = false;         // a part of it is
  std::vector<Part> parts;        // in the order of the reports
};

// The value of one node in one year. `add`: everything that lands in the tree below the node.
// `mean`, `apart`: what lands at the node itself; a share of it is taken as the whole value, and a
// mean of such values is estimated.
Consolidated consolidate(const std::vector<CarriedReport>& reports, const Parents& parents,
                         std::size_t node, int year, Merge merge);

// Numerators and denominators unit by unit: where one of the two is not given, neither counts.
// Both lists must hold the same units and years in the same order.
void pair_up(std::vector<CarriedReport>& numerators, std::vector<CarriedReport>& denominators);

// 100 * a / b out of what was consolidated after pair_up(); not applicable where b is zero.
Consolidated percentage(const Consolidated& a, const Consolidated& b);

}  // namespace liem::figures
