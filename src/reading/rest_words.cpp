#include "reading/rest_words.h"

#include "reading/change_words.h"
#include "text/words.h"

namespace liem::reading {

namespace {

bool says_rest(const Draft& draft, std::size_t number) {
  if (draft.lexicon.sums_rest.match_before(draft.text, number)) return true;
  // "còn 03 vị trí", "còn phải thu hồi 446 triệu đồng"
  constexpr int most_words = 4;
  std::size_t end = number;
  for (int words = 0; words < most_words; ++words) {
    const text::Word word = text::word_before(draft.text, end);
    if (!word) return false;
    if (word == text::Spelling("còn")) return true;
    end = word.span.begin;
  }
  return false;
}

// "phần còn lại, 282 người", "số chưa thực hiện, 282 người": named, then counted behind a comma.
bool names_rest(const Draft& draft, std::size_t gap) {
  if (gap == 0 || draft.text[gap - 1] != ',') return false;
  constexpr int most_words = 8;
  std::size_t end = gap - 1;
  bool left = false;
  for (int words = 0; words < most_words; ++words) {
    const text::Word word = text::word_before(draft.text, end);
    if (!word) return false;
    left = left || draft.lexicon.sums_rest.match_from(draft.text, word) ||
           draft.lexicon.sums_others.match_exactly_from(draft.text, word);
    if (draft.lexicon.sums_rest_heads.match_exactly_from(draft.text, word)) return left;
    end = word.span.begin;
  }
  return false;
}

}  // namespace

bool is_remainder(const Draft& draft, std::size_t i) {
  const Mention& mention = draft.mentions[i];
  const std::size_t gap = text::skip_gap_back(draft.text, mention.span.begin);
  const bool joined = gap > 0 && (draft.text[gap - 1] == ',' || draft.text[gap - 1] == '/');
  if (joined && i > 0 && end_of_figure(draft.mentions[i - 1]) + 1 == gap) {
    return says_rest(draft, draft.mentions[i - 1].span.begin);
  }
  return says_rest(draft, mention.span.begin) || names_rest(draft, gap) ||
         draft.lexicon.sums_rest.match_at(draft.text, end_of_figure(mention)).has_value();
}

bool tells_of_the_others(const Draft& draft, const Mention& mention) {
  const auto text = draft.text;
  const auto& others = draft.lexicon.sums_others;
  const text::Word behind = text::word_at(text, text::skip_gap(text, end_of_figure(mention)));
  if (others.match_exactly_from(text, behind)) return true;
  std::size_t end = text::skip_gap_back(text, mention.span.begin);
  if (end > 0 && text[end - 1] == ':') --end;
  constexpr int most_words = 7;
  for (int words = 0; words < most_words; ++words) {
    const text::Word word = text::word_before(text, end);
    if (!word) return false;
    if (others.match_exactly_from(text, word)) return true;
    end = word.span.begin;
  }
  return false;
}

}  // namespace liem::reading
