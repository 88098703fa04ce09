// What the headings above a place say of the figures below them.
#pragma once

#include <bitset>
#include <deque>
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

// The context below each of Draft::headings, worked out when it is first asked for: most headings
// have no figure below them. `own_year` as in find_periods.
class HeadingContexts {
 public:
  HeadingContexts(const Draft& draft, int own_year);
  const HeadingContext& below(std::size_t heading);

 private:
  static constexpr std::size_t none = ~std::size_t{0};
  struct Place {
    std::size_t parent = none;   // the heading this one stands under
    std::size_t context = none;  // index into contexts_
  };
  void read_title(const Heading& heading, HeadingContext& out);

  const Draft& draft_;
  int own_year_;
  std::vector<Place> places_;
  std::deque<HeadingContext> contexts_;  // stay where they are
  std::vector<Token> tokens_;
  std::vector<TokenPhrases::Hit> hits_;
  std::vector<FoundPeriod> periods_;
};

}  // namespace liem::reading
