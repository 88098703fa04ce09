// One sum that two ways of reading find.
#pragma once

#include "reading/reading.h"

namespace liem::reading {

// "380 thiết bị, kết quả: 352 tốt, 28 hỏng, tổng cộng 380 thiết bị" is one claim, and one finding
// where it does not hold. The lists are in the order of the text.
void drop_repeated_sums(Reading& reading);

}  // namespace liem::reading
