#include "assessment/job.h"

#include <algorithm>

namespace liem::assessment {

std::chrono::seconds pause_before_next(const JobRules& rules, int tries) {
  constexpr std::chrono::seconds longest = std::chrono::hours{1};
  const int doublings = std::clamp(tries - 1, 0, 12);
  return std::min(longest, rules.retry_after * (1 << doublings));
}

}  // namespace liem::assessment
