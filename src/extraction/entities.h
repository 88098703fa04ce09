// Character references of HTML: "&ecirc;", "&#7879;", "&#x1EC7;".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace liem::extraction {

// Appends what the reference at text[at] == '&' stands for and gives the offset behind it;
// where it is none, appends the '&' alone.
std::size_t append_reference(std::string_view text, std::size_t at, std::string& out);

}  // namespace liem::extraction
