// Words beside a number that say it is a change, inexact, or compared with another.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "reading/draft.h"

namespace liem::reading {

// "khoảng 10", "trên 150": such a figure is compared with nothing.
bool is_softened(const Draft& draft, std::size_t number);

struct WrittenChange {
  Change change = Change::increase;
  std::size_t begin = 0;
};

// "tăng", "giảm đi", "nhiều hơn" directly before a number.
std::optional<WrittenChange> change_before(const Draft& draft, std::size_t number);

// "so với" at a word's start; behind it, or 0.
std::size_t compared_end(std::string_view text, std::size_t at);

// "22 quyết định, tăng 09 quyết định so với năm 2022 (13 quyết định)" is a difference: what stands
// between two places says so.
bool is_compared(const Draft& draft, std::size_t from, std::size_t to);

bool is_percent(const Draft& draft, const Mention& mention);
// Behind the number and its unit, whichever ends later.
std::size_t end_of_figure(const Mention& mention);

}  // namespace liem::reading
