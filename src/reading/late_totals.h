// Sums whose total stands behind its parts, and distances between two figures.
#pragma once

#include "reading/draft.h"

namespace liem::reading {

void find_late_totals(Draft& draft);

}  // namespace liem::reading
