// The roll-up and the scoring of a set as one SQL statement, written from the set.
#pragma once

#include <string>

#include "indicators/set.h"

namespace liem::bench {

// own(year, unit, lowest, s0, v0, s1, v1, ...): state and value of each item by its index; values
// whole, those of an index in tenths. above(unit, ancestor): the lowest units and all above them.
std::string create_tables(const indicators::IndicatorSet& set);

// Points as whole hundredths: year, unit, then state, reached and reachable of each place in the
// set's order. `only` restricts the ancestors, as in "AND ancestor IN (0, 3)"; empty for all.
std::string score_statement(const indicators::IndicatorSet& set, const std::string& only,
                            const std::string& only_own);

}  // namespace liem::bench
