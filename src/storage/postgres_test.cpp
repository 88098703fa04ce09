// What only a server across a network does: connections that end, others that overtake.
#include "storage/postgres.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/errors.h"
#include "storage/postgres_address.h"
#include "storage/testing_place.h"

namespace liem::storage {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string refusal(const auto& result) { return result ? "accepted" : result.error().message.id; }

std::string whole(const Error& error) {
  std::string out = error.message.id;
  for (const auto& [name, value] : error.message.args) out += " " + value;
  return out;
}

struct PostgresTest : testing::Test {
  void SetUp() override {
    if (testing_place::postgres_address().empty()) {
      GTEST_SKIP() << "run by script/with-postgres";
    }
    place = std::make_unique<testing_place::OwnPlace>(Engine::postgresql);
    database = place->database();
    const auto made = database->transact([&] {
      return database->run_script("CREATE TABLE thing (id text PRIMARY KEY, size integer)");
    });
    ASSERT_TRUE(made);
    ASSERT_TRUE(database->run("INSERT INTO thing (id, size) VALUES (?, ?)", {"a", 1}));
  }

  static std::int64_t number(Database& database, std::string_view sql) {
    const auto row = database.row(sql, {}, [](const Row& r) { return r.integer(0); });
    return row && *row ? **row : -1;
  }
  static std::int64_t size(Database& database) {
    return number(database, "SELECT size FROM thing WHERE id = 'a'");
  }
  // Ends the connection's other end, and waits until it is gone.
  void cut() {
    const auto backend = std::to_string(number(*database, "SELECT pg_backend_pid()"));
    testing_place::ask_server("SELECT pg_terminate_backend(" + backend + ", 10000)");
  }
  Result<void> grow() {
    return database->run("UPDATE thing SET size = ? WHERE id = 'a'", {size(*database) + 1});
  }

  std::unique_ptr<testing_place::OwnPlace> place;
  std::unique_ptr<Database> database;
};

TEST_F(PostgresTest, ConnectsAnewWhereItsConnectionEndedBetweenTwoCalls) {
  cut();
  EXPECT_EQ(size(*database), 1);
  cut();
  EXPECT_TRUE(grow());
  EXPECT_EQ(size(*database), 2);
}

TEST_F(PostgresTest, SaysThatAConnectionWasLostAmidATransactionAndKeepsNothing) {
  int runs = 0;
  const auto done = database->transact([&]() -> Result<void> {
    ++runs;
    EXPECT_TRUE(grow());
    cut();
    return grow();
  });
  EXPECT_EQ(refusal(done), "storage.unreachable");
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(size(*database), 1);
}

TEST_F(PostgresTest, SaysThatTheOutcomeIsUnknownWhereAConnectionWasLostAtTheEnd) {
  const auto done = database->transact([&]() -> Result<void> {
    auto grown = grow();
    cut();
    return grown;
  });
  EXPECT_EQ(refusal(done), "storage.outcome_unknown");
  EXPECT_EQ(size(*database), 1);
}

TEST_F(PostgresTest, RunsATransactionAgainThatOthersOvertook) {
  const auto other = place->database();
  int runs = 0;
  const auto done = database->transact([&]() -> Result<void> {
    const auto seen = size(*database);
    if (++runs == 1) {
      EXPECT_TRUE(other->run("UPDATE thing SET size = 10 WHERE id = 'a'"));
    }
    return database->run("UPDATE thing SET size = ? WHERE id = 'a'", {seen + 1});
  });
  EXPECT_EQ(refusal(done), "accepted");
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(size(*database), 11) << "on what the other one wrote";
}

TEST_F(PostgresTest, LetsNoTwoWriteWhatEachReadOfTheOther) {
  const auto other = place->database();
  const auto add_where_one = [](Database& db, const char* id) {
    return [&db, id]() -> Result<bool> {
      if (number(db, "SELECT count(*) FROM thing") != 1) return false;
      auto added = db.run("INSERT INTO thing (id, size) VALUES (?, 1)", {id});
      if (!added) return std::unexpected(added.error());
      return true;
    };
  };
  bool first = true;
  const auto mine = database->transact([&]() -> Result<bool> {
    auto added = add_where_one(*database, "mine")();
    if (std::exchange(first, false)) {
      EXPECT_EQ(other->transact(add_where_one(*other, "theirs")), true);
    }
    return added;
  });
  EXPECT_EQ(mine, false) << "run again, it saw what the other had added";
  EXPECT_EQ(number(*database, "SELECT count(*) FROM thing"), 2);
}

TEST_F(PostgresTest, RunsAgainWhatFoundItsKeyTakenMeanwhile) {
  const auto other = place->database();
  ASSERT_TRUE(database->run("CREATE TABLE numbered (number integer PRIMARY KEY)"));
  const auto add_next = [](Database& db) {
    const auto last = number(db, "SELECT coalesce(max(number), 0) FROM numbered");
    return db.run("INSERT INTO numbered (number) VALUES (?)", {last + 1});
  };
  int runs = 0;
  const auto done = database->transact([&]() -> Result<void> {
    static_cast<void>(number(*database, "SELECT count(*) FROM numbered"));
    if (++runs == 1) EXPECT_TRUE(other->transact([&] { return add_next(*other); }));
    return add_next(*database);
  });
  EXPECT_EQ(refusal(done), "accepted");
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(number(*database, "SELECT max(number) FROM numbered"), 2);
}

TEST_F(PostgresTest, GivesUpWhereOthersOvertakeItEveryTime) {
  const auto other = place->database();
  const auto done = database->transact([&]() -> Result<void> {
    static_cast<void>(size(*database));
    EXPECT_TRUE(other->run("UPDATE thing SET size = size + 1 WHERE id = 'a'"));
    return database->run("UPDATE thing SET size = 0 WHERE id = 'a'");
  });
  EXPECT_EQ(refusal(done), "storage.overtaken");
}

TEST_F(PostgresTest, SaysThatAnotherProgramHoldsTheLock) {
  const auto impatient =
      open_database(place->place(), Access::create, std::chrono::milliseconds(20));
  ASSERT_TRUE(impatient);
  const auto held = database->transact([&]() -> Result<void> {
    EXPECT_TRUE(grow());
    EXPECT_EQ(refusal((*impatient)->run("UPDATE thing SET size = 9")), "storage.locked");
    return {};
  });
  EXPECT_TRUE(held);
}

TEST_F(PostgresTest, RefusesTextThatPostgresCannotKeepRatherThanCutIt) {
  EXPECT_EQ(refusal(database->run("INSERT INTO thing (id) VALUES (?)", {std::string("a\0b", 3)})),
            "storage.failed");
  EXPECT_EQ(number(*database, "SELECT count(*) FROM thing"), 1);
}

TEST_F(PostgresTest, ComparesTextByteByByteAsSqliteDoes) {
  for (const char* id : {"B", "b", "ă"}) {
    ASSERT_TRUE(database->run("INSERT INTO thing (id) VALUES (?)", {id}));
  }
  const auto ids = database->rows("SELECT id FROM thing ORDER BY id", {},
                                  [](const Row& row) { return row.text(0); });
  EXPECT_THAT(*ids, ElementsAre("B", "a", "b", "ă"));
}

TEST_F(PostgresTest, RefusesAServerThatKeepsTextInAnotherForm) {
  const testing_place::OwnPlace latin(Engine::postgresql, "LATIN1");
  EXPECT_EQ(refusal(open_database(latin.place(), Access::create)), "storage.unfit_server");
}

TEST_F(PostgresTest, TellsNoPasswordWhereItCannotConnect) {
  const auto& address = place->place().database;
  const auto colon = address.find(':', address.find("//"));
  const std::string password = address.substr(colon + 1, address.find('@') - colon - 1);
  ASSERT_GE(password.size(), 16U);
  EXPECT_THAT(database->name(), Not(HasSubstr(password)));
  for (const auto& wrong : {address + "_absent", "postgresql://liem:" + password + "@127.0.0.1:1/x",
                            "postgresql://other:" + password + address.substr(address.find('@'))}) {
    const auto refused = open_postgres(wrong, lock_patience);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message.id, "storage.unreachable") << whole(refused.error());
    EXPECT_THAT(whole(refused.error()), Not(HasSubstr(password)));
  }
}

TEST(PostgresAddress, IsShownWithoutItsPassword) {
  const auto shown = [](const std::string& text) {
    const auto address = PostgresAddress::parse(text);
    return address ? address->name : whole(address.error());
  };
  EXPECT_EQ(shown("postgresql://liem:secret@db.example:5433/liem?sslmode=require"),
            "postgresql://liem@db.example:5433/liem");
  EXPECT_EQ(shown("postgres:///liem?host=/run/postgresql&password=secret"),
            "postgresql:///liem?host=/run/postgresql");
}

TEST(PostgresAddress, ThatIsNotWellFormedIsRefusedWithoutRepeatingIt) {
  for (const std::string text : {"host=db password=secret", "mysql://liem:secret@db/liem",
                                 "postgresql://liem:secret%zz@db/liem", "postgresql://[liem:secret",
                                 "postgresql://liem:secret@db/liem?nonsense=secret"}) {
    const auto address = PostgresAddress::parse(text);
    ASSERT_FALSE(address) << text;
    EXPECT_EQ(whole(address.error()), "storage.bad_address");
  }
}

}  // namespace
}  // namespace liem::storage
