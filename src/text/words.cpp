#include "text/words.h"

#include <algorithm>

#include "text/utf8.h"

namespace liem::text {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f'; }

// Length of white space other than a line break at `at`: ASCII, no-break and zero-width ones.
std::size_t space_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_blank(c) || c == '*') return 1;
  // Every wider space starts with one of three bytes.
  if (c != '\xC2' && c != '\xE2' && c != '\xEF') return 0;
  const auto rest = text.substr(at);
  if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\xAD")) return 2;
  if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xEF\xBB\xBF") ||
      rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x89")) {
    return 3;
  }
  return 0;
}

std::size_t space_length_before(std::string_view text, std::size_t end) {
  const char c = text[end - 1];
  if (is_blank(c) || c == '*') return 1;
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  const auto head = text.substr(0, end);
  if (head.ends_with("\xC2\xA0") || head.ends_with("\xC2\xAD")) return 2;
  if (head.ends_with("\xE2\x80\x8B") || head.ends_with("\xEF\xBB\xBF") ||
      head.ends_with("\xE2\x80\xAF") || head.ends_with("\xE2\x80\x89")) {
    return 3;
  }
  return 0;
}

// A line with nothing but one to three digits (or "- 3 -") is a page number: its end, else `at`.
std::size_t skip_page_number(std::string_view text, std::size_t at) {
  const std::size_t first = at;
  const bool dashed = at < text.size() && text[at] == '-';
  if (dashed) at = skip_spaces(text, at + 1);
  const std::size_t digits = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == digits || at - digits > 3) return first;
  if (dashed) {
    at = skip_spaces(text, at);
    if (at == text.size() || text[at] != '-') return first;
    ++at;
  }
  at = skip_spaces(text, at);
  return at == text.size() || text[at] == '\n' ? at : first;
}

// Where a page number on a line of its own ends at `end`, the start of that line; else `end`.
std::size_t page_number_line(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 4 && is_digit(text[begin - 1])) --begin;
  while (begin > 0 && (is_blank(text[begin - 1]) || text[begin - 1] == '-')) --begin;
  if (begin == 0 || text[begin - 1] != '\n') return end;
  const std::size_t start = skip_spaces(text, begin);
  const std::size_t after = skip_page_number(text, start);
  return after > start && after >= end && after < text.size() ? begin : end;
}

// A space behind a byte that belongs to no gap stays as it is where such a byte follows.
bool is_single_space(std::string_view text, std::size_t at) {
  return text[at] == ' ' && at + 1 < text.size() && !detail::gap_starts.has(text[at + 1]);
}

}  // namespace

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && detail::gap_starts.has(text[at])) {
    const std::size_t length = space_length(text, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

std::size_t detail::skip_wide_gap(std::string_view text, std::size_t at) {
  for (;;) {
    at = skip_spaces(text, at);
    if (at >= text.size() || text[at] != '\n') return at;
    at = skip_spaces(text, at + 1);
    if (at < text.size() && (is_digit(text[at]) || text[at] == '-'))
      at = skip_page_number(text, at);
  }
}

std::size_t detail::skip_wide_gap_back(std::string_view text, std::size_t end) {
  while (end > 0) {
    if (const std::size_t length = space_length_before(text, end)) {
      end -= length;
    } else if (text[end - 1] == '\n') {
      --end;
    } else if (is_digit(text[end - 1])) {
      const std::size_t line = page_number_line(text, end);
      if (line == end) return end;
      end = line;
    } else {
      return end;
    }
  }
  return 0;
}

Word word_at(std::string_view text, std::size_t at) {
  WordKey key = 0;
  WordMarks marks = 0;
  std::size_t end = at;
  unsigned letters = 0, capitals = 0;
  bool capitalised = false;
  for (; end < text.size(); ++letters) {
    const auto letter = utf8::letter_at(text, end);
    if (letter.kind.plain == 0) break;
    if (letters < key_letters) {
      key = key << 8 | static_cast<unsigned char>(letter.kind.plain);
      marks = marks << 8 | letter.kind.mark;
    }
    if (letter.kind.upper) {
      capitalised = capitalised || letters == 0;
      ++capitals;
    }
    end += letter.length;
  }
  return {{at, end}, key, marks, capitalised, letters > 1 && capitals == letters};
}

Word word_ending(std::string_view text, std::size_t end) {
  WordKey key = 0;
  WordMarks marks = 0;
  std::size_t begin = end;
  unsigned letters = 0, capitals = 0;
  bool capitalised = false;
  for (; begin > 0; ++letters) {
    const auto letter = utf8::letter_before(text, begin);
    if (letter.kind.plain == 0) break;
    if (letters < key_letters) {
      key |= WordKey{static_cast<unsigned char>(letter.kind.plain)} << (8 * letters);
      marks |= WordMarks{letter.kind.mark} << (8 * letters);
    }
    capitalised = letter.kind.upper;
    if (letter.kind.upper) ++capitals;
    begin -= letter.length;
  }
  // Of a longer word the first letters count.
  if (letters > key_letters) return word_at(text.substr(0, end), begin);
  return {{begin, end}, key, marks, capitalised, letters > 1 && capitals == letters};
}

std::size_t next_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto letter = utf8::decode(text, at);
    if (utf8::is_letter(letter.code)) break;
    at += letter.length;
  }
  return std::min(at, text.size());
}

std::size_t match_phrase(std::string_view text, std::size_t at,
                         std::initializer_list<std::string_view> plain_words) {
  for (const auto plain : plain_words) {
    const Word word = word_after(text, at);
    if (!word.is(plain)) return 0;
    at = word.span.end;
  }
  return at;
}

std::vector<Word> words_of(std::string_view phrase) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < phrase.size();) {
    const Word word = word_at(phrase, at);
    if (word) words.push_back(word);
    at = word ? word.span.end : at + utf8::decode(phrase, at).length;
  }
  return words;
}

std::vector<WordKey> phrase_keys(std::string_view phrase) {
  std::vector<WordKey> keys;
  for (const auto& word : words_of(phrase)) keys.push_back(word.key);
  return keys;
}

std::string_view clip(std::string_view text, std::size_t at, std::size_t length) {
  std::size_t end = std::min(text.size(), at + length);
  while (end > at && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return text.substr(at, end - at);
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    if (detail::gap_starts.has(text[at])) {
      const std::size_t length = text[at] == '\n' ? 1 : space_length(text, at);
      if (length > 0) {
        gap = !out.empty();
        at += length;
        continue;
      }
    }
    if (gap) out += ' ';
    gap = false;
    const auto letter = utf8::decode(text, at);
    const char plain = utf8::fold(letter.code);
    if (plain != 0) {
      out += plain;
    } else {
      out.append(text, at, letter.length);
    }
    at += letter.length;
  }
  return out;
}

std::string lowered(std::string_view text) {
  std::string out = in_one_line(text);
  for (std::size_t at = 0; at < out.size();) {
    const auto letter = utf8::decode(out, at);
    // No letter changes its length with its case.
    if (utf8::is_upper(letter.code)) utf8::encode(utf8::lower(letter.code), out.data() + at);
    at += letter.length;
  }
  return out;
}

std::string in_one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run = at;
    while (at < text.size()) {
      if (!detail::gap_starts.has(text[at])) {
        ++at;
      } else if (at > run && is_single_space(text, at)) {
        at += 2;
      } else {
        break;
      }
    }
    out.append(text, run, at - run);
    if (at == text.size()) break;
    const std::size_t next = skip_gap(text, at);
    if (next != at) {
      if (!out.empty() && next < text.size()) out += ' ';
      at = next;
      continue;
    }
    const auto length = utf8::decode(text, at).length;
    out.append(text, at, length);
    at += length;
  }
  return out;
}

}  // namespace liem::text
