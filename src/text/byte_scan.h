// What a pass over every byte has to find out, done many bytes at a time (Google Highway): whether
// the bytes are text at all, and where the reader has to look. Each function has a scalar twin
// that says the same thing plainly; a test holds them to equal answers.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace liem::text {

// Whether two bytes may start a combining mark (CC and CD lead nothing else in Vietnamese text) or
// a final consonant composed with a tone: ñ, ć, ń, ǵ, ǹ, and the part of Latin Extended Additional
// that holds ḥ, ḿ, ṃ, ṇ, ṕ, ṭ but no Vietnamese letter.
constexpr bool may_be_stray(unsigned char first, unsigned char second) {
  switch (first) {
    case 0xCC:
    case 0xCD:
    case 0xC7:
      return true;
    case 0xC3:
      return second == 0x91 || second == 0xB1;
    case 0xC4:
      return second == 0x86 || second == 0x87;
    case 0xC5:
      return second == 0x83 || second == 0x84;
    case 0xE1:
      return second == 0xB8 || second == 0xB9;
    default:
      return false;
  }
}

struct Soundness {
  std::size_t nul = std::string_view::npos;      // the first NUL byte
  std::size_t invalid = std::string_view::npos;  // the first byte that is not UTF-8
  bool may_need_repair = false;                  // may_be_stray() somewhere
  bool operator==(const Soundness&) const = default;
};

namespace detail {
struct Verdict {
  bool broken = false, nul = false, may_need_repair = false;
};
}  // namespace detail

Soundness check_bytes(std::string_view bytes);
Soundness check_bytes_scalar(std::string_view bytes);

// A set of offsets in a text, a bit a byte.
class Offsets {
 public:
  explicit Offsets(std::size_t size) : size_(size), words_(size / 64 + 1) {}
  void set(std::size_t at) { words_[at / 64] |= std::uint64_t{1} << (at % 64); }
  // The first one at or behind `at`, or the text's size.
  std::size_t next(std::size_t at) const {
    if (at >= size_) return size_;
    std::size_t word = at / 64;
    std::uint64_t bits = words_[word] & (~std::uint64_t{0} << (at % 64));
    while (bits == 0) {
      if (++word == words_.size()) return size_;
      bits = words_[word];
    }
    return word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
  }
  // The last one before `at`, or nothing.
  std::optional<std::size_t> before(std::size_t at) const {
    if (at == 0) return std::nullopt;
    std::size_t word = (at - 1) / 64;
    std::uint64_t bits = words_[word] & (~std::uint64_t{0} >> (63 - (at - 1) % 64));
    while (bits == 0) {
      if (word-- == 0) return std::nullopt;
      bits = words_[word];
    }
    return word * 64 + 63 - static_cast<std::size_t>(std::countl_zero(bits));
  }
  std::uint64_t* data() { return words_.data(); }
  bool operator==(const Offsets&) const = default;

 private:
  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

// Where may_be_stray() two bytes start.
Offsets strays_of(std::string_view text);
Offsets strays_of_scalar(std::string_view text);

struct Landmarks {
  explicit Landmarks(std::size_t size)
      : digits(size),
        stops(size),
        lines(size),
        note_marks(size),
        negations(size),
        back_words(size) {}
  Offsets digits;
  Offsets stops;       // bytes a segment may end at: line break, ".", "!", "?"
  Offsets lines;       // line breaks
  Offsets note_marks;  // what a footnote's mark may start with: digits, lead bytes of superscripts
  Offsets negations;   // the second letter of what may be "không" or "chưa": "hô", "hư"
  Offsets back_words;  // within what may be "này", "trên", "đã", "dẫn": "nà", "rê", the tail, "d"
  bool operator==(const Landmarks&) const = default;
};

Landmarks landmarks_of(std::string_view text);
Landmarks landmarks_of_scalar(std::string_view text);

}  // namespace liem::text
