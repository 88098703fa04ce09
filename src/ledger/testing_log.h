// Logs for tests, made as the store makes them.
#pragma once

#include <string>
#include <vector>

#include "ledger/entry.h"
#include "ledger/export.h"
#include "ledger/verify.h"
#include "ledger/verify_export.h"

namespace liem::ledger::testing_log {

inline SecretKey key(unsigned char seed = 7) {
  std::array<unsigned char, 32> bytes{};
  bytes.fill(seed);
  return SecretKey::from_seed(bytes);
}

inline std::chrono::sys_seconds second(std::int64_t number) {
  return std::chrono::sys_seconds(std::chrono::seconds(1'790'000'000 + number));
}

struct Log {
  std::string province = "tinh";
  Head head;
  std::vector<StoredEntry> rows;
  std::vector<Checkpoint> checkpoints;

  void add(Act act) {
    auto appended = append(head, province, std::move(act));
    rows.push_back(std::move(appended.stored));
    head = appended.head;
  }
  void seal(const SecretKey& with = key()) {
    checkpoints.push_back(make_checkpoint(province, head, head.at, with));
  }
};

inline Act act(int number) {
  Act out;
  out.at = second(60LL * number);
  out.actor = "anh";
  out.code = "document.added";
  out.object = {"document", "d" + std::to_string(number)};
  out.unit = "so-a";
  out.after = State::json(R"({"name":"báo cáo.docx","size":12})");
  return out;
}

// Rows 1 to `count`, sealed at each of `seals`.
inline Log log_of(int count, std::vector<int> seals = {}) {
  Log out;
  for (int number = 1; number <= count; ++number) {
    out.add(act(number));
    if (std::ranges::find(seals, number) != seals.end()) out.seal();
  }
  return out;
}

// Chained anew from row `from` (counted from 1), as somebody does who knows how it is done.
inline void chain_again(std::vector<StoredEntry>& rows, std::size_t from) {
  for (std::size_t at = from - 1; at < rows.size(); ++at) {
    auto& [entry, hash] = rows[at];
    entry.position = at + 1;
    entry.previous = at == 0 ? Hash{} : rows[at - 1].hash;
    hash = hash_of(entry);
  }
}

inline Result<Verified> verify(const Log& log, Tail tail = Tail::open) {
  Verifier verifier(log.province, log.checkpoints, {Signatures::checked, {key().public_key()}},
                    tail);
  for (const auto& row : log.rows) verifier.take(row);
  return verifier.finish();
}

inline std::string text_of_export(const Log& log) {
  std::string out = line_of(ExportHeader{log.province});
  for (const auto& row : log.rows) out += line_of(row);
  for (const auto& one : log.checkpoints) out += line_of(one);
  return out;
}

inline Result<Verified> verify_text(const std::string& text) {
  ExportCheck check;
  check.open = [&]() -> Result<Lines> {
    return [rest = std::string_view(text)]() mutable -> Result<std::optional<std::string>> {
      if (rest.empty()) return std::nullopt;
      std::string line(rest.substr(0, rest.find('\n')));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      return line;
    };
  };
  check.file = "log.jsonl";
  check.keys = {key().public_key()};
  return verify_export(check);
}

// What a person reads first: "ledger.altered 3".
inline std::string named(const Result<Verified>& result) {
  if (result) return "whole";
  const auto& args = result.error().message.args;
  return result.error().message.id + (args.empty() ? "" : " " + args.front().second);
}

}  // namespace liem::ledger::testing_log
