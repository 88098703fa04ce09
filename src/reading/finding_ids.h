// Ids of findings that are not about one place of a text.
#pragma once

#include <string>
#include <string_view>

namespace liem::reading {

// 16 hexadecimal digits that follow from the code and the words it is about, whatever their case,
// marks and spaces.
std::string finding_id(std::string_view code, std::string_view words);

}  // namespace liem::reading
