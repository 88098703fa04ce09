// Actions gathered by the criteria they touch, and what each sensible choice among them comes to.
#pragma once

#include <expected>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "advice/action.h"
#include "advice/best_steps.h"
#include "advice/knapsack.h"
#include "advice/pieces.h"
#include "advice/tree.h"

namespace liem::advice {

// One way to carry out some of a cluster's actions.
struct Outcome {
  std::vector<knapsack::Option> costs;  // days, money and actions of ways that end the same
  std::vector<Decimal> counted;         // points of each leaf of the cluster, in its order
  std::vector<State> states;
};

// Actions that share a figure, a criterion, an exclusion or a need, and the criteria they touch.
struct Cluster {
  std::vector<std::size_t> actions;  // in the order of the list
  std::vector<std::size_t> leaves;   // places among leaf_scores()
  std::vector<Outcome> outcomes;     // the first is to do nothing
  // Where the outcomes are too many to list, they are only the first.
  std::shared_ptr<const Joint> joint;
};

// Clusters share no criterion, so points of different ones add up but for rescaling and rounding.
// Refused: what take_apart() refuses of clusters too large to list.
Result<std::vector<Cluster>> clusters_of(const IndicatorSet& set, const Inputs& inputs,
                                         const std::vector<Action>& actions,
                                         const StepsBudget& budget, const StepsLimits& limits);

std::vector<std::size_t> actions_in(const knapsack::Items& items);

}  // namespace liem::advice
