// What the words before a number say about it: type, "số", the head of its list.
#pragma once

#include <string>

#include "reading/draft.h"

namespace liem::reading {

constexpr std::size_t heading_size = 4000;  // a document's own number stands within this many bytes

// What stands before the number.
struct Before {
  std::size_t begin = 0;     // start of the citation's words
  int type = -1;             // explicit type word, or -1
  bool number_word = false;  // "số"
  bool colon = false;        // "số:"
  int opener = -1;           // "các Kế hoạch: số"
  std::string opener_issuer{};
  bool not_document = false;  // a form, a road, an account: "Mẫu số 01/PCTN"
  bool stranger = false;      // another noun stands before "số": "Mẫu số 01"
  int type_further = -1;      // a type with words of its own behind: "Báo cáo thẩm định số 18"
  std::size_t further_begin = 0;
  char mark = 0;        // punctuation before, for lists
  bool joined = false;  // "và", "," or ";" before
};

Before look_before(const Draft& draft, std::size_t number);
// Only the type word and "số" directly before the number.
Before type_before(const Draft& draft, std::size_t number);

// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM".
bool has_national_title(std::string_view heading);

// Whether nothing but space and emphasis stands before `at` on its line.
bool starts_line(std::string_view text, std::size_t at);

}  // namespace liem::reading
