#include "organisation/tree.h"

#include <algorithm>

namespace liem::organisation {

const TreeUnit* Tree::find(std::string_view id) const {
  const auto place = place_of(id);
  return place ? &units[*place] : nullptr;
}

std::optional<std::size_t> Tree::place_of(std::string_view id) const {
  const auto found =
      std::ranges::find_if(units, [&](const auto& one) { return one.unit.id == id; });
  if (found == units.end()) return std::nullopt;
  return static_cast<std::size_t>(found - units.begin());
}

}  // namespace liem::organisation
