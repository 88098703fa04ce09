// What must hold of every log, whatever is in it and whatever is done to it.
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>

#include "ledger/testing_log.h"

namespace liem::ledger {
namespace {

using namespace testing_log;

int below(int count) { return *rc::gen::inRange(0, count); }
std::size_t index_below(std::size_t count) {
  return static_cast<std::size_t>(below(static_cast<int>(count)));
}

std::string any_text() {
  static const std::vector<std::string> parts{"", "a", "\"", "\\", "\n", "đợt", "\x01", "{}", "𝄞"};
  std::string out;
  for (int count = below(4); count > 0; --count) out += parts[index_below(parts.size())];
  return out;
}

State any_state() {
  switch (below(3)) {
    case 0:
      return {};
    case 1:
      return State::json(any_text());
    default:
      return State::hash(to_hex(sha256(any_text())));
  }
}

Act any_act(std::chrono::sys_seconds at) {
  return {at,         any_text(),  any_text(),  any_text(), {any_text(), any_text()},
          any_text(), any_state(), any_state(), any_text()};
}

// Sealed here and there, and at its end.
Log any_log() {
  Log log;
  for (int count = 2 + below(10), at = 0; count > 0; --count) {
    at += below(3);
    log.add(any_act(second(at)));
    if (count == 1 || below(4) == 0) log.seal();
  }
  return log;
}

TEST(AnyLog, IsWholeAndReadsAsItWasWritten) {
  EXPECT_TRUE(rc::check([] {
    const auto log = any_log();
    const Verified whole{log.rows.size(), log.checkpoints.size(), log.rows.size()};
    RC_ASSERT(verify(log, Tail::sealed).value() == whole);
    RC_ASSERT(verify_text(text_of_export(log)).value() == whole);
    for (const auto& row : log.rows) {
      auto line = line_of(row);
      line.pop_back();
      RC_ASSERT(read_line(line, 1).value() == ExportLine(row));
    }
  }));
}

TEST(AnyLog, TellsOfAnySingleByteOfItsExportThatIsAnother) {
  EXPECT_TRUE(rc::check([] {
    const auto log = any_log();
    const auto text = text_of_export(log);
    for (int tries = 0; tries < 20; ++tries) {
      auto altered = text;
      char& byte = altered[index_below(text.size() - 1)];  // the last ends the file
      byte = static_cast<char>(byte ^ (1 + below(255)));
      RC_ASSERT(!verify_text(altered).has_value());
    }
  }));
}

TEST(AnyLog, NamesTheRowAnyOfWhoseBytesIsAnother) {
  EXPECT_TRUE(rc::check([] {
    const auto log = any_log();
    const auto at = index_below(log.rows.size());
    auto text = line_of(ExportHeader{log.province});
    for (std::size_t row = 0; row < log.rows.size(); ++row) {
      auto line = line_of(log.rows[row]);
      if (row == at) {
        char& byte = line[index_below(line.size() - 1)];
        byte = static_cast<char>(byte ^ (1 + below(255)));
      }
      text += line;
    }
    for (const auto& one : log.checkpoints) text += line_of(one);
    const auto found = verify_text(text);
    RC_ASSERT(!found.has_value());
    // Either as a row by its position, or as a line of the file, one behind the header.
    const auto& message = found.error().message;
    const auto by_line = message.id == "ledger.bad_line";
    RC_ASSERT(message.args.front().second == std::to_string(at + 1 + (by_line ? 1 : 0)));
  }));
}

TEST(AnyLog, NamesTheFirstRowThatWasRemoved) {
  EXPECT_TRUE(rc::check([] {
    auto log = any_log();
    const auto from = index_below(log.rows.size());
    const auto count = 1 + index_below(log.rows.size() - from);
    const bool tail = from + count == log.rows.size();
    log.rows.erase(log.rows.begin() + static_cast<int>(from),
                   log.rows.begin() + static_cast<int>(from + count));
    RC_ASSERT(named(verify(log)) ==
              (tail ? "ledger.truncated " : "ledger.missing ") + std::to_string(from + 1));
  }));
}

TEST(AnyLog, NamesTheFirstOfTwoRowsThatChangedPlaces) {
  EXPECT_TRUE(rc::check([] {
    auto log = any_log();
    const auto first = index_below(log.rows.size() - 1);
    const auto other = first + 1 + index_below(log.rows.size() - first - 1);
    std::swap(log.rows[first], log.rows[other]);
    RC_ASSERT(named(verify(log)) == "ledger.out_of_order " + std::to_string(first + 1));
    std::swap(log.rows[first].entry.position, log.rows[other].entry.position);
    RC_ASSERT(named(verify(log)) == "ledger.moved " + std::to_string(first + 1));
  }));
}

TEST(AnyLog, NamesWhereARowWasPutIn) {
  EXPECT_TRUE(rc::check([] {
    auto log = any_log();
    const auto at = index_below(log.rows.size());
    const Head before{at, at == 0 ? Hash{} : log.rows[at - 1].hash,
                      at == 0 ? second(0) : log.rows[at - 1].entry.act.at};
    auto forged = append(before, log.province, any_act(before.at)).stored;
    forged.entry.act.reason += "khác";
    forged.hash = hash_of(forged.entry);
    log.rows.insert(log.rows.begin() + static_cast<int>(at), forged);
    const auto found = verify(log);
    RC_ASSERT(!found.has_value());
    // A forged row in front of a sealed one is told from it by the seal; elsewhere its place is
    // taken twice.
    const auto& message = found.error().message;
    RC_ASSERT(message.id == "ledger.repeated" || message.id == "ledger.rewritten");
    RC_ASSERT(std::stoull(message.args.front().second) <= at + 1);
  }));
}

TEST(AnyLog, NamesTheStretchThatWasWrittenAnew) {
  EXPECT_TRUE(rc::check([] {
    auto log = any_log();
    const auto at = index_below(log.rows.size());
    log.rows[at].entry.act.reason += "khác";
    chain_again(log.rows, at + 1);
    const auto found = verify(log);
    RC_ASSERT(!found.has_value());
    const auto& message = found.error().message;
    RC_ASSERT(message.id == "ledger.rewritten");
    RC_ASSERT(std::stoull(message.args[0].second) <= at + 1);
    RC_ASSERT(std::stoull(message.args[1].second) >= at + 1);
  }));
}

}  // namespace
}  // namespace liem::ledger
