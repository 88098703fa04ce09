#include "storage/migrations.h"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/digest.h"
#include "base/embedded.h"
#include "storage/errors.h"
#include "storage/postgres_sql.h"

extern const liem::EmbeddedFile liem_migration_files[];
extern const std::size_t liem_migration_files_count;

namespace liem::storage {
namespace {

using Migrations = std::span<const Migration>;

constexpr std::int64_t application_id = 0x4c69656d;  // "Liem": SQLite's header, PostgreSQL's lock

Result<std::int64_t> number(Database& database, std::string_view sql) {
  auto row = database.row(sql, {}, [](const Row& r) { return r.integer(0); });
  if (!row) return std::unexpected(row.error());
  return row->value_or(0);
}

Result<std::vector<std::string>> tables(Database& database) {
  const std::string sql = database.engine() == Engine::sqlite
                              ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                              : tables_of_schema("c.relname", "");
  return database.rows(sql, {}, [](const Row& row) { return row.text(0); });
}

Result<std::size_t> known(const Database& database, Migrations migrations, std::size_t applied) {
  if (applied <= migrations.size()) return applied;
  return fail(errors::newer_database, {{"file", database.name()},
                                       {"version", std::to_string(applied)},
                                       {"known", std::to_string(migrations.size())}});
}

// SQLite files of the first months counted their steps in their header.
Result<std::size_t> unrecorded(Database& database, Migrations migrations) {
  if (database.engine() == Engine::sqlite) {
    const auto owner = number(database, "PRAGMA application_id");
    if (!owner) return std::unexpected(owner.error());
    const auto version = number(database, "PRAGMA user_version");
    if (!version) return std::unexpected(version.error());
    if (*owner == application_id) {
      return known(database, migrations, static_cast<std::size_t>(*version));
    }
  }
  return fail(errors::foreign_database, {{"file", database.name()}});
}

Result<std::size_t> recorded(Database& database, Migrations migrations) {
  const auto rows =
      database.rows("SELECT name, sha256 FROM liem_migration ORDER BY position", {},
                    [](const Row& row) { return std::pair(row.text(0), row.text(1)); });
  if (!rows) return std::unexpected(rows.error());
  const auto applied = std::min(rows->size(), migrations.size());
  for (std::size_t i = 0; i < applied; ++i) {
    const auto& [name, sha256] = (*rows)[i];
    if (name != migrations[i].name || sha256 != assessment::sha256_of(migrations[i].sql)) {
      return fail(errors::other_schema, {{"file", database.name()}, {"migration", name}});
    }
  }
  return known(database, migrations, rows->size());
}

Result<void> record(Database& database, const Migration& migration, std::size_t position) {
  return database.run("INSERT INTO liem_migration (position, name, sha256) VALUES (?, ?, ?)",
                      {position, migration.name, assessment::sha256_of(migration.sql)});
}

Result<void> begin_record(Database& database, Migrations applied) {
  auto made = database.run_script(
      "CREATE TABLE liem_migration (position integer NOT NULL PRIMARY KEY, name text NOT NULL, "
      "sha256 text NOT NULL)");
  for (std::size_t i = 0; made && i < applied.size(); ++i) {
    made = record(database, applied[i], i + 1);
  }
  return made;
}

// A program of before the table is to refuse what it does not know.
Result<void> mark_header(Database& database, std::size_t applied) {
  if (database.engine() != Engine::sqlite) return {};
  return database.run_script(
      fmt::format("PRAGMA user_version = {}; PRAGMA application_id = {}", applied, application_id));
}

// A step's lines behind "--sqlite" or "--postgresql" are that engine's alone.
std::string for_engine(Engine engine, std::string_view sql) {
  std::string out;
  bool ours = true;
  while (!sql.empty()) {
    const auto line = sql.substr(0, sql.find('\n'));
    sql.remove_prefix(std::min(sql.size(), line.size() + 1));
    if (line == "--sqlite") ours = engine == Engine::sqlite;
    if (line == "--postgresql") ours = engine == Engine::postgresql;
    if (ours) out.append(line).push_back('\n');
  }
  return out;
}

// Takes one step further, or records those taken; false where nothing was left to do.
Result<bool> step(Database& database, Migrations migrations) {
  return database.transact([&]() -> Result<bool> {
    const auto now = schema_of(database, migrations);
    if (!now) return std::unexpected(now.error());
    if (now->recorded && now->applied == migrations.size()) return false;
    Result<void> done;
    if (!now->recorded) done = begin_record(database, migrations.first(now->applied));
    if (done && now->applied < migrations.size()) {
      const auto& next = migrations[now->applied];
      done = database.run_script(for_engine(database.engine(), next.sql));
      if (done) done = record(database, next, now->applied + 1);
      if (done) done = mark_header(database, now->applied + 1);
    }
    if (!done) return std::unexpected(done.error());
    return true;
  });
}

Result<void> all_steps(Database& database, Migrations migrations) {
  while (true) {
    const auto more = step(database, migrations);
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
  }
}

}  // namespace

std::vector<Migration> shipped_migrations() {
  std::vector<Migration> out;
  for (std::size_t i = 0; i < liem_migration_files_count; ++i) {
    out.push_back({liem_migration_files[i].name, liem_migration_files[i].bytes()});
  }
  return out;
}

Result<Schema> schema_of(Database& database, Migrations migrations) {
  const auto names = tables(database);
  if (!names) return std::unexpected(names.error());
  if (names->empty()) return Schema{};
  const bool table = std::ranges::find(*names, "liem_migration") != names->end();
  const auto applied = table ? recorded(database, migrations) : unrecorded(database, migrations);
  if (!applied) return std::unexpected(applied.error());
  return Schema{*applied, table};
}

Result<void> migrate(Database& database, Migrations migrations) {
  const auto now = schema_of(database, migrations);
  if (!now) return std::unexpected(now.error());
  if (now->recorded && now->applied == migrations.size()) return {};
  if (database.engine() == Engine::sqlite) return all_steps(database, migrations);
  // PostgreSQL's SERIALIZABLE would let two begin and one fail; this lets one begin. It is held by
  // the connection, not by a transaction: that would see the database as it was before the wait.
  const auto on_lock = [&](std::string_view what) {
    return number(database, fmt::format("SELECT 1 FROM pg_advisory_{}({})", what, application_id));
  };
  if (auto held = on_lock("lock"); !held) {
    return std::unexpected(held.error());
  }
  auto done = all_steps(database, migrations);
  static_cast<void>(on_lock("unlock"));
  return done;
}

}  // namespace liem::storage
