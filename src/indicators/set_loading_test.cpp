#include <gmock/gmock.h>

#include <map>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::Contains;
using testing::ElementsAre;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

const std::string good = "{kind: documented, input: t.yes}";

std::vector<std::string> refusals(const std::string& text) {
  const auto set = load_set(text, "s", items(), "");
  return set ? std::vector<std::string>{} : lines_of(set.error());
}

IndicatorSet shipped() {
  const auto shipped_items =
      figures::load_items(file_text("data/figures/pctn.yaml"), "pctn.yaml").value();
  auto set = load_set(file_text("data/indicator-sets/pctn-2024.yaml"), "pctn-2024.yaml",
                      shipped_items, std::string(64, '0'));
  EXPECT_TRUE(set) << lines_of(set.error())[0];
  return std::move(set).value();
}

TEST(IndicatorSet, LoadsWhatIsShipped) {
  const auto set = shipped();
  EXPECT_EQ(set.points, Decimal(100));
  EXPECT_EQ(set.find("B.1.9")->points, Decimal(6));
  EXPECT_EQ(set.find("B.1.9")->provenance, Provenance::assumed);
  EXPECT_EQ(set.find("A.1.2")->provenance, Provenance::published);
  EXPECT_EQ(set.path_to("B.1.9")[1]->code, "B.1");
  EXPECT_EQ(set.find("B.3"), nullptr);
}

void collect_bases(const std::vector<Criterion>& criteria,
                   std::map<std::string, std::vector<LegalBasis>>& bases) {
  for (const auto& criterion : criteria) {
    if (criterion.leaf) bases[criterion.code] = criterion.leaf->legal_basis;
    collect_bases(criterion.children, bases);
  }
}

TEST(IndicatorSet, CitesNoWholeLawWithoutSayingThatThisIsAssumed) {
  std::map<std::string, std::vector<LegalBasis>> bases;
  collect_bases(shipped().criteria, bases);
  EXPECT_EQ(bases.size(), 29u);
  for (const auto& [code, laws] : bases) {
    for (const auto& law : laws) {
      if (!law.text.ends_with("36/2018/QH14")) continue;
      EXPECT_EQ(law.provenance, Provenance::assumed) << code;
    }
  }
  EXPECT_EQ(bases["B.1.8"][0].text, "Luật Phòng, chống tham nhũng số 36/2018/QH14, Điều 20");
  for (const auto* index : {"B.1.2", "B.1.3"}) {
    EXPECT_THAT(bases[index][0].text, testing::Not(testing::HasSubstr("36/2018/QH14")));
    EXPECT_EQ(bases[index][0].provenance, Provenance::assumed);
  }
}

TEST(IndicatorSet, RefusesABlankLegalBasis) {
  EXPECT_THAT(refusals(replaced(set_text(good), "[law]", "[' ']")),
              ElementsAre("s:14: “legal_basis” is empty; write the text"));
}

TEST(IndicatorSet, RefusesChildrenThatDoNotAddUp) {
  EXPECT_THAT(
      refusals(replaced(set_text(good), "points: 10", "points: 11")),
      ElementsAre(
          "s:7: the top criteria of the set add up to 10 points, not 11; correct the points"));
}

TEST(IndicatorSet, RefusesAGroupWhoseChildrenDoNotAddUp) {
  const auto grouped =
      set_text(good) +
      "  - code: G\n    title: {vi: x, en: x}\n    points: 4\n    provenance: assumed\n"
      "    children:\n      - {code: G.1, title: {vi: x, en: x}, points: 3, provenance: assumed, "
      "rule_provenance: assumed, legal_basis: [law], evidence: [{vi: x, en: x}], rule: {kind: "
      "documented, input: t.also}}\n";
  EXPECT_THAT(
      refusals(replaced(grouped, "points: 10", "points: 14")),
      ElementsAre("s:27: the children of “G” add up to 3 points, not 4; correct the points"));
}

TEST(IndicatorSet, RefusesAnUnknownRuleParameterAndInput) {
  EXPECT_THAT(
      refusals_of_rule("{kind: guess, input: t.yes}"),
      ElementsAre("s:16: there is no rule kind “guess”; known kinds: documented, checklist, "
                  "ratio, parts, count, external_index, rubric, deduction, bonus, formula, "
                  "inherited"));
  EXPECT_THAT(refusals_of_rule("{kind: documented, input: t.yes, weight: 2}"),
              ElementsAre("s:16: there is no key “weight”; known keys: kind, input"));
  EXPECT_THAT(refusals_of_rule("{kind: documented, input: t.maybe}"),
              ElementsAre("s:16: column 1: there is no data item “t.maybe”; see the catalogue in "
                          "data/figures"));
}

TEST(IndicatorSet, RefusesACodeUsedTwice) {
  EXPECT_THAT(refusals(replaced(set_text(good), "code: N", "code: T")),
              ElementsAre("s:17: code “T” is used already in line 9; choose another"));
}

TEST(IndicatorSet, RefusesACodeThatDoesNotStandUnderItsParent) {
  const auto under_d = [](const std::string& code) {
    const std::string group =
        "  - code: D\n    title: {vi: x, en: x}\n    points: 4\n    provenance: assumed\n"
        "    children:\n      - code: '" +
        code +
        "'\n        title: {vi: x, en: x}\n"
        "        points: 4\n        provenance: assumed\n        rule_provenance: assumed\n"
        "        legal_basis: [law]\n        evidence: [{vi: x, en: x}]\n"
        "        rule: {kind: documented, input: t.yes}\n";
    return refusals(replaced(replaced(set_text(good), "points: 10", "points: 14"), "  - code: N\n",
                             group + "  - code: N\n"));
  };
  EXPECT_THAT(under_d("D.2"), ElementsAre());
  for (const std::string code : {"A.9", "D 2/x", "D2", "D.", "D.2/x", "D.1.2", "Đ.1"}) {
    EXPECT_THAT(under_d(code), ElementsAre("s:22: code “" + code +
                                           "” cannot stand here; write it as “D.1”, its "
                                           "last part of plain letters and digits"));
  }
  EXPECT_THAT(refusals(replaced(set_text(good), "code: T", "code: T.1")),
              ElementsAre("s:9: code “T.1” cannot stand here; write it as “A”, its last part of "
                          "plain letters and digits"));
}

TEST(IndicatorSet, RefusesALeafWithoutLegalBasisOrEvidence) {
  EXPECT_THAT(refusals(replaced(set_text(good), "legal_basis: [law]", "legal_basis: []")),
              ElementsAre("s:14: the list “legal_basis” is empty; give at least one"));
  EXPECT_THAT(refusals(replaced(set_text(good), "evidence: [{vi: x, en: x}]", "evidence: []")),
              ElementsAre("s:15: the list “evidence” is empty; give at least one"));
}

TEST(IndicatorSet, RefusesAMissingLanguage) {
  EXPECT_THAT(refusals(replaced(set_text(good), "title: {vi: x, en: x}", "title: {vi: x}")),
              ElementsAre("s:3: “en” is missing; add it"));
}

TEST(IndicatorSet, RefusesALeafWithoutARule) {
  EXPECT_THAT(refusals(replaced(set_text(good), "    rule: " + good + "\n", "")),
              ElementsAre("s:9: “T” needs either “children” or “rule”, not both and not neither"));
}

TEST(IndicatorSet, ListsEveryProblemNotOnlyTheFirst) {
  auto text = replaced(set_text("{kind: guess}"), "mode: half_up", "mode: nearest");
  text = replaced(text, "from: '12-16'", "from: '12-32'");
  text = replaced(text, "code: N", "code: T");
  EXPECT_THAT(
      refusals(text),
      ElementsAre(
          "s:5: “12-32” is no month and day such as “12-16”",
          "s:6: “nearest” cannot stand here; choose from: half_up, half_even, half_down, up, down",
          testing::StartsWith("s:16: there is no rule kind “guess”"),
          "s:17: code “T” is used already in line 9; choose another"));
}

TEST(IndicatorSet, ListsEveryProblemOfOneRule) {
  using testing::HasSubstr;
  const auto lists = [](const std::string& rule, const std::vector<std::string>& wanted) {
    const auto lines = refusals(set_text(rule));
    EXPECT_EQ(lines.size(), wanted.size()) << rule << "\n" << testing::PrintToString(lines);
    for (std::size_t i = 0; i < std::min(lines.size(), wanted.size()); ++i) {
      EXPECT_THAT(lines[i], HasSubstr(wanted[i])) << rule;
      EXPECT_THAT(lines[i], testing::StartsWith("s:16: "));
    }
  };
  lists(
      "{kind: ratio, done: t.yes, obliged: t.nothing, beyond: often, floor: 200, bands: [{from: 0, "
      "below: 50, points: 9}, {from: 60, points: x}, {points: 4}]}",
      {"“t.yes” is measured in", "t.nothing", "“no_occurrence” is missing", "“often” cannot",
       "9 points lie outside", "wrong kind", "“from” is missing", "bound of 200 %",
       "a ratio goes by bands or by floor and ceiling"});
  lists(
      "{kind: count, input: 'ratio(t.done, t.due) - 2', points_each: 0, cap: 3}",
      {"is measured in", "may divide by 0", "0 cannot be used", "the rule gives 3 points at most"});
  lists("{kind: rubric, input: t.yes, levels: [{level: 1, points: 9, title: {vi: x}}, {level: y}]}",
        {"“t.yes” is measured in", "9 points lie outside", "“en” is missing", "wrong kind",
         "“points” is missing", "“title” is missing"});
  lists(
      "{kind: parts, parts: [{points: 9, ratio: {done: t.done, obliged: t.paid, no_occurrence: "
      "half}}]}",
      {"“title” is missing", "9 points lie outside", "“half” cannot stand here", "differ in kind"});
  lists("{kind: formula, gives: nothing, expression: t.nix, no_occurrence: half}",
        {"“nothing” cannot stand here", "t.nix", "“half” cannot stand here"});
  lists(
      "{kind: inherited, how: weighted_mean, weight: t.yes, nothing_below: half, rule: {kind: "
      "count, input: t.nix, points_each: 1, cap: 1}}",
      {"t.nix", "the rule gives 1 point at most", "“half” cannot stand here",
       "“t.yes” is measured in"});
}

TEST(IndicatorSet, MeasuresNothingByAMaximumThatIsRefused) {
  EXPECT_THAT(refusals(replaced(set_text(good), "points: 4", "points: four")),
              ElementsAre(testing::HasSubstr("s:11: the value is of the wrong kind")));
}

TEST(IndicatorSet, RefusesWhatIsNotYaml) {
  EXPECT_THAT(refusals("a: [1\nb: 2"), Contains(testing::StartsWith("s:")));
}

TEST(IndicatorSet, RefusesACriterionThatIsCalledLikeItsTotal) {
  EXPECT_THAT(refusals(replaced(set_text(good), "code: N", "code: total")),
              ElementsAre("s:17: the code “total” stands for the total of a set; choose another"));
}

}  // namespace
}  // namespace liem::indicators
