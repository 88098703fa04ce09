// Stepping over text word by word, in both directions, across line breaks, page numbers and the
// emphasis marks converters leave. A word is a run of letters; its key ignores case and all marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "text/repair.h"

namespace liem::text {

// Up to eight plain letters packed into one number: a Vietnamese syllable has at most seven.
// Longer words keep their first eight letters.
using WordKey = std::uint64_t;

constexpr WordKey word_key(std::string_view plain) {
  WordKey key = 0;
  for (std::size_t i = 0; i < plain.size() && i < 8; ++i) {
    key = (key << 8) | static_cast<unsigned char>(plain[i]);
  }
  return key;
}

struct Word {
  Span span;
  WordKey key = 0;           // 0: there is no word here
  bool capitalised = false;  // first letter is a capital
  bool all_capitals = false;
  explicit operator bool() const { return key != 0; }
  bool is(std::string_view plain) const { return key == word_key(plain); }
};

// Forward over white space, emphasis marks and lines that hold nothing but a page number.
std::size_t skip_gap(std::string_view text, std::size_t at);
// The same backwards: the result is the end of what stands before the gap.
std::size_t skip_gap_back(std::string_view text, std::size_t end);
// Forward over spaces of the same line only.
std::size_t skip_spaces(std::string_view text, std::size_t at);

// The word that starts exactly at `at`, or none.
Word word_at(std::string_view text, std::size_t at);
// The word that ends exactly at `end`, or none.
Word word_ending(std::string_view text, std::size_t end);
// The next word behind a gap, or none where something else stands first.
inline Word word_after(std::string_view text, std::size_t at) {
  return word_at(text, skip_gap(text, at));
}
inline Word word_before(std::string_view text, std::size_t end) {
  return word_ending(text, skip_gap_back(text, end));
}

// End of the phrase if the words from `at` on (behind a gap) are these, else 0.
std::size_t match_phrase(std::string_view text, std::size_t at,
                         std::initializer_list<std::string_view> plain_words);

// The words of a dictionary entry as keys: "Kế hoạch" -> {"ke", "hoach"}.
std::vector<WordKey> phrase_keys(std::string_view phrase);

// Lower case, without any marks, single spaces: what search and comparison use.
std::string folded(std::string_view text);
// Lower case with all marks kept, single spaces.
std::string lowered(std::string_view text);
// Gaps become single spaces, emphasis marks go; letters stay as they are.
std::string in_one_line(std::string_view text);

// At most `length` bytes from `at`, cut between letters.
std::string_view clip(std::string_view text, std::size_t at, std::size_t length);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace liem::text
