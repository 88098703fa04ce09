// Parts that no word announces, of a total that may stand sentences before them: a claim only where
// they fit exactly, never a finding.
#pragma once

#include "reading/draft.h"

namespace liem::reading {

// Behind all other sums: what those explain is no part here.
void find_exact_fits(Draft& draft);

}  // namespace liem::reading
