// What tests of best steps share: actions as text, and the choice found by trying every subset.
#pragma once

#include <fmt/format.h>
#include <rapidcheck.h>

#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "advice/best_steps.h"
#include "advice/outcomes.h"
#include "advice/testing_advice.h"

namespace liem::advice::testing_steps {

using namespace testing_advice;

inline std::vector<Action> actions_of(const IndicatorSet& set, const std::string& list) {
  const auto actions = load_actions(list, "actions.yaml", set);
  EXPECT_TRUE(actions) << (actions ? "" : english(actions.error()).at(0));
  return actions.value();
}

inline const std::string ratio = "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: full}";

inline BestSteps best_of(const IndicatorSet& set, const Inputs& inputs,
                         const std::vector<Action>& actions, const StepsBudget& budget) {
  auto found = best_steps(set, inputs, actions, budget, "actions.yaml");
  EXPECT_TRUE(found) << (found ? "" : english(found.error()).at(0));
  return std::move(found.value());
}

// Every subset, one after another.
struct Tried {
  Decimal total;
  std::int64_t money = 0, days = 0;
  knapsack::Items items;
};

inline Tried best_by_trying(const IndicatorSet& set, const Inputs& inputs,
                            const std::vector<Action>& actions, const StepsBudget& budget) {
  std::optional<Tried> best;
  for (unsigned bits = 0; bits < (1u << actions.size()); ++bits) {
    Tried one;
    one.items = knapsack::Items(bits);
    const auto places = actions_in(one.items);
    bool allowed = true;
    for (const auto i : places) {
      one.money += actions[i].money;
      one.days += actions[i].day_hundredths;
      for (const auto need : actions[i].needs) allowed = allowed && one.items.test(need);
      for (const auto other : actions[i].excludes) allowed = allowed && !one.items.test(other);
    }
    if (!allowed || one.money > budget.money || one.days > budget.day_hundredths) continue;
    const Inputs after = after_actions(set, inputs, actions, places);
    if (!indicators::check_inputs(after, "", set).empty()) continue;
    one.total = indicators::score(set, after).total.points.reached;
    const auto key = [](const Tried& of) { return std::tuple(-of.total, of.money, of.days); };
    if (!best || key(one) < key(*best) ||
        (key(one) == key(*best) && knapsack::goes_before(one.items, best->items))) {
      best = one;
    }
  }
  return *best;
}

// One of a list, with days and money below `most`; one in `most` needs an earlier one, or excludes
// it.
inline std::string any_action(int place, int most, const std::string& changes) {
  std::string line = fmt::format("- {{id: a{}, title: x, days: {}, money: {}, changes: [{}]", place,
                                 *rc::gen::inRange(0, most), *rc::gen::inRange(0, most), changes);
  for (const std::string_view link : {"needs", "excludes"}) {
    if (place == 0 || *rc::gen::inRange(0, most) != 0) continue;
    line += fmt::format(", {}: [a{}]", link, *rc::gen::inRange(0, place));
  }
  return line + "}\n";
}

inline std::string some_actions() {
  std::string list;
  const int count = *rc::gen::inRange(1, 8);
  for (int i = 0; i < count; ++i) {
    const auto change = *rc::gen::element<std::string>(
        "{id: t.done, add: 1}", "{id: t.done, add: 2}", "{id: t.settled, add: 1}",
        "{id: t.settled, value: 3}", "{id: n.yes, value: true}", "{id: t.done, value: 2}");
    list += any_action(i, 4, change);
  }
  return list;
}

inline void same_as_trying(const IndicatorSet& set, const std::string& answers,
                           const StepsLimits& limits = {},
                           const std::function<std::string()>& any_actions = some_actions) {
  const bool holds = rc::check([&] {
    const auto inputs = inputs_of(set, answers);
    const auto actions = actions_of(set, any_actions());
    if (!check_actions(set, inputs, actions, "a").empty()) return;
    const StepsBudget budget{*rc::gen::inRange<std::int64_t>(0, 13) * 100,
                             *rc::gen::inRange<std::int64_t>(0, 13)};
    const auto truth = best_by_trying(set, inputs, actions, budget);
    const auto found = best_steps(set, inputs, actions, budget, "a", limits);
    RC_ASSERT(found.has_value());
    RC_ASSERT(found->proven);
    RC_ASSERT(found->cheapest_proven && found->at_most_cheaper == 0);
    RC_ASSERT(found->after.total.points.reached == truth.total);
    RC_ASSERT(found->money == truth.money);
    RC_ASSERT(found->day_hundredths == truth.days);
    std::vector<std::size_t> places;
    for (const auto& one : found->chosen) places.push_back(one.action);
    RC_ASSERT(places == actions_in(truth.items));
  });
  EXPECT_TRUE(holds);
}

inline const std::string two_ratios =
    "{kind: parts, parts: [{title: {vi: a, en: a}, points: 2, ratio: {done: t.done, obliged: "
    "t.due, "
    "no_occurrence: full}}, {title: {vi: b, en: b}, points: 2, ratio: {done: t.settled, obliged: "
    "t.asked, no_occurrence: full}}]}";

}  // namespace liem::advice::testing_steps
