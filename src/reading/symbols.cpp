#include "reading/symbols.h"

#include <algorithm>

#include "reading/number_parts.h"
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
  if (text[at] != '\xE2') return {};
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

bool is_plain(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return is_digit(c) || (lower >= 'a' && lower <= 'z');
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
    if (is_plain(text[end])) {
      part.letters += text[end++];
      continue;
    }
    const auto letter = utf8::decode(text, end);
    if (is_symbol_letter(letter.code)) {
      // "QĐÐ": recognition gave one letter twice, as each of the two that look alike.
      if (letter.code != U'Ð' || !part.letters.ends_with("Đ"))
        utf8::append(part.letters, letter.code == U'Ð' ? U'Đ' : letter.code);
    } else if (utf8::is_letter(letter.code)) {
      return std::nullopt;  // a toned letter: this is a word, not an abbreviation
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

// "61/2018/NĐCP", "04-NQTW": the mark between type and issuer was lost.
void part_type_from_issuer(Symbol& symbol, const Lexicon& lexicon) {
  if (symbol.parts.size() != 1) return;
  const std::string_view whole = symbol.parts.front();
  if (lexicon.types_of_symbol.contains(whole) || lexicon.agencies_of_symbol.contains(whole)) return;
  for (const std::string_view issuer : lexicon.closed_issuers) {
    if (whole.size() <= issuer.size() || !whole.ends_with(issuer)) continue;
    const auto type = whole.substr(0, whole.size() - issuer.size());
    if (!lexicon.types_of_symbol.contains(type)) continue;
    const std::size_t start = symbol.number.size() - whole.size();
    // State bodies write "12/QĐ-UBND", the Party "12-QĐ/TU".
    const char mark = symbol.number[start - 1] == '-' ? '/' : '-';
    symbol.number.insert(start + type.size(), 1, mark);
    symbol.parts = {std::string(type), std::string(issuer)};
    return;
  }
}

// Behind a symbol: a word that goes on about the document, a mark, the end of the line or column.
bool ends_symbol(std::string_view text, std::size_t at) {
  const std::size_t next = text::skip_spaces(text, at);
  if (next >= text.size() || std::string_view("\n,;.)|").find(text[next]) != std::string_view::npos)
    return true;
  if (next - at >= 2) return true;
  return text::is_one_of(text::word_at(text, next), {"ngày", "của", "về", "do", "và"});
}

// "410/STP – PBGD ngày ...": dashes between spaces join abbreviations that end the symbol there;
// elsewhere such a dash sets off a new thought.
bool joins_by_spaced_dash(std::string_view text, std::size_t next) {
  constexpr int most_parts = 4;
  for (int parts = 0; parts < most_parts; ++parts) {
    const auto part = part_at(text, next);
    if (!part) return false;
    const auto letters = utf8::letters_of(part->letters);
    const auto is_capital = [](char32_t letter) {
      return !utf8::is_letter(letter) || utf8::is_upper(letter);
    };
    if (letters.size() < 2 || !std::ranges::all_of(letters, is_capital)) return false;
    if (ends_symbol(text, part->end)) return true;
    const std::size_t mark = text::skip_spaces(text, part->end);
    const Separator dash = separator_at(text, mark);
    if (dash.meant != '-') return false;
    next = text::skip_gap(text, mark + dash.length);
  }
  return false;
}

bool names_agency(const Lexicon& lexicon, const std::optional<Part>& part) {
  if (!part) return false;
  const auto name = without_digits(part->letters);
  return lexicon.agencies_of_symbol.contains(name) ||
         std::ranges::find(lexicon.closed_issuers, name) != lexicon.closed_issuers.end();
}

// " ngày 24/2/2011", ", ngày 24/2/2011"
bool date_follows(std::string_view text, std::size_t at) {
  at = text::skip_gap(text, at);
  if (at < text.size() && text[at] == ',') ++at;
  const auto day = text::word_after(text, at);
  if (day != text::Spelling("ngày")) return false;
  const std::size_t digits = text::skip_gap(text, day.span.end);
  return digits < text.size() && is_digit(text[digits]);
}

// "282/QĐ TTg ngày ...", "48 CT/TW ngày ...": a single space stands for the hyphen, where type and
// agency are known and the date shows that the symbol ends there.
bool space_for_hyphen(std::string_view text, std::size_t at, const Symbol& symbol,
                      const Lexicon& lexicon) {
  if (at >= text.size() || text[at] != ' ') return false;
  const auto part = part_at(text, at + 1);
  if (!part) return false;
  if (symbol.parts.empty()) {
    if (symbol.year != 0 || !lexicon.types_of_symbol.contains(part->letters)) return false;
    if (part->end >= text.size() || text[part->end] != '/') return false;
    const auto agency = part_at(text, part->end + 1);
    return names_agency(lexicon, agency) && date_follows(text, agency->end);
  }
  return symbol.parts.size() == 1 && lexicon.types_of_symbol.contains(symbol.parts.front()) &&
         names_agency(lexicon, part) && date_follows(text, part->end);
}

}  // namespace

namespace {

// "288/TB-KV VI": end of the numeral, or 0.
std::size_t roman_numeral_behind(std::string_view text, std::size_t at, const std::string& issuer,
                                 const Lexicon& lexicon) {
  if (!lexicon.numbered_issuers.contains(issuer) || at >= text.size() || text[at] != ' ') return 0;
  const std::size_t end = std::min(text.find_first_not_of("IVX", at + 1), text.size());
  if (end == at + 1) return 0;
  const bool word_ends = end == text.size() || !utf8::is_letter(utf8::decode(text, end).code);
  return word_ends ? end : 0;
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
    Separator separator = separator_at(text, mark);
    if (separator.length == 0) {
      if (!space_for_hyphen(text, end, symbol, lexicon)) break;
      separator = {1, '-'};
      mark = end;
    }
    const bool spaced = mark > end;
    std::size_t next = text::skip_gap(text, mark + separator.length);
    const bool spaced_behind = next > mark + separator.length;
    // A stray space stands on one side only, except inside the year.
    if (spaced && separator.meant == '-' && (spaced_behind || !symbol.parts.empty())) {
      const bool item = spaced_behind && text.substr(end, mark - end).find('\n') != text.npos;
      if (symbol.parts.empty() || item || !joins_by_spaced_dash(text, next)) break;
    }

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
    symbol.number += separator.meant;
    symbol.number += part->letters;
    symbol.parts.push_back(part->letters);
    end = part->end;
  }
  if (symbol.parts.empty()) return std::nullopt;
  if (const std::size_t roman = roman_numeral_behind(text, end, symbol.parts.back(), lexicon)) {
    symbol.number += text.substr(end, roman - end);
    end = roman;
  }
  symbol.end = end;
  if (const std::size_t glued = glued_mark(symbol.parts.back(), lexicon)) {
    symbol.number.resize(symbol.number.size() - glued);
    symbol.parts.back().resize(symbol.parts.back().size() - glued);
    end -= glued;
  }
  symbol.span = {at, end};
  part_type_from_issuer(symbol, lexicon);
  return symbol;
}

std::optional<Symbol> shared_symbol_at(std::string_view text, std::size_t at,
                                       const Lexicon& lexicon) {
  constexpr std::size_t longest_number = 5;
  constexpr int most_numbers = 12;
  const std::size_t own_end = digits_end(text, at);
  if (own_end - at > longest_number) return std::nullopt;
  std::size_t end = own_end;
  for (int numbers = 1; numbers < most_numbers; ++numbers) {
    std::size_t next = text::skip_gap(text, end);
    if (next < text.size() && text[next] == ',') {
      next = text::skip_gap(text, next + 1);
    } else if (next >= text.size() || (text[next] != 'v' && text[next] != 'V')) {
      return std::nullopt;  // mostly: neither a comma nor "và"
    } else if (const auto word = text::word_at(text, next); word == text::Spelling("và")) {
      next = text::skip_gap(text, word.span.end);
    } else {
      return std::nullopt;
    }
    end = digits_end(text, next);
    if (end == next || end - next > longest_number) return std::nullopt;
    auto symbol = symbol_at(text, next, lexicon);
    if (!symbol) continue;
    symbol->number.replace(0, end - next, text.substr(at, own_end - at));
    symbol->span = {at, own_end};
    return symbol;
  }
  return std::nullopt;
}

}  // namespace liem::reading
