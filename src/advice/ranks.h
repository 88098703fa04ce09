// How ranks would move if the points that are assumed moved within bounds. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advice/tree.h"
#include "base/error.h"

namespace liem::advice {

struct UnitRank {
  std::size_t unit = 0;  // its place among those given
  int rank = 0;          // 1 is the most points; equal points share a rank
  // No points within the bounds give a rank above `highest` or below `lowest`.
  int highest = 0, lowest = 0;
  // Both ends are known to be reached by some points within the bounds.
  bool attained = true;
  // The assumed criterion that moves it most against the units that may change places with it.
  const Criterion* decided_by = nullptr;
  // Some points within the bounds are known that give it another rank. Where none are, though the
  // outer bounds leave room, nothing is said to rest on them.
  bool moved = false;
  bool rests_on_assumption() const { return moved; }
  bool may_move() const { return highest != lowest; }
};

inline constexpr int widest_bounds = 90;  // percent

// A whole number from 0 to widest_bounds; errors::bad_bounds.
Result<int> parse_bounds(std::string_view text);

// `scores` are of this set. Criteria with provenance assumed move up to `percent` of their points
// up or down, published ones not at all, and the children of each group keep their sum. A leaf
// reaches the same part of its points. Sorted by rank, then in the order given.
std::vector<UnitRank> ranks(const IndicatorSet& set, const std::vector<const Score*>& scores,
                            int percent);

}  // namespace liem::advice
