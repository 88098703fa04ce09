#include "base/utf8.h"

#include <algorithm>

namespace liem::utf8 {

std::size_t find_invalid(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::size_t size = bytes.size();
  const auto tail = [&](std::size_t at) { return at < size && (data[at] & 0xC0) == 0x80; };
  for (std::size_t at = 0; at < size;) {
    const unsigned char lead = data[at];
    if (lead < 0x80) {
      ++at;
    } else if (lead < 0xE0) {
      if (lead < 0xC2 || !tail(at + 1)) return at;
      at += 2;
    } else if (lead < 0xF0) {
      if (!tail(at + 1) || !tail(at + 2)) return at;
      const unsigned char second = data[at + 1];
      if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return at;
      at += 3;
    } else {
      if (lead > 0xF4 || !tail(at + 1) || !tail(at + 2) || !tail(at + 3)) return at;
      const unsigned char second = data[at + 1];
      if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return at;
      at += 4;
    }
  }
  return std::string_view::npos;
}

bool is_line(std::string_view bytes) {
  const auto controls = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return std::ranges::none_of(bytes, controls) && find_invalid(bytes) == bytes.npos;
}

}  // namespace liem::utf8
