#include "reading/change_words.h"

#include <algorithm>

namespace liem::reading {

using text::Spelling;
using text::Word;

namespace {

// "miễn, giảm 12 hồ sơ" names a measure.
bool is_measure(const Draft& draft, const Word& falls) {
  std::size_t end = text::skip_gap_back(draft.text, falls.span.begin);
  if (end > 0 && draft.text[end - 1] == ',') --end;
  return draft.lexicon.changes.measures.spells(text::word_before(draft.text, end));
}

}  // namespace

bool is_softened(const Draft& draft, std::size_t number) {
  return draft.lexicon.changes.softeners.spells(text::word_before(draft.text, number));
}

std::optional<WrittenChange> change_before(const Draft& draft, std::size_t number) {
  const auto text = draft.text;
  const ChangeWords& words = draft.lexicon.changes;
  Word word = text::word_before(text, number);
  if (words.behind.spells(word)) word = text::word_before(text, word.span.begin);
  if (words.rises.spells(word)) return WrittenChange{Change::increase, word.span.begin};
  if (words.falls.spells(word)) {
    if (is_measure(draft, word)) return std::nullopt;
    return WrittenChange{Change::decrease, word.span.begin};
  }
  if (!words.than.spells(word)) return std::nullopt;
  const Word how = text::word_before(text, word.span.begin);
  if (words.more.spells(how)) return WrittenChange{Change::increase, how.span.begin};
  if (words.less.spells(how)) return WrittenChange{Change::decrease, how.span.begin};
  return std::nullopt;
}

std::size_t compared_end(std::string_view text, std::size_t at) {
  const Word so = text::word_after(text, at);
  if (!so.is("so")) return 0;
  const Word voi = text::word_after(text, so.span.end);
  return voi == Spelling("với") ? voi.span.end : 0;
}

bool is_compared(const Draft& draft, std::size_t from, std::size_t to) {
  const auto words = draft.text.substr(from, to - from);
  Word before;
  for (std::size_t at = 0; at < words.size();) {
    const Word word = text::word_after(words, at);
    if (is_one_of(word, {"tăng", "giảm"})) return true;
    if (word == Spelling("với") && before == Spelling("so")) return true;
    before = word;
    at = word ? word.span.end : text::next_word(words, at);
  }
  return false;
}

bool is_percent(const Draft& draft, const Mention& mention) {
  const Unit* unit = draft.unit(mention);
  return mention.kind == MentionKind::number && unit && unit->dimension == Dimension::percent;
}

std::size_t end_of_figure(const Mention& mention) {
  return std::max(mention.end, mention.unit < 0 ? mention.end : mention.unit_span.end);
}

}  // namespace liem::reading
