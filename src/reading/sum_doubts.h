// Reasons why parts that do not add up are no mistake, and numbers that are no parts.
#pragma once

#include <cstddef>
#include <vector>

#include "reading/draft.h"

namespace liem::reading {

// "02 người (đã tính trong hằng năm)": another part holds it.
bool is_counted_already(const Draft& draft, const Mention& part);
// "giai đoạn 2/2022": a month.
bool is_month_of_year(const Draft& draft, const Mention& number);
// "71 đơn vị đã gửi": what some did, not a kind of the whole.
bool tells_a_state(const Draft& draft, const Mention& part);
// "xã 0,9 tỷ đồng, còn lại xã hội hóa": the rest is named without its number.
bool leaves_a_rest(const Draft& draft, const Mention& last_part);
// "gồm: Chánh Văn phòng, 3 Phó Chánh Văn phòng": persons named without a number between the
// announcement and the end of the list.
std::size_t persons_without_number(const Draft& draft, std::size_t from, const Mention& last_part);

// How far exact parts of these amounts may be off the total.
struct Slack {
  Decimal coarser;   // the amounts are written in units of different size
  Decimal rounding;  // each may be rounded to its last place; zero for counts
};
Slack slack_of(const Draft& draft, const Mention& total, const std::vector<std::size_t>& parts);

}  // namespace liem::reading
