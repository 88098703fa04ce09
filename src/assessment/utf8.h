// Whether bytes are text at all: strict UTF-8, as every stored source must be.
#pragma once

#include <cstddef>
#include <string_view>

namespace liem::assessment {

// Offset of the first byte that is not well-formed UTF-8 (RFC 3629: no surrogates, no overlong
// forms), or npos.
std::size_t first_bad_byte(std::string_view bytes);

}  // namespace liem::assessment
