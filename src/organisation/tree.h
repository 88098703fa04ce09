// The units of one day, each with its place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/units.h"

namespace liem::organisation {

// How a unit stood between two of its events.
struct UnitVersion {
  std::string id;
  Words name;
  UnitKind kind = UnitKind::commune;
  std::string parent;  // empty for the top
  Date from{};
  std::optional<Date> to;  // last day; nothing while it holds
  std::string event;       // that made it so
  std::string basis;       // of that event
  bool operator==(const UnitVersion&) const = default;
};

struct TreeUnit {
  UnitVersion unit;
  std::optional<std::size_t> parent;  // place in Tree::units, always before this one
  int depth = 0;                      // 0: a top
};

// Parents before the units below them, those in the order in which they were first recorded.
struct Tree {
  Date date{};
  std::vector<TreeUnit> units;

  const TreeUnit* find(std::string_view id) const;
  std::optional<std::size_t> place_of(std::string_view id) const;
};

}  // namespace liem::organisation
