#include "text/utf8.h"

#include <array>
#include <cstdint>

#include "base/utf8.h"
#include "text/repair.h"

namespace liem::utf8 {
namespace {

// In both extended blocks capitals have even code points.
constexpr bool is_capital(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  if (code >= 0xC0 && code <= 0xDE) return true;
  if (code == 0x1A0 || code == 0x1AF) return true;
  if (code >= 0x100 && code <= 0x17F) return code % 2 == 0;
  return code >= detail::high_first && code % 2 == 0;
}

constexpr detail::LetterTable make_letter_table() {
  detail::LetterTable table;
  const auto set = [&](char32_t code, char plain) {
    const LetterClass letter{plain, is_capital(code)};
    (code <= detail::low_last ? table.low[code] : table.high[code - detail::high_first]) = letter;
  };
  for (char c = 'a'; c <= 'z'; ++c) {
    set(static_cast<char32_t>(c), c);
    set(static_cast<char32_t>(c - 32), c);
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
    for (const char32_t letter : row.letters) set(letter, row.plain);
  }
  return table;
}

}  // namespace

constexpr detail::LetterTable detail::letters = make_letter_table();

void append(std::string& out, char32_t code) {
  const auto put = [&](char32_t byte) {
    out += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

char32_t lower(char32_t code) {
  if (!is_upper(code)) return code;
  if (code == U'Ð') return U'đ';
  return code < 0x100 ? code + 32 : code + 1;
}

}  // namespace liem::utf8

namespace liem::text {

std::size_t find_invalid_utf8(std::string_view bytes) { return utf8::find_invalid(bytes); }

}  // namespace liem::text
