#include "reading/tokens.h"

#include "reading/draft.h"
#include "text/utf8.h"

namespace liem::reading {
namespace {

using text::is_digit;

TokenKind kind_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::number:
      return TokenKind::figure;
    case MentionKind::date:
      return TokenKind::date;
    case MentionKind::citation:
      return TokenKind::citation;
  }
  return TokenKind::figure;
}

Token token_at(std::string_view text, std::size_t at, std::size_t to) {
  if (const text::Word word = text::word_at(text, at)) {
    return {TokenKind::word, word.span, word.key, word.marks, word.capitalised, 0, 0};
  }
  if (!is_digit(text[at])) {
    return {TokenKind::mark, {at, at + utf8::decode(text, at).length}, 0, 0, false, text[at], 0};
  }
  std::size_t end = at;
  while (end < to && is_digit(text[end])) ++end;
  return {TokenKind::digits, {at, end}, 0, 0, false, 0, 0};
}

// Takes the comma just read back where it stands within a phrase.
void drop_joining_comma(std::string_view text, const JoinedWords& joined, std::vector<Token>& out) {
  if (out.size() < 2) return;
  const text::WordKey before = out[out.size() - 2].key;
  if (before == 0 || !joined.may_follow(before)) return;
  const text::Word next = text::word_after(text, out.back().span.end);
  if (next && joined.hold(before, next.key)) out.pop_back();
}

}  // namespace

bool JoinedWords::add(std::string_view phrase) {
  const auto comma = phrase.find(',');
  if (comma == phrase.npos) return false;
  const text::Word before = text::word_before(phrase, comma);
  const text::Word behind = text::word_after(phrase, comma + 1);
  if (!before || !behind) return false;
  befores_.add(before.key);
  behind_[before.key].push_back(behind.key);
  return true;
}

void tokenise(const Draft& draft, std::size_t from, std::size_t to, std::size_t mention,
              std::vector<Token>& out) {
  out.clear();
  const auto& mentions = draft.mentions;
  for (std::size_t at = text::skip_gap(draft.text, from); at < to;
       at = text::skip_gap(draft.text, at)) {
    while (mention < mentions.size() && mentions[mention].span.end <= at) ++mention;
    if (mention < mentions.size() && mentions[mention].span.begin <= at) {
      const Mention& read = mentions[mention];
      out.push_back({kind_of(read.kind), read.span, 0, 0, false, 0, mention});
      at = std::max(read.end, read.span.end);
      continue;
    }
    out.push_back(token_at(draft.text, at, to));
    at = out.back().span.end;
    if (out.back().is_mark(','))
      drop_joining_comma(draft.text, draft.lexicon.figure_words.joined, out);
  }
}

void tokenise(const Draft& draft, std::string_view text, Span span, std::vector<Token>& out) {
  out.clear();
  for (std::size_t at = text::skip_gap(text, span.begin); at < span.end;
       at = text::skip_gap(text, at)) {
    out.push_back(token_at(text, at, span.end));
    at = out.back().span.end;
    if (out.back().is_mark(',')) drop_joining_comma(text, draft.lexicon.figure_words.joined, out);
  }
}

bool TokenPhrases::add(std::string_view phrase, Phrase meaning, bool exact) {
  const auto words = text::words_of(phrase);
  if (words.empty()) return false;
  Entry entry{{}, {}, meaning, words.size() > 1 ? words[1].key : 0};
  for (const auto& word : words) {
    entry.keys.push_back(word.key);
    if (exact) entry.marks.push_back(word.marks);
  }
  firsts_.add(words.front().key);
  by_first_[words.front().key].push_back(std::move(entry));
  return true;
}

bool TokenPhrases::matches(const Entry& entry, const std::vector<Token>& tokens, std::size_t at) {
  if (at + entry.keys.size() > tokens.size()) return false;
  for (std::size_t k = 2; k < entry.keys.size(); ++k) {
    if (tokens[at + k].key != entry.keys[k]) return false;
  }
  for (std::size_t k = 0; k < entry.marks.size(); ++k) {
    if (tokens[at + k].marks != entry.marks[k]) return false;
  }
  return true;
}

void TokenPhrases::find(const std::vector<Token>& tokens, std::vector<Hit>& out) const {
  out.clear();
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const text::WordKey first = tokens[at].key;
    if (first == 0 || !firsts_.may_hold(first)) continue;
    const auto found = by_first_.find(first);
    if (found == by_first_.end()) continue;
    const text::WordKey next = at + 1 < tokens.size() ? tokens[at + 1].key : 0;
    for (const Entry& entry : found->second) {
      if ((entry.second == 0 || entry.second == next) && matches(entry, tokens, at)) {
        out.push_back({entry.phrase, at, at + entry.keys.size()});
      }
    }
  }
}

}  // namespace liem::reading
