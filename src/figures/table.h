// The figures of many units in one period, a column for each data item. Units and items are
// numbers from 0: who keeps the table knows which they are.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "figures/figure.h"

namespace liem::figures {

class Table {
 public:
  static constexpr int max_digits = 18;  // as an inputs file has at most
  static constexpr int max_decimals = 6;

  Table(std::size_t items, std::size_t units);  // all blank

  std::size_t items() const { return columns_.size(); }
  std::size_t units() const { return units_; }

  // A figure as it is kept: value = mantissa * 10^-scale, without trailing zeros.
  struct Cell {
    std::int64_t mantissa = 0;
    std::int32_t day = 0;
    std::uint8_t scale = 0;
    AnswerState state = AnswerState::blank;
  };
  Cell cell(std::size_t item, std::size_t unit) const {
    const Column& column = columns_[item];
    return {column.mantissas[unit], column.days.empty() ? 0 : column.days[unit],
            column.scales.empty() ? std::uint8_t{0} : column.scales[unit], column.states[unit]};
  }
  // What every unit says of an item, where all values are whole and no day was told.
  struct WholeColumn {
    std::span<const std::int64_t> values;  // 0 where none is given
    std::span<const AnswerState> states;
  };
  std::optional<WholeColumn> whole_column(std::size_t item) const;
  Figure at(std::size_t item, std::size_t unit) const;
  // A given value must be one that the table holds().
  void set(std::size_t item, std::size_t unit, const Figure& figure);
  static bool holds(const Decimal& value);

 private:
  struct Column {
    std::vector<std::int64_t> mantissas;
    std::vector<AnswerState> states;
    std::vector<std::uint8_t> scales;  // empty while all are whole
    std::vector<std::int32_t> days;    // empty while none was told
  };

  std::size_t units_;
  std::vector<Column> columns_;
};

}  // namespace liem::figures
