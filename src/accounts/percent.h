// Percent-encoding of what stands in an address (RFC 3986, section 2.1).
#pragma once

#include <string>
#include <string_view>

namespace liem::accounts {

// Every byte but letters, digits and "-._~" escaped.
std::string percent_encoded(std::string_view text);

}  // namespace liem::accounts
