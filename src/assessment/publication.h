// What a round came to, as it is published: a document frozen by its hash and numbered. Pure.
// docs/decisions/0018-publication.md
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/round.h"
#include "indicators/score.h"
#include "workflow/workflow.h"

namespace liem::assessment {

// Whoever published, as anybody may know him: no account.
struct Publisher {
  std::string name;
  Role role = Role::inspector;
  std::string unit;  // id
  Words unit_name;
  std::string for_name;  // whose office it was; empty for one's own
  bool operator==(const Publisher&) const = default;
};

// As it is kept, never changed; its bytes are a content.
struct Publication {
  std::string round;
  int number = 0;  // from 1
  std::string sha256;
  std::string act;  // publish or correct
  Publisher by;
  std::chrono::sys_seconds at{};
  std::string reason;  // of a correction
  bool operator==(const Publication&) const = default;
};

// One of workflow::scores -> points; without those there are none of.
using Scores = std::map<std::string, Decimal, std::less<>>;

// A criterion, or with an empty code the whole set.
struct PublishedCriterion {
  std::string code, above;  // above: the group it stands in, empty at the top
  Words title;
  bool leaf = false;
  indicators::State state = indicators::State::blank;
  Decimal maximum;
  Scores scores;
  std::string reason;  // of the reviewed points
  bool operator==(const PublishedCriterion&) const = default;
};

// One beside the province's own file, with what the workflow says is shown of it.
struct PublishedUnit {
  Unit unit;
  bool handed_in = false;
  std::optional<int> rank;                // among its kind; those alike share one
  std::vector<PublishedCriterion> parts;  // the whole set, then the groups at its top
  bool operator==(const PublishedUnit&) const = default;
};

struct PublishedRound {
  Publication publication;  // its hash is that of the document, so it is not told there
  std::string province;
  Words province_name;
  Round round;
  std::vector<PublishedCriterion> criteria;  // the whole set, then each group before what is in it
  std::vector<PublishedUnit> units;          // in the order of the round's list
  std::vector<std::string> unit_scores;      // those shown of units
  std::string ranked_by;                     // empty: units are not ranked
};

// The points of each leaf in one score.
using LeafPoints = std::map<std::string, Decimal, std::less<>>;

// One row for the whole set and each criterion. The points of groups come of those of their leaves
// as the set adds them up, and are there where every leaf that counts has some.
std::vector<PublishedCriterion> published_criteria(
    const indicators::IndicatorSet& set, const indicators::ScoredInputs& scored,
    const std::map<std::string, LeafPoints, std::less<>>& points);

// Ranks units by one of their scores, each among its kind; those without one have no rank.
void rank_units(std::vector<PublishedUnit>& units, std::string_view score);

// Canonical JSON: the same round gives the same bytes.
std::string document_of(const PublishedRound& round);

}  // namespace liem::assessment
