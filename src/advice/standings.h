// How a few figures may stand after some of the actions that change them, each standing numbered.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "advice/action.h"
#include "advice/knapsack.h"
#include "advice/pieces.h"

namespace liem::advice {

// What can be added to each figure before it is as much as was obliged: more of it ends the same.
// Only where nothing else moves the figure or what it is measured against.
std::map<std::string, Decimal> rooms_of(const IndicatorSet& set, const Inputs& inputs,
                                        const std::vector<Action>& actions);

class Standings {
 public:
  Standings(const IndicatorSet& set, const Inputs& inputs, const std::vector<Action>& actions,
            const std::vector<std::string>& figures);

  // Of these actions, decided in this order; false where there are more than `most`, or more than
  // 50 times as many moves between them.
  bool list(const std::vector<std::size_t>& own, std::size_t most);
  void sort_by_sum();  // of one figure that is only added to
  std::size_t count() const { return examples_.size(); }
  const std::vector<std::int32_t>& in_the_end() const { return before_.back(); }
  const knapsack::Items& example(std::int32_t standing) const {
    return examples_[static_cast<std::size_t>(standing)];
  }
  void hand_over(Piece& piece);  // before, taken and left

 private:
  // Of each figure which value holds and what is added to it.
  using Standing = std::vector<std::pair<int, Decimal>>;

  Standing after(Standing standing, std::size_t action) const;
  void settle(Standing& standing, const std::vector<std::size_t>& own, std::size_t from) const;
  int number_of_value(std::size_t figure, const Answer& value) const;
  std::int32_t number(Standing standing, const knapsack::Items& example);

  const Inputs& inputs_;
  const std::vector<Action>& actions_;
  const std::vector<std::string>& figures_;
  std::map<std::string, Decimal> rooms_;
  std::map<Standing, std::int32_t> numbers_;
  std::vector<const Standing*> by_number_;
  std::vector<knapsack::Items> examples_;
  std::vector<std::vector<std::int32_t>> before_, taken_, left_;
};

}  // namespace liem::advice
