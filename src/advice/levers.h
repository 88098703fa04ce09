// What honest work may move of the figures a rule reads, and how far. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advice/tree.h"
#include "indicators/inputs.h"

namespace liem::advice {

// What was obliged, received, planned or found is `fixed`: reporting less of it is no way to win
// points, so no advice ever lowers it.
enum class Lever {
  say_yes,    // a document or a step that can be made good
  more,       // something done: up to what was obliged
  fewer,      // breaches that cost points: an aim for the coming period, nothing to report away
  judged,     // a level the appraiser gives
  published,  // an index others publish
  searched,   // of a rule this module does not know: looked for within bounds
  fixed,
};

struct InputLever {
  std::string id;
  Lever lever = Lever::fixed;
  std::optional<Decimal> most;    // never beyond it
  std::vector<Decimal> levels{};  // of a judged one, in the order of the rule
};

// One for each input of the leaf's rule, in the order explained.
std::vector<InputLever> levers_of(const IndicatorSet& set, const Criterion& leaf,
                                  const indicators::Inputs& inputs);

// Whether some rule of the set measures what was done against this figure.
bool is_obliged(const IndicatorSet& set, std::string_view id);

// The most that can stand in a figure that is measured against what was obliged, or on a scale.
std::optional<Decimal> limit_of(const IndicatorSet& set, const indicators::Inputs& inputs,
                                std::string_view id);

// The figures that limit_of() measures this one against.
std::vector<std::string> obliged_for(const IndicatorSet& set, std::string_view id);

}  // namespace liem::advice
