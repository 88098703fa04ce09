#include "workflow/workflow.h"

#include <gmock/gmock.h>

#include "workflow/testing_workflow.h"

namespace liem::workflow {
namespace {

using namespace testing_workflow;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* small = R"(
steps: [writing]
states:
  round: [open]
  file: [drafting, handed_in]
  criterion: [drafting, handed_in]
acts:
  edit: {of: criterion, from: [drafting], roles: [clerk], standing: own}
  hand_in:
    of: file
    from: [drafting]
    to: handed_in
    roles: [head]
    standing: own
    step: writing
)";

std::string with(std::string_view before, std::string_view after) {
  std::string text = small;
  const auto at = text.find(before);
  EXPECT_NE(at, text.npos) << before;
  return text.replace(at, before.size(), after);
}

std::vector<std::string> refusals(const std::string& text, Locale locale = Locale::en) {
  const auto made = loaded(text);
  return made ? std::vector<std::string>{} : lines_of(made.error(), locale);
}

TEST(Workflow, SaysOfAnActWhatTheFileSays) {
  const auto made = loaded(small).value();
  const auto* act = made.find("hand_in");
  ASSERT_NE(act, nullptr);
  EXPECT_EQ(act->of, Level::file);
  EXPECT_THAT(act->from, ElementsAre("drafting"));
  EXPECT_EQ(act->to, "handed_in");
  EXPECT_EQ(act->step, "writing");
  EXPECT_EQ(made.find("publish"), nullptr);
}

TEST(Workflow, NamesEveryUnknownNameWithWhatThereIs) {
  EXPECT_THAT(
      refusals(with("roles: [clerk]", "roles: [boss]")),
      ElementsAre("round.yaml:8: there is no “boss” among roles; use clerk, head, inspector, "
                  "committee, reviewer, auditor, administrator"));
  EXPECT_THAT(refusals(with("step: writing", "step: reading")),
              ElementsAre(HasSubstr("there is no “reading” among steps; use writing")));
  EXPECT_THAT(refusals(with("to: handed_in", "to: gone")),
              ElementsAre(HasSubstr("there is no “gone” among file; use drafting, handed_in")));
  EXPECT_THAT(refusals(with("step: writing", "four_eyes: [sing]"), Locale::vi),
              ElementsAre(HasSubstr("không có “sing” trong acts; dùng edit, hand_in")));
}

TEST(Workflow, ListsAllProblemsOfAFileAtOnce) {
  const auto problems =
      refusals(with("roles: [head]\n    standing: own", "roles: [boss]\n    standing: there"));
  EXPECT_THAT(problems, ElementsAre(HasSubstr("“boss”"), HasSubstr("“there”")));
}

TEST(Workflow, RefusesAStateThatNoActLeadsTo) {
  EXPECT_THAT(refusals(with("file: [drafting, handed_in]", "file: [drafting, handed_in, lost]")),
              ElementsAre(HasSubstr("no act leads to the state “lost”")));
}

TEST(Workflow, RefusesANameGivenTwiceInAList) {
  EXPECT_THAT(refusals(with("roles: [clerk]", "roles: [clerk, clerk]")),
              ElementsAre(HasSubstr("“clerk” stands above already; name it once")));
}

TEST(Workflow, RefusesAnActOfAFileThatAsksForTheStateOfAFile) {
  EXPECT_THAT(refusals(with("step: writing", "file: [drafting]")),
              ElementsAre(HasSubstr("“hand_in” names states of what does not stand above it")));
}

TEST(Workflow, RefusesAnActThatSaysNotWhoDoesIt) {
  EXPECT_THAT(refusals(with("    roles: [head]\n", "")), ElementsAre(HasSubstr("roles")));
}

TEST(Workflow, TellsWhatIsPublishedOfUnitsInTheOrderOfTheWork) {
  const auto none = loaded(small).value().published_units;
  EXPECT_TRUE(none.kinds.empty() && none.scores.empty() && none.rank_by.empty());
  const auto some = loaded(std::string(small) +
                           "published_units: {kinds: [ward], scores: [appraised, self], "
                           "rank_by: appraised}\n")
                        .value()
                        .published_units;
  EXPECT_THAT(some.kinds, ElementsAre("ward"));
  EXPECT_THAT(some.scores, ElementsAre("self", "appraised"));
  EXPECT_EQ(some.rank_by, "appraised");
}

TEST(Workflow, RefusesToRankUnitsByAScoreThatIsNotShown) {
  EXPECT_THAT(refusals(std::string(small) +
                       "published_units: {kinds: [ward], scores: [self], rank_by: reviewed}\n"),
              ElementsAre(HasSubstr("there is no “reviewed” among scores; use self")));
  EXPECT_THAT(refusals(std::string(small) + "published_units: {kinds: [village]}\n"),
              ElementsAre(HasSubstr("there is no “village” among kinds")));
}

TEST(ShippedWorkflow, HasWordsForEveryStepStateActAndCompleteness) {
  const auto known = [](const std::string& id) { EXPECT_TRUE(words().knows(id)) << id; };
  for (const auto& step : shipped().steps) known("step." + step);
  for (const auto& [level, states] : shipped().states) {
    for (const auto& state : states) known(std::string(name_of(level)) + "_state." + state);
  }
  for (const auto& act : shipped().transitions) known("work_act." + act.act);
  for (const auto name : completeness) {
    if (name != "deadlines_set") known("completeness." + std::string(name));  // names steps instead
  }
}

TEST(ShippedWorkflow, LetsNobodyJudgeWhatHeWroteOrSigned) {
  for (const auto* act :
       {"appraise", "return", "judge", "rule", "finish_appraisal", "set_submitted"}) {
    EXPECT_THAT(shipped().find(act)->four_eyes, testing::IsSupersetOf({"edit", "hand_in"})) << act;
  }
  EXPECT_THAT(shipped().find("approve")->four_eyes, testing::Contains("appraise"));
}

}  // namespace
}  // namespace liem::workflow
