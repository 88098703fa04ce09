// Advice for kinds of rules it has no words of its own for, and for points that move or stand
// beyond the sum.
#include <gmock/gmock.h>

#include "advice/best_steps.h"
#include "advice/least_change.h"
#include "advice/levers.h"
#include "advice/margin.h"
#include "advice/ranks.h"
#include "advice/testing_advice.h"
#include "advice/words.h"

namespace liem::advice {
namespace {

using namespace testing_advice;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string formula =
    "{kind: formula, expression: 'min(ratio(t.done, t.due), 1)', gives: share, no_occurrence: "
    "none}";

LeastChange at_t(const IndicatorSet& set, const Inputs& inputs) {
  const auto score = indicators::score(set, inputs);
  for (auto& one : least_changes(set, inputs, score, lost_points(set, inputs, score, {}))) {
    if (one.code == "T") return one;
  }
  ADD_FAILURE() << "T is whole";
  return {};
}

TEST(Formula, IsNotPassedOverButNamedWithItsFigures) {
  const auto set = set_with(formula);
  const auto found = at_t(set, inputs_of(set, "{t.done: 1, t.due: 4}"));
  EXPECT_EQ(found.lost.cause, Cause::other);
  EXPECT_THAT(found.lost.figures, ElementsAre("t.done", "t.due"));
}

TEST(Formula, IsSearchedWithinWhatWasObligedAndSaysThatItWasSearched) {
  const auto set = set_with(formula);
  const auto found = at_t(set, inputs_of(set, "{t.done: 1, t.due: 4}"));
  ASSERT_EQ(found.next.size(), 1u) << "what something is measured against is not moved";
  EXPECT_EQ(found.next[0].changes[0].id, "t.done");
  EXPECT_EQ(found.next[0].changes[0].to.number(), 2);
  EXPECT_FALSE(found.next[0].least);
  ASSERT_TRUE(found.full);
  EXPECT_EQ(found.full->changes[0].to.number(), 4);
  EXPECT_EQ(limit_of(set, inputs_of(set, "{t.due: 4}"), "t.done"), Decimal(4));
  const auto said =
      indicators::say(step_sentences(found.next[0], found, set, advice_words()), advice_words());
  EXPECT_THAT(said.en, HasSubstr("Searched within bounds; less may do."));
}

// The small set, its leaf T with `more`; N has 6 points, T 4.
IndicatorSet with_line(const std::string& rule, const std::string& more) {
  std::string text = set_text(rule);
  const std::string line = "    rule: " + rule + "\n";
  text.replace(text.find(line), line.size(), line + "    " + more + "\n");
  return indicators::load_set(text, "s", items(), std::string(64, 'a')).value();
}

TEST(PointsThatMoved, CountWithTheSiblingInRanksAndInWhatALeafWeighs) {
  const auto set = with_line("{kind: documented, input: t.yes}", "not_applicable: {move_to: N}");
  const auto off = indicators::score(
      set, inputs_of(set, "{t.yes: {state: not_applicable, ground: g}, n.yes: true}"));
  const auto leaves = leaf_scores(set, off);
  EXPECT_EQ(leaves[0].weight, Rational());
  EXPECT_EQ(leaves[1].weight, Rational(1)) << "N holds 10 points of 10";
  EXPECT_EQ(MarginFinder(set, 20).total(off, {}), Rational(10));
  const auto half = indicators::score(set, inputs_of(set, "{t.yes: true, n.yes: false}"));
  const auto found = ranks(set, {&off, &half}, 20);
  EXPECT_EQ(found[0].unit, 0u);
  EXPECT_FALSE(found[0].rests_on_assumption());
}

TEST(PointsBeyondTheSum, AreNoPartOfTheGroupsPointsButCountInTheTotal) {
  const auto set =
      indicators::load_set(
          set_text("{kind: documented, input: t.yes}") +
              "  - code: X\n    title: {vi: x, en: x}\n    points: 2\n    provenance: assumed\n"
              "    rule_provenance: assumed\n    legal_basis: [law]\n    evidence: [{vi: x, en: "
              "x}]\n"
              "    sum: outside\n    rule: {kind: bonus, input: t.asked, points_each: 0.5, most: "
              "2}\n",
          "s", items(), std::string(64, 'a'))
          .value();
  const auto inputs = inputs_of(set, "{t.yes: true, n.yes: false, t.asked: 2}");
  const auto score = indicators::score(set, inputs);
  ASSERT_EQ(score.total.points.reached, 5);
  const auto leaves = leaf_scores(set, score);
  EXPECT_EQ(leaves[1].weight, Rational(1)) << "no rescaling for what stands outside";
  EXPECT_EQ(MarginFinder(set, 20).total(score, {}), Rational(5));
  const auto actions =
      load_actions(
          "- {id: more, title: x, days: 1, money: 0, changes: [{id: t.asked, add: 2}]}\n"
          "- {id: plan, title: x, days: 1, money: 0, changes: [{id: n.yes, value: true}]}\n",
          "a", set)
          .value();
  const auto best = best_steps(set, inputs, actions, {200, 0}, "a");
  ASSERT_TRUE(best);
  EXPECT_TRUE(best->proven);
  ASSERT_EQ(best->chosen.size(), 1u) << "the bonus wins nothing where the set is whole without it";
  EXPECT_EQ(actions[best->chosen[0].action].id, "plan");
  EXPECT_EQ(best->after.total.points.reached, 10);
}

TEST(SampleActions, FitTheSampleUnit) {
  const auto set = shipped_set();
  const auto inputs = demo_inputs(set, "so-xay-dung");
  const auto actions = load_actions(file_text("data/templates/actions.yaml"), "actions.yaml", set);
  ASSERT_TRUE(actions) << english(actions.error()).at(0);
  const auto best = best_steps(set, inputs, *actions, {2000, 5'000'000}, "actions.yaml");
  ASSERT_TRUE(best) << english(best.error()).at(0);
  EXPECT_TRUE(best->proven);
  EXPECT_GT(best->won, 2);
}

}  // namespace
}  // namespace liem::advice
