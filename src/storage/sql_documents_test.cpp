#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "assessment/documents.h"
#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test
using ::testing::ElementsAre;

constexpr std::chrono::sys_seconds noon{std::chrono::seconds(1'800'000'000)};

struct SqlDocumentsTest : testing::TestWithParam<Engine> {
  testing_province::Province province{GetParam()};
  std::unique_ptr<Store> store = province.open();
  DocumentStore& documents = store->documents();

  Document add(const std::string& id, const std::string& account = "anh") {
    Document document{.id = id,
                      .account = account,
                      .unit = "so-a",
                      .name = id + ".txt",
                      .sha256 = std::string(64, 'a'),
                      .size = 10,
                      .created = std::chrono::sys_seconds(std::chrono::seconds(99))};
    EXPECT_TRUE(documents.add_document("tinh", document, {}, {}));
    return document;
  }
  std::map<std::string, JobHold> holds;
  std::string begun() {
    const auto next =
        documents.begin_next_document("tinh", {"test", noon, noon + std::chrono::hours(1)});
    if (!next || !*next) return "";
    holds[(*next)->document.id] = (*next)->hold;
    return (*next)->document.id;
  }
  void end(const std::string& id, DocumentState state) {
    auto document = **documents.document("tinh", id);
    document.state = state;
    EXPECT_TRUE(*documents.end_document("tinh", document, holds[id], {}));
  }
  std::vector<std::string> ids(const std::string& account = "anh") {
    std::vector<std::string> out;
    const auto listed = documents.documents("tinh", account);
    for (const auto& one : listed.value()) out.push_back(one.id);
    return out;
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, SqlDocumentsTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(SqlDocumentsTest, GiveBackWhatWasKeptNewestFirst) {
  const auto first = add("1"), second = add("2");
  EXPECT_EQ(**documents.document("tinh", "1"), first);
  EXPECT_THAT(*documents.documents("tinh", "anh"), ElementsAre(second, first));
  EXPECT_TRUE(documents.documents("tinh", "binh")->empty());
  EXPECT_FALSE(*documents.document("khac", "1")) << "another province";
}

TEST_P(SqlDocumentsTest, KeepProgressAndTheProblemWithItsArguments) {
  auto document = add("1");
  document.state = DocumentState::extracting;
  document.progress = PageProgress{2, 7};
  document.attempts = 2;
  document.problem = Message{"a.b", {{"file", "1.txt"}, {"tool", "t"}}};
  ASSERT_EQ(begun(), "1");
  EXPECT_TRUE(*documents.update_document("tinh", document, holds["1"]));
  EXPECT_EQ(**documents.document("tinh", "1"), document);
  document.problem = Message{"c.d", {}};
  document.progress.reset();
  EXPECT_TRUE(*documents.update_document("tinh", document, holds["1"]));
  EXPECT_EQ(**documents.document("tinh", "1"), document);
}

TEST_P(SqlDocumentsTest, BeginOneOfAnAccountAtATimeAndTakeTurns) {
  for (const char* id : {"a1", "a2", "a3"}) add(id, "anh");
  for (const char* id : {"b1", "b2"}) add(id, "binh");
  EXPECT_EQ(begun(), "a1");
  EXPECT_EQ(begun(), "b1");
  EXPECT_EQ(begun(), "") << "both accounts have one under way";
  end("b1", DocumentState::done);
  end("a1", DocumentState::done);
  EXPECT_EQ(begun(), "a2") << "longest ago";
  end("a2", DocumentState::failed);
  EXPECT_EQ(begun(), "b2");
  EXPECT_EQ(begun(), "a3");
  EXPECT_EQ((*documents.document("tinh", "a3"))->attempts, 1);
}

TEST_P(SqlDocumentsTest, TakeNothingFromWhoLostThem) {
  auto document = add("1");
  ASSERT_EQ(begun(), "1");
  const auto first = holds["1"];
  const auto later = noon + std::chrono::hours(1);
  const auto second =
      documents.begin_next_document("tinh", {"other", later, later + std::chrono::hours(1)});
  ASSERT_TRUE(second && *second);
  document.state = DocumentState::done;
  EXPECT_FALSE(*documents.end_document("tinh", document, first, {}));
  EXPECT_FALSE(*documents.put_document_text("tinh", first, "late"));
  EXPECT_EQ((*documents.document("tinh", "1"))->state, DocumentState::extracting);
  EXPECT_TRUE(*documents.end_document("tinh", document, (*second)->hold, {}));
  EXPECT_EQ((*documents.document("tinh", "1"))->state, DocumentState::done);
}

TEST_P(SqlDocumentsTest, RefuseWhatAnAccountMayNotKeep) {
  auto document = add("1");
  document.id = "2";
  const auto code = [&](const DocumentQuota& quota) {
    const auto added = documents.add_document("tinh", document, quota, {});
    return added ? std::string() : added.error().message.id;
  };
  EXPECT_EQ(code({.documents = 1}), "assessment.too_many_documents");
  EXPECT_EQ(code({.documents = 2, .bytes = 19}), "assessment.too_many_documents");
  EXPECT_THAT(ids(), ElementsAre("1"));
  EXPECT_EQ(code({.documents = 2, .bytes = 20}), "");
}

TEST_P(SqlDocumentsTest, AreGoneWithTheirTextAndStayGone) {
  auto document = add("1");
  document.problem = Message{"a.b", {{"file", "1"}}};
  ASSERT_EQ(begun(), "1");
  EXPECT_TRUE(*documents.update_document("tinh", document, holds["1"]));
  const std::string bytes("x\0y", 3);
  EXPECT_TRUE(*documents.put_document_text("tinh", holds["1"], bytes));
  EXPECT_EQ(*documents.document_text("tinh", "1"), bytes);
  EXPECT_TRUE(*documents.remove_document("tinh", "1", {}));
  EXPECT_FALSE(*documents.remove_document("tinh", "1", {}));
  EXPECT_FALSE(*documents.update_document("tinh", document, holds["1"])) << "by work that was late";
  EXPECT_FALSE(*documents.put_document_text("tinh", holds["1"], bytes));
  EXPECT_FALSE(*documents.document_text("tinh", "1"));
  EXPECT_TRUE(documents.documents("tinh", "anh")->empty());
}

TEST_P(SqlDocumentsTest, KeepEveryWordAboutAFindingAndLetTheLastCount) {
  const AcceptanceScope report{"so-a", "r"}, own{"so-a", ""};
  const auto say = [&](const AcceptanceScope& scope, const char* finding, Verdict verdict,
                       const char* reason) {
    const Acceptance row{finding, verdict, reason, "anh", "Anh", {}};
    EXPECT_TRUE(documents.add_acceptance("tinh", scope, row, {}));
    return row;
  };
  say(report, "f", Verdict::accepted, "một");
  const auto last = say(report, "f", Verdict::accepted, "hai");
  say(report, "g", Verdict::accepted, "ba");
  say(report, "g", Verdict::withdrawn, "");
  const auto apart = say(own, "g", Verdict::accepted, "bốn");
  EXPECT_THAT(*documents.acceptances("tinh", report), ElementsAre(last));
  EXPECT_THAT(*documents.acceptances("tinh", own), ElementsAre(apart));
  EXPECT_EQ(documents.acceptance_history("tinh", report)->size(), 4u);
}

}  // namespace
}  // namespace liem::storage
