#include "damage_places.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.h"
#include "text/words.h"

namespace liem::golden {
namespace {

using text::Span;

constexpr std::array<char32_t, 5> tones = {0x300, 0x301, 0x303, 0x309, 0x323};

bool is_tone(char32_t code) { return std::ranges::find(tones, code) != tones.end(); }

const icu::Normalizer2& composing() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found = icu::Normalizer2::getNFCInstance(status);
  LIEM_CHECK(U_SUCCESS(status));
  return *found;
}

std::u32string decomposed(char32_t letter) {
  icu::UnicodeString parts;
  if (!composing().getDecomposition(static_cast<UChar32>(letter), parts)) return {letter};
  std::u32string out;
  for (int i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    out += static_cast<char32_t>(parts.char32At(i));
  }
  return out;
}

std::u32string composed(std::u32string_view letters) {
  std::u32string out;
  for (const char32_t letter : letters) {
    const auto joined = out.empty() ? -1
                                    : composing().composePair(static_cast<UChar32>(out.back()),
                                                              static_cast<UChar32>(letter));
    if (joined < 0) {
      out += letter;
    } else {
      out.back() = static_cast<char32_t>(joined);
    }
  }
  return out;
}

std::string in_utf8(std::u32string_view letters) {
  std::string out;
  for (const char32_t letter : letters) utf8::append(out, letter);
  return out;
}

struct Toned {
  std::u32string without;  // the letter without its tone, composed
  char32_t tone = 0;       // 0: it has none
};

Toned toned(char32_t letter) {
  auto parts = decomposed(letter);
  const auto tone = std::ranges::find_if(parts, is_tone);
  if (tone == parts.end()) return {{letter}, 0};
  const char32_t mark = *tone;
  parts.erase(tone);
  return {composed(parts), mark};
}

// A text as letters with their places.
struct Letters {
  explicit Letters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto letter = utf8::decode(text, at);
      code.push_back(letter.code);
      begin.push_back(at);
      at += letter.length;
    }
    begin.push_back(text.size());
    code += U'\n';
  }
  std::size_t size() const { return code.size() - 1; }
  Span span(std::size_t first, std::size_t count = 1) const {
    return {begin[first], begin[first + count]};
  }
  char32_t before(std::size_t i) const { return i == 0 ? U'\n' : code[i - 1]; }

  std::u32string code;  // with a line break behind the last
  std::vector<std::size_t> begin;
};

bool is_number_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_part_of_word(char32_t c) { return utf8::is_letter(c) || is_number_digit(c); }

// Of lines long enough to be broken. Rows of tables are lines by definition.
std::vector<Edit> spaces(std::string_view text, auto&& instead) {
  std::vector<Edit> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool row = text.substr(begin, end - begin).find('|') != std::string_view::npos;
    for (std::size_t at = begin + least_of_a_line; !row && at + least_of_a_line < end; ++at) {
      if (text[at] == ' ' && text[at - 1] != ' ' && text[at + 1] != ' ') {
        out.push_back({{at, at + 1}, instead()});
      }
    }
    begin = end + 1;
  }
  return out;
}

std::vector<Edit> broken_tokens(const Letters& text) {
  std::vector<Edit> out;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const bool joint = text.code[i] == '/' || text.code[i] == '-';
    if (joint && is_part_of_word(text.code[i - 1]) && is_part_of_word(text.code[i + 1])) {
      out.push_back({text.span(i + 1, 0), "\n"});
    }
  }
  return out;
}

// Behind a word or number that a space or a mark of punctuation follows.
std::vector<Edit> footnotes(const Letters& text, bool (*ends_in)(char32_t), Chance& chance) {
  std::vector<Edit> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t next = text.code[i + 1];
    const bool ends = next == ' ' || next == ',' || next == ';' || next == '.';
    const bool goes_on =
        (next == ',' || next == '.') && i + 2 < text.size() && is_part_of_word(text.code[i + 2]);
    if (ends && !goes_on && ends_in(text.code[i])) {
      out.push_back({text.span(i + 1, 0), std::to_string(1 + chance.below(30))});
    }
  }
  return out;
}

// `instead` gives what a letter becomes, or nothing where the damage cannot happen to it.
std::vector<Edit> letters(const Letters& text, auto&& instead) {
  std::vector<Edit> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::optional<std::string> left = instead(text.code[i])) {
      out.push_back({text.span(i), std::move(*left)});
    }
  }
  return out;
}

std::optional<std::string> in_parts(char32_t letter) {
  const auto parts = decomposed(letter);
  return parts.size() > 1 ? std::optional(in_utf8(parts)) : std::nullopt;
}

std::optional<std::string> without_marks(char32_t letter) {
  const auto parts = decomposed(letter);
  return parts.size() > 1 ? std::optional(in_utf8(parts.substr(0, 1))) : std::nullopt;
}

std::optional<std::string> without_stroke(char32_t letter) {
  if (letter == U'đ') return "d";
  if (letter == U'Đ' || letter == U'Ð') return "D";
  return std::nullopt;
}

enum class Marks { loose, joined };

std::vector<Edit> misplaced_marks(const Letters& text, Marks marks, Chance& chance) {
  std::vector<Edit> out;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto [without, tone] = toned(text.code[i]);
    // Behind the next letter, or behind the space after the word, but not behind both.
    const char32_t next = text.code[i + 1];
    const bool letter = utf8::is_letter(next) && toned(next).tone == 0;
    const bool space = next == ' ' && chance.below(2) == 0;
    if (tone == 0 || !(letter || space)) continue;
    const std::u32string left = without + next + tone;
    out.push_back({text.span(i, 2), in_utf8(marks == Marks::joined ? composed(left) : left)});
    ++i;
  }
  return out;
}

// The tone of an open syllable in oa, oe, uy stands on the first vowel or on the second.
std::vector<Edit> tone_styles(const Letters& text) {
  std::vector<Edit> out;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = toned(text.code[i]), second = toned(text.code[i + 1]);
    const std::string pair =
        std::string{utf8::fold(first.without[0]), utf8::fold(second.without[0])};
    const bool plain = first.without.size() == 1 && decomposed(first.without[0]).size() == 1 &&
                       decomposed(second.without[0]).size() == 1;
    if (!plain || (pair != "oa" && pair != "oe" && pair != "uy")) continue;
    if ((first.tone == 0) == (second.tone == 0)) continue;
    const char32_t before = text.before(i) | 0x20;
    if (before == 'q' || utf8::is_letter(text.code[i + 2])) continue;
    const bool on_first = first.tone != 0;
    const char32_t tone = on_first ? first.tone : second.tone;
    const auto moved = on_first ? first.without + composed(second.without + tone)
                                : composed(first.without + tone) + second.without;
    out.push_back({text.span(i, 2), in_utf8(moved)});
    ++i;
  }
  return out;
}

std::vector<Edit> confusions(const Letters& text) {
  struct Pair {
    std::u32string_view seen, taken_for;
  };
  constexpr Pair pairs[] = {{U"rn", U"m"}, {U"m", U"rn"}, {U"l", U"1"}, {U"1", U"l"},
                            {U"O", U"0"},  {U"0", U"O"},  {U"I", U"l"}, {U"5", U"S"}};
  std::vector<Edit> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const auto& [seen, taken_for] : pairs) {
      if (std::u32string_view(text.code).substr(i, seen.size()) != seen) continue;
      out.push_back({text.span(i, seen.size()), in_utf8(taken_for)});
      i += seen.size() - 1;
      break;
    }
  }
  return out;
}

}  // namespace

std::vector<Edit> places_of(Damage kind, std::string_view text, Chance& chance) {
  const auto number = [&] { return std::to_string(2 + chance.below(40)); };
  switch (kind) {
    case Damage::line_break:
      return spaces(text, [] { return "\n"; });
    case Damage::broken_token:
      return broken_tokens(Letters(text));
    case Damage::page_number:
      return spaces(text, [&] { return "\n" + number() + "\n"; });
    case Damage::running_header:
      return spaces(text, [&] { return "\nBáo cáo công tác năm - Trang " + number() + "\n"; });
    case Damage::decomposed:
      return letters(Letters(text), in_parts);
    case Damage::misplaced_mark:
      return misplaced_marks(Letters(text), Marks::loose, chance);
    case Damage::composed_mark:
      return misplaced_marks(Letters(text), Marks::joined, chance);
    case Damage::tone_style:
      return tone_styles(Letters(text));
    case Damage::footnote_on_word:
      return footnotes(Letters(text), utf8::is_letter, chance);
    case Damage::footnote_on_number:
      return footnotes(Letters(text), is_number_digit, chance);
    case Damage::lost_marks:
      return letters(Letters(text), without_marks);
    case Damage::lost_stroke:
      return letters(Letters(text), without_stroke);
    case Damage::confused:
      return confusions(Letters(text));
    case Damage::lost_letters:
      return letters(Letters(text), [](char32_t letter) {
        return utf8::is_letter(letter) ? std::optional<std::string>("") : std::nullopt;
      });
  }
  LIEM_CHECK(false);
}

}  // namespace liem::golden
