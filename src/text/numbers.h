// Numbers and dates as Vietnamese documents write them: "." groups thousands, "," is the decimal
// mark, small counts carry a leading zero, footnote marks stick to what they follow.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/decimal.h"
#include "text/repair.h"

namespace liem::text {

struct Number {
  Span span;            // without a glued footnote mark
  std::size_t end = 0;  // behind a glued footnote mark too
  Decimal value;
  int decimals = 0;  // written behind the decimal comma
  bool grouped = false;
};

// The number whose first digit stands at `at`; the character before must not be part of one.
// "1.7695" is 1769 with footnote mark 5: a last group of four or five digits carries the mark.
std::optional<Number> number_at(std::string_view text, std::size_t at);

// Whether the full stop at `stop` groups thousands though a space follows it: "1. 315 quyết định".
bool is_split_group(std::string_view text, std::size_t stop);

struct WrittenDate {
  Span span;                 // from the first digit to the end of the year
  std::optional<Date> date;  // nothing where no such day exists (31/6/2024)
};

// "23/01/2025", "05/3/2025", "9-5-2024", "14.4.2023", also broken over a line after a separator.
std::optional<WrittenDate> numeric_date_at(std::string_view text, std::size_t at);
// "14 tháng 4 năm 2023", from the day's first digit.
std::optional<WrittenDate> worded_date_at(std::string_view text, std::size_t at);
// Either of the two.
std::optional<WrittenDate> date_at(std::string_view text, std::size_t at);

}  // namespace liem::text
