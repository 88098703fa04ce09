// How far the name of an issuer runs: "UBND tỉnh", "Ban chỉ đạo phòng, chống tham nhũng tỉnh".
#pragma once

#include <string>

#include "reading/draft.h"

namespace liem::reading {

// End of the name that starts at `at`, or `at` where no name starts there. Behind a joint document
// of that number, of all names between commas whose abbreviations the number carries.
std::size_t issuer_end(const Draft& draft, std::size_t at, std::string_view joint_number = {});
// Start of the name that ends at `end`, or `end` where no name ends there.
std::size_t name_start(const Draft& draft, std::size_t end);
// The name in one line, without the short form in brackets: "Bảo hiểm xã hội (BHXH) huyện".
std::string name_in_one_line(std::string_view words);

// Whether the number carries the abbreviation of the agency, an index into Lexicon::agencies.
bool carries_symbol(const Lexicon& lexicon, std::string_view number, int agency);

// Whether the word is "số", marks and all.
bool is_number_word(const text::Word& word);

}  // namespace liem::reading
