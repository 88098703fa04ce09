#include "text/byte_scan.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.h"

// Highway compiles what stands between its two marks once for each kind of processor and picks
// one when the program runs.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/byte_scan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace liem::text {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Bytes = hn::CappedTag<std::uint8_t, 64>;
using Vector = hn::Vec<Bytes>;

constexpr std::size_t block = 64;

// A bit a byte of one block, for each set.
struct Marks {
  std::uint64_t digits = 0, stops = 0, lines = 0, note_marks = 0, negations = 0, back_words = 0;
};

// Two bytes behind the block must be readable.
HWY_ATTR Marks marks_of(const std::uint8_t* bytes) {
  const Bytes d;
  const auto is = [&](Vector v, int byte) {
    return hn::Eq(v, hn::Set(d, static_cast<std::uint8_t>(byte)));
  };
  Marks out;
  for (std::size_t i = 0; i < block; i += hn::Lanes(d)) {
    const Vector v = hn::LoadU(d, bytes + i);
    const Vector second = hn::LoadU(d, bytes + i + 1);
    const Vector third = hn::LoadU(d, bytes + i + 2);
    const auto digit =
        hn::Lt(hn::Sub(v, hn::Set(d, std::uint8_t{'0'})), hn::Set(d, std::uint8_t{10}));
    const auto line = is(v, '\n');
    const auto stop = hn::Or(hn::Or(line, is(v, '.')), hn::Or(is(v, '!'), is(v, '?')));
    const auto superscript = hn::Or(is(v, 0xC2), is(v, 0xE2));
    const auto marked = is(second, 0xC3);
    const auto o_hat = hn::And(marked, is(third, 0xB4));
    const auto u_horn = hn::And(is(second, 0xC6), is(third, 0xB0));
    const auto negation = hn::And(is(v, 'h'), hn::Or(o_hat, u_horn));
    const auto nay = hn::And(is(v, 'n'), is(third, 0xA0));
    const auto tren = hn::And(is(v, 'r'), is(third, 0xAA));
    const auto da_neu = hn::And(is(v, 0x91), is(third, 0xA3));
    const auto dan = hn::And(hn::And(is(v, 'd'), is(second, 0xE1)), is(third, 0xBA));
    const auto back_word = hn::Or(hn::And(marked, hn::Or(hn::Or(nay, tren), da_neu)), dan);
    const auto add = [&](auto mask, std::uint64_t& set) {
      std::uint64_t bits = 0;
      hn::StoreMaskBits(d, mask, reinterpret_cast<std::uint8_t*>(&bits));
      set |= bits << i;
    };
    add(digit, out.digits);
    add(stop, out.stops);
    add(line, out.lines);
    add(hn::Or(superscript, digit), out.note_marks);
    add(negation, out.negations);
    add(back_word, out.back_words);
  }
  return out;
}

HWY_ATTR void mark(const std::uint8_t* bytes, std::size_t size, Landmarks& out) {
  constexpr std::size_t reach = 2;
  const auto put = [&](std::size_t at, const Marks& marks) {
    const std::size_t word = at / block;
    out.digits.data()[word] = marks.digits;
    out.stops.data()[word] = marks.stops;
    out.lines.data()[word] = marks.lines;
    out.note_marks.data()[word] = marks.note_marks;
    out.negations.data()[word] = marks.negations;
    out.back_words.data()[word] = marks.back_words;
  };
  std::size_t at = 0;
  for (; at + block + reach <= size; at += block) put(at, marks_of(bytes + at));
  for (; at < size; at += block) {
    std::array<std::uint8_t, block + reach> rest{};
    std::copy(bytes + at, bytes + std::min(size, at + rest.size()), rest.data());
    put(at, marks_of(rest.data()));
  }
}

// What is wrong with two neighbours, a bit each; every half byte says which of them it allows, and
// what all four allow is there (Keiser and Lemire, "Validating UTF-8 in less than one instruction
// per byte").
enum Wrong : std::uint8_t {
  too_short = 1,  // a lead byte, then none of its tail
  too_long = 2,   // a tail byte behind a letter that has none
  overlong_3 = 4,
  too_large = 8,
  surrogate = 16,
  overlong_2 = 32,
  overlong_4 = 64,
  too_large_1000 = 64,
  two_tails = 128,  // right only as the third or fourth byte of a letter
  carry = too_short | too_long | two_tails,
};
using Nibbles = std::array<std::uint8_t, 16>;
constexpr Nibbles wrong_first_high = {too_long,
                                      too_long,
                                      too_long,
                                      too_long,
                                      too_long,
                                      too_long,
                                      too_long,
                                      too_long,
                                      two_tails,
                                      two_tails,
                                      two_tails,
                                      two_tails,
                                      too_short | overlong_2,
                                      too_short,
                                      too_short | overlong_3 | surrogate,
                                      too_short | too_large | too_large_1000 | overlong_4};
constexpr Nibbles wrong_first_low = {carry | overlong_3 | overlong_2 | overlong_4,
                                     carry | overlong_2,
                                     carry,
                                     carry,
                                     carry | too_large,
                                     carry | too_large | too_large_1000,
                                     carry | too_large | too_large_1000,
                                     carry | too_large | too_large_1000,
                                     carry | too_large | too_large_1000,
                                     carry | too_large | too_large_1000,
                                     carry | too_large | too_large_1000,
                                     carry | too_large | too_large_1000,
                                     carry | too_large | too_large_1000,
                                     carry | too_large | too_large_1000 | surrogate,
                                     carry | too_large | too_large_1000,
                                     carry | too_large | too_large_1000};
constexpr std::uint8_t tail = too_long | overlong_2 | two_tails;
constexpr Nibbles wrong_second_high = {too_short,
                                       too_short,
                                       too_short,
                                       too_short,
                                       too_short,
                                       too_short,
                                       too_short,
                                       too_short,
                                       tail | overlong_3 | too_large_1000 | overlong_4,
                                       tail | overlong_3 | too_large,
                                       tail | surrogate | too_large,
                                       tail | surrogate | too_large,
                                       too_short,
                                       too_short,
                                       too_short,
                                       too_short};

// may_be_stray() in the same way, a bit for each row of its switch.
struct StrayTables {
  Nibbles first_high{}, first_low{}, second_high{}, second_low{};
};
constexpr StrayTables make_stray_tables() {
  StrayTables out;
  const auto allow = [&](std::uint8_t bit, int first, int second) {
    out.first_high[static_cast<std::size_t>(first >> 4)] |= bit;
    out.first_low[static_cast<std::size_t>(first & 15)] |= bit;
    out.second_high[static_cast<std::size_t>(second >> 4)] |= bit;
    out.second_low[static_cast<std::size_t>(second & 15)] |= bit;
  };
  for (const int first : {0xCC, 0xCD, 0xC7}) {
    for (int second = 0; second < 256; ++second) allow(1, first, second);
  }
  for (const int second : {0x91, 0xB1}) allow(2, 0xC3, second);
  for (const int second : {0x86, 0x87}) allow(4, 0xC4, second);
  for (const int second : {0x83, 0x84}) allow(8, 0xC5, second);
  for (const int second : {0xB8, 0xB9}) allow(16, 0xE1, second);
  return out;
}
constexpr StrayTables stray = make_stray_tables();

HWY_ATTR Vector look_up(const Nibbles& table, Vector nibbles) {
  return hn::TableLookupBytes(hn::LoadDup128(Bytes(), table.data()), nibbles);
}

// Not zero where two neighbours may be stray, by their half bytes.
HWY_ATTR Vector strays_of(Vector first, Vector second) {
  const Vector low_half = hn::Set(Bytes(), std::uint8_t{15});
  return hn::And(hn::And(look_up(stray.first_high, hn::ShiftRight<4>(first)),
                         look_up(stray.first_low, hn::And(first, low_half))),
                 hn::And(look_up(stray.second_high, hn::ShiftRight<4>(second)),
                         look_up(stray.second_low, hn::And(second, low_half))));
}

// What was found so far, in any lane.
struct Checked {
  Vector wrong, stray, nul;
};

// Three bytes before the block must be readable.
HWY_ATTR void check_block(const std::uint8_t* bytes, Checked& out) {
  const Bytes d;
  const Vector low_half = hn::Set(d, std::uint8_t{15});
  for (std::size_t i = 0; i < block; i += hn::Lanes(d)) {
    const Vector v = hn::LoadU(d, bytes + i);
    const Vector before = hn::LoadU(d, bytes + i - 1);
    const Vector second_before = hn::LoadU(d, bytes + i - 2);
    const Vector third_before = hn::LoadU(d, bytes + i - 3);
    const Vector wrong = hn::And(hn::And(look_up(wrong_first_high, hn::ShiftRight<4>(before)),
                                         look_up(wrong_first_low, hn::And(before, low_half))),
                                 look_up(wrong_second_high, hn::ShiftRight<4>(v)));
    // 128 where the byte must be the third or fourth of its letter.
    const Vector inside =
        hn::And(hn::Or(hn::SaturatedSub(second_before, hn::Set(d, std::uint8_t{0xE0 - 0x80})),
                       hn::SaturatedSub(third_before, hn::Set(d, std::uint8_t{0xF0 - 0x80}))),
                hn::Set(d, std::uint8_t{0x80}));
    out.wrong = hn::Or(out.wrong, hn::Xor(wrong, inside));
    out.stray = hn::Or(out.stray, strays_of(before, v));
    out.nul = hn::Or(out.nul, hn::VecFromMask(d, hn::Eq(v, hn::Zero(d))));
  }
}

HWY_ATTR detail::Verdict check(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t reach = 3;
  const Bytes d;
  Checked checked{hn::Zero(d), hn::Zero(d), hn::Zero(d)};
  std::size_t at = 0;
  // The first and the last block stand between spaces, so that a letter cut short is seen.
  std::array<std::uint8_t, reach + block> edge{};
  const auto check_edge = [&](std::size_t from, std::size_t to) HWY_ATTR {
    edge.fill(' ');
    const std::size_t behind = std::min(from, reach);
    std::copy(bytes + from - behind, bytes + to, edge.data() + reach - behind);
    check_block(edge.data() + reach, checked);
  };
  if (size >= block) {
    check_edge(0, block);
    for (at = block; at + block <= size; at += block) check_block(bytes + at, checked);
  }
  check_edge(at, size);
  const auto any = [&](Vector v) HWY_ATTR { return !hn::AllTrue(d, hn::Eq(v, hn::Zero(d))); };
  return {any(checked.wrong), any(checked.nul), any(checked.stray)};
}

HWY_ATTR void mark_strays(const std::uint8_t* bytes, std::size_t size, Offsets& out) {
  constexpr std::size_t reach = 1;
  const Bytes d;
  const auto mark_block = [&](const std::uint8_t* from) HWY_ATTR {
    std::uint64_t marks = 0;
    for (std::size_t i = 0; i < block; i += hn::Lanes(d)) {
      const Vector found = strays_of(hn::LoadU(d, from + i), hn::LoadU(d, from + i + 1));
      std::uint64_t bits = 0;
      hn::StoreMaskBits(d, hn::Not(hn::Eq(found, hn::Zero(d))),
                        reinterpret_cast<std::uint8_t*>(&bits));
      marks |= bits << i;
    }
    return marks;
  };
  std::size_t at = 0;
  for (; at + block + reach <= size; at += block) out.data()[at / block] = mark_block(bytes + at);
  for (; at < size; at += block) {
    std::array<std::uint8_t, block + reach> rest{};
    std::copy(bytes + at, bytes + std::min(size, at + rest.size()), rest.data());
    out.data()[at / block] = mark_block(rest.data());
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace liem::text
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace liem::text {
namespace {

HWY_EXPORT(mark);
HWY_EXPORT(check);
HWY_EXPORT(mark_strays);

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace

Soundness check_bytes(std::string_view bytes) {
  const auto verdict = HWY_DYNAMIC_DISPATCH(check)(bytes_of(bytes), bytes.size());
  Soundness out;
  out.may_need_repair = verdict.may_need_repair;
  // What is broken is seldom met: the scalar twin says where.
  if (verdict.nul) out.nul = bytes.find('\0');
  if (verdict.broken) out.invalid = utf8::find_invalid(bytes);
  return out;
}

Soundness check_bytes_scalar(std::string_view bytes) {
  Soundness out{bytes.find('\0'), utf8::find_invalid(bytes)};
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto second = at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + 1]) : 0;
    if (may_be_stray(static_cast<unsigned char>(bytes[at]), static_cast<unsigned char>(second))) {
      out.may_need_repair = true;
    }
  }
  return out;
}

Landmarks landmarks_of(std::string_view text) {
  Landmarks out(text.size());
  HWY_DYNAMIC_DISPATCH(mark)(bytes_of(text), text.size(), out);
  return out;
}

Landmarks landmarks_of_scalar(std::string_view text) {
  Landmarks out(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c >= '0' && c <= '9') out.digits.set(at);
    if (c == '\n' || c == '.' || c == '!' || c == '?') out.stops.set(at);
    if (c == '\n') out.lines.set(at);
    if (c == '\xC2' || c == '\xE2' || (c >= '0' && c <= '9')) out.note_marks.set(at);
    const auto three = text.substr(at, 3);
    if (three == "hô" || three == "hư") out.negations.set(at);
    if (three == "nà" || three == "rê" || three == "\x91ã" || three == "d\xE1\xBA") {
      out.back_words.set(at);
    }
  }
  return out;
}

Offsets strays_of(std::string_view text) {
  Offsets out(text.size());
  HWY_DYNAMIC_DISPATCH(mark_strays)(bytes_of(text), text.size(), out);
  return out;
}

Offsets strays_of_scalar(std::string_view text) {
  Offsets out(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char second = at + 1 < text.size() ? text[at + 1] : '\0';
    if (may_be_stray(static_cast<unsigned char>(text[at]), static_cast<unsigned char>(second))) {
      out.set(at);
    }
  }
  return out;
}

}  // namespace liem::text
#endif
