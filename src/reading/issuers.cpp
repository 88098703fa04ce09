#include "reading/issuers.h"

#include "text/words.h"

namespace liem::reading {
namespace {

using text::is_digit;
using text::Word;

// "của", also where a scanner lost its vowel; "giữa" two who issued it together.
bool leads_to_issuer(const Draft& draft, const Word& word) {
  if (word.is("cua") || word == text::Spelling("giữa")) return true;
  if (word != text::Spelling("ca")) return false;
  const Word behind = text::word_after(draft.text, word.span.end);
  return behind.capitalised && draft.lexicon.issuer_heads.match_from(draft.text, behind);
}

// "Kế hoạch số 12", "Kế hoạch 12"
bool names_document(const Draft& draft, std::size_t at) {
  const auto type = draft.lexicon.type_phrases.match_at(draft.text, at);
  if (!type) return false;
  const std::size_t next = text::skip_gap(draft.text, type->span.end);
  return (next < draft.text.size() && is_digit(draft.text[next])) ||
         is_number_word(text::word_at(draft.text, next));
}

// The phrase before `end`, where the text spells it with the same marks.
std::optional<PhraseTable::Match> exactly_before(const PhraseTable& phrases, std::string_view text,
                                                 std::size_t end) {
  const auto match = phrases.match_before(text, end);
  if (!match) return match;
  const auto exact = phrases.match_exactly_from(text, text::word_at(text, match->span.begin));
  return exact && exact->span == match->span ? match : std::nullopt;
}

// The verb between an issuer and its document, with what may stand before it: "Sở còn ban hành".
std::optional<PhraseTable::Match> issuing_before(const Draft& draft, std::size_t end) {
  auto verb = exactly_before(draft.lexicon.issuing, draft.text, end);
  if (!verb) return verb;
  while (const auto adverb =
             exactly_before(draft.lexicon.issuing_adverbs, draft.text, verb->span.begin)) {
    verb->span.begin = adverb->span.begin;
  }
  return verb;
}

std::string name_at(const Draft& draft, std::size_t begin, std::string_view joint_number) {
  const std::size_t end = issuer_end(draft, begin, joint_number);
  return name_in_one_line(draft.text.substr(begin, end - begin));
}

}  // namespace

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

std::string issuer_behind(const Draft& draft, std::size_t at, std::string_view joint_number) {
  const auto text = draft.text;
  at = text::skip_gap(text, skip_superscripts(text, at));
  if (at < text.size() && text[at] == ',') at = text::skip_gap(text, at + 1);
  const Word of = text::word_at(text, at);
  if (!leads_to_issuer(draft, of)) return {};
  return name_at(draft, text::skip_gap(text, of.span.end), joint_number);
}

std::string issuer_without_of(const Draft& draft, std::size_t at, std::string_view number) {
  const auto text = draft.text;
  const auto& lexicon = draft.lexicon;
  const Word first = text::word_after(text, at);
  if (!first.capitalised || !lexicon.issuer_heads.match_from(text, first)) return {};
  const std::size_t end = issuer_end(draft, first.span.begin);
  const auto verb = lexicon.issuer_stops.match_at(text, end);
  // "... ngày 12/7/2018 UBND tỉnh ban hành Kế hoạch số ...": it issued the next one.
  if (!verb || names_document(draft, verb->span.end)) return {};
  std::string name = name_in_one_line(text.substr(first.span.begin, end - first.span.begin));
  const int agency = agency_named(lexicon, name);
  return carries_symbol(lexicon, number, agency) ? name : std::string();
}

int agency_named(const Lexicon& lexicon, std::string_view name) {
  std::size_t at = 0;
  if (const auto title = lexicon.agency_titles.match_at(name, 0)) at = title->span.end;
  for (const std::size_t from : {std::size_t{0}, at}) {
    const auto found = lexicon.agency_names.match_at(name, from);
    if (found) return found->id;
  }
  return -1;
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
    // "Thanh tra tỉnh ban hành 03 văn bản quan trọng về định mức: Hướng dẫn số ..."
    constexpr int most_words = 10;
    std::size_t back = end;
    for (int words = 0; words < most_words && back > 0; ++words) {
      if (const auto verb = issuing_before(draft, back)) {
        end = text::skip_gap_back(text, verb->span.begin);
        break;
      }
      const Word word = text::word_before(text, back);
      back = text::skip_gap_back(text, word ? word.span.begin : back);
      while (!word && back > 0 && is_digit(text[back - 1])) --back;
      if (!word && (back == 0 || !is_digit(text[back]))) break;
    }
  } else if (const auto verb = issuing_before(draft, end)) {
    end = text::skip_gap_back(text, verb->span.begin);
  } else {
    return {};
  }
  const std::size_t start = name_start(draft, end);
  // "Số hiệu: 24/KH-UBND" has the letters of "Sở".
  if (start == end || is_number_word(text::word_at(text, start))) return {};
  if (!draft.lexicon.issuer_heads.match_at(text, start)) return {};
  return name_in_one_line(text.substr(start, end - start));
}

}  // namespace liem::reading
