// The letters of Vietnamese text as a table: what stands under the marks, the case, the mark.
#pragma once

#include <array>
#include <string_view>

#include "base/error.h"

namespace liem::utf8 {

// What the reader needs to know of a letter, one table entry each.
struct LetterClass {
  char plain = 0;  // the lower-case Latin letter under all marks, 0 for no letter
  bool upper = false;
  unsigned char mark = 0;  // tells letters of one plain letter apart; the same for both cases
};

namespace detail {

inline constexpr char32_t low_end = 0x800, high_first = 0x1E80, high_end = 0x1F00;
struct LetterTable {
  std::array<LetterClass, low_end> low{};                 // all of one or two bytes in UTF-8
  std::array<LetterClass, high_end - high_first> high{};  // lead bytes E1 BA and E1 BB
};

// In both extended blocks capitals have even code points.
constexpr bool is_capital(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  if (code >= 0xC0 && code <= 0xDE) return true;
  if (code == 0x1A0 || code == 0x1AF) return true;
  if (code >= 0x100 && code <= 0x17F) return code % 2 == 0;
  return code >= 0x1EA0 && code % 2 == 0;
}

constexpr char32_t lower_of(char32_t code) {
  if (!is_capital(code)) return code;
  if (code == U'Ð') return U'đ';
  return code < 0x100 ? code + 32 : code + 1;
}

constexpr LetterTable make_letter_table() {
  LetterTable table;
  const auto set = [&](char32_t code, char plain, unsigned char mark) {
    const LetterClass letter{plain, is_capital(code), mark};
    (code < low_end ? table.low[code] : table.high[code - high_first]) = letter;
  };
  for (char c = 'a'; c <= 'z'; ++c) {
    set(static_cast<char32_t>(c), c, 0);
    set(static_cast<char32_t>(c - 32), c, 0);
  }
  struct Row {
    char plain;
    std::u32string_view letters;
  };
  constexpr Row rows[] = {
      {'a', U"àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬäåÄÅ"},
      {'e', U"èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆëË"},
      {'i', U"ìíỉĩịÌÍỈĨỊïÏîÎ"},
      {'o', U"òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢöÖ"},
      {'u', U"ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰüÜûÛ"},
      {'y', U"ỳýỷỹỵỲÝỶỸỴ"},
      {'d', U"đĐÐð"},
      {'c', U"çÇ"},
      {'n', U"ñÑ"},
  };
  for (const auto& row : rows) {
    for (const char32_t letter : row.letters) {
      const auto place = row.letters.find(lower_of(letter));
      LIEM_CHECK(place != std::u32string_view::npos);
      set(letter, row.plain, static_cast<unsigned char>(place + 1));
    }
  }
  return table;
}

inline constexpr LetterTable letters = make_letter_table();

}  // namespace detail

constexpr LetterClass classify(char32_t code) {
  if (code < detail::low_end) return detail::letters.low[code];
  if (code < detail::high_first || code >= detail::high_end) return {};
  return detail::letters.high[code - detail::high_first];
}

struct ReadLetter {
  LetterClass kind;
  std::size_t length;  // bytes; right only where a letter was found
};

// The letter that starts at `at`.
inline ReadLetter letter_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {detail::letters.low[lead], 1};
  if (lead < 0xE0) {
    return {detail::letters.low[static_cast<std::size_t>(lead & 0x1F) << 6 | (byte(1) & 0x3F)], 2};
  }
  if (lead != 0xE1 || (byte(1) | 1) != 0xBB) return {{}, 3};
  return {detail::letters.high[static_cast<std::size_t>(byte(1) & 1) << 6 | (byte(2) & 0x3F)], 3};
}

// The letter that ends before `end`, which must not be 0.
inline ReadLetter letter_before(std::string_view text, std::size_t end) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[end - i]); };
  if (byte(1) < 0x80) return {detail::letters.low[byte(1)], 1};
  if (end >= 2 && byte(2) >= 0xC0) return letter_at(text, end - 2);
  if (end >= 3 && byte(3) == 0xE1) return letter_at(text, end - 3);
  return {{}, 3};
}

}  // namespace liem::utf8
