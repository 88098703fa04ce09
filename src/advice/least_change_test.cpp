#include "advice/least_change.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "advice/levers.h"
#include "advice/testing_advice.h"
#include "advice/words.h"

namespace liem::advice {
namespace {

using namespace testing_advice;

LeastChange at_t(const IndicatorSet& set, const Inputs& inputs) {
  const auto score = indicators::score(set, inputs);
  const auto lost = lost_points(set, inputs, score, {});
  for (auto& one : least_changes(set, inputs, score, lost)) {
    if (one.code == "T") return one;
  }
  ADD_FAILURE() << "T is whole";
  return {};
}
LeastChange at_t(const std::string& rule, const std::string& answers) {
  const auto set = set_with(rule);
  return at_t(set, inputs_of(set, answers));
}

Decimal value_of(const LeastStep& step, std::size_t i = 0) { return step.changes[i].to.number(); }

const std::string banded =
    "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: none, bands: [{from: 0, below: 50, "
    "points: 0}, {from: 50, below: 90, points: 2}, {from: 90, points: 4}]}";

TEST(LeastChange, ReachesTheNextBandAndTheLastWithWholeFigures) {
  const auto found = at_t(banded, "{t.done: 30, t.due: 67}");
  ASSERT_EQ(found.next.size(), 1u);
  EXPECT_EQ(value_of(found.next[0]), 34) << "50 % of 67 is 33.5";
  EXPECT_EQ(found.next[0].won, 2);
  EXPECT_TRUE(found.next[0].least);
  ASSERT_TRUE(found.full);
  EXPECT_EQ(value_of(*found.full), 61) << "90 % of 67 is 60.3";
  EXPECT_EQ(found.full->after, 4);
}

TEST(LeastChange, OfAStraightRatioIsTheNextStepOfTheRounding) {
  const auto found = at_t("{kind: ratio, done: t.done, obliged: t.due, no_occurrence: full}",
                          "{t.done: 0, t.due: 10000}");
  EXPECT_EQ(value_of(found.next[0]), 13) << "4 x 13 / 10000 = 0.0052 rounds to 0.01";
  EXPECT_EQ(value_of(*found.full), 9988) << "3.9952 rounds to 4";
}

TEST(LeastChange, NeverSuggestsMoreThanObligedNorLessObliged) {
  const auto found = at_t("{kind: ratio, done: t.done, obliged: t.due, no_occurrence: full}",
                          "{t.done: 3, t.due: 4}");
  ASSERT_EQ(found.next.size(), 1u);
  EXPECT_EQ(found.next[0].changes[0].id, "t.done");
  EXPECT_EQ(value_of(found.next[0]), 4);
  // Where nothing was obliged the set's rule for that holds: there is nothing to do about it.
  const auto none = at_t(banded, "{t.done: 0, t.due: 0}");
  EXPECT_TRUE(none.next.empty());
  EXPECT_FALSE(none.full);
  EXPECT_TRUE(obstacle(none).has_value());
}

TEST(LeastChange, NamesEveryYesThatIsMissing) {
  const auto found = at_t(
      "{kind: checklist, parts: [{input: t.yes, points: 1, title: {vi: a, en: a}}, {input: t.also, "
      "points: 3, title: {vi: b, en: b}}]}",
      "{t.yes: false, t.also: false}");
  ASSERT_EQ(found.next.size(), 2u);
  EXPECT_EQ(found.next[0].changes[0].id, "t.also") << "the one that wins most stands first";
  ASSERT_TRUE(found.full);
  EXPECT_EQ(found.full->changes.size(), 2u);
  EXPECT_TRUE(found.full->least);
}

TEST(LeastChange, OfCountsIndexesAndLevels) {
  const auto count = at_t("{kind: count, input: t.done, points_each: 0.5, cap: 4}", "{t.done: 3}");
  EXPECT_EQ(value_of(count.next[0]), 4);
  EXPECT_EQ(value_of(*count.full), 8);
  const auto index = at_t("{kind: external_index, input: t.index, scale: 100}", "{t.index: 80}");
  EXPECT_EQ(value_of(index.next[0]), dec("80.13")) << "4 x 80.13 % = 3.2052";
  const auto level = at_t(
      "{kind: rubric, input: t.level, levels: [{level: 1, points: 1, title: {vi: a, en: a}}, "
      "{level: "
      "2, points: 4, title: {vi: b, en: b}}, {level: 3, points: 2, title: {vi: c, en: c}}]}",
      "{t.level: 1}");
  EXPECT_EQ(value_of(level.next[0]), 3) << "levels need not rise with their number";
  EXPECT_EQ(value_of(*level.full), 2);
}

TEST(LeastChange, OfADeductionIsAnAimForTheComingPeriodAndSaysWhatStaysReported) {
  const auto set = set_with("{kind: deduction, input: t.done, points_each: 1, floor: 1}");
  const auto found = at_t(set, inputs_of(set, "{t.done: 5}"));
  EXPECT_EQ(value_of(found.next[0]), 2) << "at 3 the floor of 1 still holds";
  EXPECT_EQ(value_of(*found.full), 0);
  const auto said =
      indicators::say(step_sentences(found.next[0], found, set, advice_words()), advice_words());
  EXPECT_THAT(said.en, testing::HasSubstr("in the coming period “done” at most 2"));
  EXPECT_THAT(said.en, testing::HasSubstr("stays reported in full"));
}

TEST(LeastChange, OfADeductionOverASumNamesEachKindOfBreachThatCouldBeFewer) {
  const auto set = set_with(
      "{kind: deduction, input: 'number(t.done) + 2 * number(t.due) + max(number(t.days), 1)', "
      "points_each: 0.25, floor: 0}");
  const auto found = at_t(set, inputs_of(set, "{t.done: 3, t.due: 2, t.days: 1}"));
  ASSERT_EQ(found.next.size(), 2u) << "of what only the largest counts none is the one";
  EXPECT_EQ(found.next[0].changes[0].id, "t.due");
  EXPECT_EQ(found.next[0].won, dec("0.5"));
  EXPECT_EQ(found.next[1].changes[0].id, "t.done");
  EXPECT_EQ(value_of(found.next[1]), 2);
  EXPECT_FALSE(found.full) << "one breach is always counted";
  const auto whole =
      at_t(set_with("{kind: deduction, input: t.done + t.due, points_each: 0.25, floor: 0}"),
           inputs_of(set, "{t.done: 3, t.due: 2}"));
  ASSERT_TRUE(whole.full);
  EXPECT_EQ(whole.full->after, 4);
  EXPECT_EQ(whole.full->changes.size(), 2u);
}

TEST(LeastChange, OfSeveralRatiosTakesEachAsFarAsItMust) {
  const auto found = at_t(
      "{kind: parts, parts: [{title: {vi: a, en: a}, points: 2, ratio: {done: t.done, obliged: "
      "t.due, "
      "no_occurrence: full}}, {title: {vi: b, en: b}, points: 2, ratio: {done: t.settled, obliged: "
      "t.asked, no_occurrence: full}}]}",
      "{t.done: 3, t.due: 4, t.settled: 1, t.asked: 2}");
  ASSERT_TRUE(found.full);
  EXPECT_EQ(found.full->changes.size(), 2u);
  EXPECT_EQ(found.full->after, 4);
  EXPECT_EQ(found.next.size(), 2u);
}

TEST(LeastChange, OfABlankFigureIsToReportIt) {
  const auto set = set_with(banded);
  const auto found = at_t(set, inputs_of(set, "{t.due: 10}"));
  EXPECT_EQ(value_of(found.next[0]), 5);
  EXPECT_EQ(value_of(*found.full), 9);
  const auto waits = at_t(banded, "{t.due: 10, t.done: {state: not_available}}");
  EXPECT_TRUE(waits.next.empty());
  EXPECT_EQ(obstacle(waits)->id, "advice.obstacle.waiting");
}

TEST(LeastChange, TellsWhichOtherCriteriaReadTheSameFigure) {
  const auto set = shipped_set();
  const auto inputs = inputs_of(set,
                                "{petitions.in_jurisdiction: 4, petitions.solved: 3, "
                                "protection.requests: 0, protection.handled: 0, "
                                "reception.days_due: 24, reception.days_held: 24}");
  const auto score = indicators::score(set, inputs);
  for (const auto& found : least_changes(set, inputs, score, lost_points(set, inputs, score, {}))) {
    if (found.code != "C.1.3") continue;
    ASSERT_EQ(found.next.size(), 1u);
    EXPECT_THAT(found.next[0].also, testing::ElementsAre("A.2.5"));
    EXPECT_GT(found.next[0].won_of_total, found.next[0].won);
  }
}

// The truth is every value of the figure, tried one after another.
TEST(LeastChange, IsTheLeastOfAllValuesTried) {
  const auto set = set_with(banded);
  const bool holds = rc::check([&] {
    const int due = *rc::gen::inRange(1, 60);
    const int done = *rc::gen::inRange(0, due + 1);
    const auto answers = [&](int value) {
      return inputs_of(
          set, "{t.due: " + std::to_string(due) + ", t.done: " + std::to_string(value) + "}");
    };
    const auto points = [&](int value) {
      return indicators::score(set, answers(value)).find("T")->points.reached;
    };
    if (points(done) == Decimal(4)) return;
    int next = done;
    while (points(next) <= points(done)) ++next;
    int full = done;
    while (points(full) < Decimal(4)) ++full;
    const auto found = at_t(set, answers(done));
    RC_ASSERT(value_of(found.next.at(0)) == Decimal(next));
    RC_ASSERT(value_of(found.full.value()) == Decimal(full));
  });
  EXPECT_TRUE(holds);
}

// Whatever is suggested for the sample units: accepted by the rules, winning, and never less of
// what some rule measures against.
TEST(LeastChange, KeepsItsPromisesForTheWholeSampleSet) {
  const auto set = shipped_set();
  for (const auto* unit : {"so-xay-dung", "so-y-te", "xa-bai-may"}) {
    const auto inputs = demo_inputs(set, unit);
    const auto score = indicators::score(set, inputs);
    for (const auto& found :
         least_changes(set, inputs, score, lost_points(set, inputs, score, {}))) {
      auto steps = found.next;
      if (found.full) steps.push_back(*found.full);
      EXPECT_EQ(steps.empty() || !found.full || found.next.empty(), obstacle(found).has_value());
      for (const auto& step : steps) {
        EXPECT_GT(step.won, 0) << unit << " " << found.code;
        Inputs after = inputs;
        for (const auto& change : step.changes) {
          EXPECT_FALSE(is_obliged(set, change.id)) << unit << " " << change.id;
          after.answers.insert_or_assign(change.id, change.to);
        }
        EXPECT_TRUE(indicators::check_inputs(after, "", set).empty());
        EXPECT_EQ(indicators::score(set, after).find(found.code)->points.reached, step.after);
      }
      EXPECT_TRUE(!found.full || found.full->after == found.points.maximum);
    }
  }
}

TEST(LeastChange, AsksForProofAndNoOtherFiguresWhereEvidenceWasRefused) {
  const auto set = set_with("{kind: ratio, done: t.done, obliged: t.due, no_occurrence: none}");
  const auto inputs = inputs_of(set, "{t.done: 3, t.due: 4, n.yes: true}");
  const auto scored = indicators::score(set, inputs);
  Comparison comparison;
  comparison.refused_evidence = {"T"};
  const auto lost = lost_points(set, inputs, scored, comparison);
  const auto changes = least_changes(set, inputs, scored, lost);
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_TRUE(changes[0].next.empty());
  EXPECT_FALSE(changes[0].full);
  const auto why = obstacle(changes[0]);
  ASSERT_TRUE(why);
  EXPECT_EQ(indicators::say(*why, advice_words()).en,
            "Hand in what proves these figures; other figures do not stand in for it.");
}

}  // namespace
}  // namespace liem::advice
