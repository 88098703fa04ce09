// A list as typed rows and columns, and its two ways out: CSV for programs, XLSX for people.
// docs/decisions/0022-exports.md
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"

namespace liem::tables {

namespace errors {
inline constexpr ErrorCode unknown_column{"tables.unknown_column", ErrorKind::bad_input};
inline constexpr ErrorCode too_many_rows{"tables.too_many_rows", ErrorKind::bad_input};
inline constexpr ErrorCode not_written{"tables.not_written", ErrorKind::unavailable};
}  // namespace errors

enum class Kind { text, whole, decimal, date, time };

struct Column {
  std::string id;     // what sorting names it by
  std::string title;  // in the reader's language
  Kind kind = Kind::text;
  int width = 14;    // in characters, of a sheet
  int decimals = 2;  // shown of a decimal; what has more keeps them
};

// Nothing: an empty cell, never a zero. Whole numbers are decimals too.
using Cell = std::variant<std::monostate, std::string, Decimal, Date, std::chrono::sys_seconds>;
using Row = std::vector<Cell>;

struct Heading {
  std::string title;
  std::vector<Column> columns;
  std::chrono::sys_seconds made{};  // what the file says of itself; never the clock
};

struct Table {
  Heading heading;
  std::vector<Row> rows;
};

// Keeps the rows in which one text holds `words`, whatever their case and marks.
void search(Table& table, std::string_view words);
// By the column of this id, downwards behind "-"; empty cells last either way, those alike as they
// stood. errors::unknown_column.
Result<void> sort(Table& table, std::string_view by);

enum class Format { csv, xlsx };
std::optional<Format> format_named(std::string_view name);
std::string_view name_of(Format format);

// Rows in their order, then finish(); one that is not finished is no file.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual Result<void> row(const Row& row) = 0;
  virtual Result<void> finish() = 0;
};

// Puts the file at `path`, over what is there. The same heading and rows give the same bytes.
Result<std::unique_ptr<Writer>> open_writer(Format format, const std::string& path,
                                            const Heading& heading);
Result<void> write(const Table& table, Format format, const std::string& path);

// How one cell stands in CSV: quoted where it must be, and never a formula.
std::string csv_cell(const Cell& cell);

}  // namespace liem::tables
