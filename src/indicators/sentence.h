// Sentences about points, kept as template and values until somebody asks for words:
// the templates are in data/locales/messages/indicators.yaml, numbers are written per language.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/messages.h"
#include "figures/item.h"

namespace liem {
class Rational;
}

namespace liem::indicators {

using figures::Words;

struct Sentence;
// Sentences within a sentence are joined by spaces.
using SentenceValue = std::variant<Decimal, Words, std::string, std::vector<Sentence>>;

struct Sentence {
  std::string id;  // key of the template
  std::vector<std::pair<std::string, SentenceValue>> values;
};

// "12.038.291.320,5" in Vietnamese, "12,038,291,320.5" in English.
std::string format_number(const Decimal& value, Locale locale);
Words number_words(const Decimal& value);
// Exact where six places hold it; otherwise cut after six with "…". From 10^24 on: "≥ 10^24".
Words number_words(const Rational& value);

Words say(const Sentence& sentence, const Catalogue& catalogue);
Words say(const std::vector<Sentence>& sentences, const Catalogue& catalogue);  // one space between
Words joined(const std::vector<Words>& parts, std::string_view between);

}  // namespace liem::indicators
