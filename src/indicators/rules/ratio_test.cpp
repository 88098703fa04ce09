#include <gmock/gmock.h>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

std::string ratio(const std::string& more) {
  return "{kind: ratio, done: t.done, obliged: t.due, " + more + "}";
}
const std::string in_bands =
    "no_occurrence: none, bands: [{from: 0, below: 50, points: 0}, {from: 50, below: 100, points: "
    "2}, "
    "{from: 100, points: 4}]";

TEST(RatioRule, GivesTheShareOfThePointsAndSaysHow) {
  const auto leaf = leaf_of(ratio("no_occurrence: full"), "{t.done: 6, t.due: 19}");
  EXPECT_EQ(leaf.points, (Points{dec("1.26"), 4, 4}));
  EXPECT_THAT(steps_of(leaf), ElementsAre("6 ÷ 19 × 4 = 1.263157…",
                                          "1.263157… rounded half up to 2 decimals: 1.26"));
  EXPECT_THAT(steps_of(leaf, Locale::vi),
              ElementsAre("6 ÷ 19 × 4 = 1,263157…",
                          "Làm tròn 1,263157… đến 2 chữ số thập phân (nửa lên): 1,26"));
}

TEST(RatioRule, GivesFullPointsWhenNobodyHadToDeclare) {
  const auto leaf = leaf_of(ratio("no_occurrence: full"), "{t.done: 0, t.due: 0}");
  EXPECT_EQ(leaf.points, (Points{4, 4, 4}));
  EXPECT_THAT(steps_of(leaf), ElementsAre("Nothing occurred (due: 0) → 4", "Points: 4"));
}

TEST(RatioRule, GivesNothingWhereTheSetSaysSoForNoOccurrence) {
  EXPECT_EQ(leaf_of(ratio("no_occurrence: none"), "{t.due: 0}").points, (Points{0, 4, 4}));
}

TEST(RatioRule, GivesAFixedPartForNoOccurrence) {
  EXPECT_EQ(leaf_of(ratio("no_occurrence: {points: 2.5}"), "{t.due: 0}").points,
            (Points{dec("2.5"), 4, 4}));
}

TEST(RatioRule, DropsOutAndRescalesTheRestForNoOccurrence) {
  const auto set = set_with(ratio("no_occurrence: not_applicable"));
  const auto scored = score_of(set, "{t.due: 0, n.yes: true}");
  EXPECT_EQ(scored.find("T")->state, State::not_applicable);
  EXPECT_EQ(scored.total.points, (Points{10, 10, 10}));
  EXPECT_THAT(steps_of(scored.total),
              ElementsAre("6 (N) = 6", "Brought to 10 because some do not apply: 6 × 10 ÷ 6 = 10",
                          "Points: 10"));
}

TEST(RatioRule, PutsAShareOnABoundIntoTheUpperBand) {
  EXPECT_EQ(leaf_of(ratio(in_bands), "{t.done: 49, t.due: 100}").points.reached, Decimal(0));
  EXPECT_EQ(leaf_of(ratio(in_bands), "{t.done: 1, t.due: 2}").points.reached, Decimal(2));
  EXPECT_EQ(leaf_of(ratio(in_bands), "{t.done: 99999, t.due: 100000}").points.reached, Decimal(2));
  EXPECT_EQ(leaf_of(ratio(in_bands), "{t.done: 7, t.due: 7}").points.reached, Decimal(4));
}

TEST(RatioRule, CountsMoreThanPlannedAsAllWhereTheSetAllowsIt) {
  const auto rule = ratio("no_occurrence: none, beyond: full");
  const auto leaf = leaf_of(rule, "{t.done: 5, t.due: 4}");
  EXPECT_EQ(leaf.points.reached, Decimal(4));
  EXPECT_THAT(steps_of(leaf),
              ElementsAre("5 done, more than the 4 planned: counted as 100 %", "Points: 4"));
}

TEST(RatioRule, IsWithoutOccurrenceWhereNothingWasPlannedHoweverMuchWasDone) {
  const std::string unplanned = "{t.done: 3, t.due: 0}";
  EXPECT_EQ(leaf_of(ratio("no_occurrence: none, beyond: full"), unplanned).points.reached, 0);
  EXPECT_EQ(leaf_of(ratio("no_occurrence: not_applicable, beyond: full"), unplanned).state,
            State::not_applicable);
}

TEST(RatioRule, LetsAStateOfTheDoneFigureOutweighNoOccurrence) {
  const auto rule = ratio("no_occurrence: full");
  const auto state = [&](const std::string& done) {
    return leaf_of(rule, "{t.due: 0, t.done: " + done + "}").state;
  };
  EXPECT_EQ(state("{state: not_applicable, ground: law}"), State::not_applicable);
  EXPECT_EQ(state("{state: not_available}"), State::not_available);
  EXPECT_EQ(state("{state: blank}"), State::scored) << "nothing is left to count";
}

TEST(RatioRule, IsBlankUntilBothFiguresAreThere) {
  const auto leaf = leaf_of(ratio("no_occurrence: full"), "{t.due: 4}");
  EXPECT_EQ(leaf.state, State::blank);
  EXPECT_EQ(leaf.points, (Points{0, 0, 4}));
  EXPECT_THAT(steps_of(leaf), ElementsAre("Not answered: done", "Points: 0"));
}

TEST(RatioRule, KeepsZeroBlankNotAvailableAndNotApplicableApart) {
  const auto rule = ratio("no_occurrence: full");
  const auto state = [&](const std::string& done) {
    return leaf_of(rule, "{t.due: 4" + done + "}").state;
  };
  EXPECT_EQ(state(", t.done: 0"), State::scored);
  EXPECT_EQ(state(""), State::blank);
  EXPECT_EQ(state(", t.done: {state: not_available}"), State::not_available);
  EXPECT_EQ(state(", t.done: {state: not_applicable, ground: law}"), State::not_applicable);
}

TEST(RatioRule, RefusesBandsThatOverlapLeaveAGapOrFall) {
  const auto bands = [](const std::string& list) {
    return refusals_of_rule(ratio("no_occurrence: full, bands: [" + list + "]"));
  };
  EXPECT_THAT(
      bands("{from: 0, below: 60, points: 0}, {from: 50, points: 4}"),
      ElementsAre("s:16: the band from 50 overlaps the one before (to 60); correct the bounds"));
  EXPECT_THAT(bands("{from: 0, below: 40, points: 0}, {from: 50, points: 4}"),
              ElementsAre("s:16: the bands leave a gap from 40 to 50; join them from 0, the last "
                          "without “below”"));
  EXPECT_THAT(bands("{from: 10, points: 4}"),
              ElementsAre("s:16: the bands leave a gap from 0 to 10; join them from 0, the last "
                          "without “below”"));
  EXPECT_THAT(bands("{from: 0, below: 90, points: 4}"),
              ElementsAre("s:16: the bands leave a gap from 90 to ∞; join them from 0, the last "
                          "without “below”"));
  EXPECT_THAT(bands("{from: 0, below: 50, points: 3}, {from: 50, points: 2}"),
              ElementsAre("s:16: 2 points are fewer than the band before gives (3); more done "
                          "cannot earn less",
                          "s:16: the rule gives 2 points at most, the maximum 4 must be within "
                          "reach; correct the rule"));
  EXPECT_THAT(bands("{from: 0, points: 5}"),
              ElementsAre("s:16: 5 points lie outside 0 to the maximum 4; correct them"));
}

TEST(RatioRule, RefusesUnitsThatDoNotFit) {
  EXPECT_THAT(
      refusals_of_rule("{kind: ratio, done: t.yes, obliged: t.due, no_occurrence: full}"),
      ElementsAre(
          "s:16: “t.yes” is measured in “yes_no”, this rule needs: count, money, days, number"));
  EXPECT_THAT(
      refusals_of_rule("{kind: ratio, done: t.paid, obliged: t.due, no_occurrence: full}"),
      ElementsAre("s:16: “t.paid” and “t.due” differ in kind of unit; a ratio needs the same"));
}

TEST(RatioRule, MustSayWhatHoldsWhereNothingOccurred) {
  EXPECT_THAT(refusals_of_rule("{kind: ratio, done: t.done, obliged: t.due}"),
              ElementsAre("s:16: “no_occurrence” is missing; add it"));
  EXPECT_THAT(refusals_of_rule(ratio("no_occurrence: half")),
              ElementsAre("s:16: “half” cannot stand here; choose from: full, none, {points: x}, "
                          "not_applicable, {move_to: code}"));
}

const std::string bounded = "no_occurrence: none, floor: 50, ceiling: 90";

TEST(RatioRule, RisesStraightFromTheFloorToTheCeiling) {
  const auto points = [](const std::string& done) {
    return leaf_of(ratio(bounded), "{t.done: " + done + ", t.due: 100}").points.reached;
  };
  EXPECT_EQ(points("49"), Decimal(0));
  EXPECT_EQ(points("50"), Decimal(0));
  EXPECT_EQ(points("70"), Decimal(2));
  EXPECT_EQ(points("89"), dec("3.9"));
  EXPECT_EQ(points("90"), Decimal(4));
  EXPECT_EQ(points("100"), Decimal(4));
  const auto leaf = leaf_of(ratio(bounded), "{t.done: 70, t.due: 100}");
  EXPECT_THAT(steps_of(leaf),
              ElementsAre("70 ÷ 100 = 70 %", "(70 − 50) ÷ (90 − 50) × 4 = 2", "Points: 2"));
  EXPECT_EQ(say(leaf.rule_text, catalogue()).en,
            "By the share “done” ÷ “due”: below 50 % 0 points, from 90 % up all 4, between them "
            "(share − 50 %) ÷ (90 % − 50 %) × 4. Where nothing occurred (“due” is 0): 0 points.");
}

TEST(RatioRule, RefusesBoundsThatLeaveNothingBetweenThem) {
  EXPECT_THAT(refusals_of_rule(ratio("no_occurrence: none, floor: 90, ceiling: 90")),
              ElementsAre("s:16: the floor 90 must lie below the ceiling 90; correct the two"));
  EXPECT_THAT(refusals_of_rule(ratio("no_occurrence: none, ceiling: 101")),
              ElementsAre("s:16: the bound of 101 % lies above 100 %; write one of at most 100"));
  EXPECT_THAT(
      refusals_of_rule(ratio("no_occurrence: none, floor: 50, bands: [{from: 0, points: 4}]")),
      ElementsAre("s:16: a ratio goes by bands or by floor and ceiling, not both; remove one"));
}

TEST(RatioRule, TakesFiguresThatAreComputed) {
  const std::string rule =
      "{kind: ratio, done: t.done + 1, obliged: 'max(t.due, 10)', no_occurrence: none}";
  EXPECT_THAT(steps_of(leaf_of(rule, "{t.done: 4, t.due: 3}")),
              ElementsAre("“done” + 1: 4 + 1 = 5",
                          "the greatest of (“due”; 10): the greatest of (3; 10) = 10",
                          "5 ÷ 10 × 4 = 2", "Points: 2"));
  EXPECT_THAT(steps_of(leaf_of(rule, "{t.due: 3}")),
              ElementsAre("Not answered: done", "Points: 0"));
  EXPECT_THAT(refusals_of_rule("{kind: ratio, done: t.done - 1, obliged: t.due, no_occurrence: "
                               "none}"),
              ElementsAre("s:16: “t.done - 1” can fall below 0; write max(…, 0)"));
}

}  // namespace
}  // namespace liem::indicators
