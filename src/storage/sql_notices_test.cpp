#include "storage/sql_notices.h"

#include <gmock/gmock.h>

#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::chrono::sys_seconds told_at(int second) {
  return std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000 + second));
}

class NoticeRows : public testing::TestWithParam<Engine> {
 protected:
  NoticeRows() : province_(GetParam()), store_(province_.open()) {}

  NoticeStore& notices() { return store_->notices(); }
  static Notice about(const std::string& cause, const std::string& account = "anh") {
    Notice out;
    out.account = account;
    out.cause = cause;
    out.about = "return";
    out.round = "r";
    out.thing = {"so-a", "A.1"};
    out.by_name = "Thanh Tra";
    out.made = told_at(0);
    return out;
  }
  std::vector<std::string> causes(const NoticesWanted& wanted = {false, 0, 10}) {
    std::vector<std::string> out;
    const auto found = notices().list("tinh", "anh", wanted);
    for (const auto& one : *found) out.push_back(one.notice.cause);
    return out;
  }

  testing_province::Province province_;
  std::unique_ptr<Store> store_;
};
INSTANTIATE_TEST_SUITE_P(Engines, NoticeRows, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(NoticeRows, KeepWhatAPersonWasToldNewestFirst) {
  auto reminder = about("reminder");
  reminder.kind = NoticeKind::reminder;
  reminder.step = "appraisal";
  reminder.due = make_date(2025, 11, 30);
  ASSERT_TRUE(notices().add("tinh", {about("first"), reminder, about("first", "binh")}));
  const auto found = notices().list("tinh", "anh", {false, 0, 10}).value();
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].notice, reminder);
  EXPECT_EQ(found[1].notice, about("first"));
  EXPECT_EQ(found[1].position, 1);
  EXPECT_FALSE(found[1].read);
  EXPECT_EQ(notices().unread("tinh", "anh"), 2);
  EXPECT_EQ(notices().unread("tinh", "binh"), 1);
}

TEST_P(NoticeRows, TellNobodyTwiceOfOneCause) {
  ASSERT_TRUE(notices().add("tinh", {about("first")}));
  ASSERT_TRUE(notices().add("tinh", {about("first"), about("second")}));
  EXPECT_THAT(causes(), ElementsAre("second", "first"));
}

TEST_P(NoticeRows, AreGivenByThePageAndUnreadOnesAlone) {
  ASSERT_TRUE(notices().add("tinh", {about("a"), about("b"), about("c")}));
  EXPECT_THAT(causes({false, 0, 2}), ElementsAre("c", "b"));
  EXPECT_THAT(causes({false, 2, 2}), ElementsAre("a"));
  ASSERT_TRUE(notices().mark("tinh", "anh", 2, told_at(5)));
  EXPECT_THAT(causes({true, 0, 10}), ElementsAre("c", "a"));
  ASSERT_TRUE(notices().mark("tinh", "anh", 2, std::nullopt));
  EXPECT_EQ(notices().unread("tinh", "anh"), 3);
}

TEST_P(NoticeRows, AreReadAsFarAsOneSawThem) {
  ASSERT_TRUE(notices().add("tinh", {about("a"), about("b"), about("c")}));
  ASSERT_TRUE(notices().mark("tinh", "anh", 1, told_at(1)));
  ASSERT_TRUE(notices().mark_read("tinh", "anh", 2, told_at(9)));
  EXPECT_THAT(causes({true, 0, 10}), ElementsAre("c"));
  EXPECT_EQ(notices().notice("tinh", "anh", 1)->value().read, told_at(1));
  EXPECT_FALSE(notices().notice("tinh", "binh", 1)->has_value());
}

TEST_P(NoticeRows, GoByEMailAsTheirReaderChose) {
  EXPECT_EQ(notices().choice("tinh", "anh"), NoticeChoice{});
  const NoticeChoice chosen{"anh@tinh.example", Locale::en, ByMail::daily, ByMail::off,
                            ByMail::at_once};
  ledger::Act act;
  act.at = told_at(0);
  ASSERT_TRUE(notices().choose("tinh", "anh", NoticeChoice{}, act));
  ASSERT_TRUE(notices().choose("tinh", "anh", chosen, act));
  EXPECT_EQ(notices().choice("tinh", "anh"), chosen);
  EXPECT_EQ(chosen.of(NoticeKind::work), ByMail::daily);
  EXPECT_EQ(NoticeChoice{}.of(NoticeKind::mention), ByMail::off) << "where there is no address";
}

TEST_P(NoticeRows, SayWhatTheActSaid) {
  ledger::Act logged;
  logged.at = told_at(0);
  const WorkAct act{{"so-a", "A.1"}, "return",  "returned", {"t", "T", "", ""},
                    told_at(0),      "Bổ sung", {},         {}};
  const auto position = store_->work().add_act("tinh", "r", act, logged);
  ASSERT_TRUE(position);
  auto notice = about("act r 1");
  notice.act = *position;
  ASSERT_TRUE(notices().add("tinh", {notice}));
  EXPECT_EQ(notices().list("tinh", "anh", {false, 0, 1})->front().reason, "Bổ sung");
}

}  // namespace
}  // namespace liem::storage
