// From a number with its symbol outward: the type word before it, the date and issuer behind it.
#pragma once

#include <optional>
#include <string>

#include "reading/draft.h"

namespace liem::reading {

struct FoundCitation {
  Citation citation;
  std::size_t end = 0;         // reading goes on here
  bool issuer_behind = false;  // named by "của ..." behind it, so for those listed before too
  std::optional<Span> impossible_date;
};

// What earlier citations of the same list say about the next one.
struct ListContext {
  std::size_t segment = 0;
  int opener = -1;     // type of "các Kế hoạch: số ...; số ..."
  int last_type = -1;  // type of the citation before
  std::size_t last_end = 0;
  std::string
      issuer;  // "UBND tỉnh: Kế hoạch ...; Kế hoạch ...", "các Quy định của Bộ Chính trị: ..."
};

// The citation whose number starts at `at`, or nothing where the digits are something else.
std::optional<FoundCitation> citation_at(const Draft& draft, std::size_t at, ListContext& list);

// The document's own number in its heading gets its type and date from the lines around it.
void complete_own_citation(const Draft& draft, Citation& citation);

}  // namespace liem::reading
