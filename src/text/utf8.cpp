#include "text/utf8.h"

#include <array>
#include <cstdint>

#include "text/repair.h"

namespace liem::utf8 {
namespace {

// One entry per code point of Latin-1 Supplement .. Latin Extended-B and Latin Extended Additional.
struct FoldTable {
  static constexpr char32_t low_first = 0xC0, low_last = 0x1B0;
  static constexpr char32_t high_first = 0x1EA0, high_last = 0x1EF9;
  std::array<char, low_last - low_first + 1> low{};
  std::array<char, high_last - high_first + 1> high{};
};

constexpr FoldTable make_fold_table() {
  FoldTable table;
  struct Row {
    char base;
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
      if (letter <= FoldTable::low_last) {
        table.low[letter - FoldTable::low_first] = row.base;
      } else {
        table.high[letter - FoldTable::high_first] = row.base;
      }
    }
  }
  return table;
}

constexpr FoldTable folds = make_fold_table();

}  // namespace

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

char fold(char32_t code) {
  if (code < 0x80) {
    if (code >= 'a' && code <= 'z') return static_cast<char>(code);
    if (code >= 'A' && code <= 'Z') return static_cast<char>(code + 32);
    return 0;
  }
  if (code >= FoldTable::low_first && code <= FoldTable::low_last) {
    return folds.low[code - FoldTable::low_first];
  }
  if (code >= FoldTable::high_first && code <= FoldTable::high_last) {
    return folds.high[code - FoldTable::high_first];
  }
  return 0;
}

bool is_letter(char32_t code) { return fold(code) != 0; }

bool is_upper(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  if (code >= 0xC0 && code <= 0xDE) return fold(code) != 0;
  if (code == 0x1A0 || code == 0x1AF) return true;
  // In both extended blocks capitals have even code points.
  if (code >= 0x100 && code <= 0x17F) return fold(code) != 0 && code % 2 == 0;
  return code >= FoldTable::high_first && code <= FoldTable::high_last && code % 2 == 0;
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
