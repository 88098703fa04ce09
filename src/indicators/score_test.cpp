#include "indicators/score.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "indicators/score_json.h"
#include "indicators/score_text.h"
#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;

const std::string ratio = "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: full}";

Score score_with_rounding(const std::string& at) {
  return score_of(
      set_with(ratio, "{decimals: 1, mode: half_up, at: " + at + ", provenance: published}"),
      "{t.done: 2, t.due: 3, n.yes: true}");  // 8/3 and 6
}

TEST(Score, RoundsFromTheNamedLevelUpwards) {
  EXPECT_EQ(score_with_rounding("leaf").find("T")->points.reached, dec("2.7"));
  EXPECT_EQ(score_with_rounding("leaf").total.points.reached, dec("8.7"));
  EXPECT_EQ(score_with_rounding("total").find("T")->points.reached, dec("2.666667"));
  EXPECT_EQ(score_with_rounding("total").total.points.reached, dec("8.7"));
}

TEST(Score, SaysWhereItRoundsInAWayNobodyPublished) {
  const auto set = set_with(ratio, "{decimals: 1, mode: half_up, at: leaf, provenance: assumed}");
  const auto inputs = load_inputs("set: small\ninputs: {t.done: 2, t.due: 3}", "i", set).value();
  const auto scored = score(set, inputs);
  EXPECT_EQ(steps_of(*scored.find("T")).back(),
            "2.666666… rounded half up to 1 decimal (° rounding assumed): 2.7");
  const auto text = [&](const IndicatorSet& of) {
    return score_text(scored, of, inputs, catalogue(), {Locale::en, Colour::plain});
  };
  const std::string footnote = "\n° how points are rounded is assumed too";
  EXPECT_NE(text(set).find(footnote), std::string::npos);
  EXPECT_EQ(text(set_with(ratio)).find(footnote), std::string::npos);
}

TEST(Score, MarksAnAssumedLegalBasisWhereverItIsShown) {
  auto text = set_text(ratio);
  text.replace(text.find("[law]"), 5, "[{assumed: Luật A}, Luật B]");
  const auto set = load_set(text, "s", items(), "").value();
  const auto inputs = load_inputs("set: small\n", "i", set).value();
  const auto scored = score(set, inputs);
  const auto json = explanation_json("T", scored, set, inputs, catalogue());
  EXPECT_EQ(json.at("legal_basis").at(0).as_string(), "Luật A (° căn cứ tạm giả định)");
  EXPECT_EQ(json.at("legal_basis").at(1).as_string(), "Luật B");
  EXPECT_NE(explanation_text("T", scored, set, inputs, catalogue(), {Locale::en, Colour::plain})
                .find("Legal basis: Luật A (° basis assumed); Luật B\n"),
            std::string::npos);
}

TEST(Score, AddsUpSelfPointsOnlyWhereEveryLeafHasThem) {
  const auto set = set_with(ratio);
  const auto total = [&](const std::string& self) {
    const auto inputs = load_inputs(
        "set: small\ninputs: {t.done: 1, t.due: 2, n.yes: true}\nself: " + self, "i", set);
    return score(set, inputs.value()).total;
  };
  EXPECT_EQ(total("{T: 3, N: 6}").self, Decimal(9));
  EXPECT_EQ(total("{T: 3, N: 6}").gap, Decimal(1));
  EXPECT_EQ(total("{T: 3}").self, std::nullopt);
}

TEST(Score, NeverLooksGoodWhileUnfinished) {
  const auto scored = score_of(set_with(ratio), "{t.done: 2, t.due: 2}");
  EXPECT_EQ(scored.total.points, (Points{4, 4, 10}));
  EXPECT_EQ(scored.find("N")->state, State::blank);
}

TEST(Score, IsNotApplicableWhereNothingApplies) {
  const auto scored = score_of(set_with(ratio),
                               "{t.due: {state: not_applicable, ground: g}, "
                               "n.yes: {state: not_applicable, ground: g}}");
  EXPECT_EQ(scored.total.state, State::not_applicable);
  EXPECT_EQ(scored.total.points, (Points{0, 0, 10}));
}

TEST(Score, EndsEveryExplanationInThePointsAndHasWordsForEverySentence) {
  const auto words = catalogue();
  const auto set = set_with(ratio);
  const auto inputs = load_inputs("set: small\ninputs: {t.done: 1, t.due: 3}\n", "i", set).value();
  const auto json = explanation_json("T", score(set, inputs), set, inputs, words);
  const auto& steps = json.at("steps").as_array();
  EXPECT_TRUE(std::string(steps.back().at("en").as_string()).ends_with(": 1.33"));
  EXPECT_TRUE(std::string(steps.back().at("vi").as_string()).ends_with(": 1,33"));
  EXPECT_EQ(json.at("rule_text").at("en").as_string(),
            "Points = “done” ÷ “due” × 4. Where nothing occurred (“due” is 0): full 4 points.");
  EXPECT_EQ(json.at("inputs").at(0).at("value").as_string(), "1");
  EXPECT_EQ(json.at("set").at("sha256").as_string(), std::string(64, 'a'));
}

TEST(NumberWords, GroupAndMarkByLanguage) {
  EXPECT_EQ(number_words(dec("12038291320.5")), (Words{"12.038.291.320,5", "12,038,291,320.5"}));
  EXPECT_EQ(number_words(dec("-1234")), (Words{"-1.234", "-1,234"}));
  EXPECT_EQ(number_words(dec("999")), (Words{"999", "999"}));
}

struct Counts {
  int done, due;
};

Counts any_counts() {
  const int due = *rc::gen::inRange(0, 100000);
  return {*rc::gen::inRange(0, due + 1), due};
}

Points points_of(const IndicatorSet& set, const Counts& counts) {
  Inputs inputs;
  const auto give = [&](const char* id, int value) {
    Answer answer;
    answer.state = AnswerState::given;
    answer.value = Decimal(value);
    inputs.answers[id] = answer;
  };
  give("t.done", counts.done);
  give("t.due", counts.due);
  return score(set, inputs).find("T")->points;
}

TEST(Score, NeverReachesMoreThanCanBeReachedWhateverTheCounts) {
  const auto set = set_with(ratio);
  EXPECT_TRUE(rc::check([&] {
    const Points points = points_of(set, any_counts());
    RC_ASSERT(!points.reached.is_negative());
    RC_ASSERT(points.reached <= points.reachable);
    RC_ASSERT(points.reachable <= points.maximum);
  }));
}

TEST(Score, NeverFallsWhenMoreIsDone) {
  const auto straight = set_with(ratio);
  const auto banded = set_with(
      "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: none, bands: [{from: 0, below: "
      "33.3, "
      "points: 0.5}, {from: 33.3, below: 80, points: 2}, {from: 80, points: 4}]}");
  EXPECT_TRUE(rc::check([&] {
    const auto less = any_counts();
    const Counts more{*rc::gen::inRange(less.done, less.due + 1), less.due};
    RC_ASSERT(points_of(straight, less).reached <= points_of(straight, more).reached);
    RC_ASSERT(points_of(banded, less).reached <= points_of(banded, more).reached);
  }));
}

TEST(Score, DoesNotDependOnTheOrderOfTheInputs) {
  const auto set = set_with(ratio);
  const auto words = catalogue();
  EXPECT_TRUE(rc::check([&] {
    const auto counts = any_counts();
    const std::string done = "t.done: " + std::to_string(counts.done);
    const std::string due = "t.due: " + std::to_string(counts.due);
    const auto json = [&](const std::string& answers) {
      const auto inputs = load_inputs("set: small\ninputs: {" + answers + "}", "i", set).value();
      return score_json(score(set, inputs), set, inputs, words);
    };
    RC_ASSERT(json(done + ", n.yes: true, " + due) == json("n.yes: true, " + due + ", " + done));
  }));
}

// T does not apply, so N's 6 points stand for all 10; then T in full and N blank.
struct SumsTold {
  std::string text, total;
};

SumsTold sums_told(const std::string& answers, const std::string& rounding = published_rounding) {
  const auto set = set_with(ratio, rounding);
  const auto inputs = load_inputs("set: small\ninputs: " + answers, "i", set).value();
  const auto scored = score(set, inputs);
  const TextStyle style{Locale::en, Colour::plain};
  return {score_text(scored, set, inputs, catalogue(), style),
          explanation_text("total", scored, set, inputs, catalogue(), style)};
}

TEST(Score, TellsHowATotalWasRescaled) {
  const auto all = sums_told("{t.due: {state: not_applicable, ground: g}, n.yes: true}");
  const std::string steps =
      "    6 (N) = 6\n"
      "    Brought to 10 because some do not apply: 6 × 10 ÷ 6 = 10\n"
      "    Points: 10\n";
  EXPECT_THAT(all.text, testing::HasSubstr("\nGroups and total:\n  Total: 10 / 10\n" + steps));
  EXPECT_THAT(all.total, testing::HasSubstr("\nTotal: 10 / 10\n  Arithmetic:\n" + steps));
}

TEST(Score, TellsHowATotalWasRounded) {
  const auto all = sums_told("{t.done: 2, t.due: 3, n.yes: true}",
                             "{decimals: 1, mode: half_up, at: total, provenance: published}");
  EXPECT_THAT(all.text, testing::HasSubstr("8.666666… rounded half up to 1 decimal: 8.7\n"));
}

TEST(Score, TellsAPlainSumOnOneLine) {
  EXPECT_THAT(sums_told("{t.done: 2, t.due: 2, n.yes: true}").text,
              testing::HasSubstr("\nGroups and total:\n  Total: 4 (T) + 6 (N) = 10\n"));
}

TEST(Score, ExplainsGroupsAfterTheirLeavesAndTheTotalLastInJson) {
  auto text = set_text(ratio);
  text.replace(text.find("points: 10"), 10, "points: 14");
  text +=
      "  - code: D\n    title: {vi: x, en: x}\n    points: 4\n    provenance: assumed\n"
      "    children:\n      - {code: D.1, title: {vi: x, en: x}, points: 4, provenance: assumed, "
      "rule_provenance: assumed, legal_basis: [law], evidence: [{vi: x, en: x}], rule: {kind: "
      "documented, input: t.yes}}\n";
  const auto set = load_set(text, "s", items(), "").value();
  const auto inputs = load_inputs("set: small\ninputs: {t.yes: true}\n", "i", set).value();
  const auto json = score_json(score(set, inputs), set, inputs, catalogue());
  std::vector<std::string> codes;
  for (const auto& one : json.at("explanations").as_array()) {
    codes.emplace_back(one.at("code").as_string());
  }
  EXPECT_THAT(codes, testing::ElementsAre("T", "N", "D.1", "D", "total"));
  const auto& total = json.at("explanations").as_array().back();
  EXPECT_EQ(total.at("title").at("en").as_string(), "Total");
  EXPECT_EQ(total.at("provenance").as_string(), "assumed");
  EXPECT_EQ(total.at("steps").at(0).at("en").as_string(), "4 (D) = 4");
}

}  // namespace
}  // namespace liem::indicators
