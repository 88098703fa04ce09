// The viewer with the units below its own, as the store knows them today.
#pragma once

#include "assessment/access.h"
#include "assessment/store.h"

namespace liem::assessment {

Result<Viewer> with_units_below(Store& store, Viewer viewer);

}  // namespace liem::assessment
