#include "assessment/sign_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <liboath/oath.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "accounts/totp.h"
#include "assessment/digest.h"
#include "assessment/own_account.h"
#include "assessment/password.h"

namespace liem::assessment {
namespace {

using std::chrono::seconds;
const Time start{seconds(1'800'000'000)};

class FakeAccounts final : public AccountStore {
 public:
  explicit FakeAccounts(std::vector<ledger::Act>& log) : log_(log) {}
  std::map<std::string, Account> accounts;
  std::map<std::string, Session> sessions_;
  std::map<std::string, SecondStep> steps;
  std::set<std::string> recovery;

  Result<std::vector<Account>> all(const std::string&) override { LIEM_CHECK(false); }
  Result<void> add(const std::string&, const Account&, const ledger::Act&) override {
    LIEM_CHECK(false);
  }
  Result<void> set_password(const std::string&, const NewPassword& password, Time,
                            const ledger::Act& act) override {
    accounts[password.account].password = password.hashed;
    return write(act);
  }
  Result<void> set_disabled(const std::string&, const std::string&, std::optional<Time>,
                            const ledger::Act&) override {
    LIEM_CHECK(false);
  }
  Result<void> add_session(const std::string&, const Session& session, Time,
                           const std::vector<ledger::Act>& acts) override {
    sessions_[session.token_hash] = session;
    log_.insert(log_.end(), acts.begin(), acts.end());
    return {};
  }
  Result<std::optional<Session>> session(const std::string&, const std::string& hash) override {
    const auto found = sessions_.find(hash);
    if (found == sessions_.end()) return std::nullopt;
    return found->second;
  }
  Result<std::vector<Session>> sessions(const std::string&, const std::string&) override {
    LIEM_CHECK(false);
  }
  Result<void> see_session(const std::string&, const std::string& hash, Time now) override {
    sessions_[hash].seen = now;
    return {};
  }
  Result<void> end_session(const std::string&, const std::string& hash,
                           const ledger::Act& act) override {
    sessions_.erase(hash);
    return write(act);
  }
  Result<bool> end_session_of(const std::string&, const std::string&, const std::string&,
                              const ledger::Act&) override {
    LIEM_CHECK(false);
  }
  Result<void> end_other_sessions(const std::string&, const std::string&, const std::string&,
                                  const ledger::Act&) override {
    LIEM_CHECK(false);
  }
  Result<std::optional<SecondStep>> second_step(const std::string&,
                                                const std::string& account) override {
    const auto found = steps.find(account);
    if (found == steps.end()) return std::nullopt;
    return found->second;
  }
  Result<void> begin_second_step(const std::string&, const std::string& account,
                                 const std::string& secret, const ledger::Act& act) override {
    steps[account] = {secret, false, {}, 0};
    return write(act);
  }
  Result<void> confirm_second_step(const std::string&, const std::string& account,
                                   const SecondStep& step, const std::vector<std::string>& hashes,
                                   const ledger::Act& act) override {
    steps[account] = step;
    steps[account].confirmed = accounts[account].second_step = true;
    recovery = {hashes.begin(), hashes.end()};
    return write(act);
  }
  Result<void> remove_second_step(const std::string&, const std::string& account,
                                  const ledger::Act& act) override {
    steps.erase(account);
    accounts[account].second_step = false;
    return write(act);
  }
  Result<void> pass_second_step(const std::string& province, const SecondProof& proof,
                                const std::string& half, const Session& whole,
                                const std::vector<ledger::Act>& acts) override {
    if (auto used = use_proof(province, whole.account, proof, whole.made); !used) return used;
    sessions_.erase(half);
    return add_session(province, whole, whole.made, acts);
  }
  Result<void> use_proof(const std::string&, const std::string& account, const SecondProof& proof,
                         Time) override {
    if (const auto* hash = std::get_if<std::string>(&proof)) {
      if (recovery.erase(*hash) == 0) return fail(errors::code_used);
    } else {
      steps[account].last_step = std::get<std::int64_t>(proof);
    }
    return {};
  }
  Result<void> add_token(const std::string&, const liem::accounts::ApiToken& token,
                         const ledger::Act& act) override {
    tokens_[token.id] = token;
    return write(act);
  }
  Result<std::optional<liem::accounts::ApiToken>> token(const std::string&,
                                                        const std::string& id) override {
    const auto found = tokens_.find(id);
    if (found == tokens_.end()) return std::nullopt;
    return found->second;
  }
  Result<std::vector<liem::accounts::ApiToken>> tokens(const std::string&,
                                                       const std::string&) override {
    return std::vector<liem::accounts::ApiToken>{};
  }
  Result<void> see_token(const std::string&, const std::string&, Time) override { return {}; }
  Result<bool> revoke_token(const std::string&, const std::string&, const std::string& id, Time now,
                            const ledger::Act& act) override {
    tokens_[id].revoked = now;
    static_cast<void>(write(act));
    return true;
  }

 private:
  Result<void> write(const ledger::Act& act) {
    log_.push_back(act);
    return {};
  }
  std::map<std::string, liem::accounts::ApiToken> tokens_;
  std::vector<ledger::Act>& log_;
};

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

  FakeAccounts kept{log};

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
  Result<std::vector<Submission>> handed_in(const std::string&, const std::string&,
                                            const std::optional<std::string>&) override {
    return std::vector<Submission>{};
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
    const auto found = kept.accounts.find(account);
    if (province != "p" || found == kept.accounts.end()) return std::nullopt;
    return found->second;
  }
  RequestStore& requests() override { LIEM_CHECK(false); }
  AccountStore& accounts() override { return kept; }
  IdentityStore& identities() override { LIEM_CHECK(false); }
  WorkStore& work() override { LIEM_CHECK(false); }
  PlanStore& plans() override { LIEM_CHECK(false); }
  DelegationStore& delegations() override { LIEM_CHECK(false); }
  NoticeStore& notices() override { LIEM_CHECK(false); }
  MailStore& mail() override { LIEM_CHECK(false); }
  PublicationStore& publications() override { LIEM_CHECK(false); }
  PackageStore& packages() override { LIEM_CHECK(false); }
  DocumentStore& documents() override { LIEM_CHECK(false); }
  SetMoveStore& set_moves() override { LIEM_CHECK(false); }
};

struct SignIn : testing::Test {
  FakeStore store;
  SignInThrottles throttles;
  RepeatedActs repeated;
  const std::string province = "p";
  const SessionLimits limits{std::chrono::hours(1), std::chrono::hours(12)};
  unsigned char next_random = 1;
  const RandomBytes random = [this](auto bytes) {
    for (auto& byte : bytes) byte = next_random++;
  };
  Caller caller{"192.0.2.1", "Browser"};

  void SetUp() override {
    const PasswordCost cheap{1, 8192};
    store.kept.accounts["anh"] = {"anh", "Anh", Role::clerk, "so-a",
                                  hash_password("right password", Salt{7}, cheap)};
  }
  Gate gate(Time now) { return {store, throttles, repeated, province, limits, now, random}; }
  Result<SignedIn> attempt(const std::string& account, const std::string& password,
                           Time now = start) {
    return sign_in(gate(now), account, password, caller);
  }
  Result<Viewer> who(const std::string& token, Time now = start) {
    return viewer_of(store, province, token, limits, now);
  }

  // The recovery codes of anh, whose authenticator shows the codes of `authenticator`.
  std::vector<std::string> enrol() {
    const auto viewer = attempt("anh", "right password")->viewer;
    LIEM_CHECK(begin_second_step(gate(start), viewer, "right password", caller).has_value());
    LIEM_CHECK(sodium_hex2bin(authenticator.data(), authenticator.size(),
                              store.kept.steps["anh"].secret.data(), 40, nullptr, nullptr,
                              nullptr) == 0);
    const auto codes = confirm_second_step(gate(start), viewer, code(start));
    LIEM_CHECK(codes.has_value());
    return *codes;
  }
  std::string code(Time now) const {
    std::array<char, 7> digits{};
    const auto* const key = reinterpret_cast<const char*>(authenticator.data());  // NOLINT
    LIEM_CHECK(oath_totp_generate(key, authenticator.size(), now.time_since_epoch().count(), 30, 0,
                                  6, digits.data()) == OATH_OK);
    return digits.data();
  }
  liem::accounts::TotpSecret authenticator{};
};

std::string refusal(const auto& result) { return result ? "accepted" : result.error().message.id; }

TEST_F(SignIn, GivesATokenOfWhichOnlyTheHashIsKept) {
  const auto signed_in = attempt("anh", "right password");
  ASSERT_TRUE(signed_in);
  EXPECT_EQ(signed_in->token.size(), 64U);
  EXPECT_EQ(signed_in->viewer.unit, "so-a");
  EXPECT_TRUE(store.kept.sessions_.contains(sha256_of(signed_in->token)));
  EXPECT_FALSE(store.kept.sessions_.contains(signed_in->token));
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

TEST_F(SignIn, LastsUntilItsTimeIsOverHoweverMuchItIsUsed) {
  const auto signed_in = attempt("anh", "right password");
  ASSERT_TRUE(signed_in);
  for (auto now = start; now < start + limits.longest; now += std::chrono::minutes(50)) {
    EXPECT_TRUE(who(signed_in->token, now));
  }
  EXPECT_EQ(refusal(who(signed_in->token, start + limits.longest)), "assessment.session_ended");
}

TEST_F(SignIn, EndsWhereItIsNotUsed) {
  const auto signed_in = attempt("anh", "right password");
  ASSERT_TRUE(signed_in);
  EXPECT_TRUE(who(signed_in->token, start + limits.idle - seconds(1)));
  EXPECT_EQ(refusal(who(signed_in->token, start + 2 * limits.idle)), "assessment.session_ended");
}

TEST_F(SignIn, EndsWithSigningOut) {
  const auto signed_in = attempt("anh", "right password");
  ASSERT_TRUE(signed_in);
  ASSERT_TRUE(sign_out(store, signed_in->viewer, signed_in->token, start));
  EXPECT_EQ(refusal(who(signed_in->token)), "assessment.session_ended");
  EXPECT_EQ(refusal(who("")), "assessment.session_ended");
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

TEST_F(SignIn, SlowsDownAnAddressThatTriesManyAccounts) {
  std::string last;
  for (int i = 0; i < 40 && last != "assessment.too_many_attempts"; ++i) {
    last = refusal(attempt("name" + std::to_string(i), "wrong"));
  }
  EXPECT_EQ(last, "assessment.too_many_attempts");
  caller.address = "192.0.2.2";
  EXPECT_EQ(refusal(attempt("anh", "right password")), "accepted");
}

TEST_F(SignIn, OfADisabledAccountIsAWrongPassword) {
  const auto before = attempt("anh", "right password");
  store.kept.accounts["anh"].disabled = start;
  EXPECT_EQ(refusal(attempt("anh", "right password")), "assessment.wrong_credentials");
  EXPECT_EQ(refusal(who(before->token)), "assessment.session_ended");
}

TEST_F(SignIn, IsHalfUntilTheCodeIsGiven) {
  enrol();
  const Time later = start + seconds(60);
  const auto half = attempt("anh", "right password", later);
  ASSERT_TRUE(half);
  EXPECT_EQ(half->stage, Stage::second_step);
  EXPECT_EQ(refusal(who(half->token, later)), "assessment.session_ended");
  const auto whole = second_step(gate(later), half->token, code(later), caller);
  ASSERT_TRUE(whole);
  EXPECT_NE(whole->token, half->token);
  EXPECT_TRUE(who(whole->token, later));
  EXPECT_EQ(refusal(second_step(gate(later), half->token, code(later), caller)),
            "assessment.session_ended");
}

TEST_F(SignIn, TakesACodeOnceOnly) {
  enrol();  // with the code of `start`
  const auto half = attempt("anh", "right password");
  EXPECT_EQ(refusal(second_step(gate(start), half->token, code(start), caller)),
            "assessment.wrong_code");
}

TEST_F(SignIn, TakesARecoveryCodeOnceHoweverItIsTyped) {
  auto typed = enrol().front();
  std::ranges::transform(typed, typed.begin(), [](char c) { return c == '-' ? ' ' : c; });
  const auto half = attempt("anh", "right password");
  EXPECT_EQ(refusal(second_step(gate(start), half->token, typed, caller)), "accepted");
  const auto again = attempt("anh", "right password");
  EXPECT_EQ(refusal(second_step(gate(start), again->token, typed, caller)),
            "assessment.wrong_code");
}

TEST_F(SignIn, SlowsGuessedCodesDownHoweverOftenThePasswordIsRight) {
  enrol();
  std::string last;
  for (int i = 0; i < 10 && last != "assessment.too_many_attempts"; ++i) {
    const auto half = attempt("anh", "right password");
    last = half ? refusal(second_step(gate(start), half->token, "000000", caller)) : refusal(half);
  }
  EXPECT_EQ(last, "assessment.too_many_attempts");
}

TEST_F(SignIn, WaitsForACodeForMinutesOnly) {
  enrol();
  const auto half = attempt("anh", "right password");
  const Time late = start + second_step_patience;
  EXPECT_EQ(refusal(second_step(gate(late), half->token, code(late), caller)),
            "assessment.session_ended");
}

TEST_F(SignIn, ByATokenIsForWhatItsScopesSayUntilItsEnd) {
  const auto viewer = attempt("anh", "right password")->viewer;
  const TokenWish wish{"export", {liem::accounts::Scope::read}, std::chrono::days(2)};
  EXPECT_EQ(refusal(make_token(gate(start), viewer, wish, "wrong", caller)),
            "assessment.wrong_password");
  const auto made = make_token(gate(start), viewer, wish, "right password", caller);
  ASSERT_TRUE(made);
  const auto program = viewer_of_token(store, province, made->text, start);
  ASSERT_TRUE(program);
  EXPECT_TRUE(program->by_token && program->may_read && !program->may_write);
  EXPECT_EQ(refusal(viewer_of_token(store, province, made->text, start + wish.life)),
            "assessment.token_invalid");
  auto other = made->text;
  other.back() = other.back() == '0' ? '1' : '0';
  EXPECT_EQ(refusal(viewer_of_token(store, province, other, start)), "assessment.token_invalid");
  ASSERT_TRUE(revoke_own_token(gate(start), viewer, made->token.id));
  EXPECT_EQ(refusal(viewer_of_token(store, province, made->text, start)),
            "assessment.token_invalid");
}

TEST(Throttle, ForgivesOneFailureEachTimeTheIntervalHasPassed) {
  SignInThrottle throttle({9, 2, seconds(60)});
  for (int i = 0; i < 3; ++i) static_cast<void>(throttle.attempt("a", start));
  EXPECT_FALSE(throttle.attempt("a", start));
  EXPECT_TRUE(throttle.attempt("a", start + seconds(180)));
  EXPECT_TRUE(throttle.attempt("a", start + seconds(180)));
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
  SignInThrottle throttle({2, SignInThrottle::free_failures, {}});
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
