#include "accounts/one_time_text.h"

#include <array>
#include <cctype>
#include <cstdint>

namespace liem::accounts {
namespace {

constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford's base32
constexpr std::size_t group_size = 5;

}  // namespace

std::string readable_secret(std::size_t groups, const RandomBytes& random) {
  std::string out;
  for (std::size_t group = 0; group < groups; ++group) {
    std::array<unsigned char, group_size> bytes{};
    random(bytes);
    if (group > 0) out += '-';
    for (const unsigned char byte : bytes) out += letters[byte % letters.size()];  // 256 = 8 * 32
  }
  return out;
}

std::string plain_secret(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (upper == 'O')
      out += '0';
    else if (upper == 'I' || upper == 'L')
      out += '1';
    else
      out += upper;
  }
  return out;
}

}  // namespace liem::accounts
