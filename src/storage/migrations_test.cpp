#include "storage/migrations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "storage/errors.h"
#include "storage/testing_place.h"

namespace liem::storage {
namespace {

using ::testing::ElementsAre;

std::string refusal(const auto& result) { return result ? "accepted" : result.error().message.id; }

const Migration first{"1", "CREATE TABLE a (x integer); INSERT INTO a VALUES (7)"};
const Migration second{"2", "ALTER TABLE a ADD COLUMN y integer; CREATE TABLE b (z blob, t text)"};
const std::vector<Migration> both{first, second};

struct MigrationsTest : testing::TestWithParam<Engine> {
  testing_place::OwnPlace place{GetParam()};
  std::unique_ptr<Database> database = place.database();

  std::vector<std::int64_t> values() {
    return database->rows("SELECT x FROM a", {}, [](const Row& row) { return row.integer(0); })
        .value_or(std::vector<std::int64_t>{});
  }
  std::vector<std::string> recorded() {
    return database
        ->rows("SELECT name FROM liem_migration ORDER BY position", {},
               [](const Row& row) { return row.text(0); })
        .value_or(std::vector<std::string>{});
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, MigrationsTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(MigrationsTest, RunEachStepOnceAndKeepWhatWasThere) {
  ASSERT_TRUE(migrate(*database, std::vector{first}));
  EXPECT_EQ(schema_of(*database, both)->applied, 1U);
  ASSERT_TRUE(migrate(*database, both));
  ASSERT_TRUE(migrate(*database, both));
  EXPECT_THAT(values(), ElementsAre(7));
  EXPECT_THAT(recorded(), ElementsAre("1", "2"));
  EXPECT_EQ(schema_of(*database, both)->applied, 2U);
}

TEST_P(MigrationsTest, LeaveNothingOfAStepThatFails) {
  const std::vector<Migration> broken{
      first, {"2", "CREATE TABLE b (x integer); CREATE TABLE b (x integer)"}};
  EXPECT_EQ(refusal(migrate(*database, broken)), "storage.failed");
  EXPECT_THAT(recorded(), ElementsAre("1"));
  EXPECT_TRUE(migrate(*database, both)) << "nothing of the failed step stands in the way";
}

TEST_P(MigrationsTest, RefuseWhatANewerProgramOrOtherStepsMade) {
  ASSERT_TRUE(migrate(*database, both));
  EXPECT_EQ(refusal(migrate(*database, std::vector{first})), "storage.newer_database");
  const std::vector<Migration> edited{{"1", "CREATE TABLE a (x integer)"}, second};
  EXPECT_EQ(refusal(migrate(*database, edited)), "storage.other_schema");
  EXPECT_EQ(refusal(schema_of(*database, std::vector{second, first})), "storage.other_schema");
}

TEST_P(MigrationsTest, RunOnceWhereSeveralProgramsBeginAtOnce) {
  std::vector<std::jthread> programs;
  std::atomic<int> ready = 0;
  for (int i = 0; i < 4; ++i) {
    programs.emplace_back([&] {
      const auto mine = place.database();
      const auto done = migrate(*mine, both);
      EXPECT_TRUE(done) << done.error().message.id;
      ready += done.has_value() ? 1 : 0;
    });
  }
  programs.clear();
  EXPECT_EQ(ready, 4);
  EXPECT_THAT(values(), ElementsAre(7));
}

TEST(MigrationsOfOldFiles, AreTakenOverFromTheHeaderAndGoneOnFrom) {
  const testing_place::OwnPlace place(Engine::sqlite);
  const auto database = place.database();
  ASSERT_TRUE(database->transact([&] {
    return database->run_script(
        "CREATE TABLE a (x integer); INSERT INTO a VALUES (8);"
        "PRAGMA user_version = 1; PRAGMA application_id = 1281975661");
  }));
  EXPECT_EQ(schema_of(*database, both)->applied, 1U);
  ASSERT_TRUE(migrate(*database, both));
  const auto rows =
      database->rows("SELECT x, y FROM a", {}, [](const Row& row) { return row.integer(0); });
  EXPECT_THAT(*rows, ElementsAre(8));
  EXPECT_EQ(refusal(migrate(*database, std::vector{first})), "storage.newer_database");
}

TEST(MigrationsOfOldFiles, AreRefusedWhereAnotherOrANewerProgramWroteTheHeader) {
  const testing_place::OwnPlace place(Engine::sqlite);
  const auto database = place.database();
  ASSERT_TRUE(database->run("CREATE TABLE a (x integer)"));
  EXPECT_EQ(refusal(migrate(*database, both)), "storage.foreign_database");
  ASSERT_TRUE(database->run("PRAGMA application_id = 1281975661"));
  ASSERT_TRUE(database->run("PRAGMA user_version = 9"));
  EXPECT_EQ(refusal(migrate(*database, both)), "storage.newer_database");
}

}  // namespace
}  // namespace liem::storage
