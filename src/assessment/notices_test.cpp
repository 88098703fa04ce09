#include "assessment/notices.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "assessment/notice_words.h"
#include "organisation/units.h"

namespace liem::assessment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string shipped_bytes(const std::string& path) {
  std::ifstream in(std::filesystem::path(LIEM_SOURCE_DIR) / "data" / path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

const workflow::Notices& shipped_rules() {
  static const workflow::Notices rules = [] {
    const auto flow = workflow::load_workflow({"round.yaml", shipped_bytes("workflow/round.yaml")},
                                              {all_roles(), organisation::all_unit_kinds()});
    return workflow::load_notices({"notices.yaml", shipped_bytes("workflow/notices.yaml")}, *flow,
                                  all_roles())
        .value();
  }();
  return rules;
}

Account person(const std::string& name, Role role, const std::string& unit) {
  return {name, "Tên " + name, role, unit, ""};
}

const std::vector<UnitAbove> tree{
    {"tinh", ""}, {"so-a", "tinh"}, {"phong-a", "so-a"}, {"so-b", "tinh"}};
const std::vector<Account> everybody{
    person("canbo", Role::clerk, "phong-a"),       person("truongphong", Role::head, "phong-a"),
    person("giamdoc", Role::head, "so-a"),         person("khac", Role::clerk, "so-b"),
    person("thanhtra", Role::inspector, "so-b"),   person("thanhtra.hai", Role::inspector, "so-b"),
    person("uyban", Role::committee, "tinh"),      person("kiemtra", Role::auditor, "tinh"),
    person("quantri", Role::administrator, "tinh")};

std::vector<Account> who_see(const std::string& unit) {
  return seeing(everybody, tree, "tinh", unit);
}

std::vector<std::string> names(const std::vector<Account>& people) {
  std::vector<std::string> out;
  for (const auto& one : people) out.push_back(one.account);
  return out;
}

WorkAct done(const std::string& act, const std::string& by, const std::string& criterion = "A.1") {
  return {{"phong-a", criterion}, act, "", {by, "Tên " + by, "", ""}, {}, "", {}, {}};
}

std::vector<std::string> told(const WorkAct& act, const std::vector<WorkAct>& before = {}) {
  Happening happening;
  happening.by = act.by;
  happening.reason = act.reason;
  happening.notice.about = act.act;
  happening.notice.thing = act.thing;
  std::vector<std::string> out;
  for (const auto& one :
       notices_of(shipped_rules(), happening, who_see(act.thing.unit), tree, before)) {
    out.push_back(one.account + " " + std::string(name_of(one.kind)));
  }
  return out;
}

TEST(Mentions, AreNamesBehindAnAtSignWithTheirPlace) {
  EXPECT_THAT(mentions_in("Nhờ @canbo và @thanhtra.hai."),
              ElementsAre(Mention{"canbo", 5}, Mention{"thanhtra.hai", 15}));
  EXPECT_THAT(mentions_in("(@canbo, @canbo)"), ElementsAre(Mention{"canbo", 2}));
  EXPECT_THAT(mentions_in("@a@so-a.vn xem"), ElementsAre(Mention{"a@so-a.vn", 1}));
}

TEST(Mentions, AreNoAddressesAndNoLoneSigns) {
  EXPECT_THAT(mentions_in("gửi ten@so-a.vn, số@canbo, 5 @ 3, @."), IsEmpty());
}

TEST(Mentions, NameNobodyWhoMayNotSeeTheUnit) {
  EXPECT_THAT(names(who_see("phong-a")), ElementsAre("canbo", "truongphong", "giamdoc", "thanhtra",
                                                     "thanhtra.hai", "uyban", "kiemtra"));
  EXPECT_THAT(names(who_see("so-a")),
              ElementsAre("giamdoc", "thanhtra", "thanhtra.hai", "uyban", "kiemtra"));
  EXPECT_TRUE(check_mentions("Nhờ @giamdoc xem", who_see("phong-a")));
  const auto refused = check_mentions("Nhờ @khac xem", who_see("phong-a"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.id, "assessment.mention_unknown");
}

TEST(Mentions, AreRefusedWithTheirPlaceAndTheNamesNearThem) {
  const auto refused = check_mentions("Nhờ @thanhtr xem", who_see("phong-a"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, (Message{"assessment.mention_nearly",
                                              {{"field", "reason"},
                                               {"name", "@thanhtr"},
                                               {"place", "5"},
                                               {"near", "@thanhtra, @thanhtra.hai"}}}));
}

TEST(Mentions, NameNobodyWhoIsShutOut) {
  auto people = everybody;
  people.front().disabled = std::chrono::sys_seconds{};
  EXPECT_EQ(names(seeing(people, tree, "tinh", "phong-a")).front(), "truongphong");
}

TEST(NoticesOf, TellTheUnitWhatCameBackAndNobodyElse) {
  EXPECT_THAT(told(done("return", "thanhtra")), ElementsAre("canbo work", "truongphong work"));
  EXPECT_THAT(told(done("edit", "canbo")), IsEmpty());
}

TEST(NoticesOf, TellTheInspectorsWhatWasHandedInButNotWhoeverDidIt) {
  EXPECT_THAT(told(done("hand_in", "truongphong", "")),
              ElementsAre("thanhtra work", "thanhtra.hai work"));
  EXPECT_THAT(told(done("object", "thanhtra")), ElementsAre("thanhtra.hai work"));
}

TEST(NoticesOf, TellWhoeverActedOnTheThingBefore) {
  const std::vector<WorkAct> before{done("edit", "canbo"), done("hand_in", "truongphong", ""),
                                    done("appraise", "thanhtra.hai"),
                                    done("judge", "uyban", "A.2")};
  EXPECT_THAT(told(done("comment", "thanhtra"), before),
              ElementsAre("canbo work", "truongphong work", "thanhtra.hai work"));
  EXPECT_THAT(told(done("hand_in_again", "truongphong"), before), ElementsAre("thanhtra.hai work"));
}

TEST(NoticesOf, TellWhomATextNamesOnceAndAsMentioned) {
  auto comment = done("comment", "thanhtra");
  comment.reason = "Nhờ @canbo và @giamdoc xem";
  EXPECT_THAT(told(comment, {done("edit", "canbo")}),
              ElementsAre("canbo mention", "giamdoc mention"));
}

TEST(NoticesOf, TellNeitherWhoActsForAnotherNorThatOther) {
  auto act = done("object", "thanhtra");
  act.by.for_account = "thanhtra.hai";
  EXPECT_THAT(told(act), IsEmpty());
}

TEST(NoticesOf, LeadToThePlaceInThePage) {
  Notice notice;
  notice.round = "r";
  EXPECT_EQ(place_of(notice), "/rounds/r/work");
  notice.thing = {"so-a", ""};
  EXPECT_EQ(place_of(notice), "/rounds/r/units/so-a/work");
  notice.thing.criterion = "A.1";
  EXPECT_EQ(place_of(notice), "/rounds/r/units/so-a/work?criterion=A.1");
}

TEST(NoticeWords, SayWhoDidWhatToWhatInBothLanguages) {
  Catalogue words;
  for (const auto* file : {"notice.yaml", "workflow.yaml"}) {
    const auto path = std::string("locales/messages/") + file;
    ASSERT_TRUE(words.add(shipped_bytes(path), path));
  }
  Notice notice;
  notice.about = "return";
  notice.thing = {"so-a", "A.1"};
  notice.by_name = "Vũ Văn Thí Dụ";
  const NoticeNames names{{"Đợt 2025", "Round 2025"}, {"Sở A", "Department A"}};
  EXPECT_EQ(sentence_of(notice, names, words, Locale::vi),
            "Vũ Văn Thí Dụ đã trả lại tiêu chí A.1 của Sở A để bổ sung");
  notice.for_name = "Cao Thử Nghiệm";
  EXPECT_EQ(sentence_of(notice, names, words, Locale::en),
            "Vũ Văn Thí Dụ (for Cao Thử Nghiệm) returned criterion A.1 of Department A");
  notice.kind = NoticeKind::reminder;
  notice.about = notice.step = "self_assessment";
  notice.thing = {"so-a", ""};
  notice.due = make_date(2025, 12, 20);
  EXPECT_EQ(sentence_of(notice, names, words, Locale::vi),
            "Sắp đến hạn bước “Tự đánh giá” của hồ sơ của Sở A: 20/12/2025");
}

}  // namespace
}  // namespace liem::assessment
