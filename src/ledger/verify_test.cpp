#include "ledger/verify.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "ledger/testing_log.h"

namespace liem::ledger {
namespace {

using namespace testing_log;

TEST(Log, IsWholeAsItWasWritten) {
  EXPECT_EQ(verify(log_of(5)), (Verified{5, 0, 0}));
  EXPECT_EQ(verify(log_of(5, {2, 4})), (Verified{5, 2, 4}));
  EXPECT_EQ(verify(Log{}), Verified{});
}

TEST(Log, NamesARowWhoseContentWasAltered) {
  for (const auto alter : std::vector<void (*)(Act&)>{
           [](Act& act) { act.at += std::chrono::seconds(1); },
           [](Act& act) { act.actor = "binh"; }, [](Act& act) { act.on_behalf_of = "anh"; },
           [](Act& act) { act.code = "document.removed"; },
           [](Act& act) { act.object.kind += "x"; }, [](Act& act) { act.object.id.clear(); },
           [](Act& act) { act.unit = "so-b"; }, [](Act& act) { act.before = State::json("{}"); },
           [](Act& act) { act.after.kind = State::Kind::hash; }, [](Act& act) { act.reason = " "; },
           // The same letters in all, with another border between two fields.
           [](Act& act) { act.actor = "an", act.on_behalf_of = "h"; }}) {
    auto log = log_of(5);
    alter(log.rows[2].entry.act);
    EXPECT_EQ(named(verify(log)), "ledger.altered 3");
    log.rows[2].hash = hash_of(log.rows[2].entry);
    EXPECT_EQ(named(verify(log)), "ledger.replaced 3");
  }
}

TEST(Log, NamesARowWhoseChainWasAltered) {
  auto log = log_of(5);
  log.rows[2].entry.previous[0] ^= 1;
  EXPECT_EQ(named(verify(log)), "ledger.altered 3");
  log.rows[2].hash = hash_of(log.rows[2].entry);
  EXPECT_EQ(named(verify(log)), "ledger.replaced 3");
}

TEST(Log, SaysThatOneOfTheLastTwoRowsWasReplacedWhereNothingDecidesBetweenThem) {
  auto log = log_of(5);
  log.rows[3].entry.act.unit = "so-b";
  log.rows[3].hash = hash_of(log.rows[3].entry);
  EXPECT_EQ(named(verify(log)), "ledger.does_not_follow 5");
  auto sealed = log_of(5, {4});
  sealed.rows[4].entry.previous[0] ^= 1;
  sealed.rows[4].hash = hash_of(sealed.rows[4].entry);
  EXPECT_EQ(named(verify(sealed)), "ledger.replaced 5");
}

TEST(Log, NamesRowsThatWereRemoved) {
  auto log = log_of(6);
  log.rows.erase(log.rows.begin() + 1, log.rows.begin() + 4);
  const auto found = verify(log);
  EXPECT_EQ(named(found), "ledger.missing 2");
  EXPECT_EQ(found.error().message.args[1].second, "4");
  auto first = log_of(3);
  first.rows.erase(first.rows.begin());
  EXPECT_EQ(named(verify(first)), "ledger.missing 1");
}

TEST(Log, NamesARowRemovedAlsoWhereTheOthersWereNumberedAnew) {
  auto log = log_of(6);
  log.rows.erase(log.rows.begin() + 2);
  for (std::size_t at = 2; at < log.rows.size(); ++at) log.rows[at].entry.position = at + 1;
  const auto found = verify(log);
  EXPECT_EQ(named(found), "ledger.moved 3");
  EXPECT_EQ(found.error().message.args[1].second, "4");
}

TEST(Log, NamesRowsInAnotherOrder) {
  auto log = log_of(6);
  std::swap(log.rows[2], log.rows[4]);
  EXPECT_EQ(named(verify(log)), "ledger.out_of_order 3");
  std::swap(log.rows[2].entry.position, log.rows[4].entry.position);
  EXPECT_EQ(named(verify(log)), "ledger.moved 3");
}

TEST(Log, NamesARowPutIn) {
  auto log = log_of(5);
  auto forged = append({2, log.rows[1].hash, second(121)}, "tinh", act(3)).stored;
  forged.entry.act.actor = "binh";
  forged.hash = hash_of(forged.entry);
  auto beside = log;
  beside.rows.insert(beside.rows.begin() + 2, forged);
  EXPECT_EQ(named(verify(beside)), "ledger.repeated 3");
  auto numbered = beside;
  for (std::size_t at = 0; at < numbered.rows.size(); ++at) {
    numbered.rows[at].entry.position = at + 1;
  }
  EXPECT_EQ(named(verify(numbered)), "ledger.moved 4");
}

TEST(Log, NamesWhereRowsWereWrittenAnewUnderACheckpoint) {
  auto log = log_of(8, {3, 6});
  log.rows[4].entry.act.unit = "so-b";
  chain_again(log.rows, 5);
  const auto found = verify(log);
  EXPECT_EQ(named(found), "ledger.rewritten 4");
  EXPECT_EQ(found.error().message.args[1].second, "6");
}

TEST(Log, NamesTheFirstRowOfATailCutOffBelowACheckpoint) {
  auto log = log_of(8, {6});
  log.rows.resize(4);
  EXPECT_EQ(named(verify(log)), "ledger.truncated 5");
}

TEST(Log, NamesATailThatTheHeadOfTheDatabaseKnows) {
  auto log = log_of(8);
  log.rows.resize(4);
  Verifier verifier("tinh", {}, {}, Tail::open);
  for (const auto& row : log.rows) verifier.take(row);
  EXPECT_EQ(named(verifier.finish(log.head)), "ledger.truncated 5");
}

TEST(Log, NamesRowsBehindTheLastCheckpointOfALogThatWasHandedOver) {
  const auto log = log_of(8, {6});
  EXPECT_EQ(named(verify(log, Tail::open)), "whole");
  EXPECT_EQ(named(verify(log, Tail::sealed)), "ledger.appended 7");
  EXPECT_EQ(named(verify(log_of(3), Tail::sealed)), "ledger.no_checkpoint");
}

TEST(Log, NamesARowDatedBackBehindACheckpoint) {
  auto log = log_of(4);
  log.checkpoints.push_back(make_checkpoint("tinh", log.head, second(3600), key()));
  log.add(act(5));
  EXPECT_EQ(named(verify(log)), "ledger.backdated 5");
}

TEST(Log, NamesARowOfAnotherProvince) {
  auto log = log_of(3);
  log.rows[1].entry.province = "khac";
  log.rows[1].hash = hash_of(log.rows[1].entry);
  EXPECT_EQ(named(verify(log)), "ledger.other_province 2");
}

TEST(Log, NamesACheckpointThatWasAltered) {
  for (const auto alter : std::vector<void (*)(Checkpoint&)>{
           [](Checkpoint& one) { one.province = "khac"; }, [](Checkpoint& one) { ++one.position; },
           [](Checkpoint& one) { one.hash[3] ^= 1; },
           [](Checkpoint& one) { one.at += std::chrono::seconds(1); },
           [](Checkpoint& one) { one.signature[9] ^= 1; }}) {
    auto log = log_of(5, {2, 4});
    alter(log.checkpoints[1]);
    EXPECT_THAT(named(verify(log)), testing::StartsWith("ledger.bad_signature"));
  }
  auto log = log_of(5, {2});
  log.seal(key(8));
  EXPECT_EQ(named(verify(log)), "ledger.unknown_key 5");
}

TEST(Log, TakesAPaperForACheckpoint) {
  const auto log = log_of(5);
  const Checkpoint paper{"tinh", 3, log.rows[2].hash, log.rows[2].entry.act.at, {}, {}};
  const auto verified = [&](const Log& tampered) {
    Verifier verifier("tinh", {}, {}, Tail::open);
    verifier.trust(paper);
    for (const auto& row : tampered.rows) verifier.take(row);
    return verifier.finish();
  };
  EXPECT_EQ(verified(log), (Verified{5, 1, 3}));
  auto rewritten = log;
  rewritten.rows[1].entry.act.reason = "khác";
  chain_again(rewritten.rows, 2);
  EXPECT_EQ(named(verified(rewritten)), "ledger.rewritten 1");
}

TEST(Append, KeepsTimeFromRunningBackwards) {
  auto log = log_of(3);
  auto late = act(1);
  log.add(late);
  EXPECT_EQ(log.rows[3].entry.act.at, second(180));
  EXPECT_EQ(named(verify(log)), "whole");
}

}  // namespace
}  // namespace liem::ledger
