#include "text/search.h"

#include <algorithm>

#include "text/utf8.h"

namespace liem::text {
namespace {

struct Read {
  char plain = 0;  // 0: no part of a word
  char32_t lower = 0;
  std::size_t length = 1;
};

Read letter_of(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead >= '0' && lead <= '9') return {static_cast<char>(lead), lead, 1};
  if (lead < 0x80) {
    const auto kind = utf8::classify(lead);
    return {kind.plain, static_cast<char32_t>(static_cast<unsigned char>(kind.plain)), 1};
  }
  const auto letter = utf8::decode(text, at);
  const auto kind = utf8::classify(letter.code);
  return {kind.plain, kind.plain == 0 ? letter.code : utf8::lower(letter.code), letter.length};
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto letter = letter_of(text, at);
    if (letter.plain == 0) break;
    at += letter.length;
  }
  return at;
}

std::size_t start_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto letter = letter_of(text, at);
    if (letter.plain != 0) break;
    at += letter.length;
  }
  return at;
}

}  // namespace

std::optional<SearchWords> SearchWords::of(std::string_view typed) {
  SearchWords out;
  for (std::size_t at = start_of_word(typed, 0); at < typed.size();) {
    const std::size_t end = end_of_word(typed, at);
    Word word;
    while (at < end) {
      const auto letter = letter_of(typed, at);
      word.push_back({letter.plain, letter.lower});
      at += letter.length;
    }
    out.words_.push_back(std::move(word));
    at = start_of_word(typed, end);
  }
  if (out.words_.empty()) return std::nullopt;
  return out;
}

std::optional<Found> SearchWords::word_at(std::string_view text, std::size_t at, const Word& word,
                                          Ending ending) {
  Found out{{}, true};
  const std::size_t begin = at;
  for (const auto& wanted : word) {
    if (at >= text.size()) return std::nullopt;
    const auto letter = letter_of(text, at);
    if (letter.plain != wanted.plain) return std::nullopt;
    out.exact = out.exact && letter.lower == wanted.lower;
    at += letter.length;
  }
  const bool goes_on = at < text.size() && letter_of(text, at).plain != 0;
  if (goes_on && ending == Ending::whole) return std::nullopt;
  out.words.push_back({begin, at});
  return out;
}

std::optional<Found> SearchWords::phrase_at(std::string_view text, std::size_t at) const {
  Found out{{}, true};
  for (const auto& word : words_) {
    const auto ending = &word == &words_.back() ? last_ : Ending::whole;
    auto found = word_at(text, at, word, ending);
    if (!found) return std::nullopt;
    out.exact = out.exact && found->exact;
    out.words.push_back(found->words.front());
    at = start_of_word(text, found->words.front().end);
  }
  return out;
}

std::optional<Found> SearchWords::phrase(std::string_view text) const {
  std::optional<Found> first;
  const char begins = words_.front().front().plain;
  for (std::size_t at = start_of_word(text, 0); at < text.size();) {
    if (letter_of(text, at).plain == begins) {
      auto found = phrase_at(text, at);
      if (found && found->exact) return found;
      if (found && !first) first = std::move(found);
    }
    at = start_of_word(text, end_of_word(text, at));
  }
  return first;
}

std::optional<Found> SearchWords::anywhere(std::string_view text) const {
  if (auto found = phrase(text)) return found;
  if (words_.size() == 1) return std::nullopt;
  Found out{{}, true};
  for (const auto& word : words_) {
    SearchWords one;
    one.words_.push_back(word);
    if (&word != &words_.back()) one.last_ = Ending::whole;
    const auto found = one.phrase(text);
    if (!found) return std::nullopt;
    out.exact = out.exact && found->exact;
    out.words.push_back(found->words.front());
  }
  std::ranges::sort(out.words, {}, &Span::begin);
  const auto twice = std::ranges::unique(out.words);
  out.words.erase(twice.begin(), twice.end());
  return out;
}

}  // namespace liem::text
