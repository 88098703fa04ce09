#include <gmock/gmock.h>

#include "indicators/score_json.h"
#include "indicators/score_text.h"
#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

std::string formula(const std::string& expression, const std::string& more) {
  return "{kind: formula, expression: '" + expression + "', " + more + "}";
}

TEST(FormulaRule, GivesThePointsItComesToAndShowsTheValuesPutIn) {
  const auto leaf = leaf_of(formula("min(ratio(t.done, t.due), 1) * 3 + count(t.yes)",
                                    "gives: points, no_occurrence: none"),
                            "{t.done: 3, t.due: 4, t.yes: true}");
  EXPECT_EQ(leaf.points, (Points{dec("3.25"), 4, 4}));
  EXPECT_THAT(steps_of(leaf),
              ElementsAre("the least of (3 ÷ 4; 1) × 3 + number of yes among (yes) = 3.25",
                          "Points: 3.25"));
  EXPECT_EQ(say(leaf.rule_text, catalogue()).en,
            "Points = the least of (“done” ÷ “due”; 1) × 3 + number of yes among (“there”). Where "
            "nothing occurred (the divisor is 0): 0 points.");
}

TEST(FormulaRule, IsHeldByFloorAndCeilingOnlyWhereTheSetGivesThem) {
  const std::string rule =
      formula("6 - number(t.done) * 1.5", "gives: points, floor: 0.5, ceiling: 4");
  EXPECT_EQ(leaf_of(rule, "{t.done: 2}").points.reached, Decimal(3));
  EXPECT_THAT(steps_of(leaf_of(rule, "{t.done: 9}")),
              ElementsAre("6 − 9 × 1.5 = -7.5", "Not below 0.5 → 0.5", "Points: 0.5"));
  EXPECT_THAT(steps_of(leaf_of(rule, "{t.done: 0}")),
              ElementsAre("6 − 0 × 1.5 = 6", "Not more than 4 → 4", "Points: 4"));
}

TEST(FormulaRule, TakesAShareStraightOrInBands) {
  const std::string straight = formula("t.share", "gives: share");
  EXPECT_THAT(steps_of(leaf_of(straight, "{t.share: 37.5}")),
              ElementsAre("37.5 % = 37.5 %", "37.5 % × 4 = 1.5", "Points: 1.5"));
  const std::string banded = formula("(t.done + t.due) / 10",
                                     "gives: share, bands: [{from: 0, below: 50, points: 1}, "
                                     "{from: 50, points: 4}]");
  EXPECT_THAT(refusals_of_rule(banded),
              ElementsAre("s:16: “(t.done + t.due) / 10” is measured in “count”, this rule needs: "
                          "share, number"));
  const std::string in_bands = formula("ratio(t.done + t.due, 10)",
                                       "gives: share, bands: [{from: 0, below: 50, points: 1}, "
                                       "{from: 50, points: 4}]");
  EXPECT_THAT(steps_of(leaf_of(in_bands, "{t.done: 2, t.due: 3}")),
              ElementsAre("(2 + 3) ÷ 10 = 50 %", "From 50 % up → 4", "Points: 4"));
  EXPECT_EQ(leaf_of(in_bands, "{t.done: 2, t.due: 2}").points.reached, Decimal(1));
}

TEST(FormulaRule, SaysWhatHoldsWhereSomethingIsToBeDividedByZero) {
  const std::string share = "min(t.done / t.due, 1)";
  const auto of = [&](const std::string& policy) {
    return leaf_of(formula(share, "gives: share, no_occurrence: " + policy), "{t.due: 0}");
  };
  EXPECT_EQ(of("full").points, (Points{4, 4, 4}));
  EXPECT_EQ(of("none").points, (Points{0, 4, 4}));
  EXPECT_EQ(of("{points: 1.5}").points.reached, dec("1.5"));
  EXPECT_EQ(of("not_applicable").state, State::not_applicable);
  EXPECT_THAT(steps_of(of("full")), ElementsAre("Nothing occurred (“due”: 0) → 4", "Points: 4"));
  EXPECT_THAT(refusals_of_rule(formula(share, "gives: share")),
              ElementsAre("s:16: “no_occurrence” is missing; add it"));
}

TEST(FormulaRule, IsNotScoredBeforeWhatDecidesIsAnswered) {
  const std::string rule = formula("if(t.yes, 4, t.share * 4)", "gives: points");
  EXPECT_EQ(leaf_of(rule, "{t.yes: true}").points, (Points{4, 4, 4}));
  const auto blank = leaf_of(rule, "{t.yes: false}");
  EXPECT_EQ(blank.state, State::blank);
  EXPECT_THAT(steps_of(blank), ElementsAre("Not answered: share", "Points: 0"));
  EXPECT_EQ(leaf_of(rule, "{t.yes: {state: not_applicable, ground: g}}").state,
            State::not_applicable);
}

TEST(FormulaRule, IsRefusedWhereItCouldLeaveTheLeafsPoints) {
  EXPECT_THAT(refusals_of_rule(formula("number(t.done)", "gives: points")),
              ElementsAre("s:16: the formula can give 0 to ∞ points, it must stay within 0 to 4; "
                          "write a floor, a ceiling, min(…) or max(…)"));
  EXPECT_THAT(refusals_of_rule(formula("4 - number(t.done)", "gives: points")),
              ElementsAre("s:16: the formula can give -∞ to 4 points, it must stay within 0 to 4; "
                          "write a floor, a ceiling, min(…) or max(…)"));
  EXPECT_THAT(refusals_of_rule(formula("t.share * 2", "gives: share")),
              ElementsAre("s:16: the formula can give a share of 0 to 2, it must stay within 0 to "
                          "1; write min(…, 1) or max(…, 0)"));
}

TEST(FormulaRule, IsRefusedWhereItCannotGiveTheMaximum) {
  EXPECT_THAT(refusals_of_rule(formula("t.share * 3", "gives: points")),
              ElementsAre("s:16: the rule gives 3 points at most, the maximum 4 must be within "
                          "reach; correct the rule"));
  EXPECT_THAT(refusals_of_rule(formula("number(t.done)", "gives: points, ceiling: 3")),
              ElementsAre("s:16: the rule gives 3 points at most, the maximum 4 must be within "
                          "reach; correct the rule"));
  EXPECT_THAT(refusals_of_rule(formula("t.share / 2", "gives: share")),
              ElementsAre("s:16: the rule gives 2 points at most, the maximum 4 must be within "
                          "reach; correct the rule"));
}

TEST(FormulaRule, RefusesDongAmongPersonsWithTheColumn) {
  EXPECT_THAT(refusals_of_rule(formula("min(t.done + t.paid, 4)", "gives: points")),
              ElementsAre("s:16: column 5: in “t.done + t.paid”, “t.done” is measured in tasks, "
                          "“t.paid” in đồng; unlike units cannot be added, compared or chosen "
                          "between, bring both to one"));
  EXPECT_THAT(refusals_of_rule(formula("t.done", "gives: points")),
              ElementsAre("s:16: “t.done” is measured in “count”, this rule needs: number"));
}

IndicatorSet with_law(const std::string& rule, const std::string& on) {
  auto text = set_text(rule);
  text.insert(text.find("rounding:"), "law_on: " + on + "\n");
  return load_set(text, "s", items(), std::string(64, 'a'), legal_parameters()).value();
}

TEST(FormulaRule, SaysWhichNumberOfTheLawItRestsOnAndHowWellThatIsKnown) {
  const auto set = with_law(
      formula(
          "if(t.paid >= law(declaration.asset_min) and t.share >= law(verification.units), 4, 0)",
          "gives: points"),
      "2026-12-15");
  const auto inputs =
      load_inputs("set: small\ninputs: {t.paid: 150000001, t.share: 20}", "i", set).value();
  const auto scored = score(set, inputs);
  EXPECT_THAT(steps_of(*scored.find("T")),
              ElementsAre("(if 150,000,001 ≥ 150,000,000 and 20 % ≥ 20 % then 4, otherwise 0) = 4",
                          "Points: 4"));
  const auto text =
      explanation_text("T", scored, set, inputs, catalogue(), {Locale::en, Colour::plain});
  const auto holds = [&](const std::string& part) { return text.find(part) != text.npos; };
  EXPECT_TRUE(
      holds(": 150,000,000 đồng — Luật số 132/2025/QH15; 2026-07-01 – [these points rest on "
            "a press value, the text was not read]\n"))
      << text;
  EXPECT_TRUE(holds("[these points rest on an unconfirmed value]\n")) << text;
  const auto json = explanation_json("T", scored, set, inputs, catalogue());
  EXPECT_EQ(json.at("law").at(0).at("status").as_string(), "press");
  EXPECT_EQ(json.at("law").at(1).at("value").as_string(), "20");
  EXPECT_EQ(json.at("law").at(1).at("status").as_string(), "unconfirmed");
}

TEST(FormulaRule, RefusesBandsOfPointsAndBoundsOfAShare) {
  EXPECT_THAT(
      refusals_of_rule(formula("t.share * 4", "gives: points, bands: [{from: 0, points: 4}]")),
      ElementsAre("s:16: a formula that gives points has no bands; write “gives: share” or remove "
                  "them"));
  EXPECT_THAT(refusals_of_rule(formula("t.share", "gives: share, floor: 1")),
              ElementsAre("s:16: a formula that gives a share has no “floor”; write min(…) or "
                          "max(…) in the formula"));
  EXPECT_THAT(refusals_of_rule(formula("t.share * 4", "gives: points, floor: 4")),
              ElementsAre("s:16: the floor 4 must lie below the ceiling 4; correct the two"));
  EXPECT_THAT(refusals_of_rule(formula("t.share", "gives: percent")),
              ElementsAre("s:16: “percent” cannot stand here; choose from: points, share"));
}

}  // namespace
}  // namespace liem::indicators
