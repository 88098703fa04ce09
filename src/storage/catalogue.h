// What tables a database has, from its own catalogue: so that what goes over all of them
// (backup, fsck) needs no list that a new table could be missing from.
#pragma once

#include <string>
#include <vector>

#include "storage/database.h"

namespace liem::storage {

struct Column {
  std::string name;
  Value::Kind kind = Value::Kind::text;
};

struct Table {
  std::string name;
  std::vector<Column> columns;         // in the order of the table
  std::vector<std::string> key;        // columns of the primary key, in its order
  std::vector<std::string> refers_to;  // other tables its foreign keys lead to
};

// Every table but that of the migrations; each after those it refers to.
Result<std::vector<Table>> tables_of(Database& database);

// How many rows it has.
Result<std::uint64_t> count_rows(Database& database, const std::string& table);

const Table* find_table(const std::vector<Table>& tables, std::string_view name);

// As it stands in a statement.
std::string as_name(std::string_view name);
std::string as_name(const std::vector<std::string>& names);  // separated by commas

}  // namespace liem::storage
