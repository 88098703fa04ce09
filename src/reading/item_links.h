// Figures linked to data items by the wordings beside them.
#pragma once

#include <boost/container/small_vector.hpp>
#include <vector>

#include "reading/heading_context.h"

namespace liem::reading {

using PhraseIds = boost::container::small_vector<int, 32>;

// What stands around one figure, as ids of wording phrases.
struct FigureContext {
  int unit = 0;                         // index into Lexicon::units
  PhraseIds near;                       // in its own clause
  PhraseIds sentence;                   // in its sentence
  const PhraseSet* headings = nullptr;  // above it; may be absent
  bool numerator = false, denominator = false;
  bool softened = false;  // then no link is certain
};

// The strongest links; two items that are both certain are only probable.
std::vector<ItemLink> links_of(const FigureContext& figure, const FigureWords& words);

}  // namespace liem::reading
