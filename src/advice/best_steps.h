// Of possible actions, those that win most within a budget of days and money. Pure.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "advice/action.h"
#include "advice/what_if.h"

namespace liem::advice {

struct StepsBudget {
  std::int64_t day_hundredths = 0;
  std::int64_t money = 0;  // đồng
};

struct ChosenAction {
  std::size_t action = 0;  // its place in the list
  Decimal marginal;        // points lost without it and without those that need it
};

struct BestSteps {
  std::vector<ChosenAction> chosen;            // in the order of the list
  std::int64_t day_hundredths = 0, money = 0;  // what they take
  Inputs inputs;                               // after them
  Score before, after;
  Decimal won;               // of the total
  Decimal one_day_more;      // what a person-day more in the budget would win
  Decimal one_million_more;  // what 1,000,000 đồng more would win
  // Where groups of criteria are rounded after rescaling, sets of actions that differ by less than
  // that rounding may be too many to look at; then no set wins more than `at_most_more` beyond.
  bool proven = true;
  Decimal at_most_more;
  // Whether it is the first of the sets that win as much; where the search for a cheaper one met
  // its limit, none takes less than `at_most_cheaper` đồng below this one.
  bool cheapest_proven = true;
  std::int64_t at_most_cheaper = 0;
  std::size_t states = 0;  // partial sets looked at
};

struct StepsLimits {
  std::size_t states = 2'000'000;     // partial sets looked at in one search
  std::size_t near_states = 300'000;  // where rounding asks for a second look
  std::size_t together = 8'000;       // outcomes of actions that share figures, listed whole
  std::size_t standings = 20'000;     // of one criterion's figures, where they are not
  std::size_t cases = 64;             // which criteria apply
};

// The most points of the total; of equal ones the least money, then the fewest days, the fewest
// actions, the first in the list, as far as `proven` and `cheapest_proven` say. `file` names the
// list in refusals. Refused: what check_actions() refuses, errors::too_many_interact,
// too_many_cases, points_do_not_add.
std::expected<BestSteps, Problems> best_steps(const IndicatorSet& set, const Inputs& inputs,
                                              const std::vector<Action>& actions,
                                              const StepsBudget& budget, std::string_view file,
                                              const StepsLimits& limits = {});

}  // namespace liem::advice
