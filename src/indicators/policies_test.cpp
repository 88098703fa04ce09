// What a set says for no occurrence and for what does not apply, and points outside the sum.
#include <gmock/gmock.h>

#include <tuple>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

const std::string ratio = "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: none}";
const std::string off = "{t.due: {state: not_applicable, ground: g}";

// The small set whose leaf T says `policy`, one line of YAML; N has 6 points, T 4.
std::string text_with(const std::string& policy, const std::string& rule = ratio) {
  return replaced(set_text(rule), "    rule: " + rule + "\n",
                  "    rule: " + rule + "\n    " + policy + "\n");
}

IndicatorSet loaded(const std::string& text) {
  return load_set(text, "s", items(), std::string(64, 'a')).value();
}

std::vector<std::string> refusals(const std::string& text) {
  const auto set = load_set(text, "s", items(), "");
  return set ? std::vector<std::string>{} : lines_of(set.error());
}

Score with(const std::string& policy, const std::string& answers) {
  return score_of(loaded(text_with(policy)), answers);
}

TEST(NotApplicable, DropsOutWhereTheSetSaysNothingElse) {
  const auto scored = with("not_applicable: not_applicable", off + ", n.yes: true}");
  EXPECT_EQ(scored.total.points, (Points{10, 10, 10}));
  EXPECT_THAT(
      steps_of(*scored.find("T")),
      ElementsAre("Not applicable: due (g)", "Left out; the rest is rescaled", "Points: 0"));
}

TEST(NotApplicable, GivesAllNothingOrAFixedPartWhereTheSetSaysSo) {
  const auto points = [](const std::string& policy) {
    return with("not_applicable: " + policy, off + "}").find("T")->points;
  };
  EXPECT_EQ(points("full"), (Points{4, 4, 4}));
  EXPECT_EQ(points("none"), (Points{0, 4, 4}));
  EXPECT_EQ(points("{points: 1.5}"), (Points{dec("1.5"), 4, 4}));
  EXPECT_THAT(steps_of(*with("not_applicable: full", off + "}").find("T")),
              ElementsAre("Not applicable: due (g)", "The set gives for what is not applicable → 4",
                          "Points: 4"));
}

TEST(NotApplicable, MovesThePointsToASibling) {
  const auto scored = with("not_applicable: {move_to: N}", off + ", n.yes: true}");
  EXPECT_EQ(scored.find("T")->state, State::not_applicable);
  EXPECT_EQ(scored.find("N")->points, (Points{10, 10, 10}));
  EXPECT_EQ(scored.total.points, (Points{10, 10, 10}));
  EXPECT_THAT(steps_of(*scored.find("T")),
              ElementsAre("Not applicable: due (g)", "The 4 points move to N", "Points: 0"));
  EXPECT_THAT(steps_of(*scored.find("N")),
              ElementsAre("neighbour: yes → 6", "Takes over the 4 points of T: 6 × 10 ÷ 6 = 10",
                          "Points: 10"));
  EXPECT_THAT(steps_of(scored.total), ElementsAre("10 (N) = 10", "Points: 10"));
}

TEST(NotApplicable, MovesNothingToASiblingThatDoesNotApplyEither) {
  const auto scored =
      with("not_applicable: {move_to: N}", off + ", n.yes: {state: not_applicable, ground: g}}");
  EXPECT_EQ(scored.total.state, State::not_applicable);
  EXPECT_EQ(steps_of(*scored.find("T"))[1], "N does not apply either; the rest is rescaled");
}

TEST(NotApplicable, MovesSelfPointsInTheSameProportion) {
  const auto set = loaded(text_with("not_applicable: {move_to: N}"));
  const auto inputs =
      load_inputs("set: small\ninputs: " + off + ", n.yes: true}\nself: {N: 3}", "i", set);
  EXPECT_EQ(score(set, inputs.value()).total.self, Decimal(5));
}

TEST(NoOccurrence, MovesThePointsToASibling) {
  const auto set = set_with(replaced(ratio, "none", "{move_to: N}"));
  const auto scored = score_of(set, "{t.due: 0, n.yes: false}");
  EXPECT_EQ(scored.find("N")->points, (Points{0, 10, 10}));
  EXPECT_THAT(steps_of(*scored.find("T")),
              ElementsAre("Nothing occurred (due: 0)", "The 4 points move to N", "Points: 0"));
  EXPECT_EQ(
      say(scored.find("T")->rule_text, catalogue()).en,
      "Points = “done” ÷ “due” × 4. Where nothing occurred (“due” is 0): the points move to N.");
}

TEST(MovingPoints, IsRefusedOutOfTheGroupToItselfAndInAChain) {
  for (const std::string to : {"T", "Z"}) {
    EXPECT_THAT(refusals(text_with("not_applicable: {move_to: " + to + "}")),
                ElementsAre("s:9: “T” moves its points to “" + to +
                            "”, which must be another criterion of the same group inside the sum; "
                            "correct move_to"));
  }
  const auto circle = replaced(text_with("not_applicable: {move_to: N}"), "input: n.yes}\n",
                               "input: n.yes}\n    not_applicable: {move_to: T}\n");
  EXPECT_THAT(refusals(circle),
              ElementsAre("s:9: “T” moves its points to “N”, which moves points itself; move them "
                          "straight to the last",
                          "s:18: “N” moves its points to “T”, which moves points itself; move them "
                          "straight to the last"));
}

TEST(MovingPoints, IsRefusedForAPartOfALeaf) {
  EXPECT_THAT(refusals_of_rule("{kind: parts, parts: [{title: {vi: x, en: x}, points: 4, ratio: "
                               "{done: t.done, obliged: t.due, no_occurrence: {move_to: N}}}]}"),
              ElementsAre("s:16: there is no key “move_to”; known keys: points",
                          "s:16: “points” is missing; add it"));
}

// A third leaf X of 2 points outside the sum.
std::string outside(const std::string& rule) {
  return set_text(ratio) +
         "  - code: X\n    title: {vi: x, en: x}\n    points: 2\n    provenance: assumed\n"
         "    rule_provenance: assumed\n    legal_basis: [law]\n    evidence: [{vi: x, en: x}]\n"
         "    sum: outside\n    rule: " +
         rule + "\n";
}
const std::string bonus = "{kind: bonus, input: t.asked, points_each: 0.5, most: 2}";

TEST(OutsideTheSum, ABonusAddsToWhatTheGroupReachedAndNeverGoesAboveItsMaximum) {
  const auto set = loaded(outside(bonus));
  const auto some = score_of(set, "{t.done: 1, t.due: 2, t.asked: 3}");
  EXPECT_EQ(some.find("X")->points, (Points{dec("1.5"), 2, 2}));
  EXPECT_EQ(some.total.points, (Points{dec("3.5"), 6, 10}));
  EXPECT_THAT(steps_of(some.total),
              ElementsAre("2 (T) = 2", "Bonus X: 2 + 1.5, not above 10 → 3.5", "Points: 3.5"));
  const auto all = score_of(set, "{t.done: 2, t.due: 2, n.yes: true, t.asked: 3}");
  EXPECT_EQ(all.total.points, (Points{10, 10, 10}));
}

TEST(OutsideTheSum, ADeductionTakesOffWhatItDoesNotLeave) {
  const auto set = loaded(outside("{kind: deduction, input: t.asked, points_each: 0.5, floor: 0}"));
  const auto some = score_of(set, "{t.done: 1, t.due: 2, t.asked: 3}");
  EXPECT_EQ(some.find("X")->points, (Points{dec("0.5"), 2, 2}));
  EXPECT_EQ(some.total.points, (Points{dec("0.5"), 4, 10}));
  EXPECT_THAT(steps_of(some.total),
              ElementsAre("2 (T) = 2", "Taken off X: 2 − 1.5, not below 0 → 0.5", "Points: 0.5"));
  EXPECT_EQ(score_of(set, "{t.done: 0, t.due: 2, t.asked: 3}").total.points, (Points{0, 4, 10}));
  EXPECT_EQ(score_of(set, "{t.done: 1, t.due: 2}").total.points, (Points{2, 4, 10}));
}

TEST(OutsideTheSum, CountsInSelfPointsWhereItHasAny) {
  const auto set = loaded(outside(bonus));
  const auto self = [&](const std::string& points) {
    const auto inputs = load_inputs(
        "set: small\ninputs: {t.done: 1, t.due: 2, n.yes: true, t.asked: 1}\nself: " + points, "i",
        set);
    return score(set, inputs.value()).total.self;
  };
  EXPECT_EQ(self("{T: 3, N: 5}"), Decimal(8));
  EXPECT_EQ(self("{T: 3, N: 5, X: 1}"), Decimal(9));
  EXPECT_EQ(self("{T: 4, N: 6, X: 1}"), Decimal(10));
}

TEST(OutsideTheSum, IsForBonusAndDeductionOnly) {
  EXPECT_THAT(refusals(outside("{kind: documented, input: t.yes}")),
              ElementsAre("s:32: “X” stands outside the sum, so its rule must be a bonus or a "
                          "deduction"));
}

Decimal rounded(const std::string& how, const std::string& done) {
  return score_of(set_with(ratio, how), "{t.done: " + done + ", t.due: 32, n.yes: true}")
      .find("T")
      ->points.reached;
}

TEST(Rounding, GoesToWholeStepsWhereTheSetGivesOne) {
  const std::string up = "{step: 0.25, mode: half_up, at: leaf, provenance: published}";
  const std::string down = "{step: 0.25, mode: down, at: leaf, provenance: assumed}";
  EXPECT_EQ(rounded(up, "9"), dec("1.25"));  // 1.125, half way
  EXPECT_EQ(rounded(down, "9"), Decimal(1));
  EXPECT_EQ(rounded(up, "31"), Decimal(4));  // 3.875
  EXPECT_EQ(rounded(down, "31"), dec("3.75"));
  EXPECT_EQ(steps_of(*score_of(set_with(ratio, down), "{t.done: 9, t.due: 32}").find("T")).back(),
            "1.125 cut to steps of 0.25 (° rounding assumed): 1");
  const std::string group = "{step: 0.5, mode: half_up, at: total, provenance: published}";
  const auto scored = score_of(set_with(ratio, group), "{t.done: 9, t.due: 32, n.yes: true}");
  EXPECT_EQ(scored.find("T")->points.reached, dec("1.125"));
  EXPECT_EQ(scored.total.points.reached, Decimal(7));
}

TEST(Rounding, GoesTheWayTheSetNamesAndSaysSo) {
  const std::tuple<std::string, std::string, std::string> truth[] = {
      // 1.125 points to steps of 0.25 and to two decimals
      {"half_up", "1.25", "1.125 rounded half up to 2 decimals: 1.13"},
      {"half_even", "1", "1.125 rounded half to even to 2 decimals: 1.12"},
      {"half_down", "1", "1.125 rounded half down to 2 decimals: 1.12"},
      {"up", "1.25", "1.125 rounded up to 2 decimals: 1.13"},
      {"down", "1", "1.125 cut to 2 decimals: 1.12"},
  };
  for (const auto& [mode, to_step, said] : truth) {
    const std::string rest = "mode: " + mode + ", at: leaf, provenance: published}";
    EXPECT_EQ(rounded("{step: 0.25, " + rest, "9"), dec(to_step)) << mode;
    const auto scored =
        score_of(set_with(ratio, "{decimals: 2, " + rest), "{t.done: 9, t.due: 32}");
    EXPECT_EQ(steps_of(*scored.find("T")).back(), said);
  }
}

TEST(Rounding, IsRefusedWithBothDecimalsAndStepOrNeither) {
  for (const std::string how : {"decimals: 2, step: 0.25, ", ""}) {
    EXPECT_THAT(
        refusals(set_text(ratio, "{" + how + "mode: half_up, at: leaf, provenance: assumed}")),
        ElementsAre("s:6: points are rounded to “decimals” or to a “step”, exactly one of them; "
                    "correct it"));
  }
}

}  // namespace
}  // namespace liem::indicators
