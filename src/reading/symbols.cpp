#include "reading/symbols.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::is_digit;

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// Length of a separator at `at` ('/', '-', a dash of another kind), and what it means.
struct Separator {
  std::size_t length = 0;
  char meant = 0;
};

Separator separator_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  if (text[at] == '/') {
    const bool twice = at + 1 < text.size() && text[at + 1] == '/';
    return {twice ? std::size_t{2} : std::size_t{1}, '/'};
  }
  if (text[at] == '-') return {1, '-'};
  const auto rest = text.substr(at);
  for (const std::string_view dash : {"–", "‐", "‑", "−"}) {
    if (rest.starts_with(dash)) return {dash.size(), '-'};
  }
  return {};
}

// Letters a symbol may hold: plain ones, Đ, and capitals with a shape mark but no tone.
bool is_symbol_letter(char32_t code) {
  if (code < 0x80) return utf8::is_letter(code);
  return std::u32string_view(U"ĐđÐĂÂÊÔƠƯưă").find(code) != std::u32string_view::npos;
}

// One part: starts with a capital (or Đ), no toned letter directly behind it, a dot only before
// another capital or digit ("C.IV").
struct Part {
  std::string letters;
  std::size_t end = 0;
  bool toned = false;
};

std::optional<Part> part_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  const auto first = utf8::decode(text, at);
  if (!is_symbol_letter(first.code) || !utf8::is_upper(first.code)) return std::nullopt;
  Part part;
  std::size_t end = at;
  while (end < text.size()) {
    const auto letter = utf8::decode(text, end);
    if (is_symbol_letter(letter.code)) {
      utf8::append(part.letters, letter.code == U'Ð' ? U'Đ' : letter.code);
    } else if (utf8::is_letter(letter.code)) {
      return std::nullopt;  // a toned letter: this is a word, not an abbreviation
    } else if (is_digit(text[end])) {
      part.letters += text[end];
    } else if ((text[end] == '.' || text[end] == '&') && end + 1 < text.size() &&
               (is_digit(text[end + 1]) || utf8::is_upper(utf8::decode(text, end + 1).code))) {
      part.letters += text[end];
    } else {
      break;
    }
    end += letter.length;
  }
  part.end = end;
  return part;
}

// A word in full such as "Thanh" or "Ban" behind a separator is prose, not part of the symbol;
// abbreviations have more than one capital, or are short.
bool looks_like_abbreviation(const std::string& letters) {
  std::size_t capitals = 0, count = 0;
  for (std::size_t at = 0; at < letters.size();) {
    const auto letter = utf8::decode(letters, at);
    if (utf8::is_upper(letter.code) || is_digit(letters[at])) ++capitals;
    ++count;
    at += letter.length;
  }
  return capitals >= 2 || count <= 3;
}

// A known last part that never ends in a digit has a footnote mark glued on where it does.
std::size_t glued_mark(const std::string& letters, const Lexicon& lexicon) {
  const std::size_t stem = letters.find_last_not_of("0123456789") + 1;
  const std::size_t digits = letters.size() - stem;
  if (digits == 0 || digits > 2) return 0;
  const std::string name = letters.substr(0, stem);
  return std::ranges::find(lexicon.closed_issuers, name) != lexicon.closed_issuers.end() ? digits
                                                                                         : 0;
}

}  // namespace

std::optional<Symbol> symbol_at(std::string_view text, std::size_t at, const Lexicon& lexicon) {
  std::size_t end = digits_end(text, at);
  if (end == at || end - at > 6) return std::nullopt;
  Symbol symbol;
  symbol.number = text.substr(at, end - at);
  // "12a/QĐ-UBND"
  if (end + 1 < text.size() && text[end] >= 'a' && text[end] <= 'e' && text[end + 1] == '/') {
    symbol.number += text[end++];
  }
  for (;;) {
    std::size_t mark = text::skip_spaces(text, end);
    if (mark < text.size() && text[mark] == '\n') {
      // "QĐ\n-TTg": a separator may open the next line when nothing stands between.
      mark = text::skip_gap(text, mark);
    }
    const Separator separator = separator_at(text, mark);
    if (separator.length == 0) break;
    const bool spaced = mark > end;
    std::size_t next = text::skip_gap(text, mark + separator.length);
    const bool spaced_behind = next > mark + separator.length;
    // " - " sets off a new thought; a stray space stands on one side only, except inside the year.
    if (spaced && spaced_behind && separator.meant == '-') break;

    if (const std::size_t year_end = digits_end(text, next);
        symbol.parts.empty() && symbol.year == 0 && year_end - next == 4) {
      const int year = std::stoi(std::string(text.substr(next, 4)));
      const Separator after = separator_at(text, text::skip_spaces(text, year_end));
      if (year < 1945 || year > 2099 || after.length == 0) break;
      symbol.year = year;
      symbol.number += separator.meant;
      symbol.number += text.substr(next, 4);
      end = year_end;
      continue;
    }
    const auto part = part_at(text, next);
    if (!part || !looks_like_abbreviation(part->letters)) break;
    if (spaced && !symbol.parts.empty() && separator.meant == '-') break;
    symbol.number += separator.meant;
    symbol.number += part->letters;
    symbol.parts.push_back(part->letters);
    end = part->end;
  }
  if (symbol.parts.empty()) return std::nullopt;
  symbol.end = end;
  if (const std::size_t glued = glued_mark(symbol.parts.back(), lexicon)) {
    symbol.number.resize(symbol.number.size() - glued);
    symbol.parts.back().resize(symbol.parts.back().size() - glued);
    end -= glued;
  }
  symbol.span = {at, end};
  return symbol;
}

}  // namespace liem::reading
