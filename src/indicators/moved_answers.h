// A unit's answers brought from one set to another. Nothing is lost: what has no place under the
// new set is kept beside its answers (Inputs::earlier) and never scored.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "indicators/inputs.h"
#include "indicators/mapping.h"
#include "indicators/set.h"

namespace liem::indicators {

struct MovedAnswers {
  Inputs inputs;                            // of the new set; load_inputs() takes them
  std::vector<std::string> not_counted;     // items answered that rules read and no longer do
  std::vector<std::string> set_aside;       // items whose answer the new set refuses
  std::vector<std::string> self_set_aside;  // old leaves whose self points have no one place
};

// Self points go along where one leaf (or several that were merged) became one of the same points.
// The error is load_inputs()'s, where what it refuses names no answer: our own bug, or bad words.
Result<MovedAnswers> move_answers(const Inputs& inputs, const IndicatorSet& from,
                                  const IndicatorSet& to, const Mapping& mapping);

// Data items that rules of the set read, in the order of the alphabet.
std::vector<std::string> items_read(const IndicatorSet& set);
// Items that `to` reads and `from` does not.
std::vector<std::string> newly_read(const IndicatorSet& from, const IndicatorSet& to);

}  // namespace liem::indicators
