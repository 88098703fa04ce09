#include "text/utf8.h"

#include <array>
#include <cstdint>

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
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
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

std::size_t find_invalid_utf8(std::string_view bytes) {
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

}  // namespace liem::text
