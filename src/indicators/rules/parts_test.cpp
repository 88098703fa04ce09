#include <gmock/gmock.h>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

// 3 points for tasks done, 1 for requests settled; `none` says what holds without a request.
std::string parts(const std::string& none, const std::string& second = "1") {
  return "{kind: parts, parts: [{title: {vi: việc, en: tasks}, points: 3, ratio: {done: t.done, "
         "obliged: t.due, no_occurrence: none}}, {title: {vi: yêu cầu, en: requests}, points: " +
         second + ", ratio: {done: t.settled, obliged: t.asked, no_occurrence: " + none + "}}]}";
}

TEST(PartsRule, AddsTheRatiosOfItsPartsAndExplainsEachLineByLine) {
  const auto leaf = leaf_of(parts("full"), "{t.done: 2, t.due: 3, t.settled: 1, t.asked: 2}");
  EXPECT_EQ(leaf.points, (Points{dec("2.5"), 4, 4}));
  EXPECT_THAT(steps_of(leaf), ElementsAre("tasks (at most 3):", "2 ÷ 3 × 3 = 2",
                                          "requests (at most 1):", "1 ÷ 2 × 1 = 0.5",
                                          "2 + 0.5 = 2.5", "Points: 2.5"));
  EXPECT_EQ(
      say(leaf.rule_text, catalogue()).en,
      "The points of the parts, at most 4; a part that does not apply drops out and the rest is "
      "brought to 4. tasks (3 points): Points = “done” ÷ “due” × 3. Where nothing occurred "
      "(“due” is 0): 0 points. requests (1 point): Points = “settled” ÷ “asked” × 1. Where "
      "nothing occurred (“asked” is 0): full 1 point.");
}

TEST(PartsRule, LetsEachPartSayWhatHoldsWhereNothingOccurred) {
  const std::string answers = "{t.done: 3, t.due: 3, t.settled: 0, t.asked: 0}";
  EXPECT_EQ(leaf_of(parts("full"), answers).points.reached, Decimal(4));
  EXPECT_EQ(leaf_of(parts("none"), answers).points.reached, Decimal(3));
  const auto dropped = leaf_of(parts("not_applicable"), answers);
  EXPECT_EQ(dropped.points, (Points{4, 4, 4}));
  EXPECT_THAT(
      steps_of(dropped),
      ElementsAre("tasks (at most 3):", "3 ÷ 3 × 3 = 3", "requests (at most 1):",
                  "Nothing occurred (asked: 0): not applicable, the rest is rescaled", "3 = 3",
                  "Brought to 4 because some do not apply: 3 × 4 ÷ 3 = 4", "Points: 4"));
}

TEST(PartsRule, CountsOnlyAnsweredPartsAsReachable) {
  EXPECT_EQ(leaf_of(parts("full"), "{t.done: 1, t.due: 3}").points, (Points{1, 3, 4}));
  EXPECT_EQ(leaf_of(parts("full"), "{}").state, State::blank);
  EXPECT_EQ(leaf_of(parts("full"), "{t.asked: {state: not_available}}").state,
            State::not_available);
}

TEST(PartsRule, DropsOutWhereNoPartApplies) {
  EXPECT_EQ(
      leaf_of(parts("not_applicable"), "{t.due: {state: not_applicable, ground: law}, t.asked: 0}")
          .state,
      State::not_applicable);
}

TEST(PartsRule, RefusesPartsThatDoNotAddUpAndFieldsARatioHasNot) {
  EXPECT_THAT(refusals_of_rule(parts("full", "0.5")),
              ElementsAre("s:16: the parts add up to 3.5 points, not 4; correct the parts"));
  EXPECT_THAT(
      refusals_of_rule(parts("full, weight: 2")),
      ElementsAre(
          "s:16: there is no key “weight”; known keys: done, obliged, bands, floor, ceiling, "
          "no_occurrence, beyond"));
}

TEST(PartsRule, RefusesMoreDoneThanObligedInAnyPart) {
  const auto inputs =
      load_inputs("set: small\ninputs: {t.settled: 2, t.asked: 1}\n", "i", set_with(parts("full")));
  ASSERT_FALSE(inputs);
  EXPECT_THAT(lines_of(inputs.error()),
              ElementsAre("i:2: “t.settled” is 2, more than “t.asked” with 1 (line 2); check both "
                          "figures"));
}

TEST(PartsRule, AsksForAFigureOnceThatTwoPartsShare) {
  auto rule = parts("full");
  rule.replace(rule.find("t.asked"), 7, "t.due");
  const auto set = set_with(rule);
  EXPECT_THAT(inputs_of(set.find("T")->leaf->rule), ElementsAre("t.done", "t.due", "t.settled"));
}

}  // namespace
}  // namespace liem::indicators
