#include "reading/issuers.h"

#include "text/words.h"

namespace liem::reading {
namespace {

using text::is_digit;
using text::Word;

// "phường 8", "quận 3": the number belongs to the name.
std::size_t ward_number_end(std::string_view text, const Word& last, std::size_t end) {
  if (!last.is("phuong") && !last.is("quan") && !last.is("vuc")) return end;
  std::size_t digits = text::skip_spaces(text, end);
  const std::size_t first = digits;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  return digits > first && digits - first <= 2 ? digits : end;
}

}  // namespace

std::size_t issuer_end(const Draft& draft, std::size_t at) {
  const auto text = draft.text;
  const Lexicon& lexicon = draft.lexicon;
  const std::size_t limit = draft.segments[segment_at(draft.segments, at)].span.end;
  std::size_t end = at;
  Word last;
  for (int words = 0; words < 16; ++words) {
    Word word = text::word_after(text, end);
    if (word && word.span.begin >= limit) break;
    const std::size_t next = text::skip_gap(text, end);
    if (!word && last) {
      // "Sở Lao động - Thương binh và Xã hội", "phòng, chống tham nhũng"
      if (next >= limit) break;
      const bool hyphen = next < text.size() && text[next] == '-';
      const bool against = next < text.size() && text[next] == ',' && last.is("phong") &&
                           text::word_after(text, next + 1).is("chong");
      if (!hyphen && !against) break;
      word = text::word_after(text, next + 1);
      if (!word || (hyphen && !word.capitalised)) break;
    }
    if (!word) break;
    if (last && word.is("va")) {
      const Word behind = text::word_after(text, word.span.end);
      if (!behind.capitalised || lexicon.type_phrases.match_at(text, word.span.end)) break;
      end = word.span.end;
      last = word;
      continue;
    }
    if (lexicon.issuer_stops.match_exactly_from(text, word) &&
        (!word.capitalised || word.is("ve"))) {
      break;
    }
    if (!word.capitalised) {
      const bool inside = lexicon.issuer_inside.contains(word.key);
      const bool second = last.capitalised && !last.all_capitals;
      if (!last || (!inside && !second)) break;
    } else if (last) {
      const auto type = lexicon.type_phrases.match_from(text, word);
      if (type && is_number_word(text::word_after(text, type->span.end))) break;
    }
    end = word.span.end;
    last = word;
  }
  return last ? ward_number_end(text, last, end) : end;
}

bool is_number_word(const Word& word) { return word == text::Spelling("số"); }

std::size_t skip_superscripts(std::string_view text, std::size_t at) {
  for (;;) {
    const auto rest = text.substr(at);
    if (rest.starts_with("¹") || rest.starts_with("²") || rest.starts_with("³")) {
      at += 2;
    } else if (rest.starts_with("⁰") || (rest.size() >= 3 && rest.starts_with("\xE2\x81") &&
                                         static_cast<unsigned char>(rest[2]) >= 0xB4)) {
      at += 3;
    } else {
      return at;
    }
  }
}

std::size_t name_start(const Draft& draft, std::size_t end) {
  const auto text = draft.text;
  std::size_t start = end, at = end;
  for (int words = 0; words < 12; ++words) {
    const Word word = text::word_before(text, at);
    if (!word) break;
    const Word before = text::word_before(text, word.span.begin);
    const bool second = before.capitalised && !before.all_capitals;
    const bool joins = word.is("va") && before && start == at;
    if (!word.capitalised && !joins && !draft.lexicon.issuer_inside.contains(word.key) && !second) {
      break;
    }
    at = word.span.begin;
    if (word.capitalised) start = at;
  }
  return start;
}

std::string issuer_behind(const Draft& draft, std::size_t at) {
  const auto text = draft.text;
  at = text::skip_gap(text, skip_superscripts(text, at));
  if (at < text.size() && text[at] == ',') at = text::skip_gap(text, at + 1);
  const Word of = text::word_at(text, at);
  if (!of.is("cua")) return {};
  const std::size_t begin = text::skip_gap(text, of.span.end);
  const std::size_t end = issuer_end(draft, begin);
  return text::in_one_line(text.substr(begin, end - begin));
}

std::string issuer_before(const Draft& draft, std::size_t begin) {
  const auto text = draft.text;
  std::size_t end = text::skip_gap_back(text, begin);
  // "- Chính phủ: các Nghị định: số ..."
  if (const Word plural = text::word_ending(text, end); plural.is("cac")) {
    end = text::skip_gap_back(text, plural.span.begin);
  }
  if (end > 0 && text[end - 1] == ':') {
    end = text::skip_gap_back(text, end - 1);
    // "Thanh tra tỉnh ban hành 03 văn bản: Hướng dẫn số ..."
    std::size_t back = end;
    for (int words = 0; words < 6 && back > 0; ++words) {
      if (const auto verb = draft.lexicon.issuing.match_before(text, back)) {
        end = text::skip_gap_back(text, verb->span.begin);
        break;
      }
      const Word word = text::word_before(text, back);
      back = text::skip_gap_back(text, word ? word.span.begin : back);
      while (!word && back > 0 && is_digit(text[back - 1])) --back;
      if (!word && (back == 0 || !is_digit(text[back]))) break;
    }
  } else if (const auto verb = draft.lexicon.issuing.match_before(text, end)) {
    end = text::skip_gap_back(text, verb->span.begin);
  } else {
    return {};
  }
  const std::size_t start = name_start(draft, end);
  if (start == end || !draft.lexicon.issuer_heads.match_at(text, start)) return {};
  return text::in_one_line(text.substr(start, end - start));
}

}  // namespace liem::reading
