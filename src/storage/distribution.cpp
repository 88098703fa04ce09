#include "storage/distribution.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "storage/errors.h"
#include "storage/postgres_sql.h"

namespace liem::storage {
namespace {

using Names = std::vector<std::string>;
using Reference = std::pair<std::string, std::string>;  // from, to

// Tables of all provinces.
const std::set<std::string, std::less<>> shared{"liem_migration"};

std::string name(const Row& row) { return row.text(0); }

std::string all_tables() { return tables_of_schema("c.relname", ""); }
std::string keys_apart() {
  return tables_of_schema(
      "c.relname, i.relname",
      "JOIN pg_index x ON x.indrelid = c.oid AND (x.indisprimary OR x.indisunique) "
      "JOIN pg_class i ON i.oid = x.indexrelid "
      "LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0] "
      "WHERE coalesce(a.attname, '') <> 'province'");
}
std::string references_apart() {
  return tables_of_schema(
      "c.relname, k.conname",
      "JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f' "
      "JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1] "
      "JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1] "
      "WHERE a.attname <> 'province' OR b.attname <> 'province'");
}
std::string keyless() {
  return tables_of_schema("c.relname, 'PRIMARY KEY'",
                          "WHERE NOT EXISTS (SELECT 1 FROM pg_index x WHERE x.indrelid = c.oid "
                          "AND x.indisprimary)");
}
std::string all_references() {
  return tables_of_schema("c.relname, t.relname",
                          "JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f' "
                          "JOIN pg_class t ON t.oid = k.confrelid WHERE t.oid <> c.oid");
}

Result<bool> has_citus(Database& database) {
  const auto row = database.row("SELECT 1 FROM pg_extension WHERE extname = 'citus'", {},
                                [](const Row& r) { return r.integer(0); });
  if (!row) return std::unexpected(row.error());
  return row->has_value();
}

Result<Names> placed(Database& database) {
  const auto citus = has_citus(database);
  if (!citus) return std::unexpected(citus.error());
  if (!*citus) return Names{};
  return database.rows(
      "SELECT c.relname FROM pg_dist_partition p JOIN pg_class c "
      "ON c.oid = p.logicalrelid",
      {}, name);
}

bool has(const Names& names, const std::string& one) {
  return std::ranges::find(names, one) != names.end();
}

// Each after those it refers to; there is no circle, or creating them would have failed.
Names in_order(Names tables, const std::vector<Reference>& references) {
  Names out;
  while (!tables.empty()) {
    const auto ready = std::ranges::find_if(tables, [&](const std::string& table) {
      return std::ranges::none_of(references, [&](const Reference& reference) {
        return reference.first == table && has(tables, reference.second);
      });
    });
    LIEM_CHECK(ready != tables.end());
    out.push_back(*ready);
    tables.erase(ready);
  }
  return out;
}

}  // namespace

std::string Placement::statement() const {
  if (everywhere) return fmt::format("SELECT create_reference_table('{}')", table);
  return fmt::format("SELECT create_distributed_table('{}', 'province', colocate_with => '{}')",
                     table, beside.empty() ? "none" : beside);
}

Result<Names> obstacles_to_distribution(Database& database) {
  Names out;
  for (const auto& query : {keys_apart(), references_apart(), keyless()}) {
    const auto rows = database.rows(
        query, {}, [](const Row& row) { return Reference(row.text(0), row.text(1)); });
    if (!rows) return std::unexpected(rows.error());
    for (const auto& [table, key] : *rows) {
      if (!shared.contains(table)) out.push_back(table + ": " + key);
    }
  }
  return out;
}

Result<std::vector<Placement>> distribution_plan(Database& database) {
  if (database.engine() != Engine::postgresql) {
    return fail(errors::only_postgres, {{"file", database.name()}});
  }
  auto tables = database.rows(all_tables(), {}, name);
  if (!tables) return std::unexpected(tables.error());
  const auto references = database.rows(
      all_references(), {}, [](const Row& row) { return Reference(row.text(0), row.text(1)); });
  if (!references) return std::unexpected(references.error());
  const auto done = placed(database);
  if (!done) return std::unexpected(done.error());
  std::vector<Placement> plan;
  std::string first;
  for (auto& table : in_order(std::move(*tables), *references)) {
    Placement placement{table, shared.contains(table), {}};
    if (!placement.everywhere) placement.beside = first;
    if (!placement.everywhere && first.empty()) first = table;
    if (!has(*done, table)) plan.push_back(std::move(placement));
  }
  return plan;
}

Result<void> distribute(Database& database, const std::vector<Placement>& plan) {
  const auto obstacles = obstacles_to_distribution(database);
  if (!obstacles) return std::unexpected(obstacles.error());
  if (!obstacles->empty()) {
    return fail(
        errors::not_distributable,
        {{"file", database.name()}, {"keys", fmt::format("{}", fmt::join(*obstacles, ", "))}});
  }
  const auto citus = has_citus(database);
  if (!citus) return std::unexpected(citus.error());
  if (!*citus) return fail(errors::no_citus, {{"file", database.name()}});
  for (const auto& placement : plan) {
    // Outside transact(): each is a transaction of its own, which Citus spreads itself.
    const auto done = database.rows(placement.statement(), {}, [](const Row&) { return 0; });
    if (!done) return std::unexpected(done.error());
  }
  return {};
}

}  // namespace liem::storage
