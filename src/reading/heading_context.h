// What the headings above a place say of the figures below them.
#pragma once

#include <bitset>
#include <optional>
#include <vector>

#include "reading/draft.h"
#include "reading/periods.h"
#include "reading/tokens.h"

namespace liem::reading {

using PhraseSet = std::bitset<FigureWords::most_phrases>;

struct HeadingContext {
  PhraseSet phrases;             // wording phrases in its title and those above
  std::optional<Period> period;  // of the nearest title that names one
  std::optional<Owner> owner;    // of the nearest title that is an agency's name
};

// One context for each of Draft::headings. `own_year` as in find_periods.
std::vector<HeadingContext> heading_contexts(const Draft& draft, int own_year);

}  // namespace liem::reading
