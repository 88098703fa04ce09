// The one check of bytes before anything reads them as text.
#pragma once

#include <cstddef>
#include <string_view>

namespace liem::utf8 {

// Offset of the first byte that is not UTF-8, or npos.
std::size_t find_invalid(std::string_view bytes);

// Valid, and without control characters: fit for one line.
bool is_line(std::string_view bytes);

}  // namespace liem::utf8
