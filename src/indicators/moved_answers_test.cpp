#include "indicators/moved_answers.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "indicators/inputs_writing.h"
#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;
using testing::Pair;

Inputs inputs_of_text(const std::string& text, const IndicatorSet& set) {
  const auto inputs = load_inputs(text, "inputs.yaml", set);
  EXPECT_TRUE(inputs) << (inputs ? "" : lines_of(inputs.error())[0]);
  return inputs.value();
}

// Compares what a file says, so not the lines of the answers.
std::string written(const Inputs& inputs) { return inputs_yaml(inputs); }

const IndicatorSet plain = set_with("{kind: documented, input: t.yes}");

TEST(InputsWriting, IsReadBackAsItWas) {
  const std::string text = R"(set: small
inputs:
  t.yes: true
  t.done: {value: 3, source: {report: "câu \"trích\"\nhai dòng", note: ghi chú}}
  t.due: {value: 4, source: {register: sổ}}
  t.paid: {value: 12.5, source: {note: chỉ ghi chú}}
  t.also: {state: not_applicable, ground: "không có: lý do #1", source: {external: nơi khác}}
  t.index: {state: not_available}
  n.yes: {state: blank}
self: {T: 1.5}
earlier:
  - set: older
    inputs: {gone.item: 12, gone.yes: true, gone.none: {state: not_applicable, ground: x}}
    self: {X.1: 2}
)";
  const auto inputs = inputs_of_text(text, plain);
  const auto again = inputs_of_text(written(inputs), plain);
  EXPECT_EQ(written(again), written(inputs));
  EXPECT_EQ(again.at("t.done").source.text, "câu \"trích\"\nhai dòng");
  EXPECT_EQ(again.at("t.done").source.kind, SourceKind::report);
  EXPECT_EQ(again.at("t.paid").source.kind, SourceKind::none);
  EXPECT_EQ(again.at("t.also").ground, "không có: lý do #1");
  EXPECT_EQ(again.at("t.index").state, AnswerState::not_available);
  ASSERT_EQ(again.earlier.size(), 1u);
  EXPECT_EQ(again.earlier[0].answers.at("gone.item").number(), Decimal(12));
  EXPECT_TRUE(again.earlier[0].answers.at("gone.yes").yes());
  EXPECT_THAT(again.earlier[0].self, ElementsAre(Pair("X.1", Decimal(2))));
}

RC_GTEST_PROP(InputsWriting, KeepsEveryTextThatPeopleMayWrite, (std::string ground)) {
  RC_PRE(ground.find_first_not_of(" \t\n\r\f\v") != ground.npos);
  for (auto& byte : ground) byte = static_cast<char>(byte & 0x7F);
  std::erase_if(ground, [](char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F; });
  RC_PRE(ground.find_first_not_of(" \t\n") != ground.npos);
  Inputs inputs;
  inputs.set = "small";
  Answer answer;
  answer.state = AnswerState::not_applicable;
  answer.ground = ground;
  inputs.answers.emplace("t.yes", answer);
  const auto again = load_inputs(inputs_yaml(inputs), "i", plain);
  RC_ASSERT(again.has_value());
  RC_ASSERT(again->at("t.yes").ground == ground);
}

std::string leaf(const std::string& code, const std::string& points, const std::string& rule) {
  return "  - {code: " + code + ", title: {vi: x, en: x}, points: " + points +
         ", provenance: assumed, rule_provenance: assumed, legal_basis: [law], evidence: [{vi: x, "
         "en: x}], rule: " +
         rule + "}\n";
}

IndicatorSet set_of(const std::string& id, const std::string& points, const std::string& leaves) {
  const auto set =
      load_set("id: " + id +
                   "\nversion: '1'\ntitle: {vi: x, en: x}\nsource: {vi: x, en: x}\n"
                   "period: {from: '12-16', to: '12-15'}\nrounding: " +
                   published_rounding + "\npoints: " + points + "\ncriteria:\n" + leaves,
               "s", items(), id);
  EXPECT_TRUE(set) << (set ? "" : lines_of(set.error())[0]);
  return set.value();
}

const std::string
    yes = "{kind: documented, input: t.yes}",
    also = "{kind: documented, input: t.also}", neighbour = "{kind: documented, input: n.yes}",
    ratio = "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: full}",
    open_ratio = "{kind: ratio, done: t.done, obliged: t.due, beyond: full, no_occurrence: full}";

const IndicatorSet old_set = set_of("old", "12",
                                    leaf("A", "2", yes) + leaf("B", "3", also) +
                                        leaf("C", "4", open_ratio) + leaf("D", "3", neighbour));
const IndicatorSet new_set =
    set_of("new", "12",
           leaf("E", "5", yes) + leaf("F", "4", ratio) + leaf("G", "2", neighbour) +
               leaf("H", "1",
                    "{kind: external_index, input: "
                    "t.index, scale: 100}"));

Mapping old_to_new() {
  return {"old",
          "new",
          Provenance::assumed,
          {{Change::merged, {"A", "B"}, {"E"}, {}},
           {Change::renamed, {"C"}, {"F"}, {}},
           {Change::kept, {"D"}, {"G"}, {}},
           {Change::added, {}, {"H"}, {}}}};
}

MovedAnswers moved(const std::string& text) {
  return move_answers(inputs_of_text(text, old_set), old_set, new_set, old_to_new()).value();
}

TEST(MovedAnswers, KeepEveryAnswerAndSayWhichNoRuleReads) {
  const auto result = moved("set: old\ninputs: {t.yes: true, t.also: true, n.yes: false}\n");
  EXPECT_EQ(result.inputs.set, "new");
  EXPECT_EQ(result.inputs.answers.size(), 3u);
  EXPECT_THAT(result.not_counted, ElementsAre("t.also"));
  EXPECT_THAT(newly_read(old_set, new_set), ElementsAre("t.index"));
}

TEST(MovedAnswers, SetAsideWhatTheNewSetRefuses) {
  const auto result = moved("set: old\ninputs: {t.done: 5, t.due: 4, n.yes: true}\n");
  EXPECT_THAT(result.set_aside, ElementsAre("t.done", "t.due"));
  ASSERT_EQ(result.inputs.earlier.size(), 1u);
  EXPECT_EQ(result.inputs.earlier[0].set, "old");
  EXPECT_EQ(result.inputs.earlier[0].answers.at("t.done").number(), Decimal(5));
  EXPECT_EQ(result.inputs.answers.size(), 1u);
  EXPECT_TRUE(load_inputs(inputs_yaml(result.inputs), "i", new_set));
}

TEST(MovedAnswers, SetAsideAllThatARefusedFormulaReads) {
  const auto summed = set_of(
      "old", "12",
      leaf("A", "12", "{kind: ratio, done: t.done + t.due, obliged: t.due, no_occurrence: full}"));
  const auto before = set_of("old", "12", leaf("A", "12", open_ratio));
  const auto inputs =
      inputs_of_text("set: old\ninputs: {t.done: 3, t.due: 4, t.yes: true}\n", before);
  const auto result = move_answers(inputs, before, summed, same_codes(before, summed)).value();
  EXPECT_THAT(result.set_aside, testing::UnorderedElementsAre("t.done", "t.due"));
  EXPECT_EQ(result.inputs.answers.size(), 1u);
}

TEST(MovedAnswers, TakeSelfPointsAlongOnlyWhereTheirPlaceAndPointsAreThoseOfBefore) {
  const auto result = moved("set: old\nself: {A: 2, B: 1.5, C: 4, D: 3}\n");
  EXPECT_THAT(result.inputs.self,
              ElementsAre(Pair("E", dec("3.5")), Pair("F", Decimal(4))));  // merged; renamed
  EXPECT_THAT(result.self_set_aside, ElementsAre("D"));  // 2 points where it had 3
  EXPECT_THAT(result.inputs.earlier[0].self, ElementsAre(Pair("D", Decimal(3))));
  EXPECT_THAT(moved("set: old\nself: {A: 2}\n").self_set_aside, ElementsAre("A"));
}

TEST(MovedAnswers, CarryAlongWhatAnEarlierMoveSetAside) {
  const auto result = moved("set: old\nearlier: [{set: older, inputs: {gone.item: 7}}]\n");
  ASSERT_EQ(result.inputs.earlier.size(), 1u);
  EXPECT_EQ(result.inputs.earlier[0].answers.at("gone.item").number(), Decimal(7));
}

}  // namespace
}  // namespace liem::indicators
