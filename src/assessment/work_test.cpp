#include "assessment/work.h"

#include <gmock/gmock.h>

namespace liem::assessment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Thing round_itself{};
const Thing file{"so-y-te", ""};
const Thing leaf{"so-y-te", "A.1.1"};
const Thing other_leaf{"so-y-te", "A.1.2"};

WorkAct act(const Thing& thing, const char* code, const char* state, const char* who,
            const char* points = nullptr) {
  WorkAct out;
  out.thing = thing;
  out.act = code;
  out.state = state;
  out.by = {who, who, "", ""};
  if (points != nullptr) out.points = Decimal::parse(points);
  return out;
}

TEST(WorkRecord, TakesAFileThatCameWithTheRoundForHandedIn) {
  const WorkRecord record({}, {"so-y-te"});
  EXPECT_EQ(record.round_state(), "open");
  EXPECT_EQ(record.state(file), "handed_in");
  EXPECT_EQ(record.state(leaf), "handed_in");
  EXPECT_EQ(record.state({"so-tu-phap", "A.1.1"}), "drafting");
}

TEST(WorkRecord, LeavesTheStateOfTheLastActThatMovedAnything) {
  const WorkRecord record({act(leaf, "edit", "", "lan"), act(file, "hand_in", "handed_in", "ha"),
                           act(leaf, "return", "returned", "minh"), act(leaf, "edit", "", "lan"),
                           act(leaf, "comment", "", "minh")},
                          {});
  EXPECT_EQ(record.state(leaf), "returned");
  EXPECT_EQ(record.state(other_leaf), "handed_in");
  EXPECT_EQ(record.last_move(leaf)->by.account, "minh");
}

TEST(WorkRecord, GivesThePointsOfTheRulingOverThoseOfTheAppraisal) {
  const WorkRecord record(
      {act(leaf, "appraise", "appraised", "minh", "2"), act(leaf, "object", "objected", "ha"),
       act(leaf, "rule", "ruled", "tam", "2.5"), act(leaf, "set_submitted", "", "minh", "2.25")},
      {"so-y-te"});
  EXPECT_EQ(record.score(Layer::appraised, leaf)->points, Decimal::parse("2.5"));
  EXPECT_EQ(record.score(Layer::submitted, leaf)->points, Decimal::parse("2.25"));
  EXPECT_EQ(record.score(Layer::reviewed, leaf), nullptr);
}

TEST(WorkRecord, CountsSigningTheFileAsAnActOnEachOfItsCriteria) {
  const WorkRecord record({act(leaf, "edit", "", "lan"), act(file, "hand_in", "handed_in", "ha")},
                          {});
  EXPECT_THAT(record.done_by({"ha"}, leaf), ElementsAre("hand_in"));
  EXPECT_THAT(record.done_by({"lan"}, other_leaf), IsEmpty());
  EXPECT_THAT(record.done_by({"lan"}, file), ElementsAre("edit"));
  EXPECT_THAT(record.done_by({"lan", "ha"}, round_itself),
              testing::UnorderedElementsAre("edit", "hand_in"));
}

TEST(WorkRecord, CountsWhatWasDoneForSomebodyAsHisToo) {
  auto for_head = act(file, "hand_in", "handed_in", "pho");
  for_head.by.for_account = "ha";
  const WorkRecord record({for_head}, {});
  EXPECT_THAT(record.done_by({"ha"}, leaf), ElementsAre("hand_in"));
  EXPECT_THAT(record.done_by({"pho"}, leaf), ElementsAre("hand_in"));
}

TEST(StepDue, OfAUnitWhoseDeadlineWasPutOffIsItsOwn) {
  const Date early = parse_iso_date("2026-01-15").value(),
             late = parse_iso_date("2026-01-20").value();
  const std::vector<StepDue> all{{"so-y-te", "self_assessment", late},
                                 {"", "self_assessment", early}};
  EXPECT_EQ(due_of(all, "so-y-te", "self_assessment"), late);
  EXPECT_EQ(due_of(all, "so-tu-phap", "self_assessment"), early);
  EXPECT_EQ(due_of(all, "so-y-te", "appraisal"), std::nullopt);
}

}  // namespace
}  // namespace liem::assessment
