// Words that make a number the rest of a whole, or tell what the others did.
#pragma once

#include <cstddef>

#include "reading/draft.h"

namespace liem::reading {

// "còn lại 4 vụ", "còn 1 vụ/5 bị can", "05 người còn lại"
bool is_remainder(const Draft& draft, std::size_t mention);
// "đang thực hiện 07 nhiệm vụ", "không đồng ý: 02 phiếu", "12 xã chưa nộp": not as the ones before.
bool tells_of_the_others(const Draft& draft, const Mention& mention);

}  // namespace liem::reading
