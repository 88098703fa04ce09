#include "storage/sql_mail.h"

#include <gmock/gmock.h>

#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;

constexpr std::chrono::sys_seconds morning{seconds(1'800'000'000)};

class MailRows : public testing::TestWithParam<Engine> {
 protected:
  MailRows() : province_(GetParam()), store_(province_.open()) { choose(ByMail::at_once); }

  void choose(ByMail work) {
    ledger::Act act;
    act.at = morning;
    const NoticeChoice choice{"anh@so.example", Locale::vi, work, ByMail::off, ByMail::off};
    LIEM_CHECK(store_->notices().choose("tinh", "anh", choice, act).has_value());
  }
  void tell(const std::string& cause, std::chrono::sys_seconds at = morning) {
    Notice notice;
    notice.account = "anh";
    notice.cause = cause;
    notice.about = "return";
    notice.round = "r";
    notice.made = at;
    ASSERT_TRUE(store_->notices().add("tinh", {notice}));
  }
  std::optional<MailBatch> begin(std::chrono::sys_seconds now = morning) {
    auto batch = store_->mail().begin_next_mail("tinh", {"may-1", now, now + minutes(5)});
    LIEM_CHECK(batch.has_value());
    return std::move(*batch);
  }
  bool end(const MailBatch& batch, JobEnd::Kind kind, std::string error = "",
           std::chrono::sys_seconds not_before = morning) {
    const auto ended = store_->mail().end_mail(
        "tinh", batch, {kind, not_before, batch.hold.tries, std::move(error)});
    return ended && *ended;
  }
  static std::vector<std::string> causes(const std::optional<MailBatch>& batch) {
    std::vector<std::string> out;
    for (const auto& one : batch->notices) out.push_back(one.notice.cause);
    return out;
  }

  testing_province::Province province_;
  std::unique_ptr<Store> store_;
};
INSTANTIATE_TEST_SUITE_P(Engines, MailRows, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(MailRows, PutWhatWaitsForAPersonIntoOneMailAndSendItOnce) {
  tell("a");
  tell("b");
  const auto batch = begin();
  EXPECT_EQ(batch->choice.address, "anh@so.example");
  EXPECT_THAT(causes(batch), ElementsAre("a", "b"));
  EXPECT_FALSE(begin()) << "it is taken";
  EXPECT_TRUE(end(*batch, JobEnd::Kind::done));
  EXPECT_FALSE(begin(morning + hours(1)));
}

TEST_P(MailRows, SendWhatCameMeanwhileInAMailOfItsOwn) {
  tell("a");
  const auto first = begin();
  tell("b");
  EXPECT_TRUE(end(*first, JobEnd::Kind::done));
  EXPECT_THAT(causes(begin()), ElementsAre("b"));
}

TEST_P(MailRows, TryAgainWhatWasPutOffAndSayWhy) {
  tell("a");
  EXPECT_TRUE(end(*begin(), JobEnd::Kind::again, "mail.put_off", morning + seconds(30)));
  EXPECT_EQ(*store_->mail().last_mail_error("tinh", "anh"), "mail.put_off");
  EXPECT_FALSE(begin(morning + seconds(29)));
  const auto again = begin(morning + seconds(30));
  EXPECT_THAT(causes(again), ElementsAre("a"));
  EXPECT_EQ(again->hold.tries, 2);
  EXPECT_TRUE(end(*again, JobEnd::Kind::done));
  EXPECT_FALSE(store_->mail().last_mail_error("tinh", "anh")->has_value());
}

TEST_P(MailRows, NeverSendAgainWhatASilentTakerMayHaveSent) {
  tell("a");
  const auto lost = begin();
  tell("b");
  const auto next = begin(morning + minutes(6));
  EXPECT_THAT(causes(next), ElementsAre("b"));
  EXPECT_FALSE(end(*lost, JobEnd::Kind::done)) << "it is another's now";
  EXPECT_TRUE(end(*next, JobEnd::Kind::done));
  EXPECT_FALSE(begin(morning + hours(1)));
}

TEST_P(MailRows, BeginAnewWithWhatComesAfterOneWasGivenUp) {
  tell("a");
  EXPECT_TRUE(end(*begin(), JobEnd::Kind::given_up, "mail.refused"));
  EXPECT_FALSE(begin(morning + hours(1)));
  EXPECT_EQ(*store_->mail().last_mail_error("tinh", "anh"), "mail.refused");
  tell("b");
  const auto next = begin();
  EXPECT_THAT(causes(next), ElementsAre("b"));
  EXPECT_EQ(next->hold.tries, 1);
}

TEST_P(MailRows, LeaveOutWhatWasReadAndWhatIsNoNewsAnyMore) {
  tell("old", morning - mail_is_stale_after - seconds(1));
  tell("read");
  tell("new");
  ASSERT_TRUE(store_->notices().mark("tinh", "anh", 2, morning));
  EXPECT_THAT(causes(begin()), ElementsAre("new"));
}

TEST_P(MailRows, KeepADigestUntilItsTime) {
  choose(ByMail::daily);
  tell("yesterday", morning - hours(1));
  tell("today", morning + hours(1));
  EXPECT_FALSE(begin());
  ASSERT_TRUE(store_->mail().put_digests("tinh", morning - hours(2)));
  EXPECT_FALSE(begin());
  ASSERT_TRUE(store_->mail().put_digests("tinh", morning));
  EXPECT_THAT(causes(begin()), ElementsAre("yesterday", "today"));
}

}  // namespace
}  // namespace liem::storage
