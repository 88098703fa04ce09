#include "advice/change.h"

#include <gmock/gmock.h>

#include "advice/testing_advice.h"
#include "advice/what_if.h"

namespace liem::advice {
namespace {

using namespace testing_advice;
using testing::ElementsAre;

const std::string ratio = "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: full}";

std::vector<std::string> refused(const std::vector<AnswerChange>& changes) {
  const auto set = set_with(ratio);
  const auto found = changed(set, inputs_of(set, "{t.done: 3, t.due: 4}"), changes, "changes");
  return found ? std::vector<std::string>{} : english(found.error());
}

TEST(Change, PutsOtherAnswersInPlaceAndLeavesTheRest) {
  const auto set = set_with(ratio);
  const auto before = inputs_of(set, "{t.done: 3, t.due: 4, n.yes: true}");
  const auto after =
      changed(set, before, {{"t.done", "4", {}, {}}, {"n.yes", {}, "not_available", {}}}, "c");
  ASSERT_TRUE(after);
  EXPECT_EQ(after->at("t.done").number(), 4);
  EXPECT_EQ(after->at("t.due").number(), 4);
  EXPECT_EQ(after->at("n.yes").state, indicators::AnswerState::not_available);
  EXPECT_EQ(before.at("t.done").number(), 3) << "nothing is stored";
}

TEST(Change, IsRefusedLikeAnAnswerOfAFileWithTheNumberOfTheChange) {
  EXPECT_THAT(
      refused({{"t.done", "1", {}, {}}, {"no.such", "3", {}, {}}}),
      ElementsAre("changes:2: there is no data item “no.such”; see the catalogue in data/figures"));
  EXPECT_THAT(refused({{"t.done", "many", {}, {}}}),
              ElementsAre("changes:1: “t.done” cannot be “many”; wanted: 0, 1, 2 ..."));
  EXPECT_THAT(refused({{"t.done", "3}, x: {", {}, {}}}),
              ElementsAre("changes:1: “t.done” cannot be “3}, x: {”; wanted: 0, 1, 2 ..."));
  EXPECT_THAT(
      refused({{"t.done", {}, "not_applicable", {}}}),
      ElementsAre("changes:1: “t.done” is not applicable without a “ground”; give the ground"));
}

TEST(Change, NeedsExactlyOneOfValueAndStateAndNamesAFigureOnce) {
  EXPECT_THAT(refused({{"t.done", {}, {}, {}}}),
              ElementsAre("changes:1: “t.done” needs exactly one of “value” and “state”"));
  EXPECT_THAT(refused({{"t.done", "1", {}, {}}, {"t.done", "2", {}, {}}}),
              ElementsAre("changes:2: “t.done” is changed twice; keep one"));
}

TEST(Change, MoreDoneThanObligedIsRefusedAlsoWhereOnlyOneOfTheTwoChanges) {
  const auto lines = refused({{"t.done", "5", {}, {}}});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_THAT(lines[0], testing::StartsWith("changes:1: “t.done” is 5, more than “t.due” with 4"));
}

TEST(WhatIf, ShowsEveryCriterionThatChangesUpToTheTotal) {
  const auto set = set_with(ratio);
  const auto found = what_if(set, inputs_of(set, "{t.done: 3, t.due: 4, n.yes: true}"),
                             {{"t.done", "4", {}, {}}}, "c");
  ASSERT_TRUE(found);
  const auto rows = changed_points(found->before, found->after);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].before->code, "T");
  EXPECT_EQ(rows[0].before->points.reached, 3);
  EXPECT_EQ(rows[0].after->points.reached, 4);
  EXPECT_EQ(rows[1].before->code, "");
  EXPECT_EQ(rows[1].after->points.reached, 10);
  ASSERT_EQ(found->changes.size(), 1u);
  EXPECT_EQ(found->changes[0].id, "t.done");
}

TEST(WhatIf, ACriterionThatNoLongerAppliesRescalesTheOthers) {
  const auto set = set_with(ratio);
  const auto found = what_if(set, inputs_of(set, "{t.done: 3, t.due: 4, n.yes: true}"),
                             {{"t.done", {}, "not_applicable", "no such duty"}}, "c");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->after.total.points.reached, 10);
  EXPECT_EQ(found->after.find("T")->state, indicators::State::not_applicable);
}

}  // namespace
}  // namespace liem::advice
