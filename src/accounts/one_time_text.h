// Secrets that people copy: letters that cannot be mistaken for one another, in groups.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace liem::accounts {

using RandomBytes = std::function<void(std::span<unsigned char>)>;

// `groups` of five of 32 letters and digits (without I, L, O, U), 25 bits each: "7K2MX-0QF4A".
std::string readable_secret(std::size_t groups, const RandomBytes& random);
// The same secret however it was typed: case, spaces and dashes, and O for 0, I and L for 1.
std::string plain_secret(std::string_view typed);

}  // namespace liem::accounts
