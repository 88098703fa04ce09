#include <gmock/gmock.h>

#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::chrono::sys_seconds at{seconds(1000)};

ledger::Act deed(const std::string& code) {
  ledger::Act out;
  out.at = at;
  out.actor = "anh";
  out.code = code;
  return out;
}

std::string said(const auto& result) { return result ? "accepted" : result.error().message.id; }

struct SqlIdentitiesTest : testing::TestWithParam<Engine> {
  testing_province::Province province{GetParam()};
  std::unique_ptr<Store> store = province.open();
  IdentityStore& identities = store->identities();

  Identity anh{"https://nha.example", "nguoi|1", "anh", at};
  std::string link(const Identity& identity) {
    return said(identities.link("tinh", identity, deed("identity_linked")));
  }
  OpenidAttempt attempt(const std::string& state, seconds lasts = seconds(600)) {
    return {state, "browser", "nonce", "verifier", at + lasts};
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, SqlIdentitiesTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(SqlIdentitiesTest, FindsWhomASubjectIsLinkedTo) {
  EXPECT_EQ(link(anh), "accepted");
  EXPECT_EQ(**identities.identity("tinh", anh.issuer, anh.subject), anh);
  EXPECT_FALSE(identities.identity("khac", anh.issuer, anh.subject)->has_value());
  EXPECT_FALSE(identities.identity("tinh", "https://khac.example", anh.subject)->has_value());
  EXPECT_FALSE(identities.identity("tinh", anh.issuer, "Nguoi|1")->has_value());
  EXPECT_THAT(*identities.all("tinh"), ElementsAre(anh));
}

TEST_P(SqlIdentitiesTest, LinksASubjectToOneAccountAndAnAccountToOneSubjectOfAnIssuer) {
  EXPECT_EQ(link(anh), "accepted");
  Identity other = anh;
  other.account = "binh";
  EXPECT_EQ(link(other), "openid.subject_taken");
  other = anh;
  other.subject = "nguoi|2";
  EXPECT_EQ(link(other), "openid.account_linked");
  other.issuer = "https://khac.example";
  EXPECT_EQ(link(other), "accepted");
}

TEST_P(SqlIdentitiesTest, UnlinkingEndsTheSessionsThatBeganSoAndNoOther) {
  ASSERT_EQ(link(anh), "accepted");
  const Session plain{"t1", "1", "anh", at, at, at + seconds(100), "192.0.2.1", "Browser"};
  Session through = plain;
  through.token_hash = "t2";
  through.id = "2";
  through.way = SignInWay::openid;
  for (const auto& session : {plain, through}) {
    ASSERT_TRUE(store->accounts().add_session("tinh", session, at, {deed("signed_in")}));
  }
  EXPECT_EQ(**store->accounts().session("tinh", "t2"), through);
  EXPECT_EQ(said(identities.unlink("tinh", "anh", deed("identity_unlinked"))), "accepted");
  EXPECT_TRUE(store->accounts().session("tinh", "t1")->has_value());
  EXPECT_FALSE(store->accounts().session("tinh", "t2")->has_value());
  EXPECT_THAT(*identities.all("tinh"), IsEmpty());
  EXPECT_EQ(said(identities.unlink("tinh", "anh", deed("identity_unlinked"))), "openid.not_linked");
}

TEST_P(SqlIdentitiesTest, GivesASignInUnderWayOnceToTheBrowserThatBegan) {
  ASSERT_TRUE(identities.begin("tinh", attempt("s"), at));
  EXPECT_FALSE(identities.take("tinh", "s", "another")->has_value());
  EXPECT_FALSE(identities.take("khac", "s", "browser")->has_value());
  EXPECT_EQ(**identities.take("tinh", "s", "browser"), attempt("s"));
  EXPECT_FALSE(identities.take("tinh", "s", "browser")->has_value());
}

TEST_P(SqlIdentitiesTest, ForgetsSignInsThatTookTooLong) {
  ASSERT_TRUE(identities.begin("tinh", attempt("old", seconds(10)), at));
  ASSERT_TRUE(identities.begin("tinh", attempt("new"), at + seconds(10)));
  EXPECT_FALSE(identities.take("tinh", "old", "browser")->has_value());
  EXPECT_TRUE(identities.take("tinh", "new", "browser")->has_value());
}

}  // namespace
}  // namespace liem::storage
