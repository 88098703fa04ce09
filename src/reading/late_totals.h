// Sums whose total stands behind its parts, and distances between two figures.
#pragma once

#include "reading/draft.h"

namespace liem::reading {

void find_late_totals(Draft& draft);
// "Tính chung 05 năm ...": of the lines or clauses before, each with a part; behind all other sums.
void find_totals_of_lines(Draft& draft);

}  // namespace liem::reading
