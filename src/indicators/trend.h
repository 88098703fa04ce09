// Points over the years, each with the set it stands on. A line breaks where two sets are not the
// same criterion by criterion; what can still be compared then is the part that both ask.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "indicators/mapping.h"
#include "indicators/published.h"
#include "indicators/score.h"
#include "indicators/set.h"

namespace liem::indicators {

// The points of the leaves that two sets both ask, each side out of its own maximum: of leaves
// that are scored on both sides only.
struct ComparablePart {
  std::size_t criteria = 0;  // pairs of leaves compared
  Points before, after;
};

// The leaves led from one set to another, by the ids of the sets.
struct KnownMapping {
  std::string from, to;
  CodePairs pairs;
};

// What points over the years are held beside: shipped data, the same for every province.
struct TrendReference {
  PublishedResults published;
  std::map<std::string, std::string> versions;  // of the shipped sets, by id
  std::vector<KnownMapping> mappings;
};

// Leads through one mapping or over sets in between; nothing where no way is known. The codes of
// one set lead to themselves.
std::optional<CodePairs> way_between(const IndicatorSet& from, const IndicatorSet& to,
                                     const std::vector<KnownMapping>& mappings);

// Whether points on one set stand beside points on the other as they are: the same set, or each
// leaf of both led to one of equal points under the same rule.
bool same_by_criterion(const IndicatorSet& from, const IndicatorSet& to, const CodePairs& pairs);

// A score whose leaves have the codes of the newer set: what was scored for those that lead there.
Score led_to(const CodePairs& pairs, const Score& before);

ComparablePart comparable_part(const CodePairs& pairs, const Score& before, const Score& after);

// Whether a published line must not be drawn from one point to the next: the years' sets differ,
// or one of them is not known.
bool broken_between(const PublishedPoint& before, const PublishedPoint& after);

}  // namespace liem::indicators
