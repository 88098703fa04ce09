// The schema, forward only: each step once, in order, each in its own transaction. Which steps a
// database has, with the hash of each, stands in its table liem_migration; so a step that was
// shipped is never edited again.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/database.h"

namespace liem::storage {

struct Migration {
  std::string_view name;  // "0001_rounds.sql"
  // As SQLite takes it; with_postgres_types() makes PostgreSQL's of it. What only one of them
  // understands stands at its end, behind a line "--sqlite" or "--postgresql".
  std::string_view sql;
};

// Those of src/storage/migrations, linked into the program.
std::vector<Migration> shipped_migrations();

struct Schema {
  std::size_t applied = 0;  // of the migrations asked about, from the first
  bool recorded = false;    // false: empty, or made before there was a table of migrations
};
// errors::newer_database where it is beyond the last of `migrations`, errors::other_schema where
// it was made by others than these, errors::foreign_database where another program's tables are
// in it.
Result<Schema> schema_of(Database& database, std::span<const Migration> migrations);

// Brings the database up to the last of `migrations`; of several programs that do so at once, one
// does and the others wait.
Result<void> migrate(Database& database, std::span<const Migration> migrations);

}  // namespace liem::storage
