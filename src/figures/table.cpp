#include "figures/table.h"

#include "base/error.h"

namespace liem::figures {
namespace {

constexpr std::int64_t past_max_digits = 1'000'000'000'000'000'000;

}  // namespace

Table::Table(std::size_t items, std::size_t units) : units_(units), columns_(items) {
  for (auto& column : columns_) {
    column.mantissas.resize(units);
    column.kept.resize(units);
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
  column.kept[unit] = {figure.state, static_cast<std::uint8_t>(value.scale())};
  if (column.days.empty() && figure.day == 0) return;
  column.days.resize(units_);
  column.days[unit] = figure.day;
}

}  // namespace liem::figures
