// Reasons why parts that do not add up are no mistake, and numbers that are no parts.
#pragma once

#include <cstddef>
#include <vector>

#include "reading/announcements.h"
#include "reading/draft.h"

namespace liem::reading {

// A number that may be a part of a sum.
bool is_part(const Draft& draft, const Mention& mention);
// "02 người (đã tính trong hằng năm)": another part holds it.
bool is_counted_already(const Draft& draft, const Mention& part);
// "(lớp 1: 80, lớp 2: 85)": the 1 and the 2.
bool is_label(const Draft& draft, const Mention& number);
// "giai đoạn 2/2022": a month.
bool is_month_of_year(const Draft& draft, const Mention& number);
// Whether the words leave room between parts and total, `missing` of which is not named: inexact
// figures, "trong đó có", a rest without a number, posts without one.
bool leaves_room(const Draft& draft, const Mention& total, const std::vector<std::size_t>& parts,
                 const Announcement& announced, const Decimal& missing);
// "gồm: Chánh Văn phòng, 3 Phó Chánh Văn phòng": how many persons are named without a number there.
std::size_t persons_named(const Draft& draft, std::size_t from, std::size_t to);
// "115 triệu đồng, trong đó 96 triệu đồng, 54 triệu đồng": `values`, the parts in the unit of the
// total, cannot lie in it. Only of amounts: persons and things may be counted under two heads.
bool exceed_total(const Draft& draft, const Mention& total, const std::vector<std::size_t>& parts,
                  const std::vector<Decimal>& values, const Announcement& announced);

// How far exact parts of these amounts may be off the total.
struct Slack {
  Decimal coarser;   // some are written in a larger unit: half a step of each of these
  Decimal rounding;  // each is rounded to the finest place written; zero for counts
};
Slack slack_of(const Draft& draft, const Mention& total, const std::vector<std::size_t>& parts);

}  // namespace liem::reading
