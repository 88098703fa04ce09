// Points of a unit's answers under a set, exactly, with every step of how they came about. Pure.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "indicators/inputs.h"
#include "indicators/sentence.h"
#include "indicators/set.h"

namespace liem::indicators {

// A group is scored as soon as one of its leaves is; see docs/decisions/0003-scoring.md.
enum class State { scored, blank, not_applicable, not_available };
std::string_view name_of(State state);

// reached <= reachable <= maximum. reachable counts only what is answered, so an unfinished form
// does not look good. Where the set does not round, shown to six places.
struct Points {
  Decimal reached, reachable, maximum;
  bool operator==(const Points&) const = default;
};

struct CriterionScore {
  std::string code;  // empty for the whole set
  State state = State::blank;
  Points points;
  std::optional<Decimal> self;  // of a group: the sum, where every leaf below that counts has one
  std::optional<Decimal> gap;   // self less reached
  SharedSentences rule_text;    // of a leaf; joined by spaces
  std::vector<Sentence> steps;  // one line each; the last ends in the points
  std::vector<CriterionScore> children;
};

struct Score {
  CriterionScore total;
  const CriterionScore* find(std::string_view code) const;  // nullptr where there is none
};

// A criterion of the set, or the total.
bool can_be_explained(const IndicatorSet& set, std::string_view code);

// The basis as cited, marked where it is assumed.
Sentence basis_sentence(const LegalBasis& basis);

// How well a legal value is known: of a value that is not read in the law, that the points rest on
// it.
Sentence status_sentence(const LegalValue& value);

// A unit directly below, scored under the same set; for rules that inherit.
struct UnitBelow {
  std::string name;
  const Inputs* inputs = nullptr;
  const Score* score = nullptr;
};

struct ScoredInputs {
  Inputs inputs;
  Score score;
};

// The same, kept with the answers of the unit above (Inputs::below).
struct UnitsBelow {
  struct Unit {
    std::string name;
    std::shared_ptr<const ScoredInputs> scored;
  };
  std::vector<Unit> units;
};

// Those a rule takes the mean of; nullptr where it takes none, or there are none.
const UnitsBelow* units_averaged(const Rule& rule, const Inputs& inputs);

// `inputs` must have been read against this set. `below` is read during the call only; where it is
// empty the units are those kept with the answers.
Score score(const IndicatorSet& set, const Inputs& inputs, std::span<const UnitBelow> below = {});

}  // namespace liem::indicators
