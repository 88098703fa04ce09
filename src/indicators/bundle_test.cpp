#include "indicators/bundle.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

// Stands in for SHA-256: what matters is that it changes with the text.
std::string length_of(std::string_view text) { return std::to_string(text.size()); }

const std::string formula =
    "{kind: formula, expression: 'if(t.share >= law(verification.units), 4, 0)', gives: points}";

Bundle files(const std::string& rule, const std::string& inputs) {
  auto set = set_text(rule);
  set.insert(set.find("rounding:"), "law_on: 2024-12-15\n");
  Bundle bundle{{"set.yaml", set},
                {{"items.yaml", items_text}},
                {},
                {"inputs.yaml", "set: small\ninputs: " + inputs + "\n"},
                {}};
  for (const auto* name : {"declarations", "verification", "working-days"}) {
    const auto file = std::string("data/law/") + name + ".yaml";
    bundle.law.push_back({file, file_text(file)});
  }
  return bundle;
}

std::string stored(const Bundle& bundle) {
  const auto scored = score_bundle(bundle, length_of);
  EXPECT_TRUE(scored) << lines_of(scored.error())[0];
  return boost::json::serialize(bundle_json(bundle, *scored, length_of, catalogue()));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

std::vector<std::string> refusals(const std::string& bundle) {
  const auto again = recompute(bundle, length_of, catalogue());
  return again ? std::vector<std::string>{} : lines_of(again.error());
}

TEST(Bundle, IsRecomputedFromItselfAlone) {
  const auto again =
      recompute(stored(files(formula, "{t.share: 20, n.yes: true}")), length_of, catalogue());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->differences.empty());
  EXPECT_EQ(again->scored.score.total.points, (Points{10, 10, 10}));
}

TEST(Bundle, HoldsTheScoresBelowThatWereInherited) {
  auto bundle = files(
      "{kind: inherited, how: mean, nothing_below: own, rule: {kind: documented, "
      "input: t.yes}}",
      "{n.yes: true}");
  bundle.below = {{"a.yaml", "set: small\ninputs: {t.yes: true}\n"},
                  {"b.yaml", "set: small\ninputs: {t.yes: false}\n"}};
  const auto again = recompute(stored(bundle), length_of, catalogue());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->differences.empty());
  EXPECT_EQ(again->scored.score.find("T")->points, (Points{2, 4, 4}));
}

TEST(Bundle, SaysWhereAStoredScoreComesOutOtherwise) {
  const auto text = replaced(stored(files(formula, "{t.share: 20}")), "t.share: 20", "t.share: 19");
  const auto again = recompute(text, length_of, catalogue());
  ASSERT_TRUE(again);
  EXPECT_THAT(again->differences, ElementsAre(BundleDifference{"", "reached", "4", "0"},
                                              BundleDifference{"T", "reached", "4", "0"}));
}

TEST(Bundle, IsRefusedWhereTheSetIsNotTheOneItNames) {
  const auto text = replaced(stored(files(formula, "{}")), "version: '1'", "version: '10'");
  const auto lines = refusals(text);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_THAT(lines[0], testing::HasSubstr("the set's bytes have the hash"));
}

TEST(Bundle, IsRefusedWhereAPartIsMissing) {
  EXPECT_THAT(refusals("{"), ElementsAre("this is no stored score: “JSON” is missing or of another "
                                         "kind; take one that “liem score --bundle” wrote"));
  const auto text =
      replaced(stored(files(formula, "{}")), "\"inputs\":{\"name\"", "\"inputs\":{\"nom\"");
  EXPECT_THAT(refusals(text),
              ElementsAre("this is no stored score: “name” is missing or of another "
                          "kind; take one that “liem score --bundle” wrote"));
}

TEST(Bundle, SaysAtWhichCriterionAnExplanationWasAlteredThoughThePointsAgree) {
  const auto whole = stored(files(formula, "{t.share: 20}"));
  const auto altered = [&](const std::string& from, const std::string& to) {
    const auto again = recompute(replaced(whole, from, to), length_of, catalogue());
    EXPECT_TRUE(again);
    return again->differences;
  };
  EXPECT_THAT(
      altered("\"en\":\"Points: 4\"", "\"en\":\"Points: 4 by favour\""),
      ElementsAre(BundleDifference{"T", "explanation", "Points: 4 by favour", "Points: 4"}));
  EXPECT_THAT(altered("\"en\":\"4 (T) = 4\"", "\"en\":\"3 (T) = 4\""),
              ElementsAre(BundleDifference{"", "explanation", "3 (T) = 4", "4 (T) = 4"}));
  EXPECT_THAT(altered("\"code\":\"N\",\"title\":{\"vi\":\"x\",\"en\":\"x\"},\"path\"",
                      "\"code\":\"M\",\"title\":{\"vi\":\"x\",\"en\":\"x\"},\"path\""),
              ElementsAre(testing::Field(&BundleDifference::code, "N")));
}

// As a bundle of a version whose texts were others.
TEST(Bundle, CountsWhatIsSaidInOtherWordsNowApartFromWhatDiffers) {
  const auto whole = stored(files(formula, "{t.share: 20}"));
  const auto of_old_texts = [&](const std::string& from, const std::string& to) {
    auto bundle = boost::json::parse(replaced(whole, from, to));
    bundle.at("texts") = "of another version";
    const auto again = recompute(boost::json::serialize(bundle), length_of, catalogue());
    EXPECT_TRUE(again);
    return again.value();
  };
  const auto worded = of_old_texts("\"en\":\"Points: 4\"", "\"en\":\"So many: 4\"");
  EXPECT_TRUE(worded.differences.empty());
  EXPECT_EQ(worded.reworded, 1u);
  const auto differs = of_old_texts("\"en\":\"4 (T) = 4\"", "\"en\":\"3 (T) = 4\"");
  EXPECT_THAT(differs.differences,
              ElementsAre(BundleDifference{"", "explanation", "3 (T) = 4", "4 (T) = 4"}));
  EXPECT_EQ(differs.reworded, 0u);
}

TEST(Bundle, TakesNoOffenceAtWhatIsToldNowAndWasNotThen) {
  auto bundle = boost::json::parse(stored(files(formula, "{t.share: 20}")));
  boost::json::array leaves;
  for (auto& one : bundle.at("result").at("explanations").as_array()) {
    if (one.at("rule").is_null()) continue;  // once only leaves were explained
    one.as_object().erase("below");          // and units below were not told
    leaves.push_back(one);
  }
  bundle.at("result").at("explanations") = leaves;
  const auto again = recompute(boost::json::serialize(bundle), length_of, catalogue());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->differences.empty());
}

}  // namespace
}  // namespace liem::indicators
