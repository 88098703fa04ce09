#include "workflow/notices.h"

#include <gmock/gmock.h>

#include "workflow/testing_workflow.h"

namespace liem::workflow {
namespace {

using namespace testing_workflow;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* few = R"(
groups:
  heads: {roles: [head], standing: own}
  judges: {did: [appraise]}
acts:
  return: [heads]
  comment: [heads, judges]
reminders:
  self_assessment: {days_before: 7, of: file, in: [drafting], to: [heads]}
)";

std::expected<Notices, Problems> told(const std::string& text) {
  return load_notices({"notices.yaml", text}, shipped(), all_roles());
}

std::vector<std::string> refusals_with(std::string_view before, std::string_view after,
                                       Locale locale = Locale::en) {
  std::string text = few;
  const auto at = text.find(before);
  EXPECT_NE(at, text.npos) << before;
  const auto made = told(text.replace(at, before.size(), after));
  return made ? std::vector<std::string>{} : lines_of(made.error(), locale);
}

TEST(Notices, SaysOfAnActWhoLearnsOfIt) {
  const auto made = told(few).value();
  EXPECT_THAT(made.groups_of("comment"), ElementsAre("heads", "judges"));
  EXPECT_THAT(made.groups_of("edit"), IsEmpty());
  EXPECT_THAT(made.groups.at("heads").roles, ElementsAre("head"));
  EXPECT_EQ(made.groups.at("heads").standing, Standing::own);
  EXPECT_THAT(made.groups.at("judges").did, ElementsAre("appraise"));
}

TEST(Notices, RemindsOfAStepSoManyDaysBefore) {
  const auto made = told(few).value();
  ASSERT_EQ(made.reminders.size(), 1U);
  const auto& one = made.reminders.front();
  EXPECT_EQ(one.step, "self_assessment");
  EXPECT_EQ(one.days_before, 7);
  EXPECT_EQ(one.of, Level::file);
  EXPECT_THAT(one.in, ElementsAre("drafting"));
  EXPECT_THAT(one.to, ElementsAre("heads"));
}

TEST(Notices, NamesEveryUnknownNameWithItsLineAndWhatThereIs) {
  EXPECT_THAT(refusals_with("[heads, judges]", "[heads, all]"),
              ElementsAre("notices.yaml:7: there is no “all” among groups; use heads, judges"));
  EXPECT_THAT(refusals_with("return:", "sing:"),
              ElementsAre(HasSubstr("notices.yaml:6: there is no “sing” among acts")));
  EXPECT_THAT(refusals_with("[head]", "[boss]"),
              ElementsAre(HasSubstr("notices.yaml:3: there is no “boss” among roles")));
  EXPECT_THAT(refusals_with("self_assessment:", "singing:"),
              ElementsAre(HasSubstr("notices.yaml:9: there is no “singing” among steps")));
  EXPECT_THAT(refusals_with("in: [drafting]", "in: [open]", Locale::vi),
              ElementsAre(HasSubstr("notices.yaml:9: không có “open” trong file")));
  EXPECT_THAT(refusals_with("standing: own", "standing: sees"),
              ElementsAre(HasSubstr("there is no “sees” among standing")));
}

TEST(Notices, RefusesAGroupThatIsNobody) {
  EXPECT_THAT(
      refusals_with("{did: [appraise]}", "{did: [appraise], roles: [head]}"),
      ElementsAre("notices.yaml:4: the group “judges” must name roles with their standing, or did "
                  "alone"));
  EXPECT_THAT(refusals_with("{roles: [head], standing: own}", "{roles: [head]}"),
              ElementsAre(HasSubstr("notices.yaml:3: the group “heads”")));
}

TEST(Notices, RefusesAReminderSoFarAheadThatNobodyReadsIt) {
  EXPECT_THAT(refusals_with("days_before: 7", "days_before: 91"),
              ElementsAre(HasSubstr("notices.yaml:9: 91 days before is not possible")));
}

TEST(Notices, ListsAllProblemsOfAFileAtOnce) {
  EXPECT_THAT(refusals_with("return: [heads]", "sing: [all]"),
              ElementsAre(HasSubstr("“sing”"), HasSubstr("“all”")));
}

TEST(ShippedNotices, HaveWordsForEveryActOfWhichSomebodyLearns) {
  const auto made = told(bytes_of("data/workflow/notices.yaml"));
  ASSERT_TRUE(made) << lines_of(made.error()).front();
  Catalogue notices;
  const std::string file = "data/locales/messages/notice.yaml";
  ASSERT_TRUE(notices.add(bytes_of(file), file));
  for (const auto& [act, groups] : made->acts) EXPECT_TRUE(notices.knows("notice." + act)) << act;
  EXPECT_TRUE(notices.knows("notice.reminder") && notices.knows("notice.mention"));
}

}  // namespace
}  // namespace liem::workflow
