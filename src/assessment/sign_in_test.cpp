#include "assessment/sign_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "assessment/digest.h"
#include "assessment/password.h"

namespace liem::assessment {
namespace {

using std::chrono::seconds;
const Time start{seconds(1'800'000'000)};

// Holds accounts and sessions only; everything else is out of this test's way.
class FakeStore final : public Store, public LedgerStore {
 public:
  std::vector<ledger::Act> log;
  LedgerStore& ledger() override { return *this; }
  Result<void> record(const std::string&, const std::vector<ledger::Act>& acts) override {
    log.insert(log.end(), acts.begin(), acts.end());
    return {};
  }
  Result<std::vector<ledger::StoredEntry>> entries(const std::string&, const LedgerFilter&,
                                                   std::size_t) override {
    LIEM_CHECK(false);
  }
  Result<std::vector<ledger::StoredEntry>> entries_from(const std::string&, std::uint64_t,
                                                        std::size_t) override {
    LIEM_CHECK(false);
  }
  Result<ledger::Head> head(const std::string&) override { LIEM_CHECK(false); }
  Result<std::vector<ledger::Checkpoint>> checkpoints(const std::string&) override {
    LIEM_CHECK(false);
  }
  Result<ledger::Checkpoint> seal(
      const std::string&, const std::function<ledger::Checkpoint(const ledger::Head&)>&) override {
    LIEM_CHECK(false);
  }

  std::map<std::string, Account> accounts;
  std::map<std::string, Session> sessions;

  Result<std::vector<std::string>> provinces() override { return std::vector<std::string>{"p"}; }
  Result<void> add_round(const RoundImport&, const Progress&) override { return {}; }
  Result<std::vector<Round>> rounds(const std::string&) override { return std::vector<Round>{}; }
  Result<std::optional<Round>> round(const std::string&, const std::string&) override {
    return std::nullopt;
  }
  Result<std::vector<Unit>> units(const std::string&, const std::string&) override {
    return std::vector<Unit>{};
  }
  Result<std::vector<Submission>> submissions(const std::string&, const std::string&) override {
    return std::vector<Submission>{};
  }
  Result<std::optional<Submission>> submission(const std::string&, const std::string&,
                                               const std::string&) override {
    return std::nullopt;
  }
  Result<std::optional<std::string>> content(const std::string&, const std::string&) override {
    return std::nullopt;
  }
  Result<std::optional<Unit>> unit(const std::string&, const std::string&) override {
    return std::nullopt;
  }
  Result<std::vector<UnitAbove>> units_above(const std::string&) override {
    return std::vector<UnitAbove>{};
  }
  Result<std::optional<HistoryReference>> history(const std::string&) override {
    return std::nullopt;
  }
  Result<std::optional<Account>> account(const std::string& province,
                                         const std::string& account) override {
    const auto found = accounts.find(account);
    if (province != "p" || found == accounts.end()) return std::nullopt;
    return found->second;
  }
  Result<void> add_session(const std::string&, const Session& session, Time,
                           const ledger::Act& act) override {
    sessions[session.token_hash] = session;
    log.push_back(act);
    return {};
  }
  Result<std::optional<Session>> session(const std::string&, const std::string& hash) override {
    const auto found = sessions.find(hash);
    if (found == sessions.end()) return std::nullopt;
    return found->second;
  }
  Result<void> end_session(const std::string&, const std::string& hash,
                           const ledger::Act& act) override {
    sessions.erase(hash);
    log.push_back(act);
    return {};
  }
  DocumentStore& documents() override { LIEM_CHECK(false); }
  SetMoveStore& set_moves() override { LIEM_CHECK(false); }
};

struct SignIn : testing::Test {
  FakeStore store;
  SignInThrottle throttle;
  RepeatedActs repeated;
  unsigned char next_random = 1;

  void SetUp() override {
    const PasswordCost cheap{1, 8192};
    store.accounts["anh"] = {"anh", "Anh", Role::clerk, "so-a",
                             hash_password("right password", Salt{7}, cheap)};
  }
  Result<SignedIn> attempt(const std::string& account, const std::string& password,
                           Time now = start) {
    return sign_in(store, throttle, repeated, "p", account, password, now, [this](auto bytes) {
      for (auto& byte : bytes) byte = next_random++;
    });
  }
};

std::string refusal(const auto& result) { return result ? "accepted" : result.error().message.id; }

TEST_F(SignIn, GivesATokenOfWhichOnlyTheHashIsKept) {
  const auto signed_in = attempt("anh", "right password");
  ASSERT_TRUE(signed_in);
  EXPECT_EQ(signed_in->token.size(), 64U);
  EXPECT_EQ(signed_in->viewer.unit, "so-a");
  EXPECT_TRUE(store.sessions.contains(sha256_of(signed_in->token)));
  EXPECT_FALSE(store.sessions.contains(signed_in->token));
}

TEST_F(SignIn, AnswersAWrongNameAndAWrongPasswordAlike) {
  const auto wrong_name = attempt("em", "right password");
  const auto wrong_password = attempt("anh", "wrong password");
  ASSERT_FALSE(wrong_name);
  ASSERT_FALSE(wrong_password);
  EXPECT_EQ(wrong_name.error(), wrong_password.error());
}

TEST_F(SignIn, StandsInTheLogWithoutAnyOfItsSecrets) {
  ASSERT_FALSE(attempt("my secret, in the wrong field", "another secret"));
  ASSERT_FALSE(attempt("anh", "wrong password"));
  const auto signed_in = attempt("anh", "right password");
  ASSERT_TRUE(signed_in);
  ASSERT_TRUE(sign_out(store, signed_in->viewer, signed_in->token, start));
  std::string said;
  for (const auto& act : store.log) {
    said += act.code + " " + act.object.id + "\n";
    const auto bytes = ledger::canonical_bytes({"p", 1, act, {}});
    for (const std::string& secret : {std::string("secret"), std::string("password"),
                                      signed_in->token, sha256_of(signed_in->token)}) {
      EXPECT_EQ(bytes.find(secret), bytes.npos) << act.code;
    }
  }
  EXPECT_EQ(said, "sign_in_failed \nsign_in_failed anh\nsigned_in anh\nsigned_out anh\n");
}

TEST_F(SignIn, LastsUntilItsTimeIsOver) {
  const auto signed_in = attempt("anh", "right password");
  ASSERT_TRUE(signed_in);
  EXPECT_TRUE(viewer_of(store, "p", signed_in->token, start + session_lifetime - seconds(1)));
  EXPECT_EQ(refusal(viewer_of(store, "p", signed_in->token, start + session_lifetime)),
            "assessment.session_ended");
}

TEST_F(SignIn, EndsWithSigningOut) {
  const auto signed_in = attempt("anh", "right password");
  ASSERT_TRUE(signed_in);
  ASSERT_TRUE(sign_out(store, signed_in->viewer, signed_in->token, start));
  EXPECT_EQ(refusal(viewer_of(store, "p", signed_in->token, start)), "assessment.session_ended");
  EXPECT_EQ(refusal(viewer_of(store, "p", "", start)), "assessment.session_ended");
}

TEST_F(SignIn, SlowsDownAfterFailuresEvenForTheRightPassword) {
  for (int i = 0; i < SignInThrottle::free_failures; ++i) {
    EXPECT_EQ(refusal(attempt("anh", "wrong")), "assessment.wrong_credentials");
  }
  EXPECT_EQ(refusal(attempt("anh", "right password")), "assessment.too_many_attempts");
  EXPECT_EQ(refusal(attempt("anh", "right password", start + seconds(1))), "accepted");
  EXPECT_EQ(refusal(attempt("anh", "wrong", start + seconds(1))), "assessment.wrong_credentials");
}

TEST_F(SignIn, SlowsDownOneAccountOnly) {
  for (int i = 0; i <= SignInThrottle::free_failures; ++i)
    static_cast<void>(attempt("em", "wrong"));
  EXPECT_EQ(refusal(attempt("anh", "right password")), "accepted");
}

TEST(Throttle, DoublesTheWaitUpToItsLongest) {
  SignInThrottle throttle;
  Time now = start;
  std::vector<long> waits;
  for (int i = 0; i < 16; ++i) {
    static_cast<void>(throttle.attempt("a", now));
    const auto refused = throttle.attempt("a", now);
    const long wait = refused ? 0 : std::stol(refused.error().message.args[0].second);
    if (!refused) waits.push_back(wait);
    now += seconds(wait);
  }
  ASSERT_GE(waits.size(), 5U);
  EXPECT_EQ(waits[0], 1);
  EXPECT_EQ(waits[1], 2);
  EXPECT_EQ(waits[2], 4);
  EXPECT_EQ(waits.back(), SignInThrottle::longest_wait.count());
}

TEST(Throttle, ForgetsTheOldestNameBeyondItsCapacity) {
  SignInThrottle throttle(2);
  for (int i = 0; i < 4; ++i) static_cast<void>(throttle.attempt("a", start));
  EXPECT_FALSE(throttle.attempt("a", start));
  EXPECT_TRUE(throttle.attempt("b", start));
  EXPECT_TRUE(throttle.attempt("c", start));
  EXPECT_TRUE(throttle.attempt("a", start));
}

TEST(Password, FitsItsOwnHashOnly) {
  const PasswordCost cheap{1, 8192};
  const auto hashed = hash_password("mật khẩu", Salt{1}, cheap);
  EXPECT_TRUE(password_fits("mật khẩu", hashed));
  EXPECT_FALSE(password_fits("mật khẩu ", hashed));
  EXPECT_FALSE(password_fits("mật khẩu", "argon2id$1$8192$00$00"));
  EXPECT_FALSE(password_fits("mật khẩu", ""));
  EXPECT_NE(hashed, hash_password("mật khẩu", Salt{2}, cheap));
}

}  // namespace
}  // namespace liem::assessment
