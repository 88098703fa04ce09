// Documents listed one after the other in a sentence or in items below it.
#pragma once

#include <vector>

#include "reading/draft.h"

namespace liem::reading {

struct CitationList {
  std::vector<std::size_t> items;  // mentions, in order; documents cited inside an item are not items
  bool clear = true;               // every item is told apart and none may have been overlooked
};

// The list whose first item is this mention, as far as its sentence goes.
CitationList list_in_sentence(const Draft& draft, std::size_t first);

// The list of items (dashes, letters, numbers) below the sentence `segment`; empty where the line
// below is no item or cites nothing.
CitationList list_below(const Draft& draft, std::size_t segment);

// Index of the first mention that starts at or behind `at`.
std::size_t mention_from(const Draft& draft, std::size_t at);

}  // namespace liem::reading
