// Numbers, dates and symbols that recognition was not sure of: they bear no verdict.
#pragma once

#include <vector>

#include "reading/draft.h"

namespace liem::reading {

// Marks the mentions and citations that overlap `doubtful`, spans of the source in order.
void mark_doubt(Draft& draft, const text::RepairedText& repaired,
                const std::vector<Span>& doubtful);

// Once claims, links and findings are there: figures and claims that rest on a doubtful mention are
// marked; what was found about one becomes the note "recognised_with_doubt"; no link to it is
// certain.
void withhold_doubtful(Draft& draft);

}  // namespace liem::reading
