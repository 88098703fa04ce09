#include "storage/open_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "storage/errors.h"
#include "storage/testing_place.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

std::string refusal(const auto& result) { return result ? "accepted" : result.error().message.id; }

struct OpenStoreTest : testing::TestWithParam<Engine> {
  testing_place::OwnPlace place{GetParam()};
  auto existing() { return open_store(place.place(), Access::existing); }
};
INSTANTIATE_TEST_SUITE_P(Engines, OpenStoreTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(OpenStoreTest, RefusesAPlaceWithoutDataUnlessToldToCreate) {
  EXPECT_EQ(refusal(existing()),
            GetParam() == Engine::sqlite ? "storage.no_data" : "storage.no_schema");
  EXPECT_EQ(refusal(open_store(place.place(), Access::create)), "accepted");
  EXPECT_EQ(refusal(existing()), "accepted");
}

TEST_P(OpenStoreTest, RefusesAnotherProgramsDatabase) {
  ASSERT_TRUE(place.database()->run("CREATE TABLE theirs (x integer)"));
  EXPECT_EQ(refusal(existing()), "storage.foreign_database");
  EXPECT_EQ(refusal(open_store(place.place(), Access::create)), "storage.foreign_database");
}

TEST_P(OpenStoreTest, RefusesADatabaseOfANewerProgram) {
  place.store();
  ASSERT_TRUE(place.database()->run(
      "INSERT INTO liem_migration (position, name, sha256) VALUES (999, 'later.sql', 'x')"));
  EXPECT_EQ(refusal(existing()), "storage.newer_database");
}

TEST_P(OpenStoreTest, RefusesADatabaseMadeByOtherMigrations) {
  place.store();
  ASSERT_TRUE(place.database()->run("UPDATE liem_migration SET sha256 = 'x' WHERE position = 1"));
  EXPECT_EQ(refusal(existing()), "storage.other_schema");
}

TEST(OpenSqlite, MakesFoldersOnTheWay) {
  const testing_place::OwnPlace place(Engine::sqlite);
  EXPECT_EQ(refusal(open_store(place.folder() / "a" / "b", Access::create)), "accepted");
}

TEST(OpenSqlite, RefusesAFileThatIsNoDatabase) {
  const testing_place::OwnPlace place(Engine::sqlite);
  std::ofstream(place.folder() / "liem.db") << std::string(5000, 'x');
  EXPECT_EQ(refusal(open_store(place.place(), Access::existing)), "storage.not_a_database");
}

TEST(OpenSqlite, RefusesAPlaceThatIsNoFolder) {
  const testing_place::OwnPlace place(Engine::sqlite);
  std::ofstream(place.folder() / "file") << "x";
  EXPECT_EQ(refusal(open_store(place.folder() / "file", Access::create)), "storage.not_writable");
}

}  // namespace
}  // namespace liem::storage
