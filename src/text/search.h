// Finding what somebody typed, with or without marks, whatever its case and the signs between
// words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/repair.h"

namespace liem::text {

struct Found {
  std::vector<Span> words;  // of the text, in its order
  bool exact = false;       // every mark is as it was typed
  std::size_t begin() const { return words.front().begin; }
  std::size_t end() const { return words.back().end; }
};

class SearchWords {
 public:
  // Words are runs of letters and digits; nothing where there are none. Valid UTF-8.
  static std::optional<SearchWords> of(std::string_view typed);

  // All words behind one another, the last one perhaps only begun: the first place with every mark
  // as typed, else the first place at all.
  std::optional<Found> phrase(std::string_view text) const;
  // Likewise, but else the words wherever they stand.
  std::optional<Found> anywhere(std::string_view text) const;

 private:
  struct Letter {
    char plain = 0;  // under all marks
    char32_t lower = 0;
  };
  using Word = std::vector<Letter>;
  enum class Ending { whole, open };  // open: the word of the text may go on

  std::optional<Found> phrase_at(std::string_view text, std::size_t at) const;
  static std::optional<Found> word_at(std::string_view text, std::size_t at, const Word& word,
                                      Ending ending);

  std::vector<Word> words_;
  Ending last_ = Ending::open;
};

}  // namespace liem::text
