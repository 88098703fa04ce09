#include "workflow/why_not.h"

#include <gmock/gmock.h>

#include "workflow/testing_workflow.h"

namespace liem::workflow {
namespace {

using namespace testing_workflow;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Date day(const char* iso) { return parse_iso_date(iso).value(); }
Decimal points(const char* text) { return Decimal::parse(text).value(); }

// An inspector before a criterion that waits for appraisal, of at most 4 points and 2.5 so far.
Situation waiting() {
  Situation out;
  out.state = "handed_in";
  out.round = "open";
  out.file = "handed_in";
  out.role = "inspector";
  out.due = day("2026-01-31");
  out.today = day("2026-01-31");
  out.standing_points = points("2.5");
  out.maximum = points("4");
  return out;
}

// The head of a unit before the unit's own file.
Situation ready() {
  Situation out;
  out.state = "drafting";
  out.round = "open";
  out.role = "head";
  out.own = true;
  out.today = day("2026-01-05");
  return out;
}

std::vector<std::string> blocks(const char* act, const Situation& situation,
                                const std::optional<Given>& given = std::nullopt,
                                Locale locale = Locale::en) {
  return lines_of(why_not(*shipped().find(act), situation, given), locale);
}

TEST(WhyNot, IsEmptyWhereNothingStandsAgainstTheAct) {
  EXPECT_THAT(blocks("hand_in", ready()), IsEmpty());
  EXPECT_THAT(blocks("appraise", waiting(), Given{.points = points("2.5")}), IsEmpty());
}

TEST(WhyNot, NamesWhoseActItIs) {
  auto situation = ready();
  situation.role = "clerk";
  EXPECT_THAT(blocks("hand_in", situation, {}, Locale::vi),
              ElementsAre("“Ký và nộp hồ sơ” là việc của thủ trưởng đơn vị; vai trò của bạn là cán "
                          "bộ tổng hợp"));
  EXPECT_THAT(
      blocks("edit", waiting()),
      ElementsAre("“Change the answer” is for the clerk, head of unit; your role is inspector",
                  HasSubstr("The criterion is waiting for appraisal")));
}

TEST(WhyNot, KeepsTheHeadOfAnotherUnitAway) {
  auto situation = ready();
  situation.own = false;
  situation.above = true;
  EXPECT_THAT(blocks("hand_in", situation),
              ElementsAre("“Sign and hand in” is for people of this very unit"));
}

TEST(WhyNot, LetsOnlyTheFileOfTheProvinceBeReviewed) {
  auto situation = waiting();
  situation.role = "reviewer";
  situation.round = "submitted";
  EXPECT_THAT(blocks("review", situation),
              ElementsAre("“Set the reviewed points” is done on the province's own file alone"));
  situation.of_province = true;
  EXPECT_THAT(blocks("review", situation), IsEmpty());
}

TEST(WhyNot, LetsTheLastDayOfADeadlinePassAndTheNextNot) {
  auto situation = waiting();
  EXPECT_THAT(blocks("return", situation), IsEmpty());
  situation.today = day("2026-02-01");
  EXPECT_THAT(blocks("return", situation),
              ElementsAre("“Appraisal” was due on 31/01/2026 (today is 01/02/2026); ask the "
                          "Provincial Inspectorate to put it off"));
  situation.due = std::nullopt;
  EXPECT_THAT(blocks("return", situation), IsEmpty());
}

TEST(WhyNot, BarsWhoeverWroteOrSignedWhatIsJudged) {
  auto situation = waiting();
  situation.done = {"comment", "edit"};
  EXPECT_THAT(blocks("appraise", situation),
              ElementsAre("“Set the appraised points” is for somebody else: you, or whom you act "
                          "for, did “Change the answer” here"));
  situation.done = {"comment"};
  EXPECT_THAT(blocks("appraise", situation), IsEmpty());
}

TEST(WhyNot, BarsTheAppraiserFromRulingOnTheObjectionToHisPoints) {
  auto situation = waiting();
  situation.state = "objected";
  situation.done = {"appraise"};
  EXPECT_THAT(blocks("rule", situation), ElementsAre(HasSubstr("did “Set the appraised points”")));
}

TEST(WhyNot, NamesWhatIsMissingButNotWithoutEnd) {
  auto situation = ready();
  situation.missing = {"A.1.1", "B.1.9"};
  EXPECT_THAT(
      blocks("hand_in", situation),
      ElementsAre("Not complete enough to “Sign and hand in”: not answered A.1.1, B.1.9 (2)"));
  situation.missing = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
  EXPECT_THAT(blocks("hand_in", situation), ElementsAre(HasSubstr("7, 8, … (9)")));
}

TEST(WhyNot, NamesTheStepsThatHaveNoDeadline) {
  auto situation = waiting();
  situation.state = "planned";
  situation.missing = {"appraisal", "review"};
  EXPECT_THAT(blocks("open", situation, {}, Locale::vi),
              ElementsAre("Chưa đủ để “Bắt đầu đợt đánh giá”: chưa đặt thời hạn cho các bước Thẩm "
                          "định, Rà soát"));
}

TEST(WhyNot, TellsTheStateAndTheStatesThatWouldDo) {
  auto situation = waiting();
  situation.state = "returned";
  EXPECT_THAT(blocks("appraise", situation),
              ElementsAre("The criterion is returned; “Set the appraised points” can be done only "
                          "where it is waiting for appraisal, appraised"));
  situation = waiting();
  situation.file = "drafting";
  EXPECT_THAT(blocks("appraise", situation), ElementsAre(HasSubstr("The file is being written")));
  situation = waiting();
  situation.round = "published";
  EXPECT_THAT(blocks("appraise", situation), ElementsAre(HasSubstr("The round is published")));
}

TEST(WhyNot, AsksForPointsWithinTheCriterionAndForAReasonWhereTheyDiffer) {
  EXPECT_THAT(blocks("appraise", waiting(), Given{}), ElementsAre(HasSubstr("wants points")));
  EXPECT_THAT(blocks("appraise", waiting(), Given{.points = points("4.1")}),
              ElementsAre(HasSubstr("4.1 points are outside 0 to 4"), HasSubstr("write why")));
  EXPECT_THAT(blocks("appraise", waiting(), Given{.points = points("-1")}),
              ElementsAre(HasSubstr("outside"), HasSubstr("write why")));
  EXPECT_THAT(blocks("appraise", waiting(), Given{.points = points("2")}),
              ElementsAre("2 points differ from the 2.5 that stand; write why"));
  EXPECT_THAT(blocks("appraise", waiting(), Given{.reason = true, .points = points("2")}),
              IsEmpty());
}

TEST(WhyNot, AsksForAReasonOnlyOnceTheFormIsFilledIn) {
  EXPECT_THAT(blocks("return", waiting()), IsEmpty());
  EXPECT_THAT(blocks("return", waiting(), Given{}),
              ElementsAre("“Return” wants a reason; write one"));
}

TEST(WhyNot, OpensOneReturnedCriterionWhileTheRestStaysLocked) {
  auto situation = ready();
  situation.role = "clerk";
  situation.file = "handed_in";
  situation.state = "returned";
  EXPECT_THAT(blocks("edit", situation), IsEmpty());
  situation.state = "handed_in";
  EXPECT_THAT(blocks("edit", situation), ElementsAre(HasSubstr("The criterion is waiting")));
}

TEST(WhyNot, LetsOnlyTheReviewBeDoneWithARoundThatCameInAPackage) {
  Situation reviewing = waiting();
  reviewing.round = "submitted";
  reviewing.state = "appraised";
  reviewing.role = "reviewer";
  reviewing.of_province = true;
  reviewing.received = true;
  EXPECT_THAT(blocks("review", reviewing), IsEmpty());
  reviewing.sees = true;
  EXPECT_THAT(blocks("comment", reviewing), ElementsAre(HasSubstr("the province's own")));
  Situation planning;
  planning.state = "submitted";
  planning.role = "inspector";
  planning.received = true;
  EXPECT_THAT(blocks("plan_task", planning), ElementsAre(HasSubstr("submit again")));
}

TEST(Workflow, TellsFromWhichStateARoundIsSubmitted) {
  const auto& flow = shipped();
  ASSERT_NE(flow.submitting(), nullptr);
  EXPECT_EQ(flow.submitting()->act, "submit");
  for (const auto* state : {"submitted", "reviewed", "published"}) {
    EXPECT_TRUE(flow.is_submitted(state)) << state;
  }
  for (const auto* state : {"absent", "planned", "open", "approved", "no such"}) {
    EXPECT_FALSE(flow.is_submitted(state)) << state;
  }
}

}  // namespace
}  // namespace liem::workflow
