// Tables a converter flattened: a line holds a row, or each line a cell.
#pragma once

#include <cstddef>
#include <vector>

#include "reading/draft.h"

namespace liem::reading {

struct Cell {
  Decimal value;
  int decimals = 0;
  Span span;         // the number
  Span figure_span;  // with its unit
  bool percent = false;
};

// The numbers of one row.
struct TableRow {
  std::vector<Cell> cells;
  bool total = false;  // "Tổng cộng", "Cộng"
};

// Rows of equally many cells, none of another table between them; at least two.
using Table = std::vector<TableRow>;

std::vector<Table> tables_of(const Draft& draft);

}  // namespace liem::reading
