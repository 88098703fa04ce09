#include "text/repair.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>

#include "text/byte_scan.h"
#include "text/utf8.h"

namespace liem::text {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }

bool is_tone(char32_t c) {
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

// A final consonant with a tone: no such letter is Vietnamese, so a tone was left behind the
// consonant and then composed with it ("thańg").
struct TonedConsonant {
  char32_t whole;
  char plain;
  char32_t tone;
};
constexpr TonedConsonant toned_consonants[] = {
    {U'ñ', 'n', 0x303}, {U'Ñ', 'N', 0x303}, {U'ć', 'c', 0x301}, {U'Ć', 'C', 0x301},
    {U'ń', 'n', 0x301}, {U'Ń', 'N', 0x301}, {U'ǵ', 'g', 0x301}, {U'Ǵ', 'G', 0x301},
    {U'ǹ', 'n', 0x300}, {U'Ǹ', 'N', 0x300}, {U'ḥ', 'h', 0x323}, {U'Ḥ', 'H', 0x323},
    {U'ḿ', 'm', 0x301}, {U'Ḿ', 'M', 0x301}, {U'ṃ', 'm', 0x323}, {U'Ṃ', 'M', 0x323},
    {U'ṇ', 'n', 0x323}, {U'Ṇ', 'N', 0x323}, {U'ṕ', 'p', 0x301}, {U'Ṕ', 'P', 0x301},
    {U'ṭ', 't', 0x323}, {U'Ṭ', 'T', 0x323}};

const TonedConsonant* toned_consonant(char32_t letter) {
  const auto* found = std::ranges::find(toned_consonants, letter, &TonedConsonant::whole);
  return found == std::end(toned_consonants) ? nullptr : found;
}

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getNFCInstance(status);
    LIEM_CHECK(U_SUCCESS(status));
    return found;
  }();
  return *instance;
}

// The letter without any mark, of any language: u of ů.
char32_t bare(char32_t letter) {
  icu::UnicodeString parts;
  while (nfc().getRawDecomposition(static_cast<UChar32>(letter), parts)) {
    letter = static_cast<char32_t>(parts.char32At(0));
  }
  return letter;
}

std::optional<char32_t> compose(char32_t base, char32_t mark) {
  const auto composed = nfc().composePair(static_cast<UChar32>(base), static_cast<UChar32>(mark));
  if (composed >= 0) return static_cast<char32_t>(composed);
  // A tone already on the letter hides its shape mark's place: ạ + ̆ is ặ.
  icu::UnicodeString parts;
  if (!nfc().getRawDecomposition(static_cast<UChar32>(base), parts) || parts.countChar32() != 2) {
    return std::nullopt;
  }
  const auto shaped = nfc().composePair(parts.char32At(0), static_cast<UChar32>(mark));
  if (shaped < 0) return std::nullopt;
  const auto toned = nfc().composePair(shaped, parts.char32At(parts.length() - 1));
  return toned < 0 ? std::nullopt : std::optional(static_cast<char32_t>(toned));
}

}  // namespace

std::size_t SourceMap::to_source(std::size_t repaired) {
  const auto& steps = text_.steps_;
  // The step that holds is seldom far from the one asked for last.
  constexpr int most_steps = 8;
  for (int walked = 0;; ++walked) {
    if (walked == most_steps) {
      const auto after =
          std::ranges::upper_bound(steps, repaired, {}, &RepairedText::Step::repaired);
      next_ = static_cast<std::size_t>(after - steps.begin());
      break;
    }
    if (next_ < steps.size() && steps[next_].repaired <= repaired) {
      ++next_;
    } else if (next_ > 0 && steps[next_ - 1].repaired > repaired) {
      --next_;
    } else {
      break;
    }
  }
  const std::ptrdiff_t shift = next_ == 0 ? 0 : steps[next_ - 1].shift;
  return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(repaired) + shift);
}

Span RepairedText::to_source(Span repaired) const { return SourceMap(*this).to_source(repaired); }

Span SourceMap::to_source(Span repaired) {
  if (text_.steps_.empty()) return repaired;
  const std::size_t begin = to_source(repaired.begin);
  if (repaired.size() == 0) return {begin, begin};
  // The end belongs to the last letter, with every mark the source wrote behind it.
  std::size_t end = to_source(utf8::previous(text_.text(), repaired.end));
  const auto source = text_.source();
  end += utf8::sequence_length(static_cast<unsigned char>(source[end]));
  while (end < source.size()) {
    const auto next = utf8::decode(source, end);
    if (!is_combining(next.code)) break;
    end += next.length;
  }
  return {begin, end};
}

// Copies the source letter by letter, putting each combining mark back on its vowel.
class Repair {
 public:
  explicit Repair(std::string_view source) : strays_(strays_of(source)) { out_.source_ = source; }

  // Nothing where no letter is left: marks that none can carry are dropped.
  std::optional<RepairedText> run() && {
    const auto source = out_.source_;
    out_.mended_.reserve(source.size());
    for (std::size_t at = 0; at < source.size();) {
      if (const std::size_t stray = strays_.next(at); stray > at) {
        note_shift(at);
        out_.mended_.append(source, at, stray - at);
        at = stray;
        continue;
      }
      const auto letter = utf8::decode(source, at);
      if (is_combining(letter.code)) {
        place_mark(letter.code);
      } else {
        note_shift(at);
        append(letter.code, at + letter.length);
      }
      at += letter.length;
    }
    if (is_blank(out_.mended_)) return std::nullopt;
    return std::move(out_);
  }

 private:
  // `next` is where the source goes on: a consonant before a vowel ends no Vietnamese syllable,
  // its mark is its own ("España").
  void append(char32_t letter, std::size_t next) {
    const auto* toned = toned_consonant(letter);
    const bool before_vowel =
        next < out_.source_.size() && carries_marks(bare(utf8::decode(out_.source_, next).code));
    if (toned != nullptr && !before_vowel && place_mark(toned->tone)) {
      out_.mended_ += toned->plain;
    } else {
      utf8::append(out_.mended_, letter);
    }
  }

  void note_shift(std::size_t source_at) {
    const auto shift =
        static_cast<std::ptrdiff_t>(source_at) - static_cast<std::ptrdiff_t>(out_.mended_.size());
    const auto last = out_.steps_.empty() ? 0 : out_.steps_.back().shift;
    if (shift != last) out_.steps_.push_back({out_.mended_.size(), shift});
  }

  // The mark belongs to the nearest letter of its syllable that can carry it: converters leave it
  // after a final consonant or even after the space.
  bool place_mark(char32_t mark) {
    std::size_t end = out_.mended_.size();
    for (int steps = 0; steps < 4 && end > 0; ++steps) {
      const std::size_t begin = utf8::previous(out_.mended_, end);
      const auto letter = utf8::decode(out_.mended_, begin);
      const bool consonant = utf8::is_letter(letter.code);
      const bool space = letter.code == ' ' && steps == 0;
      if (consonant && carries_marks(letter.code)) {
        return put_mark(begin, letter, mark);
      }
      if (!consonant && !space) return false;
      end = begin;
    }
    return false;
  }

  // Behind a vowel with a shape of its own the tone is that one's: "vơi" + ́ is "với".
  bool put_mark(std::size_t begin, utf8::Letter letter, char32_t mark) {
    if (letter.code < 0x80 && begin > 0 && is_tone(mark)) {
      const std::size_t before = utf8::previous(out_.mended_, begin);
      const auto shaped = utf8::decode(out_.mended_, before);
      if (std::u32string_view(U"ăâêôơưĂÂÊÔƠƯ").find(shaped.code) != std::u32string_view::npos) {
        begin = before;
        letter = shaped;
      }
    }
    const auto whole = compose(letter.code, mark);
    if (whole) replace(begin, letter.length, *whole);
    return whole.has_value();
  }

  static bool carries_marks(char32_t letter) {
    const char plain = utf8::fold(letter);
    return plain != 0 && std::string_view("aeiouy").find(plain) != std::string_view::npos;
  }

  void replace(std::size_t begin, std::size_t length, char32_t letter) {
    std::string bytes;
    utf8::append(bytes, letter);
    out_.mended_.replace(begin, length, bytes);
    const auto grown =
        static_cast<std::ptrdiff_t>(bytes.size()) - static_cast<std::ptrdiff_t>(length);
    if (grown == 0) return;
    // Everything behind the letter moved; the letter itself still starts where it did.
    const std::size_t behind = begin + length;
    const auto earlier = shift_at(begin);
    // Only the last few steps can lie behind it, so time stays linear.
    for (auto step = out_.steps_.rbegin(); step != out_.steps_.rend() && step->repaired >= behind;
         ++step) {
      step->repaired =
          static_cast<std::size_t>(static_cast<std::ptrdiff_t>(step->repaired) + grown);
      step->shift -= grown;
    }
    const auto moved = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(behind) + grown);
    const auto place =
        std::ranges::lower_bound(out_.steps_, moved, {}, &RepairedText::Step::repaired);
    if (place == out_.steps_.end() || place->repaired != moved) {
      out_.steps_.insert(place, {moved, earlier - grown});
    }
  }

  std::ptrdiff_t shift_at(std::size_t repaired) const {
    const auto after =
        std::ranges::upper_bound(out_.steps_, repaired, {}, &RepairedText::Step::repaired);
    return after == out_.steps_.begin() ? 0 : std::prev(after)->shift;
  }

  Offsets strays_;  // where there may be something to mend about
  RepairedText out_;

 public:
  static RepairedText untouched(std::string_view source) {
    RepairedText text;
    text.source_ = source;
    return text;
  }
};

namespace {

bool has_endless_line(std::string_view source) {
  for (std::size_t at = 0; source.size() - at > longest_line;) {
    const auto line = source.substr(at, longest_line + 1);
    const auto last = line.rfind('\n');
    if (last == std::string_view::npos) return true;
    at += last + 1;
  }
  return false;
}

}  // namespace

Result<RepairedText> repair(std::string_view source, std::string_view name) {
  const std::string file(name);
  if (is_blank(source)) return fail(errors::empty, {{"file", file}});
  const Soundness sound = check_bytes(source);
  if (sound.nul != std::string_view::npos) {
    return fail(errors::binary, {{"file", file}, {"offset", std::to_string(sound.nul)}});
  }
  if (has_endless_line(source)) {
    return fail(errors::endless_line,
                {{"file", file}, {"limit_mb", std::to_string(longest_line >> 20)}});
  }
  if (sound.invalid != std::string_view::npos) {
    return fail(errors::not_utf8, {{"file", file}, {"offset", std::to_string(sound.invalid)}});
  }
  if (!sound.may_need_repair) return Repair::untouched(source);
  auto repaired = Repair(source).run();
  if (!repaired) return fail(errors::empty, {{"file", file}});
  return std::move(*repaired);
}

}  // namespace liem::text
