#include "figures/table.h"

#include "base/error.h"

namespace liem::figures {
namespace {

constexpr std::int64_t past_max_digits = 1'000'000'000'000'000'000;

}  // namespace

Table::Table(std::size_t items, std::size_t units) : units_(units), columns_(items) {
  for (auto& column : columns_) {
    column.mantissas.resize(units);
    column.states.resize(units);
  }
}

bool Table::holds(const Decimal& value) {
  return -past_max_digits < value.mantissa() && value.mantissa() < past_max_digits &&
         value.scale() <= max_decimals;
}

Figure Table::at(std::size_t item, std::size_t unit) const {
  const Cell kept = cell(item, unit);
  return {kept.state, Decimal::of(kept.mantissa, kept.scale), kept.day};
}

void Table::set(std::size_t item, std::size_t unit, const Figure& figure) {
  LIEM_CHECK(item < columns_.size() && unit < units_ && holds(figure.value));
  const Decimal value = figure.state == AnswerState::given ? figure.value : Decimal();
  Column& column = columns_[item];
  column.mantissas[unit] = static_cast<std::int64_t>(value.mantissa());
  column.states[unit] = figure.state;
  if (!column.scales.empty() || value.scale() != 0) {
    column.scales.resize(units_);
    column.scales[unit] = static_cast<std::uint8_t>(value.scale());
  }
  if (!column.days.empty() || figure.day != 0) {
    column.days.resize(units_);
    column.days[unit] = figure.day;
  }
}

std::optional<Table::WholeColumn> Table::whole_column(std::size_t item) const {
  const Column& column = columns_[item];
  if (!column.scales.empty() || !column.days.empty()) return std::nullopt;
  return WholeColumn{column.mantissas, column.states};
}

}  // namespace liem::figures
