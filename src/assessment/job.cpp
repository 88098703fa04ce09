#include "assessment/job.h"

#include <algorithm>

namespace liem::assessment {

std::chrono::seconds pause_before_next(const JobRules& rules, int tries) {
  const int doublings = std::clamp(tries - 1, 0, 12);
  return std::min<std::chrono::seconds>(longest_pause, rules.retry_after * (1 << doublings));
}

}  // namespace liem::assessment
