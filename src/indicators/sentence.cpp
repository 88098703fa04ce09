#include "indicators/sentence.h"

namespace liem::indicators {
namespace {

constexpr int shown_places = 6;

std::string in_language(const Sentence& sentence, const Catalogue& catalogue, Locale locale);

std::string in_language(const Words& words, Locale locale) {
  return locale == Locale::vi ? words.vi : words.en;
}

std::string in_language(const Rational& number, Locale locale) {
  return in_language(number_words(number), locale);
}

std::string in_language(const std::vector<Term>& terms, Locale locale) {
  std::string text;
  for (const auto& term : terms) {
    text.append(text.empty() ? "" : " + ").append(in_language(term.points, locale));
    if (term.weight) text.append(" × ").append(in_language(*term.weight, locale));
    if (!term.of.empty()) text.append(" (").append(term.of).append(")");
  }
  return terms.empty() ? "0" : text;
}

struct Writer {
  const Catalogue& catalogue;
  Locale locale;

  std::string operator()(const Decimal& number) const { return format_number(number, locale); }
  std::string operator()(const Words* words) const { return in_language(*words, locale); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const std::vector<Sentence>& inner) const {
    std::string text;
    for (const auto& sentence : inner) {
      text.append(text.empty() ? "" : " ").append(in_language(sentence, catalogue, locale));
    }
    return text;
  }
  std::string operator()(const auto& other) const { return in_language(other, locale); }
};

std::string in_language(const Sentence& sentence, const Catalogue& catalogue, Locale locale) {
  Message message{std::string(sentence.id), {}};
  for (const auto& [name, value] : sentence.values) {
    message.args.emplace_back(name, std::visit(Writer{catalogue, locale}, value));
  }
  return catalogue.render(message, locale);
}

}  // namespace

std::string format_number(const Decimal& value, Locale locale) {
  const char group = locale == Locale::vi ? '.' : ',';
  const char mark = locale == Locale::vi ? ',' : '.';
  const std::string plain = value.to_string();
  const std::size_t point = std::min(plain.find('.'), plain.size());
  const std::size_t start = plain.front() == '-' ? 1 : 0;
  std::string out = plain.substr(0, start);
  for (std::size_t i = start; i < point; ++i) {
    if (i > start && (point - i) % 3 == 0) out += group;
    out += plain[i];
  }
  if (point < plain.size()) out.append(1, mark).append(plain, point + 1);
  return out;
}

Words number_words(const Decimal& value) {
  return {format_number(value, Locale::vi), format_number(value, Locale::en)};
}

Words number_words(const Rational& value) {
  static const Rational too_large = Rational(1'000'000'000'000) * Rational(1'000'000'000'000);
  if (value >= too_large) return {"≥ 10^24", "≥ 10^24"};
  if (value <= Rational(0) - too_large) return {"≤ -10^24", "≤ -10^24"};
  if (const auto exact = value.exact(shown_places)) return number_words(*exact);
  Words words = number_words(value.rounded(shown_places, Rounding::down));
  words.vi += "…";
  words.en += "…";
  return words;
}

void own_words(std::vector<Sentence>& sentences) {
  for (auto& sentence : sentences) {
    for (auto& [name, value] : sentence.values) {
      if (const auto* words = std::get_if<const Words*>(&value)) value = Words(**words);
      if (auto* inner = std::get_if<std::vector<Sentence>>(&value)) own_words(*inner);
    }
  }
}

Words say(const Sentence& sentence, const Catalogue& catalogue) {
  return {in_language(sentence, catalogue, Locale::vi),
          in_language(sentence, catalogue, Locale::en)};
}

Words say(const std::vector<Sentence>& sentences, const Catalogue& catalogue) {
  std::vector<Words> parts;
  for (const auto& sentence : sentences) parts.push_back(say(sentence, catalogue));
  return joined(parts, " ");
}

Words joined(const std::vector<Words>& parts, std::string_view between) {
  Words all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      all.vi += between;
      all.en += between;
    }
    all.vi += parts[i].vi;
    all.en += parts[i].en;
  }
  return all;
}

}  // namespace liem::indicators
