#include "storage/distribution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/errors.h"
#include "storage/testing_place.h"

namespace liem::storage {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

struct DistributionTest : testing::Test {
  void SetUp() override {
    if (testing_place::postgres_address().empty()) GTEST_SKIP() << "run by script/with-postgres";
    place = std::make_unique<testing_place::OwnPlace>(Engine::postgresql);
    place->store();  // the whole schema
    database = place->database();
  }
  std::size_t place_of(const std::vector<Placement>& plan, const std::string& table) {
    const auto found = std::ranges::find(plan, table, &Placement::table);
    EXPECT_NE(found, plan.end()) << table;
    return static_cast<std::size_t>(found - plan.begin());
  }

  std::unique_ptr<testing_place::OwnPlace> place;
  std::unique_ptr<Database> database;
};

TEST_F(DistributionTest, IsOpenToEveryTableOfTheSchema) {
  EXPECT_THAT(*obstacles_to_distribution(*database), ElementsAre());
}

TEST_F(DistributionTest, IsClosedToKeysWithoutTheProvinceFirst) {
  const auto made = database->transact([&] {
    return database->run_script(
        "CREATE TABLE bad (id text CONSTRAINT bad_key PRIMARY KEY, province text,"
        "  sha256 text, CONSTRAINT bad_unique UNIQUE (sha256, province));"
        "CREATE TABLE worse (province text, other text,"
        "  CONSTRAINT worse_link FOREIGN KEY (other) REFERENCES bad (id))");
  });
  ASSERT_TRUE(made);
  EXPECT_THAT(*obstacles_to_distribution(*database),
              UnorderedElementsAre("bad: bad_key", "bad: bad_unique", "worse: worse_link",
                                   "worse: PRIMARY KEY"));
  EXPECT_EQ(distribute(*database, {}).error().message.id, "storage.not_distributable");
}

TEST_F(DistributionTest, PutsEveryTableBesideTheFirstAndAfterThoseItRefersTo) {
  const auto plan = distribution_plan(*database);
  ASSERT_TRUE(plan);
  for (const auto& [earlier, later] :
       std::vector<std::pair<std::string, std::string>>{{"content", "round"},
                                                        {"round", "round_unit"},
                                                        {"unit", "round_unit"},
                                                        {"round_unit", "submission"},
                                                        {"account", "sign_in"}}) {
    EXPECT_LT(place_of(*plan, earlier), place_of(*plan, later)) << earlier << " " << later;
  }
  EXPECT_EQ((*plan)[place_of(*plan, "liem_migration")].statement(),
            "SELECT create_reference_table('liem_migration')");
  const auto& first = plan->front();
  EXPECT_EQ(first.statement(), "SELECT create_distributed_table('" + first.table +
                                   "', 'province', colocate_with => 'none')");
  EXPECT_EQ((*plan)[place_of(*plan, "sign_in")].statement(),
            "SELECT create_distributed_table('sign_in', 'province', colocate_with => '" +
                first.table + "')");
  const auto tables = database->rows(
      "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
      "WHERE n.nspname = 'public' AND c.relkind = 'r'",
      {}, [](const Row& row) { return row.integer(0); });
  EXPECT_EQ(static_cast<std::int64_t>(plan->size()), tables->front()) << "no table is left out";
}

TEST_F(DistributionTest, SaysThatTheServerLacksTheExtension) {
  const auto plan = distribution_plan(*database);
  ASSERT_TRUE(plan);
  EXPECT_EQ(distribute(*database, *plan).error().message.id, "storage.no_citus");
}

TEST(Distribution, NeedsPostgres) {
  const testing_place::OwnPlace place(Engine::sqlite);
  EXPECT_EQ(distribution_plan(*place.database()).error().message.id, "storage.only_postgres");
}

}  // namespace
}  // namespace liem::storage
