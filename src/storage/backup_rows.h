// Rows as a backup holds them, the same for every engine: a line of JSON with the names of columns,
// then one line a row; bytes are written in base64.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "storage/catalogue.h"
#include "storage/database.h"

namespace liem::storage {

struct RowChunk {
  std::string lines;
  std::uint64_t rows = 0;
};
using TakeChunk = std::function<Result<void>(const RowChunk&)>;

// Every row of the table in the order of its key, in chunks of a few MiB or one longer row.
Result<void> write_rows(Database& database, const Table& table, const TakeChunk& take);

// Puts the lines of one chunk into the table, as they come.
class RowReader {
 public:
  RowReader(Database& database, const Table& table) : db_(database), table_(table) {}

  // The reason where the bytes are not what write_rows() makes; an error where the store fails.
  using Outcome = Result<std::optional<std::string>>;
  Outcome take(std::string_view bytes);
  Outcome finish();  // behind the last piece
  std::uint64_t rows() const { return rows_; }

 private:
  Outcome take_line();
  Outcome take_columns();
  Outcome take_row();

  Database& db_;
  const Table& table_;
  std::vector<Column> columns_;  // in the order of the lines
  std::string insert_, line_;
  std::uint64_t rows_ = 0;
};

}  // namespace liem::storage
