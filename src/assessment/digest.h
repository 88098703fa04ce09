// Names of contents and tokens.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "assessment/round.h"

namespace liem::assessment {

std::string to_hex(std::span<const unsigned char> bytes);
std::string sha256_of(std::string_view bytes);  // 64 hexadecimal digits
Content content_of(std::string bytes);

}  // namespace liem::assessment
