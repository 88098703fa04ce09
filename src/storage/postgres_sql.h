// The SQL both engines speak, as PostgreSQL wants to read it.
#pragma once

#include <string>
#include <string_view>

namespace liem::storage {

// `?` outside of literals, quoted names and comments becomes $1, $2 ...
std::string with_numbered_values(std::string_view sql);

// A script of migrations: the types `blob` and `integer` become bytea and bigint; `text` is
// compared byte by byte, as SQLite does, whatever the database's language.
std::string with_postgres_types(std::string_view script);

// A query over the tables of the schema, as `c`; not those an extension brought.
std::string tables_of_schema(std::string_view columns, std::string_view rest);

}  // namespace liem::storage
