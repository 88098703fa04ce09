#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "assessment/digest.h"
#include "storage/testing_place.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test

const Progress quiet = [](std::size_t, std::size_t) {};

Unit unit_named(const std::string& id, const std::string& parent) {
  return {id,
          {id, id},
          parent.empty() ? organisation::UnitKind::province : organisation::UnitKind::department,
          parent,
          *make_date(2025, 3, 1),
          std::nullopt,
          "NQ"};
}

RoundImport sample_round(const std::string& id) {
  RoundImport import;
  import.province = "tinh";
  const Content set = content_of("the set"), items = content_of("the items"),
                report = content_of(std::string("b\0c", 3)), answers = content_of("");
  import.contents = {set, items, report, answers};
  import.round = {id,
                  {"Đợt", "Round"},
                  2025,
                  *make_date(2024, 12, 16),
                  *make_date(2025, 12, 15),
                  {"s", "1", set.sha256, {"Bộ", "Set"}},
                  items.sha256};
  import.units = {unit_named("tinh", ""), unit_named("so-b", "tinh"), unit_named("so-a", "tinh")};
  import.submissions = {{"so-b",
                         report.sha256,
                         answers.sha256,
                         {{"x.y", 1, 2}},
                         {{"Kế hoạch", "1/KH", *make_date(2025, 1, 2), "Sở", "Một", {"A.1", "B.2"}},
                          {"Ảnh", std::nullopt, std::nullopt, std::nullopt, "Hai", {}}}}};
  import.accounts = {{"anh", "Anh", Role::clerk, "so-b", "hash"}};
  return import;
}

struct SqlStoreTest : testing::TestWithParam<Engine> {
  testing_place::OwnPlace place{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, SqlStoreTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

std::string refusal(const auto& result) { return result ? "accepted" : result.error().message.id; }

TEST_P(SqlStoreTest, KeepsEveryHistoryAndAnswersWithTheNewest) {
  const auto store = place.store();
  ASSERT_TRUE(store->add_round(sample_round("r-0"), quiet));
  EXPECT_EQ(*store->history("tinh"), std::nullopt);
  for (const std::string id : {"r-1", "r-2"}) {
    auto import = sample_round(id);
    import.accounts.clear();
    const Content units = content_of("units " + id), values = content_of("values");
    import.contents.push_back(units);
    import.contents.push_back(values);
    import.history = {units.sha256, values.sha256, import.round.items_sha256};
    ASSERT_TRUE(store->add_round(import, quiet));
    EXPECT_EQ(*store->history("tinh"), import.history);
    EXPECT_EQ(*store->history("other"), std::nullopt);
  }
  EXPECT_EQ(*store->content("tinh", content_of("units r-1").sha256), "units r-1");
}

TEST_P(SqlStoreTest, GivesBackWhatWasAddedAfterReopening) {
  const RoundImport import = sample_round("r");
  ASSERT_TRUE(place.store()->add_round(import, quiet));
  const auto store = place.store();
  EXPECT_EQ(*store->rounds("tinh"), std::vector{import.round});
  EXPECT_EQ(*store->units("tinh", "r"), import.units);
  EXPECT_EQ(**store->submission("tinh", "r", "so-b"), import.submissions[0]);
  EXPECT_EQ(**store->account("tinh", "anh"), import.accounts[0]);
  for (const auto& content : import.contents) {
    EXPECT_EQ(**store->content("tinh", content.sha256), content.bytes);
  }
  EXPECT_EQ(*store->provinces(), std::vector<std::string>{"tinh"});
}

TEST_P(SqlStoreTest, ListsEverySubmissionWithItsAnnex) {
  RoundImport import = sample_round("r");
  import.submissions.push_back({"so-a",
                                std::nullopt,
                                std::nullopt,
                                {},
                                {{"Ảnh", "3", std::nullopt, std::nullopt, "Ba", {}}}});
  const auto store = place.store();
  ASSERT_TRUE(store->add_round(import, quiet));
  const auto all = store->submissions("tinh", "r");
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ((*all)[0].evidence, import.submissions[1].evidence);
  EXPECT_EQ((*all)[1].unit, "so-b");
  ASSERT_EQ((*all)[1].evidence.size(), 2U);
  EXPECT_EQ((*all)[1].evidence[1].title, "Hai");
}

TEST_P(SqlStoreTest, ShowsNothingToAnotherProvince) {
  const auto store = place.store();
  ASSERT_TRUE(store->add_round(sample_round("r"), quiet));
  EXPECT_TRUE(store->rounds("khac")->empty());
  EXPECT_TRUE(store->units("khac", "r")->empty());
  EXPECT_FALSE(store->submission("khac", "r", "so-b")->has_value());
  EXPECT_FALSE(store->account("khac", "anh")->has_value());
}

TEST_P(SqlStoreTest, RefusesTheSameRoundTwice) {
  const auto store = place.store();
  ASSERT_TRUE(store->add_round(sample_round("r"), quiet));
  EXPECT_EQ(refusal(store->add_round(sample_round("r"), quiet)), "assessment.round_exists");
}

TEST_P(SqlStoreTest, LeavesNothingOfARoundThatIsRefusedAtItsEnd) {
  const auto store = place.store();
  ASSERT_TRUE(store->add_round(sample_round("r"), quiet));
  RoundImport second = sample_round("r2");  // its account is taken, which is found out last
  second.contents.push_back(content_of("new"));
  EXPECT_EQ(refusal(store->add_round(second, quiet)), "assessment.account_exists");
  EXPECT_EQ(store->rounds("tinh")->size(), 1U);
  EXPECT_TRUE(store->units("tinh", "r2")->empty());
  EXPECT_FALSE(store->content("tinh", content_of("new").sha256)->has_value());
  second.accounts.clear();
  EXPECT_TRUE(store->add_round(second, quiet));
}

TEST_P(SqlStoreTest, RefusesAUnitKeptWithOtherParticulars) {
  const auto store = place.store();
  ASSERT_TRUE(store->add_round(sample_round("r"), quiet));
  RoundImport second = sample_round("r2");
  second.accounts.clear();
  second.units[1].name.vi = "Tên khác";
  EXPECT_EQ(refusal(store->add_round(second, quiet)), "assessment.unit_differs");
}

TEST_P(SqlStoreTest, RefusesASubmissionOfAUnitOutsideTheRound) {
  const auto store = place.store();
  RoundImport import = sample_round("r");
  import.submissions[0].unit = "so-x";
  EXPECT_EQ(refusal(store->add_round(import, quiet)), "storage.failed");
  EXPECT_TRUE(store->rounds("tinh")->empty());
}

TEST_P(SqlStoreTest, CountsProgressUpToTheTotal) {
  std::size_t calls = 0, last = 0, whole = 0;
  const Progress count = [&](std::size_t done, std::size_t total) {
    EXPECT_EQ(done, ++calls);
    last = done;
    whole = total;
  };
  ASSERT_TRUE(place.store()->add_round(sample_round("r"), count));
  EXPECT_EQ(last, whole);
  EXPECT_GT(whole, 0U);
}

}  // namespace
}  // namespace liem::storage
