// The schema, forward only: each step once, in order, each in its own transaction.
#pragma once

#include <span>
#include <string_view>

#include "storage/database.h"

namespace liem::storage {

struct Migration {
  std::string_view name;  // "0001_rounds.sql"
  std::string_view sql;
};

// Those of src/storage/migrations, linked into the program.
std::vector<Migration> shipped_migrations();

// Brings the database up to the last of `migrations`. errors::newer_database where it is beyond
// it already, errors::foreign_database where another program's tables are in it.
Result<void> migrate(Database& database, std::span<const Migration> migrations);

}  // namespace liem::storage
