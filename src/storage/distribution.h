// How the tables lie on many machines: PostgreSQL with the extension Citus spreads them by
// province, so that every row of a province and all it refers to lie together.
#pragma once

#include <string>
#include <vector>

#include "storage/database.h"

namespace liem::storage {

// What keeps tables from being spread, from PostgreSQL's catalogue: every primary key, unique index
// and foreign key whose first column is not the province, and every table without a primary key.
// "table: name of the key".
Result<std::vector<std::string>> obstacles_to_distribution(Database& database);

struct Placement {
  std::string table;
  bool everywhere = false;  // small and shared: a copy on each machine
  std::string beside;       // the table it is spread together with; empty for the first

  std::string statement() const;
};

// In an order in which no table comes before one it refers to; those that are placed already are
// left out.
Result<std::vector<Placement>> distribution_plan(Database& database);

// errors::no_citus where the server lacks the extension, errors::not_distributable where there are
// obstacles. What was placed before a failure stays; the next run goes on.
Result<void> distribute(Database& database, const std::vector<Placement>& plan);

}  // namespace liem::storage
