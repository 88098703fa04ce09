// The words around figures as a row of tokens, so that phrases are looked up by keys alone.
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading/key_filter.h"
#include "text/words.h"

namespace liem::reading {

struct Draft;
using text::Span;

enum class TokenKind : unsigned char { word, digits, mark, figure, date, citation };

struct Token {
  TokenKind kind = TokenKind::mark;
  Span span;
  text::WordKey key = 0;  // of a word
  text::WordMarks marks = 0;
  bool capitalised = false;  // of a word
  char mark = 0;             // of a mark: its first byte
  std::size_t mention = 0;   // of a figure, date or citation: index into Draft::mentions

  bool is(std::string_view plain) const { return key == text::word_key(plain); }
  bool is_mark(char c) const { return kind == TokenKind::mark && mark == c; }
};

// Replaces `out` by the tokens of text from `from` to `to`; numbers, dates and citations already
// read are one token each. `mention` is the index of the first mention that ends behind `from`.
void tokenise(const Draft& draft, std::size_t from, std::size_t to, std::size_t mention,
              std::vector<Token>& out);
// Words, digits and marks alone, of a title.
void tokenise(const Draft& draft, std::string_view text, Span span, std::vector<Token>& out);

enum class PhraseKind : unsigned char { soft, stop, verb, agency, target, wording };

struct Phrase {
  PhraseKind kind = PhraseKind::wording;
  int id = 0;
};

// Pairs of words between which a comma ends nothing: "phòng, chống". Such a comma is no token.
class JoinedWords {
 public:
  bool add(std::string_view phrase);  // "tài sản, thu nhập"; false: no comma between words
  bool may_follow(text::WordKey before) const { return befores_.may_hold(before); }
  bool hold(text::WordKey before, text::WordKey behind) const {
    const auto found = behind_.find(before);
    return found != behind_.end() &&
           std::ranges::find(found->second, behind) != found->second.end();
  }

 private:
  boost::unordered_flat_map<text::WordKey, std::vector<text::WordKey>> behind_;
  KeyFilter<256> befores_;
};

// Phrases of several kinds in one table: one look-up for each word of a sentence.
class TokenPhrases {
 public:
  // Where `exact`, the text must spell it with the same marks. False: the phrase has no word.
  bool add(std::string_view phrase, Phrase meaning, bool exact);

  struct Hit {
    Phrase phrase;
    std::size_t begin, end;  // tokens, half open
  };
  // Every phrase in the tokens, by where it starts; replaces `out`.
  void find(const std::vector<Token>& tokens, std::vector<Hit>& out) const;

 private:
  struct Entry {
    std::vector<text::WordKey> keys;
    std::vector<text::WordMarks> marks;  // empty: any
    Phrase phrase;
    text::WordKey second = 0;  // keys[1], or 0 where there is none
  };
  static bool matches(const Entry& entry, const std::vector<Token>& tokens, std::size_t at);
  boost::unordered_flat_map<text::WordKey, std::vector<Entry>> by_first_;
  KeyFilter<2048> firsts_;
};

}  // namespace liem::reading
