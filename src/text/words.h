// Stepping over text word by word, in both directions, across line breaks, page numbers and the
// emphasis marks converters leave. A word is a run of letters; its key ignores case and all marks.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "text/byte_set.h"
#include "text/repair.h"
#include "text/utf8.h"

namespace liem::text {

// Up to eight plain letters packed into one number: a Vietnamese syllable has at most seven.
// Longer words keep their first eight letters.
using WordKey = std::uint64_t;
inline constexpr unsigned key_letters = 8;

constexpr WordKey word_key(std::string_view plain) {
  WordKey key = 0;
  for (std::size_t i = 0; i < plain.size() && i < 8; ++i) {
    key = (key << 8) | static_cast<unsigned char>(plain[i]);
  }
  return key;
}

// The marks of the same eight letters, a byte each: key and marks together are the spelling
// without regard to case. A whole spelling is compared, never hashed.
using WordMarks = std::uint64_t;

struct Word {
  Span span;
  WordKey key = 0;  // 0: there is no word here
  WordMarks marks = 0;
  bool capitalised = false;  // first letter is a capital
  bool all_capitals = false;
  explicit operator bool() const { return key != 0; }
  bool is(std::string_view plain) const { return key == word_key(plain); }
};

// A word of the reader's own, in lower case with its marks: "số".
struct Spelling {
  WordKey key = 0;
  WordMarks marks = 0;
  consteval Spelling(const char* literal) {  // NOLINT: a literal is its spelling
    const std::string_view word(literal);
    for (std::size_t at = 0; at < word.size();) {
      const auto letter = utf8::decode(word, at);
      const auto kind = utf8::classify(letter.code);
      key = (key << 8) | static_cast<unsigned char>(kind.plain);
      marks = (marks << 8) | kind.mark;
      at += letter.length;
    }
  }
  constexpr explicit Spelling(const Word& word) : key(word.key), marks(word.marks) {}
  bool operator==(const Spelling&) const = default;
  friend bool operator==(const Word& word, const Spelling& spelling) {
    return word.key == spelling.key && word.marks == spelling.marks;
  }
};

inline bool is_one_of(const Word& word, std::initializer_list<Spelling> spellings) {
  return std::ranges::find(spellings, Spelling(word)) != spellings.end();
}

namespace detail {
inline constexpr ByteSet gap_starts(" \t\r\f\n*\xC2\xE2\xEF");
// Digits may be a page number on a line of its own; the others end a wider space.
inline constexpr ByteSet gap_ends(" \t\r\f\n*0123456789\xA0\xAD\x8B\xBF\xAF\x89");
std::size_t skip_wide_gap(std::string_view text, std::size_t at);
std::size_t skip_wide_gap_back(std::string_view text, std::size_t end);
}  // namespace detail

// Forward over white space, emphasis marks and lines that hold nothing but a page number.
inline std::size_t skip_gap(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || !detail::gap_starts.has(text[at])) return std::min(at, text.size());
  return detail::skip_wide_gap(text, at);
}
// The same backwards: the result is the end of what stands before the gap.
inline std::size_t skip_gap_back(std::string_view text, std::size_t end) {
  if (end > 0 && text[end - 1] == ' ') --end;
  if (end == 0 || !detail::gap_ends.has(text[end - 1])) return end;
  return detail::skip_wide_gap_back(text, end);
}
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

// Where the next word starts at or behind `at`, whatever stands between; the text's end if none.
std::size_t next_word(std::string_view text, std::size_t at);

// End of the phrase if the words from `at` on (behind a gap) are these, else 0.
std::size_t match_phrase(std::string_view text, std::size_t at,
                         std::initializer_list<std::string_view> plain_words);

// The words of a dictionary entry: "Kế hoạch" -> {"ke", "hoach"} with their marks.
std::vector<Word> words_of(std::string_view phrase);
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
