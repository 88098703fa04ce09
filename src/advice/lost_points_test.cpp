#include "advice/lost_points.h"

#include <gmock/gmock.h>

#include "advice/testing_advice.h"

namespace liem::advice {
namespace {

using namespace testing_advice;
using testing::ElementsAre;

struct Case {
  std::string rule, answers;
};

LostPoints lost_at_t(const Case& one, const Comparison& comparison = {}) {
  const auto set = set_with(one.rule);
  const auto inputs = inputs_of(set, one.answers);
  for (auto& lost : lost_points(set, inputs, indicators::score(set, inputs), comparison)) {
    if (lost.code == "T") return lost;
  }
  ADD_FAILURE() << "nothing lost at T";
  return {};
}

const std::string ratio = "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: none}";
const std::string parts =
    "{kind: parts, parts: [{title: {vi: a, en: a}, points: 2, ratio: {done: t.done, obliged: "
    "t.due, no_occurrence: full}}, {title: {vi: b, en: b}, points: 2, ratio: {done: t.settled, "
    "obliged: t.asked, no_occurrence: none}}]}";
const std::string checklist =
    "{kind: checklist, parts: [{input: t.yes, points: 1, title: {vi: a, en: a}}, {input: t.also, "
    "points: 3, title: {vi: b, en: b}}]}";

TEST(LostPoints, SayWhyByTheRuleAndWithWhichFigures) {
  using Ids = std::vector<std::string>;
  const struct {
    Case of;
    Cause cause;
    Ids figures;
  } cases[] = {
      {{ratio, "{t.done: 3, t.due: 4}"}, Cause::ratio_low, {"t.done", "t.due"}},
      {{ratio, "{t.done: 0, t.due: 0}"}, Cause::nothing_occurred, {"t.due"}},
      {{ratio, "{t.due: 4}"}, Cause::nothing_reported, {"t.done"}},
      {{ratio, "{t.due: 4, t.done: {state: not_available}}"}, Cause::not_yet_available, {"t.done"}},
      {{parts, "{t.done: 3, t.due: 4, t.settled: 0, t.asked: 0}"},
       Cause::ratio_low,
       {"t.done", "t.due"}},
      {{parts, "{t.done: 4, t.due: 4, t.settled: 0, t.asked: 0}"},
       Cause::nothing_occurred,
       {"t.asked"}},
      {{checklist, "{t.yes: true, t.also: false}"}, Cause::no_document, {"t.also"}},
      {{checklist, "{t.yes: true}"}, Cause::nothing_reported, {"t.also"}},
      {{"{kind: documented, input: t.yes}", "{t.yes: false}"}, Cause::no_document, {"t.yes"}},
      {{"{kind: count, input: t.done, points_each: 1, cap: 4}", "{t.done: 1}"},
       Cause::count_low,
       {"t.done"}},
      {{"{kind: deduction, input: t.done, points_each: 1, floor: 0}", "{t.done: 1}"},
       Cause::deduction,
       {"t.done"}},
      {{"{kind: external_index, input: t.index, scale: 100}", "{t.index: 80}"},
       Cause::index_low,
       {"t.index"}},
      {{"{kind: rubric, input: t.level, levels: [{level: 1, points: 1, title: {vi: a, en: a}}, "
        "{level: 2, points: 4, title: {vi: b, en: b}}]}",
        "{t.level: 1}"},
       Cause::judged_low,
       {"t.level"}},
  };
  for (const auto& one : cases) {
    const auto lost = lost_at_t(one.of);
    EXPECT_EQ(name_of(lost.cause), name_of(one.cause)) << one.of.rule << one.of.answers;
    EXPECT_EQ(lost.figures, one.figures) << one.of.rule << one.of.answers;
  }
}

TEST(LostPoints, RefusedEvidenceIsTheCauseWhereTheCallerSaysSo) {
  Comparison comparison;
  comparison.refused_evidence = {"T"};
  EXPECT_EQ(lost_at_t({ratio, "{t.done: 3, t.due: 4}"}, comparison).cause, Cause::refused_evidence);
}

TEST(LostPoints, AreRankedByWhatTheyCostTheTotalAndTiesKeepTheOrderOfTheSet) {
  const auto set = shipped_set();
  const auto inputs = demo_inputs(set, "so-xay-dung");
  const auto lost = lost_points(set, inputs, indicators::score(set, inputs), {});
  ASSERT_GT(lost.size(), 5u);
  for (std::size_t i = 1; i < lost.size(); ++i) {
    EXPECT_GE(lost[i - 1].lost_of_total, lost[i].lost_of_total);
    if (lost[i - 1].lost_of_total != lost[i].lost_of_total) continue;
    const auto place = [&](const std::string& code) {
      const auto leaves = leaf_scores(set, indicators::score(set, inputs));
      return std::ranges::find(leaves, code,
                               [](const auto& leaf) { return leaf.criterion->code; }) -
             leaves.begin();
    };
    EXPECT_LT(place(lost[i - 1].code), place(lost[i].code));
  }
}

TEST(LostPoints, WeighMoreWhereTheCriteriaBesideThemDoNotApply) {
  const auto set = set_with(ratio);
  const auto inputs =
      inputs_of(set, "{t.done: 3, t.due: 4, n.yes: {state: not_applicable, ground: none}}");
  const auto lost = lost_points(set, inputs, indicators::score(set, inputs), {});
  ASSERT_EQ(lost.size(), 1u);
  EXPECT_EQ(lost[0].lost, 1);
  EXPECT_EQ(lost[0].lost_of_total, dec("2.5")) << "T's 4 points stand for all 10";
}

TEST(LostPoints, WeighedTheyAddUpToWhatTheTotalLost) {
  const auto set = shipped_set();
  for (const auto* unit : {"so-xay-dung", "xa-bai-may", "phuong-ho-tho"}) {
    const auto inputs = demo_inputs(set, unit);
    const auto score = indicators::score(set, inputs);
    const auto& [reached, reachable, maximum] = score.total.points;
    Decimal lost, unanswered;
    for (const auto& one : lost_points(set, inputs, score, {})) {
      lost += one.lost_of_total;
      unanswered += one.unanswered_of_total;
    }
    for (const auto& apart : {lost - (reachable - reached), unanswered - (maximum - reachable)}) {
      EXPECT_LT(apart.is_negative() ? -apart : apart, dec("0.05"))
          << unit << ": but for rounding of groups";
    }
  }
}

TEST(LostPoints, StandBesideMedianAndBestOfPeersWhereThereAreEnough) {
  const auto set = set_with(ratio);
  std::vector<indicators::Score> scores;
  for (const auto* answers :
       {"{t.done: 1, t.due: 4}", "{t.done: 4, t.due: 4}", "{t.done: 2, t.due: 4}", "{t.due: 4}"}) {
    scores.push_back(indicators::score(set, inputs_of(set, answers)));
  }
  Comparison comparison;
  for (const auto& score : scores) comparison.peers.push_back(&score);
  const auto lost = lost_at_t({ratio, "{t.done: 3, t.due: 4}"}, comparison);
  ASSERT_TRUE(lost.peers);
  EXPECT_EQ(lost.peers->count, 3) << "a peer that is not scored there does not count";
  EXPECT_EQ(lost.peers->median, 2);
  EXPECT_EQ(lost.peers->best, 4);
  comparison.peers.pop_back();
  comparison.peers.pop_back();
  EXPECT_EQ(lost_at_t({ratio, "{t.done: 3, t.due: 4}"}, comparison).peers->median, dec("2.5"));
  comparison.fewest_peers = 3;
  EXPECT_FALSE(lost_at_t({ratio, "{t.done: 3, t.due: 4}"}, comparison).peers);
}

TEST(LostPoints, StandBesideTheUnitsOwnLastYear) {
  const auto set = set_with(ratio);
  const auto before = indicators::score(set, inputs_of(set, "{t.done: 4, t.due: 4}"));
  Comparison comparison;
  comparison.last_year = &before;
  const auto last_year = lost_at_t({ratio, "{t.done: 3, t.due: 4}"}, comparison).last_year;
  ASSERT_TRUE(last_year);
  EXPECT_EQ(last_year->reached, 4);
}

TEST(LostPoints, StandBesideLastYearsMaximumWhereItWasAnother) {
  const auto set = set_with(ratio);
  auto before = indicators::score(set, inputs_of(set, "{t.done: 4, t.due: 4}"));
  before.total.children[0].points = {5, 7, 7};
  Comparison comparison;
  comparison.last_year = &before;
  const auto lost = lost_at_t({ratio, "{t.done: 3, t.due: 4}"}, comparison);
  ASSERT_TRUE(lost.last_year);
  EXPECT_EQ(lost.last_year->reached, 5);
  EXPECT_EQ(lost.last_year->maximum, 7);
}

TEST(LostPoints, CountNoAnswerThatIsMerelyMissingAsLost) {
  const auto set = set_with(checklist);
  const auto inputs = inputs_of(set, "{t.yes: false}");
  const auto lost = lost_points(set, inputs, indicators::score(set, inputs), {});
  ASSERT_EQ(lost.size(), 2u);
  EXPECT_EQ(lost[0].code, "T") << "what is lost comes before what is not answered yet";
  EXPECT_EQ(lost[0].lost, 1);
  EXPECT_EQ(lost[0].unanswered, 3);
  EXPECT_EQ(lost[1].code, "N");
  EXPECT_EQ(lost[1].lost, 0);
  EXPECT_EQ(lost[1].unanswered, 6);
}

TEST(LostPoints, NameRefusedEvidenceEvenWhereNoPointIsLostYet) {
  const auto set = set_with(ratio);
  const auto inputs = inputs_of(set, "{t.done: 4, t.due: 4, n.yes: true}");
  const auto scored = indicators::score(set, inputs);
  EXPECT_TRUE(lost_points(set, inputs, scored, {}).empty());
  Comparison comparison;
  comparison.refused_evidence = {"T"};
  const auto lost = lost_points(set, inputs, scored, comparison);
  ASSERT_EQ(lost.size(), 1u);
  EXPECT_EQ(lost[0].code, "T");
  EXPECT_EQ(lost[0].lost, 0);
  EXPECT_EQ(lost[0].at_stake, 4);
  EXPECT_EQ(lost[0].cause, Cause::refused_evidence);
}

TEST(LostPoints, AreToldWithTheirFiguresInBothLanguages) {
  const auto set = set_with(ratio);
  const auto inputs = inputs_of(set, "{t.done: 3, t.due: 4}");
  const auto lost = lost_at_t({ratio, "{t.done: 3, t.due: 4}"});
  const auto said = indicators::say(reason(lost, set, inputs), advice_words());
  EXPECT_EQ(said.en, "The ratio is low: “done” is 3; “due” is 4.");
  EXPECT_EQ(said.vi, "Tỷ lệ thấp: “làm” là 3; “phải” là 4.");
}

}  // namespace
}  // namespace liem::advice
