#include "storage/migrations.h"

#include <fmt/format.h>

#include "base/embedded.h"
#include "storage/errors.h"

extern const liem::EmbeddedFile liem_migration_files[];
extern const std::size_t liem_migration_files_count;

namespace liem::storage {
namespace {

constexpr std::int64_t application_id = 0x4c69656d;  // "Liem", in the file's own header

Result<std::int64_t> number(Database& database, std::string_view sql) {
  auto row = database.row(sql, {}, [](const Row& r) { return r.integer(0); });
  if (!row) return std::unexpected(row.error());
  return row->value_or(0);
}

Result<void> check_owner(Database& database) {
  const auto owner = number(database, "PRAGMA application_id");
  if (!owner) return std::unexpected(owner.error());
  const auto tables = number(database, "SELECT count(*) FROM sqlite_master");
  if (!tables) return std::unexpected(tables.error());
  if (*owner == application_id || (*owner == 0 && *tables == 0)) return {};
  return fail(errors::foreign_database, {{"file", database.name()}});
}

Result<void> apply(Database& database, const Migration& migration, std::size_t version) {
  return database.transact([&]() -> Result<void> {
    // Another process may have done it while this one waited for the lock.
    const auto now = number(database, "PRAGMA user_version");
    if (!now) return std::unexpected(now.error());
    if (*now >= static_cast<std::int64_t>(version)) return {};
    if (auto done = database.run_script(std::string(migration.sql)); !done) return done;
    return database.run_script(fmt::format("PRAGMA user_version = {}; PRAGMA application_id = {}",
                                           version, application_id));
  });
}

}  // namespace

std::vector<Migration> shipped_migrations() {
  std::vector<Migration> out;
  for (std::size_t i = 0; i < liem_migration_files_count; ++i) {
    out.push_back({liem_migration_files[i].name, liem_migration_files[i].bytes()});
  }
  return out;
}

Result<void> migrate(Database& database, std::span<const Migration> migrations) {
  if (auto ours = check_owner(database); !ours) return ours;
  const auto version = number(database, "PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  if (*version > static_cast<std::int64_t>(migrations.size())) {
    return fail(errors::newer_database, {{"file", database.name()},
                                         {"version", std::to_string(*version)},
                                         {"known", std::to_string(migrations.size())}});
  }
  for (auto next = static_cast<std::size_t>(*version); next < migrations.size(); ++next) {
    if (auto done = apply(database, migrations[next], next + 1); !done) return done;
  }
  return {};
}

}  // namespace liem::storage
