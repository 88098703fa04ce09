#include "reading/citation_context.h"

#include "reading/issuers.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Word;

std::size_t step_back_over(std::string_view text, std::size_t end, char mark) {
  const std::size_t gap = text::skip_gap_back(text, end);
  return gap > 0 && text[gap - 1] == mark ? gap - 1 : end;
}

// What a colon closes: "các Kế hoạch:", "các Quy định của Bộ Chính trị:".
void look_at_opener(const Draft& draft, std::size_t colon, Before& before) {
  const auto text = draft.text;
  std::size_t end = colon;
  const std::size_t name = name_start(draft, colon);
  if (name != colon) {
    const Word of = text::word_before(text, name);
    if (of.is("cua") && draft.lexicon.issuer_heads.match_at(text, name)) {
      before.opener_issuer =
          name_in_one_line(text.substr(name, text::skip_gap_back(text, colon) - name));
      end = of.span.begin;
    }
  }
  if (const auto opener = draft.lexicon.type_phrases.match_before(text, end)) {
    before.opener = opener->id;
    if (before.opener_issuer.empty())
      before.opener_issuer = issuer_before(draft, opener->span.begin);
  } else {
    before.opener_issuer.clear();
  }
}

// "các Quyết định của Thủ tướng Chính phủ số: 619/QĐ-TTg ...; 1521/QĐ-TTg ...": the issuer stands
// between type and number.
bool look_past_issuer(const Draft& draft, Before& before) {
  const auto text = draft.text;
  const std::size_t name = name_start(draft, before.begin);
  if (name == before.begin) return false;
  const Word of = text::word_before(text, name);
  if (!of.is("cua") || !draft.lexicon.issuer_heads.match_at(text, name)) return false;
  const auto type = draft.lexicon.type_phrases.match_before(text, of.span.begin);
  if (!type) return false;
  const std::size_t end = text::skip_gap_back(text, before.begin);
  before.opener_issuer = name_in_one_line(text.substr(name, end - name));
  if (text::word_before(text, type->span.begin).is("cac")) {
    before.opener = type->id;
  } else {
    before.type = type->id;
    before.begin = type->span.begin;
  }
  return true;
}

// "Báo cáo thẩm định số": up to four words in small letters behind the type.
void look_for_type_further(const Draft& draft, Before& before) {
  std::size_t at = before.begin;
  for (int words = 0; words < 4; ++words) {
    const Word word = text::word_before(draft.text, at);
    if (!word || word.capitalised) return;
    at = word.span.begin;
    const auto type = draft.lexicon.type_phrases.match_before(draft.text, at);
    if (!type) continue;
    before.type_further = type->id;
    before.further_begin = type->span.begin;
    return;
  }
}

// "số", also where a scanner lost its vowel between the type and the number: "Quyết định s
// 31/QĐ-UBND".
bool says_number(const Draft& draft, const Word& word) {
  if (is_number_word(word)) return true;
  if (!word.is("s") && !word.is("so")) return false;
  return draft.lexicon.type_phrases.match_before(draft.text, word.span.begin).has_value();
}

}  // namespace

bool has_national_title(std::string_view heading) {
  for (const std::string_view words : {"CỘNG HÒA", "CỘNG HOÀ", "CỘNG SẢN"}) {
    if (heading.find(words) != std::string_view::npos) return true;
  }
  return false;
}

bool starts_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '*' || text[at - 1] == '\t')) --at;
  return at == 0 || text[at - 1] == '\n';
}

Before type_before(const Draft& draft, std::size_t number) {
  const auto text = draft.text;
  Before before{number};
  std::size_t at = number;
  if (const std::size_t colon = step_back_over(text, at, ':'); colon != at) {
    if (is_number_word(text::word_before(text, colon))) {
      before.colon = true;
      at = colon;
    }
  }
  if (const Word word = text::word_before(text, at); word && says_number(draft, word)) {
    before.number_word = true;
    before.begin = at = word.span.begin;
  }
  std::size_t type_end = at;
  if (const std::size_t bracket = step_back_over(text, at, '('); bracket != at) type_end = bracket;
  if (const auto type = draft.lexicon.type_phrases.match_before(text, type_end)) {
    before.type = type->id;
    before.begin = type->span.begin;
  } else if (before.number_word && text::word_before(text, at).all_capitals) {
    // "CV số 741/SNV-VP"
    if (const auto form = draft.lexicon.type_short_forms.match_before(text, at)) {
      before.type = form->id;
      before.begin = form->span.begin;
    }
  }
  return before;
}

Before look_before(const Draft& draft, std::size_t number) {
  const auto text = draft.text;
  Before before = type_before(draft, number);
  if (before.type >= 0) return before;
  if (before.number_word && look_past_issuer(draft, before)) return before;
  const std::size_t gap = text::skip_gap_back(text, before.begin);
  if (gap == 0) return before;
  before.mark = text[gap - 1];
  if (before.mark == ':' || before.mark == '-' || before.mark == '+') {
    const std::size_t colon = before.mark == ':' ? gap - 1 : step_back_over(text, gap - 1, ':');
    look_at_opener(draft, colon, before);
  }
  const Word word = text::word_ending(text, gap);
  // "Số:" opening a line is the document's own number, whatever ends the line above.
  if (before.colon && starts_line(text, before.begin)) return before;
  before.joined = before.mark == ',' || before.mark == ';' || word.is("va");
  if (!before.number_word && word && !before.joined && before.opener < 0) {
    before.not_document = true;  // "theo mẫu 03-HD/BTC"
  } else if (draft.lexicon.not_documents.match_before(text, gap)) {
    before.not_document = true;
  }
  before.stranger = word && !before.joined && !word.is("cac") && !word.is("theo") &&
                    !word.is("tai") && !word.is("hien");
  if (before.stranger && before.number_word) look_for_type_further(draft, before);
  return before;
}

}  // namespace liem::reading
