// What one unit says of one data item in one period.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

#include "base/decimal.h"

namespace liem::figures {

// Never mixed: blank = not answered; given = a value, which may be zero; not_applicable = does not
// concern the unit, on a ground; not_available = concerns it, but the figure is not there yet.
enum class AnswerState : std::uint8_t { blank, given, not_applicable, not_available };
std::string_view name_of(AnswerState state);

struct Figure {
  AnswerState state = AnswerState::blank;
  Decimal value;       // only where given; of a yes_no 1 or 0
  std::int32_t day{};  // when it was given, counted from any one day; `last` alone asks for it
  bool operator==(const Figure&) const = default;
};

}  // namespace liem::figures
