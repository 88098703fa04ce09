// Shares told by name behind one another: "tỷ lệ đúng hạn 98,7%, quá hạn 1,3%".
#pragma once

#include <string>

#include "reading/draft.h"

namespace liem::reading {

// The words between the share before and this one, folded, without those that only lead to a share;
// empty where they name nothing.
std::string share_label(const Draft& draft, const Mention& before, const Mention& share);

// "quá hạn 8.723 hồ sơ" bears the name "qua han".
bool bears_name(const Draft& draft, const Mention& count, const std::string& label);

}  // namespace liem::reading
