// What the words around a percentage say it is a share of.
#pragma once

#include "reading/draft.h"

namespace liem::reading {

// Words directly before a percentage that make it a share, or a change of one.
enum class Lead { none, share, change };
Lead lead_of(const Draft& draft, const Mention& percent, std::size_t from);

// "trên 60%", "từ 80% trở lên", "kế hoạch 85%", "vượt 5%": a bound or a target, equal to no ratio.
bool is_bound(const Draft& draft, const Mention& percent);

// How a percentage behind a fraction stands to it: "6/19 đơn (đạt 32%)" is its own, "7/9 xã niêm
// yết 100% thủ tục" another's; unsure ones count only where they fit.
enum class Bearing { own, unsure, foreign };
Bearing bearing_of(const Draft& draft, const Mention& denominator, const Mention& percent);

// "60% số phiếu": the percentage says itself what it is a share of.
bool names_its_whole(const Draft& draft, const Mention& percent, int unit);
// "đạt 44% chỉ tiêu": the percentage is of something named behind it, and not before `whole`.
bool names_another_whole(const Draft& draft, const Mention& percent, const Mention& whole);

}  // namespace liem::reading
