// Sentences about points, kept as template and values until somebody asks for words:
// the templates are in data/locales/messages/indicators.yaml, numbers are written per language.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/messages.h"
#include "base/rational.h"
#include "figures/item.h"

namespace liem::indicators {

using figures::Words;

// "2.5 × 3 (B.1)" within a sum; of what, in parentheses, where it is not empty.
struct Term {
  Rational points;
  std::optional<Rational> weight;
  std::string of;
};

struct Sentence;
// Nothing is written out before somebody asks for it. Words pointed to are the set's; terms are
// joined by plus signs, sentences within a sentence by spaces.
using SentenceValue = std::variant<Decimal, Rational, const Words*, std::string,
                                   std::vector<Sentence>, std::vector<Term>, Words>;

// Cheap to make: ids and names are literals. With words pointed to it holds as long as the set.
struct Sentence {
  std::string_view id;  // key of the template
  std::vector<std::pair<std::string_view, SentenceValue>> values;
};

// Sentences made once and shared by every score they hold for.
class SharedSentences {
 public:
  SharedSentences() = default;
  explicit SharedSentences(std::vector<Sentence> sentences)
      : shared_(std::make_shared<const std::vector<Sentence>>(std::move(sentences))) {}
  operator const std::vector<Sentence>&() const {  // NOLINT: read as what it shares
    static const std::vector<Sentence> none;
    return shared_ ? *shared_ : none;
  }

 private:
  std::shared_ptr<const std::vector<Sentence>> shared_;
};

// "12.038.291.320,5" in Vietnamese, "12,038,291,320.5" in English.
std::string format_number(const Decimal& value, Locale locale);
Words number_words(const Decimal& value);
// Exact where six places hold it; otherwise cut after six with "…". From 10^24 on: "≥ 10^24".
Words number_words(const Rational& value);

// Copies the words pointed to, so that the sentences outlive the set.
void own_words(std::vector<Sentence>& sentences);

Words say(const Sentence& sentence, const Catalogue& catalogue);
Words say(const std::vector<Sentence>& sentences, const Catalogue& catalogue);  // one space between
Words joined(const std::vector<Words>& parts, std::string_view between);

}  // namespace liem::indicators
