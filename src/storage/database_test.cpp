#include "storage/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/errors.h"
#include "storage/testing_place.h"

namespace liem::storage {
namespace {

using ::testing::ElementsAre;

struct DatabaseTest : testing::TestWithParam<Engine> {
  DatabaseTest() {
    const auto made = database->transact([&] {
      return database->run_script(
          "CREATE TABLE thing (id text NOT NULL PRIMARY KEY, size integer, bytes blob)");
    });
    LIEM_CHECK(made.has_value());
  }
  Database& db() { return *database; }
  Result<void> add(const std::string& id) {
    return db().run("INSERT INTO thing (id, size) VALUES (?, ?)", {id, 1});
  }
  std::vector<std::string> ids() {
    return *db().rows("SELECT id FROM thing ORDER BY id", {},
                      [](const Row& row) { return row.text(0); });
  }

  testing_place::OwnPlace place{GetParam()};
  std::unique_ptr<Database> database = place.database();
};
INSTANTIATE_TEST_SUITE_P(Engines, DatabaseTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(DatabaseTest, GivesBackEveryKindOfValueAsItWas) {
  const std::string bytes("\0a\xff", 3);
  const std::optional<std::string> none;
  ASSERT_TRUE(db().run("INSERT INTO thing (id, size, bytes) VALUES (?, ?, ?)",
                       {"", std::int64_t{-9'000'000'000'000'000'001}, Blob{bytes}}));
  ASSERT_TRUE(db().run("INSERT INTO thing (id, size, bytes) VALUES (?, ?, ?)",
                       {"ệ", std::optional<std::int64_t>(), Blob{""}}));
  const auto rows =
      db().rows("SELECT id, size, bytes FROM thing ORDER BY id", {},
                [](const Row& r) { return std::tuple(r.text(0), r.maybe_integer(1), r.text(2)); });
  EXPECT_THAT(*rows, ElementsAre(std::tuple("", -9'000'000'000'000'000'001, bytes),
                                 std::tuple("ệ", std::nullopt, "")));
  const auto absent = db().row("SELECT 1 FROM thing WHERE id = ?", {none},
                               [](const Row& r) { return r.integer(0); });
  EXPECT_FALSE(*absent) << "nothing equals null";
}

TEST_P(DatabaseTest, KeepsNothingOfATransactionThatIsRefused) {
  const auto refused = db().transact([&]() -> Result<void> {
    EXPECT_TRUE(add("a"));
    EXPECT_THAT(ids(), ElementsAre("a"));
    return fail(errors::full);
  });
  EXPECT_EQ(refused.error().message.id, "storage.full");
  EXPECT_THAT(ids(), ElementsAre());
}

TEST_P(DatabaseTest, KeepsNothingWhereAStatementFailedAndNobodyLooked) {
  const auto done = db().transact([&]() -> Result<void> {
    static_cast<void>(add("a"));
    static_cast<void>(add("a"));
    return {};
  });
  const bool tells = GetParam() == Engine::postgresql;  // which of its keys was there already
  EXPECT_EQ(done.error().message.id, tells ? "storage.duplicate" : "storage.failed");
  EXPECT_THAT(ids(), ElementsAre());
  EXPECT_TRUE(add("a")) << "the next one starts afresh";
}

TEST_P(DatabaseTest, KeepsNothingWhereTheBodyThrows) {
  EXPECT_THROW(static_cast<void>(db().transact([&]() -> Result<void> {
                 static_cast<void>(add("a"));
                 throw std::bad_alloc();
               })),
               std::bad_alloc);
  EXPECT_THAT(ids(), ElementsAre());
}

TEST_P(DatabaseTest, MakesATransactionInsideAnotherPartOfIt) {
  const auto both = [&](bool refuse_inner) {
    return db().transact([&]() -> Result<int> {
      EXPECT_TRUE(add("outer"));
      const auto inner = db().transact([&]() -> Result<void> {
        EXPECT_TRUE(add("inner"));
        return refuse_inner ? fail(errors::full) : Result<void>();
      });
      EXPECT_EQ(inner.has_value(), !refuse_inner);
      return 7;  // as if the inner one did not matter
    });
  };
  EXPECT_EQ(both(true).error().message.id, "storage.full");
  EXPECT_THAT(ids(), ElementsAre());
  EXPECT_EQ(both(false), 7);
  EXPECT_THAT(ids(), ElementsAre("inner", "outer"));
}

}  // namespace
}  // namespace liem::storage
