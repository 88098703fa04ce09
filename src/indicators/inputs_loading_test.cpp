#include <gmock/gmock.h>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

const std::string ratio = "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: full}";

std::vector<std::string> refusals(const std::string& text, const std::string& rule = ratio) {
  const auto set = set_with(rule);
  const auto inputs = load_inputs("set: small\n" + text, "i", set);
  return inputs ? std::vector<std::string>{} : lines_of(inputs.error());
}

TEST(Inputs, ReadsTheLongAndTheShortForm) {
  const auto set = set_with(ratio);
  const auto inputs = load_inputs(
      "set: small\n"
      "inputs:\n"
      "  t.due: {value: 10, source: {report: 'mười việc', note: trang 2}}\n"
      "  t.done: 9\n"
      "  t.yes: {state: not_applicable, ground: đơn vị mới}\n"
      "self: {T: 3.5}\n",
      "i", set);
  ASSERT_TRUE(inputs);
  EXPECT_EQ(inputs->at("t.due").number(), Decimal(10));
  EXPECT_EQ(inputs->at("t.due").source.kind, SourceKind::report);
  EXPECT_EQ(inputs->at("t.due").source.text, "mười việc");
  EXPECT_EQ(inputs->at("t.done").source.kind, SourceKind::form);
  EXPECT_EQ(inputs->at("t.done").line, 4);
  EXPECT_EQ(inputs->at("t.yes").ground, "đơn vị mới");
  EXPECT_EQ(inputs->at("t.index").state, AnswerState::blank);
  EXPECT_EQ(inputs->self.at("T"), dec("3.5"));
}

TEST(Inputs, ReadsJsonToo) {
  const auto set = set_with(ratio);
  const auto inputs =
      load_inputs(R"({"set": "small", "inputs": {"t.due": {"value": 2}}})", "i", set);
  ASSERT_TRUE(inputs);
  EXPECT_EQ(inputs->at("t.due").number(), Decimal(2));
}

TEST(Inputs, RefusesMoreDoneThanObligedNamingBothLines) {
  EXPECT_THAT(
      refusals("inputs:\n  t.due: 9\n  t.done: 10\n"),
      ElementsAre("i:4: “t.done” is 10, more than “t.due” with 9 (line 3); check both figures"));
}

TEST(Inputs, RefusesUnknownIdsAndCodes) {
  EXPECT_THAT(refusals("inputs: {t.dun: 1}\nself: {X: 1}\n"),
              ElementsAre("i:2: there is no data item “t.dun”; see the catalogue in data/figures",
                          "i:3: the set has no criterion “X”; check the code"));
}

TEST(Inputs, RefusesWrongTypesAndNegativeCounts) {
  EXPECT_THAT(
      refusals("inputs: {t.due: 1.5, t.done: -1, t.yes: 1, t.paid: nhiều}\n"),
      ElementsAre("i:2: “t.due” cannot be “1.5”; wanted: 0, 1, 2 ...",
                  "i:2: “t.done” cannot be negative (-1); check the figure",
                  "i:2: “t.yes” cannot be “1”; wanted: true, false",
                  "i:2: “t.paid” cannot be “nhiều”; wanted: 0 ... 999999999999999999.999999"));
}

TEST(Inputs, RefusesStateAndValueTogetherOrNeither) {
  EXPECT_THAT(
      refusals("inputs:\n  t.due: {value: 1, state: blank}\n  t.done: {source: {form: x}}\n"),
      ElementsAre("i:3: “t.due” has both “value” and “state”; keep one",
                  "i:4: “t.done” has neither “value” nor “state”; give one"));
}

TEST(Inputs, RefusesNotApplicableWithoutAGround) {
  EXPECT_THAT(refusals("inputs:\n  t.due: {state: not_applicable}\n"),
              ElementsAre("i:3: “t.due” is not applicable without a “ground”; give the ground"));
}

TEST(Inputs, RefusesTwoKindsOfSource) {
  EXPECT_THAT(refusals("inputs:\n  t.due: {value: 1, source: {form: x, report: y}}\n"),
              ElementsAre("i:3: a source has one kind only: report, form, register or external"));
}

TEST(Inputs, RefusesSelfPointsOutOfRange) {
  EXPECT_THAT(refusals("self: {T: 4.5}\n"),
              ElementsAre("i:2: the self points 4.5 of “T” lie outside 0 to 4"));
}

TEST(Inputs, RefusesSelfPointsOfAGroup) {
  auto text = set_text(ratio);
  text.replace(text.find("points: 10"), 10, "points: 14");
  text +=
      "  - code: D\n    title: {vi: x, en: x}\n    points: 4\n    provenance: assumed\n"
      "    children:\n      - {code: D.1, title: {vi: x, en: x}, points: 4, provenance: assumed, "
      "rule_provenance: assumed, legal_basis: [law], evidence: [{vi: x, en: x}], rule: {kind: "
      "documented, input: t.yes}}\n";
  const auto set = load_set(text, "s", items(), "").value();
  const auto inputs = load_inputs("set: small\nself: {D: 4}\n", "i", set);
  ASSERT_FALSE(inputs);
  EXPECT_THAT(
      lines_of(inputs.error()),
      ElementsAre("i:2: “D” is a group; give self points to its leaves, the group adds them "
                  "up"));
}

TEST(Inputs, RefusesTheAnswersToAnotherSet) {
  const auto set = set_with(ratio);
  const auto inputs = load_inputs("set: large\n", "i", set);
  ASSERT_FALSE(inputs);
  EXPECT_THAT(
      lines_of(inputs.error()),
      ElementsAre("i:1: the file answers set “large”, but “small” is scored; choose the same "
                  "set"));
}

TEST(Inputs, RefusesAnIndexAboveItsScaleAndALevelTheRubricLacks) {
  EXPECT_THAT(
      refusals("inputs: {t.index: 100.5}\n", "{kind: external_index, input: t.index, scale: 100}"),
      ElementsAre("i:2: “t.index” is 100.5, above its scale of 100; check the figure"));
  EXPECT_THAT(
      refusals("inputs: {t.index: 51}\n", "{kind: external_index, input: t.index * 2, scale: 100}"),
      ElementsAre("i:2: “t.index * 2” is 102, above its scale of 100; check the figure"));
  EXPECT_THAT(
      refusals("inputs: {t.level: 7}\n",
               "{kind: rubric, input: t.level, levels: [{level: 1, points: 4, title: {vi: a, "
               "en: a}}]}"),
      ElementsAre("i:2: “t.level” has no level 7; levels: 1"));
}

TEST(Inputs, RefusesADayWhereThereIsNoValueThatWasGivenOnIt) {
  EXPECT_THAT(refusals("inputs:\n  t.due: {state: blank, day: 2024-06-30}\n"),
              ElementsAre("i:3: “t.due” has a “day” but no value; drop the day or give a value"));
}

TEST(Inputs, RefusesAPointInCountsAndMoneyThatVietnameseReadersPutBetweenThousands) {
  const auto line = [](const std::string& id, const std::string& value, const std::string& write) {
    return "i:2: “" + id + "” is written “" + value +
           "”: the point stands before decimals here, not between thousands; write " + write;
  };
  EXPECT_THAT(
      refusals("inputs: {t.due: 1.000, t.done: 12.0, t.days: 1.500, t.paid: 150.250, t.settled: "
               "1000.000}\n"),
      testing::UnorderedElementsAre(line("t.due", "1.000", "1000 / 1"),
                                    line("t.done", "12.0", "12"), line("t.days", "1.500", "1500"),
                                    line("t.paid", "150.250", "150250 / 150.25"),
                                    line("t.settled", "1000.000", "1000")));
  EXPECT_THAT(refusals("inputs: {t.paid: 1.526}\n"),
              ElementsAre(line("t.paid", "1.526", "1526 / 1.5260")));
}

TEST(Inputs, TakesAPointThatCanOnlyStandBeforeDecimals) {
  EXPECT_THAT(refusals("inputs: {t.paid: 1234.567, t.share: 12.500, t.index: 1.000}\n"),
              ElementsAre());
  EXPECT_THAT(refusals("inputs: {t.paid: 1.5260}\n"), ElementsAre());
}

}  // namespace
}  // namespace liem::indicators
