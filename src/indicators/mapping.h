// Which criterion of one set is which of the next: data/indicator-sets/mappings/*.yaml.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "indicators/set.h"

namespace liem::indicators {

// kept: the same under the same title; renamed: the same under another; merged: several became
// one; split: one became several; dropped: no longer asked; added: not asked before.
enum class Change { kept, renamed, merged, split, dropped, added };
std::string_view name_of(Change change);  // "new" for added

struct MappedCriteria {
  Change change = Change::kept;
  std::vector<std::string> from, to;  // codes of leaves; one of them is empty for dropped and added
  Words reason;
};

struct Mapping {
  std::string from, to;  // ids of the sets
  Provenance provenance = Provenance::assumed;
  std::vector<MappedCriteria> criteria;  // every leaf of both sets in exactly one

  const MappedCriteria* of_old(std::string_view code) const;  // nullptr where it is no leaf there
  const MappedCriteria* of_new(std::string_view code) const;
};

// The two sets a mapping file says it is between; the ids are not checked against any set.
struct MappingEnds {
  std::string from, to;
};
Result<MappingEnds> mapping_ends(std::string_view text, std::string_view file);

// Every problem at once, each with {file} and {line}; a leaf that is left out is named at the list.
std::expected<Mapping, Problems> load_mapping(std::string_view text, std::string_view file,
                                              const IndicatorSet& from, const IndicatorSet& to);

// Every leaf of both sets under its own code, as for a corrected version of the same set: kept
// where both have it under the same title, renamed under another, else dropped or added.
Mapping same_codes(const IndicatorSet& from, const IndicatorSet& to);

// Over a set in between, from `first.from` to `second.to`. What is not kept says in its reason
// which step changed it how; leaves that several steps take apart and put together have no one
// counterpart and are dropped on the one side, new on the other.
Mapping composed(const Mapping& first, const Mapping& second);

// Leaves, old and new, that ask the same: kept and renamed, one for one.
using CodePairs = std::vector<std::pair<std::string, std::string>>;
CodePairs pairs_of(const Mapping& mapping);
// Over a set in between: what `first` and then `second` lead to.
CodePairs joined(const CodePairs& first, const CodePairs& second);

std::vector<const Criterion*> leaves_of(const IndicatorSet& set);  // in the set's order

}  // namespace liem::indicators
