#include "advice/knapsack.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <random>

namespace liem::advice::knapsack {
namespace {

Option option(std::int64_t value, std::int64_t days, std::int64_t money, std::size_t item) {
  Option out{value, days, money, {}};
  out.items.set(item);
  return out;
}

bool wins(const Option& a, const Option& b) {
  if (a.value != b.value) return a.value > b.value;
  if (a.money != b.money) return a.money < b.money;
  if (a.days != b.days) return a.days < b.days;
  return goes_before(a.items, b.items);
}

// Every choice, one after another.
std::vector<Option> all_choices(const std::vector<Group>& groups, const Budget& budget) {
  std::vector<Option> all = {Option{}};
  for (const auto& group : groups) {
    std::vector<Option> grown;
    for (const auto& so_far : all) {
      for (const auto& one : group) {
        Option next{so_far.value + one.value, so_far.days + one.days, so_far.money + one.money,
                    so_far.items | one.items};
        if (next.days <= budget.days && next.money <= budget.money) grown.push_back(next);
      }
    }
    all = std::move(grown);
  }
  return all;
}

std::vector<Group> some_groups() {
  std::vector<Group> groups(*rc::gen::inRange<std::size_t>(1, 6));
  std::size_t item = 0;
  for (auto& group : groups) {
    group.push_back(Option{});
    const auto more = *rc::gen::inRange(0, 4);
    for (int i = 0; i < more; ++i) {
      group.push_back(option(*rc::gen::inRange<std::int64_t>(-3, 12),
                             *rc::gen::inRange<std::int64_t>(0, 6),
                             *rc::gen::inRange<std::int64_t>(0, 6), item++));
    }
  }
  return groups;
}

TEST(Knapsack, FindsWhatTryingEveryChoiceFinds) {
  const bool holds = rc::check([] {
    const auto groups = some_groups();
    const Budget budget{*rc::gen::inRange<std::int64_t>(0, 15),
                        *rc::gen::inRange<std::int64_t>(0, 15)};
    const auto all = all_choices(groups, budget);
    const auto best = *std::ranges::min_element(all, wins);
    const auto found = solve(groups, budget, {});
    RC_ASSERT(found.solved.has_value());
    RC_ASSERT(found.solved->best.value == best.value);
    RC_ASSERT(found.solved->best.money == best.money);
    RC_ASSERT(found.solved->best.days == best.days);
    RC_ASSERT(found.solved->best.items == best.items);
  });
  EXPECT_TRUE(holds);
}

TEST(Knapsack, KeepsEveryChoiceThatSlackCouldPutFirst) {
  const bool holds = rc::check([] {
    const auto groups = some_groups();
    const Budget budget{*rc::gen::inRange<std::int64_t>(0, 15),
                        *rc::gen::inRange<std::int64_t>(0, 15)};
    const std::int64_t slack = *rc::gen::inRange<std::int64_t>(1, 3);
    const auto found = near_best(groups, budget, slack, {});
    RC_ASSERT(found.has_value());
    const auto all = all_choices(groups, budget);
    const auto best = *std::ranges::min_element(all, wins);
    // Whatever each value is off by, a choice kept is at least as good as any that is not.
    for (const auto& one : all) {
      if (one.value + 2 * slack < best.value) continue;
      RC_ASSERT(std::ranges::any_of(*found, [&](const Option& kept) {
        const bool same = kept.items == one.items;
        return same || (kept.value >= one.value + 2 * slack && kept.days <= one.days &&
                        kept.money <= one.money);
      }));
    }
  });
  EXPECT_TRUE(holds);
}

// 200 items that each cost their own days and money: the count of partial choices is the measure,
// as clocks differ.
TEST(Knapsack, TwoHundredItemsAreDecidedAfterFewPartialChoices) {
  std::mt19937 random(20240501);
  std::vector<Group> groups;
  for (std::size_t i = 0; i < most_items; ++i) {
    const auto value = static_cast<std::int64_t>(1 + random() % 100) * 10'000'000;
    const auto days = static_cast<std::int64_t>(50 + random() % 2000);
    const auto money = static_cast<std::int64_t>(random() % 40) * 500'000;
    groups.push_back({Option{}, option(value, days, money, i)});
  }
  const auto found = solve(groups, {40'000, 300'000'000}, {});
  ASSERT_TRUE(found.solved.has_value());
  EXPECT_LE(found.solved->best.days, 40'000);
  EXPECT_LE(found.solved->best.money, 300'000'000);
  EXPECT_LT(found.solved->states, 1'000'000u);
}

TEST(Knapsack, OfEqualSetsTheCheaperThenTheSmallerThenTheEarlierIsTaken) {
  const auto best = [](const std::vector<Group>& groups) {
    return solve(groups, {10, 10}, {}).solved->best.items.to_ulong();
  };
  EXPECT_EQ(best({{Option{}, option(5, 3, 4, 0)},
                  {Option{}, option(5, 3, 3, 1)},
                  {Option{}, option(0, 0, 0, 2)}}),
            0b011u);
  EXPECT_EQ(best({{Option{}, option(5, 6, 4, 0), option(5, 6, 3, 1)}}), 0b10u) << "less money";
  EXPECT_EQ(best({{Option{}, option(5, 6, 3, 0), option(5, 5, 3, 1)}}), 0b10u) << "fewer days";
  EXPECT_EQ(best({{Option{}, option(5, 6, 3, 1), option(5, 6, 3, 0)}}), 0b01u)
      << "first in the list";
}

TEST(Knapsack, SaysSoWhereItGaveUp) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < 30; ++i) groups.push_back({Option{}, option(1, 1, 1, i)});
  const auto found = solve(groups, {15, 15}, {10});
  EXPECT_FALSE(found.solved.has_value());
  EXPECT_TRUE(found.gave_up);
}

}  // namespace
}  // namespace liem::advice::knapsack
