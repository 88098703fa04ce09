#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "assessment/acts.h"
#include "ledger/verify.h"
#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test
using std::chrono::seconds;
using ::testing::ElementsAre;

const std::chrono::sys_seconds start{seconds(1'800'000'000)};

ledger::SecretKey key() {
  std::array<unsigned char, 32> seed{};
  seed.fill(7);
  return ledger::SecretKey::from_seed(seed);
}

ledger::Act act(int number, const std::string& unit = "so-a", const std::string& actor = "anh") {
  ledger::Act out;
  out.at = start + seconds(number);
  out.actor = actor;
  out.code = acts::document_added;
  out.object = {"document", "d" + std::to_string(number)};
  out.unit = unit;
  out.after = ledger::State::json(R"({"n":1})");
  return out;
}

struct SqlLedgerTest : testing::TestWithParam<Engine> {
  testing_province::Province province{GetParam()};
  std::unique_ptr<Store> store = province.open();
  LedgerStore& log = store->ledger();

  void record(const std::vector<ledger::Act>& all) { ASSERT_TRUE(log.record("tinh", all)); }
  std::vector<std::uint64_t> positions(const LedgerFilter& filter, std::size_t limit = 100) {
    std::vector<std::uint64_t> out;
    const auto found = log.entries("tinh", filter, limit).value();
    for (const auto& one : found) out.push_back(one.entry.position);
    return out;
  }
  std::string verified(ledger::Signatures signatures = ledger::Signatures::checked) {
    ledger::Verifier verifier("tinh", *log.checkpoints("tinh"), {signatures, {key().public_key()}},
                              ledger::Tail::open);
    const auto rows = log.entries_from("tinh", 1, 1'000'000).value();
    for (const auto& row : rows) verifier.take(row);
    const auto result = verifier.finish(*log.head("tinh"));
    if (result) return "whole " + std::to_string(result->entries);
    return result.error().message.id + " " + result.error().message.args.front().second;
  }
  // As somebody with the database's own program does it; what the database said.
  std::string raw(const std::string& sql) {
    const auto database = province.database();
    const auto done = database->transact([&] { return database->run_script(sql); });
    if (done) return "";
    for (const auto& [name, value] : done.error().message.args) {
      if (name == "reason") return value;
    }
    return done.error().message.id;
  }
  void without_guards() {
    if (GetParam() == Engine::postgresql) {
      EXPECT_EQ(raw("ALTER TABLE ledger_entry DISABLE TRIGGER USER"), "");
      return;
    }
    for (const char* name : {"ledger_entry_stays", "ledger_entry_is_kept", "ledger_entry_is_new"}) {
      EXPECT_EQ(raw(std::string("DROP TRIGGER ") + name), "");
    }
  }
};

TEST_P(SqlLedgerTest, GivesBackWhatWasWrittenChained) {
  const auto first = act(1);
  auto second = act(2);
  second.before = ledger::State::hash(std::string(64, 'a'));
  second.on_behalf_of = "binh";
  second.reason = "vì \"thế\"";
  record({first});
  record({second});
  const auto rows = *log.entries_from("tinh", 1, 10);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].entry.act, first);
  EXPECT_EQ(rows[1].entry.act, second);
  EXPECT_EQ(rows[1].entry.previous, rows[0].hash);
  EXPECT_EQ(log.head("tinh")->hash, rows[1].hash);
  EXPECT_EQ(verified(), "whole 2");
}

TEST_P(SqlLedgerTest, KeepsAnActAndItsEntryTogetherOrNeither) {
  const Document document{.id = "d",
                          .account = "anh",
                          .unit = "so-a",
                          .name = "a",
                          .sha256 = "h",
                          .size = 1,
                          .created = start};
  ASSERT_TRUE(store->documents().add_document("tinh", document, {}, act(1)));
  EXPECT_FALSE(store->documents().add_document("tinh", document, {}, act(2)));
  EXPECT_FALSE(store->documents().add_document("tinh", document, {.documents = 1}, act(3)));
  EXPECT_EQ(verified(), "whole 1");
  EXPECT_FALSE(*store->documents().remove_document("tinh", "unknown", act(4)));
  EXPECT_TRUE(*store->documents().remove_document("tinh", "d", act(5)));
  EXPECT_EQ(verified(), "whole 2");
}

TEST_P(SqlLedgerTest, StaysOneChainWhereManyWriteAtOnce) {
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer) {
    writers.emplace_back([&] {
      const auto own = province.open();
      for (int number = 0; number < 25; ++number) {
        EXPECT_TRUE(own->ledger().record("tinh", {act(number)}));
      }
    });
  }
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(verified(), "whole 100");
}

TEST_P(SqlLedgerTest, FindsByUnitObjectPersonAndTimeNewestFirst) {
  auto delegated = act(3, "so-b", "chi");
  delegated.on_behalf_of = "anh";
  record({act(1), act(2, "so-b", "binh"), delegated, act(4)});
  EXPECT_THAT(positions({}), ElementsAre(4, 3, 2, 1));
  LedgerFilter of_unit, of_object, of_person, between, of_both;
  of_unit.unit = "so-b";
  of_object.object = "d4";
  of_person.person = "anh";
  between.from = start + seconds(2);
  between.before = start + seconds(4);
  of_both.unit = "so-b";
  of_both.person = "binh";
  EXPECT_THAT(positions(of_unit), ElementsAre(3, 2));
  EXPECT_THAT(positions(of_object), ElementsAre(4));
  EXPECT_THAT(positions(of_person), ElementsAre(4, 3, 1));
  EXPECT_THAT(positions(between), ElementsAre(3, 2));
  EXPECT_THAT(positions(of_both), ElementsAre(2));
}

TEST_P(SqlLedgerTest, PagesWithoutGapsWhileMoreIsWritten) {
  record({act(1), act(2), act(3)});
  EXPECT_THAT(positions({}, 2), ElementsAre(3, 2));
  record({act(4)});
  LedgerFilter older;
  older.below = 2;
  EXPECT_THAT(positions(older, 2), ElementsAre(1));
}

TEST_P(SqlLedgerTest, IsOnlyEverAddedTo) {
  record({act(1)});
  ASSERT_TRUE(log.seal("tinh", [](const auto& head) {
    return ledger::make_checkpoint("tinh", head, start + seconds(9), key());
  }));
  const auto refused = testing::HasSubstr("the log is only ever added to");
  EXPECT_THAT(raw("UPDATE ledger_entry SET actor = 'binh'"), refused);
  EXPECT_THAT(raw("DELETE FROM ledger_entry"), refused);
  const bool sqlite = GetParam() == Engine::sqlite;
  EXPECT_THAT(raw(sqlite ? "INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry"
                         : "TRUNCATE ledger_entry"),
              refused);
  EXPECT_THAT(raw("UPDATE ledger_checkpoint SET hash = ''"), refused);
  EXPECT_THAT(raw("DELETE FROM ledger_checkpoint"), refused);
  EXPECT_EQ(verified(), "whole 1");
}

TEST_P(SqlLedgerTest, NamesWhatSomebodyDidToTheFileItself) {
  record({act(1), act(2), act(3), act(4), act(5)});
  without_guards();
  EXPECT_EQ(raw("UPDATE ledger_entry SET actor = 'binh' WHERE position = 2"), "");
  EXPECT_EQ(verified(), "ledger.altered 2");
  EXPECT_EQ(raw("UPDATE ledger_entry SET actor = 'anh' WHERE position = 2"), "");
  EXPECT_EQ(verified(), "whole 5");
  const bool sqlite = GetParam() == Engine::sqlite;  // which takes a text for a number
  EXPECT_EQ(raw(sqlite ? "UPDATE ledger_entry SET at = 'x', previous = 7 WHERE position = 4"
                       : "UPDATE ledger_entry SET previous = 'x' WHERE position = 4"),
            "");
  EXPECT_EQ(verified(), "ledger.altered 4");
  EXPECT_EQ(raw("DELETE FROM ledger_entry WHERE position = 4"), "");
  EXPECT_EQ(verified(), "ledger.missing 4");
  EXPECT_EQ(raw("DELETE FROM ledger_entry WHERE position > 3"), "");
  EXPECT_EQ(verified(), "ledger.truncated 4");
}

TEST_P(SqlLedgerTest, NamesATailCutOffWithItsHeadOnlyThanksToACheckpoint) {
  record({act(1), act(2), act(3)});
  const auto sealed = log.seal("tinh", [](const auto& head) {
    return ledger::make_checkpoint("tinh", head, start + seconds(9), key());
  });
  ASSERT_TRUE(sealed);
  EXPECT_EQ(sealed->position, 3U);
  EXPECT_THAT(*log.checkpoints("tinh"), ElementsAre(*sealed));
  without_guards();
  raw("DELETE FROM ledger_entry WHERE position = 3");
  raw("UPDATE ledger_head SET position = 2, hash = (SELECT hash FROM ledger_entry WHERE position "
      "= 2)");
  EXPECT_EQ(verified(), "ledger.truncated 3");
}

TEST_P(SqlLedgerTest, DatesNothingBackBehindACheckpoint) {
  record({act(1)});
  ASSERT_TRUE(log.seal("tinh", [](const auto& head) {
    return ledger::make_checkpoint("tinh", head, start + seconds(100), key());
  }));
  record({act(2)});
  EXPECT_EQ(log.entries("tinh", {}, 1)->front().entry.act.at, start + seconds(100));
  EXPECT_EQ(verified(), "whole 2");
}

INSTANTIATE_TEST_SUITE_P(Engines, SqlLedgerTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

}  // namespace
}  // namespace liem::storage
