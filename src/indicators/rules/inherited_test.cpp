#include <gmock/gmock.h>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

std::string inherited(const std::string& how, const std::string& nothing = "own") {
  return "{kind: inherited, how: " + how + ", nothing_below: " + nothing +
         ", rule: {kind: ratio, done: t.done, obliged: t.due, no_occurrence: full}}";
}

// The leaf of a unit whose units below gave these answers; its own are blank.
CriterionScore leaf_over(const std::string& rule, const std::vector<std::string>& below) {
  const auto set = set_with(rule);
  std::vector<Inputs> inputs;
  std::vector<Score> scores;
  for (const auto& answers : below) {
    inputs.push_back(load_inputs("set: small\ninputs: " + answers, "i", set).value());
    scores.push_back(score(set, inputs.back()));
  }
  std::vector<UnitBelow> units;
  for (std::size_t i = 0; i < below.size(); ++i) {
    units.push_back({"U" + std::to_string(i + 1), &inputs[i], &scores[i]});
  }
  return *score(set, Inputs{}, units).find("T");
}

TEST(InheritedRule, ScoresTheSumOfTheFiguresBelowAnew) {
  const auto leaf =
      leaf_over(inherited("recomputed"), {"{t.done: 1, t.due: 10}", "{t.done: 9, t.due: 10}"});
  EXPECT_EQ(leaf.points, (Points{2, 4, 4}));
  EXPECT_THAT(steps_of(leaf),
              ElementsAre("All 2 units below have answered", "10 ÷ 20 × 4 = 2", "Points: 2"));
}

TEST(InheritedRule, TakesTheMeanOfThePointsBelow) {
  const auto leaf =
      leaf_over(inherited("mean"), {"{t.done: 1, t.due: 2}", "{t.done: 3, t.due: 3}"});
  EXPECT_EQ(leaf.points, (Points{3, 4, 4}));
  EXPECT_THAT(steps_of(leaf), ElementsAre("All 2 units below have answered",
                                          "(2 (U1) + 4 (U2)) ÷ 2 = 3", "Points: 3"));
}

TEST(InheritedRule, WeighsTheMeanByAnItemOfTheUnitsBelow) {
  const std::string rule = inherited("weighted_mean, weight: t.asked");
  const auto leaf =
      leaf_over(rule, {"{t.done: 1, t.due: 2, t.asked: 3}", "{t.done: 3, t.due: 3, t.asked: 1}"});
  EXPECT_THAT(steps_of(leaf), ElementsAre("All 2 units below have answered",
                                          "(2 × 3 (U1) + 4 × 1 (U2)) ÷ 4 = 2.5", "Points: 2.5"));
  const auto lacking = leaf_over(rule, {"{t.done: 1, t.due: 2}"});
  EXPECT_EQ(lacking.state, State::not_available);
  EXPECT_THAT(steps_of(lacking), ElementsAre("The weight of U1 is not given: asked", "Points: 0"));
  EXPECT_EQ(leaf_over(rule, {"{t.done: 1, t.due: 2, t.asked: 0}"}).state, State::not_applicable);
}

TEST(InheritedRule, CountsAUnitThatHasNotAnsweredAsUnfinished) {
  const auto mean = leaf_over(inherited("mean"), {"{t.done: 2, t.due: 2}", "{}"});
  EXPECT_EQ(mean.points, (Points{2, 2, 4}));
  const auto summed = leaf_over(inherited("recomputed"), {"{t.done: 1, t.due: 2}", "{}"});
  EXPECT_EQ(summed.points, (Points{1, 2, 4}));
  EXPECT_THAT(steps_of(summed), ElementsAre("1 of 2 units below have answered", "1 ÷ 2 × 4 = 2",
                                            "For what is answered: 2 × 1 ÷ 2 = 1", "Points: 1"));
  EXPECT_EQ(leaf_over(inherited("mean"), {"{}", "{}"}).state, State::blank);
  EXPECT_EQ(leaf_over(inherited("mean"), {"{t.done: {state: not_available}}"}).state,
            State::not_available);
}

TEST(InheritedRule, LeavesOutUnitsToWhichTheLeafDoesNotApply) {
  const std::string none = "{t.due: {state: not_applicable, ground: g}}";
  EXPECT_EQ(leaf_over(inherited("mean"), {"{t.done: 1, t.due: 2}", none}).points,
            (Points{2, 4, 4}));
  EXPECT_EQ(leaf_over(inherited("recomputed"), {"{t.done: 1, t.due: 2}", none}).points,
            (Points{2, 4, 4}));
  EXPECT_EQ(leaf_over(inherited("mean"), {none, none}).state, State::not_applicable);
}

TEST(InheritedRule, SaysWhatHoldsForAUnitWithNothingBelow) {
  EXPECT_EQ(leaf_of(inherited("mean"), "{t.done: 1, t.due: 4}").points, (Points{1, 4, 4}));
  EXPECT_EQ(leaf_of(inherited("mean", "none"), "{t.done: 1, t.due: 4}").points, (Points{0, 4, 4}));
  EXPECT_THAT(steps_of(leaf_of(inherited("mean", "{points: 1}"), "{}")),
              ElementsAre("Nothing occurred (the number of units below: 0) → 1", "Points: 1"));
  EXPECT_EQ(leaf_of(inherited("mean", "not_applicable"), "{}").state, State::not_applicable);
}

TEST(InheritedRule, IsToldInWordsWithTheUnitsOwnRule) {
  const auto leaf = leaf_of(inherited("weighted_mean, weight: t.asked"), "{}");
  EXPECT_EQ(say(leaf.rule_text, catalogue()).en,
            "The mean of the points of the units below, weighted by “asked”. A unit's own rule: "
            "Points = “done” ÷ “due” × 4. Where nothing occurred (“due” is 0): full 4 points.");
}

TEST(InheritedRule, RefusesWhatCannotBeInherited) {
  EXPECT_THAT(
      refusals_of_rule("{kind: inherited, how: recomputed, nothing_below: own, rule: {kind: "
                       "documented, input: t.yes}}"),
      ElementsAre("s:16: “t.yes” cannot be summed over units, only counts, money and days "
                  "can; use mean or weighted_mean"));
  EXPECT_THAT(refusals_of_rule(inherited("mean, weight: t.asked")),
              ElementsAre("s:16: a weight is for “how: weighted_mean” only; remove it or change "
                          "“how”"));
  EXPECT_THAT(refusals_of_rule(inherited("median")),
              ElementsAre("s:16: “median” cannot stand here; choose from: recomputed, mean, "
                          "weighted_mean"));
  EXPECT_THAT(
      refusals_of_rule(
          "{kind: inherited, how: mean, nothing_below: own, rule: " + inherited("mean") + "}"),
      ElementsAre("s:16: there is no rule kind “inherited”; known kinds: documented, checklist, "
                  "ratio, parts, count, external_index, rubric, deduction, bonus, formula"));
}

}  // namespace
}  // namespace liem::indicators
