// Percent-encoding of addresses (RFC 3986, section 2.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace liem {

// The bytes meant; nothing where an escape is cut short or they are not UTF-8.
std::optional<std::string> decode_percent(std::string_view raw);
// Every byte but letters, digits and "-._~" escaped.
std::string encode_percent(std::string_view bytes);

}  // namespace liem
