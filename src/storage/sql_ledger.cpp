#include "storage/sql_ledger.h"

namespace liem::storage {
namespace {

using namespace ledger;  // NOLINT: this file keeps what that module makes
using assessment::LedgerFilter;

// Rows are read as they lie, also where somebody put into them what Liêm never writes: then they
// do not fit their hash, and are named for it.
constexpr std::string_view select_entries =
    "SELECT CAST(position AS bigint), CAST(at AS bigint), actor, on_behalf_of, act, object_kind, "
    "object, unit, CAST(before_kind AS bigint), state_before, CAST(after_kind AS bigint), "
    "state_after, reason, previous, hash FROM ledger_entry WHERE province = ?";

State state_of(std::int64_t kind, std::string text) {
  const bool known = kind >= 0 && kind <= 2;
  return {known ? static_cast<State::Kind>(kind) : State::Kind::none, std::move(text)};
}

template <std::size_t size>
std::array<unsigned char, size> bytes_of(const std::string& hex) {
  return bytes_of_hex<size>(hex).value_or(std::array<unsigned char, size>{});
}

auto entry_of(const std::string& province) {
  return [&province](const Row& row) {
    StoredEntry out;
    out.entry.province = province;
    out.entry.position = static_cast<std::uint64_t>(row.integer(0));
    out.entry.act = {time_of(row.integer(1)),
                     row.text(2),
                     row.text(3),
                     row.text(4),
                     {row.text(5), row.text(6)},
                     row.text(7),
                     state_of(row.integer(8), row.text(9)),
                     state_of(row.integer(10), row.text(11)),
                     row.text(12)};
    out.entry.previous = bytes_of<32>(row.text(13));
    out.hash = bytes_of<32>(row.text(14));
    return out;
  };
}

// The head, made where there is none, and nobody else's until the transaction ends.
Result<Head> locked_head(Database& database, const std::string& province) {
  auto locked = database.run(
      "INSERT INTO ledger_head (province, position, hash, at) VALUES (?, 0, ?, 0) "
      "ON CONFLICT (province) DO UPDATE SET position = ledger_head.position",
      {province, to_hex(Hash{})});
  if (!locked) return std::unexpected(locked.error());
  return SqlLedger(database).head(province);
}

Result<void> keep_head(Database& database, const std::string& province, const Head& head) {
  return database.run(
      "UPDATE ledger_head SET position = ?, hash = ?, at = ? WHERE province = ?",
      {static_cast<std::int64_t>(head.position), to_hex(head.hash), seconds_of(head.at), province});
}

Result<void> insert(Database& database, const StoredEntry& stored) {
  const auto& [entry, hash] = stored;
  const Act& act = entry.act;
  return database.run(
      "INSERT INTO ledger_entry (province, position, at, actor, on_behalf_of, act, object_kind, "
      "object, unit, before_kind, state_before, after_kind, state_after, reason, previous, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {entry.province, static_cast<std::int64_t>(entry.position), seconds_of(act.at), act.actor,
       act.on_behalf_of, act.code, act.object.kind, act.object.id, act.unit,
       static_cast<int>(act.before.kind), act.before.text, static_cast<int>(act.after.kind),
       act.after.text, act.reason, to_hex(entry.previous), to_hex(hash)});
}

}  // namespace

Result<void> append_acts(Database& database, const std::string& province,
                         const std::vector<Act>& acts) {
  if (acts.empty()) return {};
  return database.transact([&]() -> Result<void> {
    auto head = locked_head(database, province);
    if (!head) return std::unexpected(head.error());
    for (const auto& act : acts) {
      const auto appended = append(*head, province, act);
      if (auto put = insert(database, appended.stored); !put) return put;
      *head = appended.head;
    }
    return keep_head(database, province, *head);
  });
}

Result<void> SqlLedger::record(const std::string& province, const std::vector<Act>& acts) {
  return append_acts(db_, province, acts);
}

Result<std::vector<StoredEntry>> SqlLedger::entries(const std::string& province,
                                                    const LedgerFilter& filter, std::size_t limit) {
  std::string sql(select_entries);
  std::vector<Value> values{province};
  const auto where = [&](const char* condition, const Value& value) {
    sql.append(" AND ").append(condition);
    values.push_back(value);
  };
  if (filter.unit) where("unit = ?", *filter.unit);
  if (filter.object) where("object = ?", *filter.object);
  if (filter.person) {
    where("(actor = ? OR on_behalf_of = ?)", *filter.person);
    values.emplace_back(*filter.person);
  }
  if (filter.from) where("at >= ?", seconds_of(*filter.from));
  if (filter.before) where("at < ?", seconds_of(*filter.before));
  if (filter.below) where("position < ?", static_cast<std::int64_t>(*filter.below));
  sql += " ORDER BY position DESC LIMIT ?";
  values.emplace_back(limit);
  return db_.rows(sql, values, entry_of(province));
}

Result<std::vector<StoredEntry>> SqlLedger::entries_from(const std::string& province,
                                                         std::uint64_t position,
                                                         std::size_t limit) {
  return db_.rows(std::string(select_entries) + " AND position >= ? ORDER BY position LIMIT ?",
                  {province, static_cast<std::int64_t>(position), limit}, entry_of(province));
}

Result<Head> SqlLedger::head(const std::string& province) {
  const auto kept = db_.row(
      "SELECT CAST(position AS bigint), hash, CAST(at AS bigint) FROM ledger_head "
      "WHERE province = ?",
      {province}, [](const Row& row) {
        return Head{static_cast<std::uint64_t>(row.integer(0)), bytes_of<32>(row.text(1)),
                    time_of(row.integer(2))};
      });
  if (!kept) return std::unexpected(kept.error());
  return kept->value_or(Head{});
}

Result<std::vector<Checkpoint>> SqlLedger::checkpoints(const std::string& province) {
  return db_.rows(
      "SELECT CAST(position AS bigint), hash, CAST(at AS bigint), key_id, signature "
      "FROM ledger_checkpoint WHERE province = ? ORDER BY position, at",
      {province}, [&](const Row& row) {
        return Checkpoint{province,
                          static_cast<std::uint64_t>(row.integer(0)),
                          bytes_of<32>(row.text(1)),
                          time_of(row.integer(2)),
                          bytes_of<6>(row.text(3)),
                          bytes_of<64>(row.text(4))};
      });
}

Result<Checkpoint> SqlLedger::seal(const std::string& province,
                                   const std::function<Checkpoint(const Head&)>& make) {
  return db_.transact([&]() -> Result<Checkpoint> {
    auto head = locked_head(db_, province);
    if (!head) return std::unexpected(head.error());
    const Checkpoint made = make(*head);
    auto kept = db_.run(
        "INSERT INTO ledger_checkpoint (province, position, at, key_id, hash, signature) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (province, position, at, key_id) DO NOTHING",
        {province, static_cast<std::int64_t>(made.position), seconds_of(made.at), to_hex(made.key),
         to_hex(made.hash), to_hex(made.signature)});
    if (!kept) return std::unexpected(kept.error());
    head->at = made.at;
    kept = keep_head(db_, province, *head);
    if (!kept) return std::unexpected(kept.error());
    return made;
  });
}

}  // namespace liem::storage
