// The words that say what a figure means, loaded from data/reading/figures.yaml,
// data/reading/changes.yaml and the wordings of data items.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "figures/item.h"
#include "reading/key_filter.h"
#include "reading/tokens.h"

namespace liem::yaml {
class Node;
}

namespace liem::reading {

// Single words compared by spelling ("năm" is not "nam"), or by key alone.
class WordSet {
 public:
  bool add(std::string_view word);  // false: no single word
  bool spells(text::WordKey key, text::WordMarks marks) const {
    return keys_.may_hold(key) && holds_spelling(key, marks);
  }
  bool spells(const text::Word& word) const { return spells(word.key, word.marks); }
  bool holds(const text::Word& word) const {
    return keys_.may_hold(word.key) && spellings_.contains(word.key);
  }

 private:
  bool holds_spelling(text::WordKey key, text::WordMarks marks) const;
  boost::unordered_flat_map<text::WordKey, std::vector<text::WordMarks>> spellings_;
  KeyFilter<64> keys_;
};

// data/reading/changes.yaml: words that a figure rose, fell, or is a share.
struct ChangeWords {
  WordSet rises, falls;    // "tăng", "giảm"
  WordSet behind;          // may stand between such a word and the number: "thêm"
  WordSet more, less;      // before `than`: "nhiều hơn", "ít hơn"
  WordSet than;            // "hơn"
  WordSet softeners;       // last words of what makes a number inexact
  WordSet not_compared;    // in brackets with a figure: it is not the one compared with
  WordSet shares, levels;  // before a percentage: a share of something; a change of it
  WordSet share_fillers;   // may stand among `shares`: "đạt tỷ lệ là"
  WordSet share_tails;     // behind a percentage without naming what it is a share of
  WordSet bounds;          // before a percentage: a bound or a target
  WordSet bounds_behind;   // "80% trở lên"
  WordSet rate_leads;      // between a change and its percentage: "tương đương tăng"
  WordSet measures;        // "miễn, giảm": no change
};

// A wording of a data item, its phrases as ids of the table they are found by.
struct WordingRule {
  int item = 0;  // index into FigureWords::items
  std::string id;
  figures::Confidence confidence = figures::Confidence::probable;
  figures::Role role = figures::Role::any;
  std::vector<bool> units;  // by index into Lexicon::units; empty: any
  std::vector<int> near, also, sentence, context, without;
};

struct FigureWords {
  static constexpr std::size_t most_phrases = 2048;

  TokenPhrases phrases;  // Phrase::id of `soft` is a Softness, of `wording` a phrase id
  JoinedWords joined;
  std::vector<std::string> items;  // ids of the data items that rules link to
  std::vector<Words> labels;       // their names
  std::vector<WordingRule> rules;
  std::vector<std::vector<int>> rules_of_phrase;  // whose `near` holds the phrase
};

}  // namespace liem::reading
