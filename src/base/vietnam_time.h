// Days as they begin in Vietnam, where clocks are seven hours ahead of UTC all year.
#pragma once

#include <chrono>

#include "base/date.h"

namespace liem {

inline constexpr std::chrono::hours vietnam_is_ahead{7};

inline Date day_in_vietnam(std::chrono::sys_seconds time) {
  return Date{std::chrono::floor<std::chrono::days>(time + vietnam_is_ahead)};
}

// Its first second.
inline std::chrono::sys_seconds start_in_vietnam(const Date& day) {
  return std::chrono::sys_days(day) - vietnam_is_ahead;
}

}  // namespace liem
