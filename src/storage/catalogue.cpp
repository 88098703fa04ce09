#include "storage/catalogue.h"

#include <algorithm>

#include "storage/errors.h"
#include "storage/postgres_sql.h"

namespace liem::storage {
namespace {

// What one engine's catalogue is asked for; the questions about one table take its name.
struct Questions {
  std::string tables, columns, key, references;
};

Questions questions_for(Engine engine) {
  if (engine == Engine::sqlite) {
    return {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name",
        "SELECT name, lower(type) FROM pragma_table_info(?) ORDER BY cid",
        "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
        "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?)"};
  }
  return {tables_of_schema("c.relname", ""),
          "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute "
          "WHERE attrelid = CAST(? AS regclass) AND attnum > 0 AND NOT attisdropped "
          "ORDER BY attnum",
          "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid "
          "AND a.attnum = ANY (i.indkey) WHERE i.indisprimary "
          "AND i.indrelid = CAST(? AS regclass) "
          "ORDER BY array_position(CAST(i.indkey AS smallint[]), a.attnum)",
          "SELECT DISTINCT r.relname FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid "
          "WHERE k.contype = 'f' AND k.conrelid = CAST(? AS regclass)"};
}

Value::Kind kind_of(std::string_view type) {
  if (type == "integer" || type == "bigint") return Value::Kind::integer;
  if (type == "blob" || type == "bytea") return Value::Kind::blob;
  return Value::Kind::text;
}

Result<Table> described(Database& database, const Questions& questions, const std::string& name) {
  const auto first = [](const Row& row) { return row.text(0); };
  auto columns = database.rows(questions.columns, {name}, [](const Row& row) {
    return Column{row.text(0), kind_of(row.text(1))};
  });
  if (!columns) return std::unexpected(columns.error());
  auto key = database.rows(questions.key, {name}, first);
  if (!key) return std::unexpected(key.error());
  auto references = database.rows(questions.references, {name}, first);
  if (!references) return std::unexpected(references.error());
  std::erase(*references, name);
  return Table{name, std::move(*columns), std::move(*key), std::move(*references)};
}

// Again and again those that refer to nothing left out so far.
std::vector<Table> after_what_they_refer_to(std::vector<Table> rest) {
  std::vector<Table> out;
  while (!rest.empty()) {
    const auto waits = [&](const Table& table) {
      return std::ranges::any_of(table.refers_to, [&](const std::string& other) {
        return find_table(rest, other) != nullptr;
      });
    };
    const auto ready = std::ranges::stable_partition(rest, waits);
    LIEM_CHECK(!ready.empty());  // no migration makes tables refer to each other in a circle
    out.insert(out.end(), std::make_move_iterator(ready.begin()),
               std::make_move_iterator(ready.end()));
    rest.erase(ready.begin(), ready.end());
  }
  return out;
}

}  // namespace

Result<std::vector<Table>> tables_of(Database& database) {
  const auto questions = questions_for(database.engine());
  const auto names =
      database.rows(questions.tables, {}, [](const Row& row) { return row.text(0); });
  if (!names) return std::unexpected(names.error());
  std::vector<Table> tables;
  for (const auto& name : *names) {
    if (name == "liem_migration") continue;
    auto table = described(database, questions, name);
    if (!table) return std::unexpected(table.error());
    tables.push_back(std::move(*table));
  }
  return after_what_they_refer_to(std::move(tables));
}

Result<std::uint64_t> count_rows(Database& database, const std::string& table) {
  const auto rows = database.row("SELECT count(*) FROM " + as_name(table), {},
                                 [](const Row& row) { return row.integer(0); });
  if (!rows) return std::unexpected(rows.error());
  return static_cast<std::uint64_t>(**rows);
}

const Table* find_table(const std::vector<Table>& tables, std::string_view name) {
  const auto found = std::ranges::find(tables, name, &Table::name);
  return found == tables.end() ? nullptr : &*found;
}

std::string as_name(std::string_view name) { return "\"" + std::string(name) + "\""; }

std::string as_name(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out.append(out.empty() ? "" : ", ").append(as_name(name));
  return out;
}

}  // namespace liem::storage
