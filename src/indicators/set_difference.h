// What differs between two sets, criterion by criterion, as the files say it.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "indicators/mapping.h"
#include "indicators/set.h"

namespace liem::indicators {

// title, points, provenance, sum, not_applicable, rule, rule_provenance, legal_basis, evidence; of
// the set as a whole also rounding, period. Texts are the Vietnamese ones.
struct Difference {
  std::string what;
  std::string before, after;
  bool operator==(const Difference&) const = default;
};

struct CriterionDifference {
  Change change = Change::kept;
  std::vector<std::string> from, to;  // codes
  Words title;                        // as it stands now, or stood
  std::vector<Difference> differences;
};

struct SetDifference {
  std::vector<Difference> whole;
  std::vector<CriterionDifference> groups;  // by their codes, where leaves lead there
  std::vector<CriterionDifference> leaves;  // as the mapping leads them; unchanged ones left out
};

SetDifference difference_of(const IndicatorSet& from, const IndicatorSet& to,
                            const Mapping& mapping);

boost::json::object difference_json(const SetDifference& difference, const IndicatorSet& from,
                                    const IndicatorSet& to);
std::string difference_text(const SetDifference& difference, const IndicatorSet& from,
                            const IndicatorSet& to, const Catalogue& catalogue, Locale locale);

}  // namespace liem::indicators
