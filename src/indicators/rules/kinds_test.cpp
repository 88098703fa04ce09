#include <gmock/gmock.h>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

TEST(DocumentedRule, GivesAllForYesAndNothingForNo) {
  const std::string rule = "{kind: documented, input: t.yes}";
  EXPECT_EQ(leaf_of(rule, "{t.yes: true}").points, (Points{4, 4, 4}));
  EXPECT_EQ(leaf_of(rule, "{t.yes: false}").points, (Points{0, 4, 4}));
  EXPECT_EQ(leaf_of(rule, "{}").points, (Points{0, 0, 4}));
}

TEST(DocumentedRule, AsksAComputedQuestionAsWell) {
  const std::string rule = "{kind: documented, input: 't.yes and t.done >= 3'}";
  const auto leaf = leaf_of(rule, "{t.yes: true, t.done: 3}");
  EXPECT_EQ(leaf.points, (Points{4, 4, 4}));
  EXPECT_THAT(steps_of(leaf), ElementsAre("“there” and “done” ≥ 3: yes and 3 ≥ 3",
                                          "“there” and “done” ≥ 3: yes → 4", "Points: 4"));
  EXPECT_EQ(leaf_of(rule, "{t.yes: false}").points, (Points{0, 4, 4})) << "one no decides";
  EXPECT_EQ(leaf_of(rule, "{t.yes: true}").state, State::blank);
  EXPECT_THAT(refusals_of_rule("{kind: documented, input: t.done}"),
              ElementsAre("s:16: “t.done” is measured in “count”, this rule needs: yes_no"));
  EXPECT_THAT(refusals_of_rule("{kind: documented, input: t.done / t.due > 0.5}"),
              ElementsAre(testing::HasSubstr("t.done / t.due > 0.5")));
}

const std::string checklist =
    "{kind: checklist, parts: [{input: t.yes, points: 3, title: {vi: m, en: one}}, "
    "{input: t.also, points: 1, title: {vi: h, en: two}}]}";

TEST(ChecklistRule, AddsThePartsThatAreThere) {
  const auto leaf = leaf_of(checklist, "{t.yes: true, t.also: false}");
  EXPECT_EQ(leaf.points, (Points{3, 4, 4}));
  EXPECT_THAT(steps_of(leaf), ElementsAre("one: yes → 3", "two: no → 0", "3 + 0 = 3", "Points: 3"));
}

TEST(ChecklistRule, AsksComputedQuestionsAsWell) {
  const std::string rule =
      "{kind: checklist, parts: [{input: 't.done > 0 or t.yes', points: 3, title: {vi: m, en: "
      "one}}, {input: not t.also, points: 1, title: {vi: h, en: two}}]}";
  const auto leaf = leaf_of(rule, "{t.done: 0, t.yes: false, t.also: false}");
  EXPECT_EQ(leaf.points, (Points{1, 4, 4}));
  EXPECT_EQ(steps_of(leaf).at(1), "one: no → 0");
  const std::string none = "{state: not_applicable, ground: new unit}";
  EXPECT_THAT(steps_of(leaf_of(rule, "{t.done: 0, t.yes: " + none + ", t.also: false}")).at(0),
              testing::HasSubstr("not applicable (new unit)"));
}

TEST(ChecklistRule, CountsOnlyAnsweredPartsAsReachable) {
  const auto leaf = leaf_of(checklist, "{t.also: true}");
  EXPECT_EQ(leaf.state, State::scored);
  EXPECT_EQ(leaf.points, (Points{1, 1, 4}));
}

TEST(ChecklistRule, RescalesWhereAPartDoesNotApply) {
  const auto leaf =
      leaf_of(checklist, "{t.yes: true, t.also: {state: not_applicable, ground: new unit}}");
  EXPECT_EQ(leaf.points, (Points{4, 4, 4}));
  EXPECT_THAT(
      steps_of(leaf),
      ElementsAre("one: yes → 3", "two: not applicable (new unit), its 1 point drops out", "3 = 3",
                  "Brought to 4 because some do not apply: 3 × 4 ÷ 3 = 4", "Points: 4"));
}

TEST(ChecklistRule, IsBlankNotZeroWhereNothingIsAnswered) {
  EXPECT_EQ(leaf_of(checklist, "{}").state, State::blank);
  EXPECT_EQ(leaf_of(checklist, "{t.yes: {state: not_available}}").state, State::not_available);
}

TEST(ChecklistRule, RefusesPartsThatDoNotAddUp) {
  EXPECT_THAT(refusals_of_rule("{kind: checklist, parts: [{input: t.yes, points: 3, title: "
                               "{vi: m, en: one}}]}"),
              ElementsAre("s:16: the parts add up to 3 points, not 4; correct the parts"));
}

TEST(CountRule, GivesPointsForEachUpToTheCap) {
  const std::string rule = "{kind: count, input: t.done, points_each: 0.5, cap: 4}";
  EXPECT_EQ(leaf_of(rule, "{t.done: 5}").points, (Points{dec("2.5"), 4, 4}));
  EXPECT_THAT(steps_of(leaf_of(rule, "{t.done: 9}")),
              ElementsAre("9 × 0.5 = 4.5", "Not more than 4 → 4", "Points: 4"));
  EXPECT_EQ(leaf_of(rule, "{t.done: 999999999999999999}").points.reached, Decimal(4));
}

TEST(CountRule, RefusesACapAboveTheMaximumAndPointsEachOfZero) {
  EXPECT_THAT(refusals_of_rule("{kind: count, input: t.done, points_each: 0, cap: 5}"),
              ElementsAre("s:16: 0 cannot be used; give a number above 0, at most 1000000, with at "
                          "most 6 decimals",
                          "s:16: 5 points lie outside 0 to the maximum 4; correct them"));
}

TEST(CountRule, CountsWhatAnExpressionComesTo) {
  const std::string rule = "{kind: count, input: t.done + t.due, points_each: 0.5, cap: 4}";
  EXPECT_THAT(steps_of(leaf_of(rule, "{t.done: 2, t.due: 1}")),
              ElementsAre("“done” + “due”: 2 + 1 = 3", "3 × 0.5 = 1.5", "Points: 1.5"));
  EXPECT_THAT(
      refusals_of_rule("{kind: count, input: t.done / t.due, points_each: 1, cap: 4}"),
      ElementsAre("s:16: “t.done / t.due” may divide by 0; use the rule kind formula and say "
                  "no_occurrence"));
}

TEST(BonusRule, GivesPointsForEachUpToAllOfItsOwn) {
  const std::string rule = "{kind: bonus, input: t.done, points_each: 1.5, most: 4}";
  EXPECT_EQ(leaf_of(rule, "{t.done: 2}").points, (Points{3, 4, 4}));
  const auto leaf = leaf_of(rule, "{t.done: 3}");
  EXPECT_THAT(steps_of(leaf), ElementsAre("3 × 1.5 = 4.5", "Not more than 4 → 4", "Points: 4"));
  EXPECT_EQ(say(leaf.rule_text, catalogue()).en,
            "A bonus of 1.5 points for each of “done”, 4 at most.");
  EXPECT_THAT(refusals_of_rule("{kind: bonus, input: t.paid, points_each: 1, most: 3}"),
              ElementsAre("s:16: “t.paid” is measured in “money”, this rule needs: count, days, "
                          "number",
                          "s:16: the rule gives 3 points at most, the maximum 4 must be within "
                          "reach; correct the rule"));
}

TEST(ExternalIndexRule, BringsTheIndexToThePoints) {
  const auto leaf =
      leaf_of("{kind: external_index, input: t.index, scale: 100}", "{t.index: 88.5}");
  EXPECT_EQ(leaf.points.reached, dec("3.54"));
  EXPECT_THAT(steps_of(leaf, Locale::vi), ElementsAre("88,5 ÷ 100 × 4 = 3,54", "Điểm: 3,54"));
}

const std::string rubric =
    "{kind: rubric, input: t.level, levels: [{level: 0, points: 0, title: {vi: k, en: none}}, "
    "{level: 2, points: 4, title: {vi: t, en: good}}]}";

TEST(RubricRule, GivesThePointsOfTheChosenLevel) {
  const auto leaf = leaf_of(rubric, "{t.level: 2}");
  EXPECT_EQ(leaf.points, (Points{4, 4, 4}));
  EXPECT_THAT(steps_of(leaf), ElementsAre("Level 2 “good” → 4", "Points: 4"));
}

TEST(RubricRule, RefusesALevelAboveTheMaximumOrTwice) {
  EXPECT_THAT(
      refusals_of_rule("{kind: rubric, input: t.level, levels: [{level: 0, points: 9, title: "
                       "{vi: k, en: none}}, {level: 1, points: 1, title: {vi: k, en: a}}, "
                       "{level: 1, points: 2, title: {vi: k, en: b}}]}"),
      ElementsAre("s:16: 9 points lie outside 0 to the maximum 4; correct them",
                  "s:16: level 1 stands already; choose another number"));
}

std::string out_of_reach(const std::string& most) {
  return "s:16: the rule gives " + most +
         " points at most, the maximum 4 must be within reach; correct the rule";
}

TEST(EveryRule, IsRefusedWhereItCannotGiveTheMaximum) {
  EXPECT_THAT(refusals_of_rule("{kind: count, input: t.done, points_each: 1, cap: 3}"),
              ElementsAre(out_of_reach("3")));
  EXPECT_THAT(
      refusals_of_rule("{kind: ratio, done: t.done, obliged: t.due, no_occurrence: full, "
                       "bands: [{from: 0, below: 50, points: 0}, {from: 50, points: 3.5}]}"),
      ElementsAre(out_of_reach("3.5")));
  EXPECT_THAT(refusals_of_rule("{kind: rubric, input: t.level, levels: [{level: 1, points: 2, "
                               "title: {vi: k, en: a}}]}"),
              ElementsAre(out_of_reach("2")));
  EXPECT_THAT(refusals_of_rule("{kind: external_index, input: t.share, scale: 200}"),
              ElementsAre(out_of_reach("2")));
}

TEST(ExternalIndexRule, TakesAnIndexComputedOfSeveral) {
  const std::string rule =
      "{kind: external_index, input: '(t.index + t.share * 100) / 2', scale: 100}";
  EXPECT_THAT(refusals_of_rule(rule), ElementsAre(testing::HasSubstr("t.share * 100")))
      << "a share has another unit";
  const std::string least = "{kind: external_index, input: 'min(t.index, 80)', scale: 80}";
  EXPECT_EQ(leaf_of(least, "{t.index: 95.5}").points.reached, Decimal(4));
  const auto leaf = leaf_of(least, "{t.index: 40.5}");
  EXPECT_EQ(leaf.points.reached, dec("2.03"));
  EXPECT_EQ(steps_of(leaf).at(1), "40.5 ÷ 80 × 4 = 2.025");
  EXPECT_THAT(refusals_of_rule("{kind: external_index, input: 'min(t.index, 50)', scale: 100}"),
              ElementsAre(out_of_reach("2")));
  EXPECT_THAT(refusals_of_rule("{kind: external_index, input: t.index - 5, scale: 100}"),
              ElementsAre(testing::HasSubstr("t.index - 5")));
  EXPECT_EQ(
      leaf_of("{kind: external_index, input: t.share, scale: 80}", "{t.share: 40}").points.reached,
      Decimal(2));
}

TEST(DeductionRule, TakesOffForEachButNotBelowTheFloor) {
  const std::string rule = "{kind: deduction, input: t.done, points_each: 1.5, floor: 0.5}";
  EXPECT_EQ(leaf_of(rule, "{t.done: 0}").points, (Points{4, 4, 4}));
  EXPECT_EQ(leaf_of(rule, "{t.done: 1}").points.reached, dec("2.5"));
  EXPECT_THAT(steps_of(leaf_of(rule, "{t.done: 3}")),
              ElementsAre("4 − 3 × 1.5 = -0.5", "Not below 0.5 → 0.5", "Points: 0.5"));
}

}  // namespace
}  // namespace liem::indicators
