#include "storage/postgres_sql.h"

#include <fmt/format.h>

#include <cctype>

namespace liem::storage {
namespace {

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Where the literal, quoted name or comment that begins at `at` ends; `at` where none does.
std::size_t end_of_quoted(std::string_view sql, std::size_t at) {
  const auto after = [&](std::string_view mark, std::size_t from) {
    const auto found = sql.find(mark, from);
    return found == sql.npos ? sql.size() : found + mark.size();
  };
  // A doubled quote ends one literal and begins another: the same bytes are passed over.
  if (sql[at] == '\'' || sql[at] == '"') return after(sql.substr(at, 1), at + 1);
  if (sql.substr(at, 2) == "--") return after("\n", at);
  if (sql.substr(at, 2) == "/*") return after("*/", at + 2);
  return at;
}

std::string_view postgres_type(std::string_view word) {
  if (word == "blob") return "bytea";
  if (word == "integer") return "bigint";
  if (word == "text") return "text COLLATE \"C\"";
  return word;
}

}  // namespace

std::string with_numbered_values(std::string_view sql) {
  std::string out;
  int number = 0;
  for (std::size_t at = 0; at < sql.size();) {
    if (const auto end = end_of_quoted(sql, at); end != at) {
      out += sql.substr(at, end - at);
      at = end;
    } else if (sql[at] == '?') {
      out += "$" + std::to_string(++number);
      ++at;
    } else {
      out += sql[at++];
    }
  }
  return out;
}

std::string with_postgres_types(std::string_view script) {
  std::string out;
  for (std::size_t at = 0; at < script.size();) {
    auto end = end_of_quoted(script, at);
    if (end != at) {
      out += script.substr(at, end - at);
    } else {
      while (end < script.size() && in_word(script[end])) ++end;
      if (end == at) ++end;
      out += postgres_type(script.substr(at, end - at));
    }
    at = end;
  }
  return out;
}

std::string tables_of_schema(std::string_view columns, std::string_view rest) {
  return fmt::format(
      "SELECT {} FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
      "AND n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT EXISTS "
      "(SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid "
      "AND d.deptype = 'e') {} ORDER BY 1",
      columns, rest);
}

}  // namespace liem::storage
