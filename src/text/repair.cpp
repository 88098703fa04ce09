#include "text/repair.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "text/byte_scan.h"
#include "text/utf8.h"

namespace liem::text {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }

std::optional<char32_t> compose(char32_t base, char32_t mark) {
  static const icu::Normalizer2* const nfc = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* instance = icu::Normalizer2::getNFCInstance(status);
    LIEM_CHECK(U_SUCCESS(status));
    return instance;
  }();
  const auto composed = nfc->composePair(static_cast<UChar32>(base), static_cast<UChar32>(mark));
  if (composed >= 0) return static_cast<char32_t>(composed);
  // A tone already on the letter hides its shape mark's place: ạ + ̆ is ặ.
  icu::UnicodeString parts;
  if (!nfc->getRawDecomposition(static_cast<UChar32>(base), parts) || parts.countChar32() != 2) {
    return std::nullopt;
  }
  const auto shaped = nfc->composePair(parts.char32At(0), static_cast<UChar32>(mark));
  if (shaped < 0) return std::nullopt;
  const auto toned = nfc->composePair(shaped, parts.char32At(parts.length() - 1));
  return toned < 0 ? std::nullopt : std::optional(static_cast<char32_t>(toned));
}

}  // namespace

std::size_t RepairedText::to_source(std::size_t repaired) const {
  const auto after = std::ranges::upper_bound(steps_, repaired, {}, &Step::repaired);
  if (after == steps_.begin()) return repaired;
  return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(repaired) + std::prev(after)->shift);
}

Span RepairedText::to_source(Span repaired) const {
  if (steps_.empty()) return repaired;
  const std::size_t begin = to_source(repaired.begin);
  if (repaired.size() == 0) return {begin, begin};
  // The end belongs to the last letter, with every mark the source wrote behind it.
  std::size_t end = to_source(utf8::previous(text(), repaired.end));
  end += utf8::sequence_length(static_cast<unsigned char>(source_[end]));
  while (end < source_.size()) {
    const auto next = utf8::decode(source_, end);
    if (!is_combining(next.code)) break;
    end += next.length;
  }
  return {begin, end};
}

// Copies the source letter by letter, putting each combining mark back on its vowel.
class Repair {
 public:
  explicit Repair(std::string_view source) { out_.source_ = source; }

  // Nothing where no letter is left: marks that none can carry are dropped.
  std::optional<RepairedText> run() && {
    const auto source = out_.source_;
    out_.mended_.reserve(source.size());
    for (std::size_t at = 0; at < source.size();) {
      const std::size_t mark = next_mark(at);
      if (mark > at) {
        note_shift(at);
        out_.mended_.append(source, at, mark - at);
        at = mark;
      }
      for (; at < source.size(); at += 2) {  // every combining mark has two bytes
        const auto letter = utf8::decode(source, at);
        if (!is_combining(letter.code)) break;
        place_mark(letter.code);
      }
    }
    if (is_blank(out_.mended_)) return std::nullopt;
    return std::move(out_);
  }

 private:
  // The first combining mark at or behind `at`, or the text's end.
  std::size_t next_mark(std::size_t at) {
    const auto source = out_.source_;
    while (at < source.size()) {
      if (next_cc_ < at || next_cc_ == 0)
        next_cc_ = std::min(source.find('\xCC', at), source.size());
      if (next_cd_ < at || next_cd_ == 0)
        next_cd_ = std::min(source.find('\xCD', at), source.size());
      at = std::min(next_cc_, next_cd_);
      if (at == source.size() || is_combining(utf8::decode(source, at).code)) return at;
      ++at;  // CD also leads Greek letters
    }
    return source.size();
  }

  void note_shift(std::size_t source_at) {
    const auto shift =
        static_cast<std::ptrdiff_t>(source_at) - static_cast<std::ptrdiff_t>(out_.mended_.size());
    const auto last = out_.steps_.empty() ? 0 : out_.steps_.back().shift;
    if (shift != last) out_.steps_.push_back({out_.mended_.size(), shift});
  }

  // The mark belongs to the nearest letter of its syllable that can carry it: converters leave it
  // after a final consonant or even after the space.
  void place_mark(char32_t mark) {
    std::size_t end = out_.mended_.size();
    for (int steps = 0; steps < 4 && end > 0; ++steps) {
      const std::size_t begin = utf8::previous(out_.mended_, end);
      const auto letter = utf8::decode(out_.mended_, begin);
      const bool consonant = utf8::is_letter(letter.code);
      const bool space = letter.code == ' ' && steps == 0;
      if (consonant && carries_marks(letter.code)) {
        if (const auto whole = compose(letter.code, mark)) replace(begin, letter.length, *whole);
        return;
      }
      if (!consonant && !space) return;
      end = begin;
    }
  }

  static bool carries_marks(char32_t letter) {
    return std::string_view("aeiouy").find(utf8::fold(letter)) != std::string_view::npos;
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

  RepairedText out_;
  std::size_t next_cc_ = 0, next_cd_ = 0;  // nearest bytes that may lead a mark

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
  if (!sound.may_combine) return Repair::untouched(source);
  auto repaired = Repair(source).run();
  if (!repaired) return fail(errors::empty, {{"file", file}});
  return std::move(*repaired);
}

}  // namespace liem::text
