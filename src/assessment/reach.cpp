#include "assessment/reach.h"

namespace liem::assessment {

Result<Viewer> with_units_below(Store& store, Viewer viewer) {
  if (!sees_by_tree(viewer)) return viewer;
  const auto all = store.units_above(viewer.province);
  if (!all) return std::unexpected(all.error());
  viewer.below = units_below(viewer.unit, *all);
  return viewer;
}

}  // namespace liem::assessment
