// Reminding people of a step's last day before it comes; who and when is data
// (src/workflow/notices.h).
#pragma once

#include <chrono>
#include <string>

#include "assessment/store.h"
#include "workflow/notices.h"

namespace liem::assessment {

// Of every round, what is near on the day of `now`. Told once for each person, step and last day,
// however often it is asked for.
Result<void> remind(Store& store, const std::string& province, const workflow::Notices& rules,
                    std::chrono::sys_seconds now);

}  // namespace liem::assessment
