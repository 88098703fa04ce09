// "6/19 hồ sơ", "1 vụ/4 bị can", "143 đơn (120 khiếu nại)/187 đơn".
#pragma once

#include <optional>

#include "reading/draft.h"

namespace liem::reading {

// Index of the mention that stands above the slash before mention `below`.
std::optional<std::size_t> above_slash(const Draft& draft, std::size_t below);
// Whether mention `i` stands above the slash before the next one.
bool is_above_slash(const Draft& draft, std::size_t i);
// The mention, where it stands above a slash without a unit with that of the one below: "45/52
// đơn".
Mention with_unit_below(const Draft& draft, std::size_t i);
// Nothing but a slash stands between the two, units apart.
bool is_fraction(const Draft& draft, const Mention& a, const Mention& b);
// Above and below the slash the same is counted, or the one above names no unit.
bool counts_alike(const Draft& draft, const Mention& above, const Mention& below);
// "58/58 đơn", "Số phiếu hợp lệ: 46/46": a ratio though no percentage stands beside it.
bool is_ratio_alone(const Draft& draft, const Mention& above, const Mention& below);

}  // namespace liem::reading
