#include "assessment/log_changes.h"

#include <gmock/gmock.h>

#include "assessment/acts.h"

namespace liem::assessment {
namespace {

class KeptLog final : public LedgerStore {
 public:
  ledger::Head end;
  std::vector<ledger::StoredEntry> rows;
  int asked = 0;

  void add(std::string_view code) {
    ledger::Act act;
    act.actor = "anh";
    act.code = code;
    auto appended = ledger::append(end, "tinh", act);
    rows.push_back(std::move(appended.stored));
    end = appended.head;
  }

  Result<std::vector<ledger::StoredEntry>> entries_from(const std::string&, std::uint64_t position,
                                                        std::size_t limit) override {
    ++asked;
    const auto first = rows.begin() + static_cast<std::ptrdiff_t>(position - 1);
    const auto most = std::min<std::size_t>(limit, static_cast<std::size_t>(rows.end() - first));
    return std::vector(first, first + static_cast<std::ptrdiff_t>(most));
  }
  Result<void> record(const std::string&, const std::vector<ledger::Act>&) override {
    LIEM_CHECK(false);
  }
  Result<std::vector<ledger::StoredEntry>> entries(const std::string&, const LedgerFilter&,
                                                   std::size_t) override {
    LIEM_CHECK(false);
  }
  Result<ledger::Head> head(const std::string&) override { return end; }
  Result<std::vector<ledger::Checkpoint>> checkpoints(const std::string&) override {
    LIEM_CHECK(false);
  }
  Result<ledger::Checkpoint> seal(
      const std::string&, const std::function<ledger::Checkpoint(const ledger::Head&)>&) override {
    LIEM_CHECK(false);
  }
};

struct LogChangesTest : testing::Test {
  KeptLog log;
  LogChanges changes{"tinh", &leaves_rounds};
  void SetUp() override { log.add(acts::round_imported); }
  std::optional<std::uint64_t> number() { return changes.number_at(log, log.end).value(); }
};

TEST_F(LogChangesTest, AreNoneWhereTheLogEndsWhereItDid) {
  const auto before = number();
  EXPECT_EQ(number(), before);
  EXPECT_EQ(log.asked, 0);
}

TEST_F(LogChangesTest, AreNoneWhereActsWereBesideTheRounds) {
  const auto before = number();
  log.add(acts::signed_in);
  log.add(acts::finding_accepted);
  EXPECT_EQ(number(), before);
}

TEST_F(LogChangesTest, AreThereBehindAnImportAMoveAndAnActNotKnown) {
  for (const auto code : {acts::round_imported, acts::set_moved, std::string_view("made_up")}) {
    const auto before = number();
    log.add(acts::signed_in);
    log.add(code);
    log.add(acts::signed_out);
    EXPECT_NE(number(), before) << code;
  }
}

TEST_F(LogChangesTest, AreTakenToBeThereBehindMoreActsThanAreLookedThrough) {
  const auto before = number();
  for (int i = 0; i < 300; ++i) log.add(acts::signed_in);
  EXPECT_NE(number(), before);
  EXPECT_EQ(log.asked, 0);
}

TEST_F(LogChangesTest, CannotBeToldByWhoSawTheLogShorter) {
  const auto earlier = log.end;
  log.add(acts::signed_in);
  number();
  EXPECT_EQ(changes.number_at(log, earlier).value(), std::nullopt);
}

TEST_F(LogChangesTest, AreThereWhereAnotherLogStandsInThePlace) {
  const auto before = number();
  KeptLog other;
  other.add(acts::signed_in);
  EXPECT_NE(changes.number_at(other, other.end).value(), before);
  const auto now = changes.number_at(other, other.end).value();
  KeptLog longer;
  for (int i = 0; i < 3; ++i) longer.add(acts::signed_out);
  EXPECT_NE(changes.number_at(longer, longer.end).value(), now);
}

TEST(BesideRounds, IsNoActThatBringsOrMovesPapers) {
  for (const auto code : {acts::round_imported, acts::papers_imported, acts::set_moved,
                          acts::answers_moved, acts::backup_restored}) {
    EXPECT_FALSE(leaves_rounds(code)) << code;
  }
  EXPECT_TRUE(leaves_rounds(acts::signed_in));
}

TEST(BesideSessions, IsNoActThatEndsOneOrChangesAnAccount) {
  for (const auto code :
       {acts::signed_out, acts::session_ended, acts::other_sessions_ended, acts::account_made,
        acts::account_disabled, acts::account_enabled, acts::password_changed, acts::password_reset,
        acts::second_step_added, acts::second_step_removed, acts::recovery_code_used,
        acts::round_imported, acts::identity_unlinked, acts::backup_restored}) {
    EXPECT_FALSE(leaves_sessions(code)) << code;
  }
  EXPECT_TRUE(leaves_sessions(acts::finding_accepted));
}

}  // namespace
}  // namespace liem::assessment
