#include "text/utf8.h"

#include <array>

#include "base/utf8.h"
#include "text/repair.h"

namespace liem::utf8 {

std::size_t encode(char32_t code, char* out) {
  const auto put = [&](char32_t byte) {
    *out++ = static_cast<char>(static_cast<unsigned char>(byte));
  };
  const auto tail = [&](int shift) { put(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) {
    put(code);
    return 1;
  }
  if (code < 0x800) {
    put(0xC0 | (code >> 6));
    tail(0);
    return 2;
  }
  if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    tail(6);
    tail(0);
    return 3;
  }
  put(0xF0 | (code >> 18));
  tail(12);
  tail(6);
  tail(0);
  return 4;
}

void append(std::string& out, char32_t code) {
  std::array<char, 4> bytes{};
  out.append(bytes.data(), encode(code, bytes.data()));
}

std::u32string letters_of(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto letter = decode(text, at);
    out += letter.code;
    at += letter.length;
  }
  return out;
}

char32_t lower(char32_t code) { return is_upper(code) ? detail::lower_of(code) : code; }

}  // namespace liem::utf8
