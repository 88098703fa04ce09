// The closed lists as the YAML files write them, in the order of their enumerations.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "law/parameter.h"

namespace liem::law {

inline constexpr std::array<std::string_view, 11> units = {
    "money",   "days",  "working_days", "weeks",       "months", "years",
    "percent", "count", "fraction",     "day_of_year", "choices"};
inline constexpr std::array<std::string_view, 3> statuses = {"text", "press", "unconfirmed"};
inline constexpr std::array<std::string_view, 7> weekdays = {
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

// The place of `name` in one of the lists above.
std::optional<std::size_t> place_of(std::string_view name, const auto& list) {
  const auto* found = std::ranges::find(list, name);
  if (found == list.end()) return std::nullopt;
  return static_cast<std::size_t>(found - list.begin());
}

std::string all_of(const auto& list) {
  std::string all;
  for (const auto name : list) all.append(all.empty() ? "" : ", ").append(name);
  return all;
}

}  // namespace liem::law
