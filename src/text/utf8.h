// UTF-8 letters of Vietnamese text. All functions expect valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/letters.h"

namespace liem::utf8 {

struct Letter {
  char32_t code;
  std::size_t length;  // bytes
};

constexpr std::size_t sequence_length(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

constexpr Letter decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto tail = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3F); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(static_cast<char32_t>(lead & 0x1F) << 6) | tail(1), 2};
  if (lead < 0xF0) {
    return {(static_cast<char32_t>(lead & 0x0F) << 12) | (tail(1) << 6) | tail(2), 3};
  }
  return {(static_cast<char32_t>(lead & 7) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3), 4};
}

// Start of the letter that ends before `at`; `at` must not be 0.
inline std::size_t previous(std::string_view text, std::size_t at) {
  --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

// Writes up to four bytes; returns how many.
std::size_t encode(char32_t code, char* out);
void append(std::string& out, char32_t code);
std::u32string letters_of(std::string_view text);

// The plain lower-case Latin letter under all marks (Ế -> e, Đ and Ð -> d), or 0 for no letter.
inline char fold(char32_t code) { return classify(code).plain; }
inline bool is_letter(char32_t code) { return classify(code).plain != 0; }
inline bool is_upper(char32_t code) { return classify(code).upper; }
char32_t lower(char32_t code);

}  // namespace liem::utf8
