#include "assessment/acceptance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "assessment/documents.h"

namespace liem::assessment {
namespace {

using ::testing::ElementsAre;

// Acceptances only; nothing is asked about documents here.
class History final : public DocumentStore {
 public:
  std::vector<Acceptance> rows;
  std::vector<ledger::Act> log;

  Result<void> add_acceptance(const std::string&, const AcceptanceScope&, const Acceptance& row,
                              const ledger::Act& act) override {
    rows.push_back(row);
    log.push_back(act);
    return {};
  }
  Result<std::vector<Acceptance>> acceptances(const std::string&, const AcceptanceScope&) override {
    std::vector<Acceptance> standing;
    for (const auto& row : rows) {
      std::erase_if(standing, [&](const auto& one) { return one.finding == row.finding; });
      if (row.verdict == Verdict::accepted) standing.push_back(row);
    }
    return standing;
  }
  Result<std::vector<Acceptance>> acceptance_history(const std::string&,
                                                     const AcceptanceScope&) override {
    return rows;
  }

  Result<void> add_document(const std::string&, const Document&, const DocumentQuota&,
                            const ledger::Act&) override {
    LIEM_CHECK(false);
  }
  Result<std::optional<Document>> document(const std::string&, const std::string&) override {
    LIEM_CHECK(false);
  }
  Result<std::vector<Document>> documents(const std::string&, const std::string&) override {
    LIEM_CHECK(false);
  }
  Result<std::optional<BegunDocument>> begin_next_document(const std::string&,
                                                           const JobTaker&) override {
    LIEM_CHECK(false);
  }
  Result<bool> renew_hold(const std::string&, const JobHold&, std::chrono::sys_seconds) override {
    LIEM_CHECK(false);
  }
  Result<bool> update_document(const std::string&, const Document&, const JobHold&) override {
    LIEM_CHECK(false);
  }
  Result<bool> end_document(const std::string&, const Document&, const JobHold&,
                            const JobEnd&) override {
    LIEM_CHECK(false);
  }
  Result<bool> remove_document(const std::string&, const std::string&,
                               const ledger::Act&) override {
    LIEM_CHECK(false);
  }
  Result<bool> put_document_text(const std::string&, const JobHold&, std::string_view) override {
    LIEM_CHECK(false);
  }
  Result<std::optional<std::string>> document_text(const std::string&,
                                                   const std::string&) override {
    LIEM_CHECK(false);
  }
};

struct AcceptanceTest : testing::Test {
  History store;
  Viewer clerk{"tinh", "anh", "Anh", Role::clerk, "so-a"};
  AcceptanceScope scope{"so-a", "r"};
  reading::Reading reading;

  AcceptanceTest() {
    for (const char* id : {"f1", "f2"}) {
      reading.findings.push_back({"sum_mismatch", reading::Severity::error, {}, {}, {}, id});
    }
  }
  Result<Acceptance> accepted(const Viewer& viewer, const std::string& finding,
                              const std::string& reason, int second) {
    Acceptance wanted;
    wanted.finding = finding;
    wanted.reason = reason;
    wanted.at = std::chrono::sys_seconds(std::chrono::seconds(second));
    return accept(store, viewer, scope, reading, wanted);
  }
  Result<void> withdrawn(const Viewer& viewer, const std::string& finding) {
    return withdraw(store, viewer, scope, finding, {});
  }
  std::vector<std::string> standing() {
    std::vector<std::string> ids;
    const auto accepted = acceptances_of(store, "tinh", scope, reading);
    for (const auto& one : accepted.value()) {
      ids.push_back(one.finding);
    }
    return ids;
  }
};

TEST_F(AcceptanceTest, KeepsWhoSaidWhatAndWhen) {
  const auto one = accepted(clerk, "f2", "Đã đối chiếu", 7);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->account, "anh");
  EXPECT_EQ(one->name, "Anh");
  EXPECT_EQ(one->reason, "Đã đối chiếu");
  EXPECT_EQ(one->at.time_since_epoch().count(), 7);
  EXPECT_THAT(standing(), ElementsAre("f2"));
}

TEST_F(AcceptanceTest, AddsToTheHistoryAndNeverTakesFromIt) {
  ASSERT_TRUE(accepted(clerk, "f1", "một", 1));
  ASSERT_TRUE(accepted(clerk, "f1", "hai", 2));
  ASSERT_TRUE(withdrawn(clerk, "f1"));
  EXPECT_EQ(store.rows.size(), 3u);
  EXPECT_TRUE(standing().empty());
  ASSERT_TRUE(accepted(clerk, "f1", "ba", 3));
  EXPECT_THAT(standing(), ElementsAre("f1"));
}

TEST_F(AcceptanceTest, TellsTheSameWordsAgainAsTheyStand) {
  ASSERT_TRUE(accepted(clerk, "f1", "một", 1));
  const auto again = accepted(clerk, "f1", "một", 9);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->at.time_since_epoch().count(), 1);
  EXPECT_EQ(store.rows.size(), 1u);
}

TEST_F(AcceptanceTest, NeedsAFindingThatIsThere) {
  EXPECT_EQ(accepted(clerk, "f3", "một", 1).error().message.id, errors::no_finding.id);
  EXPECT_EQ(withdrawn(clerk, "f1").error().message.id, errors::no_acceptance.id);
}

TEST_F(AcceptanceTest, IsShownOnlyWhereTheFindingStillIs) {
  ASSERT_TRUE(accepted(clerk, "f1", "một", 1));
  reading.findings.erase(reading.findings.begin());
  EXPECT_TRUE(standing().empty());
}

TEST_F(AcceptanceTest, IsForTheUnitsClerkAndForInspectors) {
  for (const Role role : {Role::clerk, Role::head, Role::inspector, Role::committee, Role::reviewer,
                          Role::tip_officer, Role::auditor, Role::administrator}) {
    for (const char* unit : {"so-a", "so-b"}) {
      const Viewer viewer{"tinh", "binh", "Bình", role, unit};
      const bool may_accept =
          role == Role::inspector || (role == Role::clerk && viewer.unit == scope.unit);
      EXPECT_EQ(accepted(viewer, "f1", "một", 1).has_value(), may_accept) << name_of(role) << unit;
    }
  }
  EXPECT_EQ(withdrawn({"tinh", "c", "C", Role::head, "so-a"}, "f1").error().message.id,
            errors::no_right.id);
}

TEST_F(AcceptanceTest, IsOfWhoWroteAndForWhomHeDid) {
  Viewer deputy{"tinh", "dung", "Dũng", Role::inspector, "so-a"};
  ASSERT_TRUE(accepted(deputy, "f1", "một", 1));
  deputy.acting_for = ActingFor{"thanhtra", "Thanh Tra"};
  ASSERT_TRUE(accepted(deputy, "f1", "một", 2));
  const auto last = acceptances_of(store, "tinh", scope, reading).value();
  ASSERT_EQ(last.size(), 1U);
  EXPECT_EQ(last[0].account, "dung");
  EXPECT_EQ(last[0].on_behalf_of, "thanhtra");
  EXPECT_EQ(last[0].on_behalf_of_name, "Thanh Tra");
}

TEST(Reason, IsCountedInCharactersWithoutWhiteSpaceAtItsEnds) {
  EXPECT_EQ(checked_reason("  \n ớợở \t"), "ớợở");
  EXPECT_EQ(checked_reason("một\r\nhai"), "một\nhai");
  std::string longest;
  for (int i = 0; i < 1000; ++i) longest += "ớ";
  EXPECT_TRUE(checked_reason(longest));
  EXPECT_FALSE(checked_reason(longest + "ớ"));
  for (const char* wrong : {"", "   ", "ớợ", " a b\n\t"}) {
    EXPECT_EQ(checked_reason(wrong).has_value(), std::string_view(wrong) == " a b\n\t") << wrong;
  }
  EXPECT_FALSE(checked_reason("abc\x01"));
  EXPECT_FALSE(checked_reason("abc\xff"));
}

TEST(DocumentName, IsTheLastPartOfWhatTheBrowserSends) {
  EXPECT_EQ(checked_document_name("C:\\a\\báo cáo.docx"), "báo cáo.docx");
  EXPECT_EQ(checked_document_name("/tmp/a.pdf"), "a.pdf");
  for (const std::string& wrong : {std::string(), std::string("a/"), std::string(256, 'a'),
                                   std::string("a\nb"), std::string("a\xff")}) {
    EXPECT_FALSE(checked_document_name(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace liem::assessment
