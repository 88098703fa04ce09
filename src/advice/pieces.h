// A cluster of actions too large to list, taken apart: the points of each criterion as pieces, each
// of which knows how its figures may stand and what that is worth. See 0009, best steps.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "advice/action.h"
#include "advice/best_steps.h"
#include "advice/knapsack.h"
#include "advice/tree.h"

namespace liem::advice {

// A part of a criterion whose points add to those of its other parts, or all of it. Standings are
// numbered from 0, as the figures stand now. Points are billionths of the criterion's.
struct Piece {
  std::size_t leaf = 0;            // place in Joint::leaves
  std::vector<std::size_t> steps;  // places in Joint::course of the actions that move it, rising
  bool rising = false;             // a higher standing is worth no less, whatever follows

  // Where every standing is listed. Before the own step i those of before[i] may hold; it leads to
  // taken[i] where the action is carried out, else to left[i].
  bool listed = true;
  std::vector<std::vector<std::int32_t>> before, taken, left;
  std::vector<std::int64_t> gain;  // at most, by standing in the end

  // Where a standing is what was added so far, up to `room`.
  std::vector<std::int64_t> adds;  // by own step
  std::int64_t room = 0;
  std::vector<std::int64_t> starts;       // of cells that cover it, the first at 0
  std::vector<std::int64_t> gain_within;  // at most, of what ends in the cell
  std::size_t cell_of(std::int64_t sum) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts, sum) - starts.begin()) - 1;
  }
};

struct Joint {
  struct Leaf {
    std::size_t place = 0;            // among leaf_scores()
    std::vector<std::size_t> pieces;  // places in Joint::pieces
    knapsack::Items actions;          // those that move it
    std::size_t closes = 0;           // after this many steps of the course nothing moves it
    std::int64_t base = 0;            // its points now, at most, with what rounding may add
  };
  std::vector<std::size_t> course;  // the actions in the order they are decided
  std::vector<Leaf> leaves;
  std::vector<Piece> pieces;
};

// What no choice may come to: answers that the rules refuse.
inline constexpr std::int64_t never = -1'000'000'000'000'000;

// errors::too_many_interact where the standings of one criterion's figures are more than the limit,
// errors::come_and_go where the actions decide whether a criterion applies.
Result<Joint> take_apart(const IndicatorSet& set, const Inputs& inputs,
                         const std::vector<Action>& actions,
                         const std::vector<std::size_t>& cluster,
                         const std::vector<std::size_t>& leaves, const StepsLimits& limits);

// The leaf's points after these actions; nothing where the rules refuse the answers.
std::optional<Decimal> points_after(const IndicatorSet& set, const Inputs& inputs,
                                    const std::vector<Action>& actions, std::size_t leaf,
                                    const knapsack::Items& items);

}  // namespace liem::advice
