// Base64 as JSON Web Tokens write it: URL alphabet, no padding (RFC 7515, appendix C).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace liem::accounts {

std::string to_base64url(std::span<const unsigned char> bytes);
std::string to_base64(std::string_view bytes);  // the ordinary one, as Basic wants it
// Nothing for padding, other letters, and for bits left over that are not zero.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace liem::accounts
