// Tables whose cells stand between bars, with the names of their columns and rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reading/draft.h"

namespace liem::reading {

std::vector<HeadedTable> headed_tables_of(const Draft& draft);

// "Tỷ lệ (%) trên tổng số 486 người được xác minh" above a column: each row's share of that whole,
// and the whole as their sum. Behind the claims of other tables.
void find_headed_shares(Draft& draft);

// A share of a number in such a table, told in words behind it: "840 người, bằng 10,1% số người
// phải kê khai", where that is the name of a column.
class HeadedWholes {
 public:
  explicit HeadedWholes(const Draft& draft) : draft_(draft), tables_(draft.headed_tables) {}

  struct Cells {
    std::size_t numerator, denominator;  // mentions; the first stands in a cell or in the words
  };
  // `numerator`: the count nearest before the percentage, if any.
  std::optional<Cells> cells_of(std::size_t percent, std::optional<std::size_t> numerator);

 private:
  const HeadedTable* table_before(std::size_t at) const;
  std::optional<Cells> named_column(const HeadedTable& table, std::size_t percent,
                                    std::size_t numerator);
  std::optional<Cells> named_row(std::size_t percent) const;

  const Draft& draft_;
  const std::vector<HeadedTable>& tables_;
  const HeadedTable* last_table_ = nullptr;  // of the share before
  std::size_t part_ = 0, whole_ = 0;         // its columns
};

}  // namespace liem::reading
