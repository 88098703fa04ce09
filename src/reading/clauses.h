// The words of a sentence that belong to one of its figures.
#pragma once

#include <vector>

#include "reading/draft.h"
#include "reading/tokens.h"

namespace liem::reading {

// Tokens, half open.
struct TokenRange {
  std::size_t begin = 0, end = 0;
  bool holds(std::size_t from, std::size_t to) const { return begin <= from && to <= end; }
};

struct Clause {
  std::size_t figure = 0;  // the token
  TokenRange before, behind;
  bool labelled = false;  // a colon stands before the number: "Số người phải kê khai: 10 người"
};

// `at` is the figure's token. The words before reach back to the last mark or figure, the words
// behind to the next; both numbers of "17/20 người" have the same.
Clause clause_of(const std::vector<Token>& tokens, std::size_t at);

}  // namespace liem::reading
