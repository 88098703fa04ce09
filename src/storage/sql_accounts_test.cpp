#include <gmock/gmock.h>

#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test
using std::chrono::seconds;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::chrono::sys_seconds now{seconds(1000)};

ledger::Act act(const std::string& code) {
  ledger::Act out;
  out.at = now;
  out.actor = "anh";
  out.code = code;
  return out;
}

Session session_named(const std::string& hash, const std::string& account) {
  return {hash,        "id-" + hash, account,     now, now, now + seconds(100),
          "192.0.2.1", "Browser",    Stage::whole};
}

std::string refusal(const auto& result) { return result ? "accepted" : result.error().message.id; }

struct SqlAccountsTest : testing::TestWithParam<Engine> {
  testing_province::Province province{GetParam()};
  std::unique_ptr<Store> store = province.open();
  AccountStore& accounts = store->accounts();

  std::vector<std::string> logged() {
    std::vector<std::string> out;
    const auto entries = store->ledger().entries_from("tinh", 1, 100);
    for (const auto& entry : entries.value()) out.push_back(entry.entry.act.code);
    return out;
  }
  void add(const Session& session) {
    ASSERT_TRUE(accounts.add_session("tinh", session, now, {act("signed_in")}));
  }
  void enrol() {
    ASSERT_TRUE(accounts.begin_second_step("tinh", "anh", "00ff", act("begun")));
    ASSERT_TRUE(
        accounts.confirm_second_step("tinh", "anh", {"00ff", true, 7, 0}, {"r1", "r2"}, act("on")));
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, SqlAccountsTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(SqlAccountsTest, GivesASessionBackAsItWasAdded) {
  add(session_named("t1", "anh"));
  EXPECT_EQ(**accounts.session("tinh", "t1"), session_named("t1", "anh"));
  EXPECT_FALSE(accounts.session("khac", "t1")->has_value());
}

TEST_P(SqlAccountsTest, ForgetsSessionsThatEnded) {
  add(session_named("t1", "anh"));
  ASSERT_TRUE(accounts.add_session("tinh", session_named("t2", "anh"), now + seconds(100), {}));
  EXPECT_FALSE(accounts.session("tinh", "t1")->has_value());
  ASSERT_TRUE(accounts.end_session("tinh", "t2", act("signed_out")));
  EXPECT_FALSE(accounts.session("tinh", "t2")->has_value());
}

TEST_P(SqlAccountsTest, EndsAnAccountsOwnSessionsOnly) {
  for (const char* hash : {"t1", "t2", "t3"}) add(session_named(hash, "anh"));
  add(session_named("t4", "binh"));
  EXPECT_EQ(accounts.end_session_of("tinh", "anh", "id-t4", act("ended")), false);
  EXPECT_EQ(accounts.end_session_of("tinh", "anh", "id-t3", act("ended")), true);
  EXPECT_THAT(*accounts.sessions("tinh", "anh"), SizeIs(2));
  ASSERT_TRUE(accounts.end_other_sessions("tinh", "anh", "t2", act("others")));
  ASSERT_THAT(*accounts.sessions("tinh", "anh"), SizeIs(1));
  EXPECT_TRUE(accounts.session("tinh", "t2")->has_value());
  EXPECT_TRUE(accounts.session("tinh", "t4")->has_value());
}

TEST_P(SqlAccountsTest, ANewPasswordEndsTheOtherSessions) {
  add(session_named("t1", "anh"));
  add(session_named("t2", "anh"));
  ASSERT_TRUE(accounts.set_password("tinh", {"anh", "new", false, "t1", "hash"}, now,
                                    act("password_changed")));
  EXPECT_TRUE(accounts.session("tinh", "t1")->has_value());
  EXPECT_FALSE(accounts.session("tinh", "t2")->has_value());
  EXPECT_EQ((*store->account("tinh", "anh"))->password, "new");
  EXPECT_FALSE((*store->account("tinh", "anh"))->password_due);
}

TEST_P(SqlAccountsTest, APasswordThatWasChangedMeanwhileIsNotOverwrittenNorLogged) {
  EXPECT_EQ(refusal(accounts.set_password("tinh", {"anh", "new", false, "", "older"}, now,
                                          act("password_changed"))),
            "assessment.proof_changed");
  EXPECT_EQ(refusal(accounts.set_password("tinh", {"em", "new", false, "", ""}, now,
                                          act("password_reset"))),
            "assessment.account_unknown");
  EXPECT_EQ((*store->account("tinh", "anh"))->password, "hash");
  EXPECT_THAT(logged(), IsEmpty());
}

TEST_P(SqlAccountsTest, APasswordChosenByAnotherIsDueAndRevokesTokens) {
  liem::accounts::ApiToken token;
  token.id = "t";
  token.account = "anh";
  token.scopes = {liem::accounts::Scope::write};
  token.created = now;
  token.expires = now + seconds(50);
  ASSERT_TRUE(accounts.add_token("tinh", token, act("token_made")));
  EXPECT_EQ(**accounts.token("tinh", "t"), token);
  ASSERT_TRUE(
      accounts.set_password("tinh", {"anh", "new", true, "", ""}, now, act("password_reset")));
  EXPECT_TRUE((*store->account("tinh", "anh"))->password_due);
  EXPECT_EQ((*accounts.token("tinh", "t"))->revoked, now);
  EXPECT_THAT(logged(), testing::ElementsAre("token_made", "password_reset"));
}

TEST_P(SqlAccountsTest, ADisabledAccountHasNoSessionsUntilItIsEnabledAgain) {
  add(session_named("t1", "anh"));
  ASSERT_TRUE(accounts.set_disabled("tinh", "anh", now, act("account_disabled")));
  EXPECT_THAT(*accounts.sessions("tinh", "anh"), IsEmpty());
  EXPECT_EQ((*store->account("tinh", "anh"))->disabled, now);
  ASSERT_TRUE(accounts.set_disabled("tinh", "anh", std::nullopt, act("account_enabled")));
  EXPECT_EQ((*store->account("tinh", "anh"))->disabled, std::nullopt);
}

TEST_P(SqlAccountsTest, AnAccountOfATakenNameIsNotAdded) {
  Account account{"chi", "Chi", Role::auditor, "so-a", "hash"};
  account.password_due = true;
  ASSERT_TRUE(accounts.add("tinh", account, act("account_made")));
  EXPECT_EQ(**store->account("tinh", "chi"), account);
  EXPECT_EQ(refusal(accounts.add("tinh", account, act("account_made"))),
            "assessment.account_exists");
  EXPECT_THAT(*accounts.all("tinh"), SizeIs(3));
  EXPECT_THAT(logged(), SizeIs(1));
}

TEST_P(SqlAccountsTest, ASecondStepHoldsOnceItIsConfirmed) {
  ASSERT_TRUE(accounts.begin_second_step("tinh", "anh", "aa", act("begun")));
  EXPECT_FALSE((*store->account("tinh", "anh"))->second_step);
  ASSERT_TRUE(accounts.begin_second_step("tinh", "anh", "00ff", act("begun")));
  EXPECT_EQ(refusal(accounts.confirm_second_step("tinh", "anh", {"aa", true, 7, 0}, {}, act("on"))),
            "assessment.proof_changed");
  ASSERT_TRUE(
      accounts.confirm_second_step("tinh", "anh", {"00ff", true, 7, 0}, {"r1", "r2"}, act("on")));
  EXPECT_TRUE((*store->account("tinh", "anh"))->second_step);
  EXPECT_EQ(**accounts.second_step("tinh", "anh"), (SecondStep{"00ff", true, 7, 2}));
  EXPECT_EQ(refusal(accounts.begin_second_step("tinh", "anh", "bb", act("begun"))),
            "assessment.proof_changed");
  ASSERT_TRUE(accounts.remove_second_step("tinh", "anh", act("off")));
  EXPECT_FALSE(accounts.second_step("tinh", "anh")->has_value());
}

TEST_P(SqlAccountsTest, TakesNoCodeTwiceAndNoneOfBefore) {
  enrol();
  EXPECT_EQ(refusal(accounts.use_proof("tinh", "anh", std::int64_t{7}, now)),
            "assessment.code_used");
  EXPECT_TRUE(accounts.use_proof("tinh", "anh", std::int64_t{8}, now));
  EXPECT_EQ(refusal(accounts.use_proof("tinh", "anh", std::int64_t{8}, now)),
            "assessment.code_used");
  EXPECT_TRUE(accounts.use_proof("tinh", "anh", std::string("r1"), now));
  EXPECT_EQ(refusal(accounts.use_proof("tinh", "anh", std::string("r1"), now)),
            "assessment.code_used");
  EXPECT_EQ((*accounts.second_step("tinh", "anh"))->recovery_left, 1U);
}

TEST_P(SqlAccountsTest, AUsedCodeLeavesTheHalfSessionAsItIs) {
  enrol();
  auto half = session_named("half", "anh");
  half.stage = Stage::second_step;
  add(half);
  const auto whole = session_named("whole", "anh");
  EXPECT_EQ(refusal(accounts.pass_second_step("tinh", std::int64_t{7}, "half", whole, {})),
            "assessment.code_used");
  EXPECT_TRUE(accounts.session("tinh", "half")->has_value());
  EXPECT_TRUE(accounts.pass_second_step("tinh", std::int64_t{8}, "half", whole, {}));
  EXPECT_FALSE(accounts.session("tinh", "half")->has_value());
  EXPECT_TRUE(accounts.session("tinh", "whole")->has_value());
}

TEST_P(SqlAccountsTest, OnlyTheHolderRevokesATokenAndOnlyOnce) {
  liem::accounts::ApiToken token;
  token.id = "t";
  token.account = "anh";
  token.expires = now + seconds(50);
  ASSERT_TRUE(accounts.add_token("tinh", token, act("token_made")));
  EXPECT_EQ(accounts.revoke_token("tinh", "binh", "t", now, act("token_revoked")), false);
  EXPECT_EQ(accounts.revoke_token("tinh", "anh", "t", now, act("token_revoked")), true);
  EXPECT_EQ(accounts.revoke_token("tinh", "anh", "t", now, act("token_revoked")), false);
  EXPECT_THAT(*accounts.tokens("tinh", "anh"), SizeIs(1));
}

}  // namespace
}  // namespace liem::storage
