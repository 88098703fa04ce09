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

// Where the words of each set go on.
struct Words {
  std::uint64_t *digits, *stops, *note_marks, *negations;
};

// Writes a bit a byte; two bytes behind the block must be readable.
HWY_ATTR void mark_block(const std::uint8_t* bytes, std::size_t word, const Words& out) {
  const Bytes d;
  const auto is = [&](Vector v, int byte) {
    return hn::Eq(v, hn::Set(d, static_cast<std::uint8_t>(byte)));
  };
  for (std::size_t i = 0; i < block; i += hn::Lanes(d)) {
    const Vector v = hn::LoadU(d, bytes + i);
    const Vector second = hn::LoadU(d, bytes + i + 1);
    const Vector third = hn::LoadU(d, bytes + i + 2);
    const auto digit =
        hn::Lt(hn::Sub(v, hn::Set(d, std::uint8_t{'0'})), hn::Set(d, std::uint8_t{10}));
    const auto stop = hn::Or(hn::Or(is(v, '\n'), is(v, '.')), hn::Or(is(v, '!'), is(v, '?')));
    const auto superscript = hn::Or(is(v, 0xC2), is(v, 0xE2));
    const auto o_hat = hn::And(is(second, 0xC3), is(third, 0xB4));
    const auto u_horn = hn::And(is(second, 0xC6), is(third, 0xB0));
    const auto negation = hn::And(is(v, 'h'), hn::Or(o_hat, u_horn));
    const auto store = [&](auto mask, std::uint64_t* words) {
      std::array<std::uint8_t, 8> bits{};
      hn::StoreMaskBits(d, mask, bits.data());
      std::memcpy(reinterpret_cast<std::uint8_t*>(words + word) + i / 8, bits.data(),
                  hn::Lanes(d) / 8);
    };
    store(digit, out.digits);
    store(stop, out.stops);
    store(hn::Or(superscript, digit), out.note_marks);
    store(negation, out.negations);
  }
}

HWY_ATTR void mark(const std::uint8_t* bytes, std::size_t size, Landmarks& out) {
  constexpr std::size_t reach = 2;
  const Words words{out.digits.data(), out.stops.data(), out.note_marks.data(),
                    out.negations.data()};
  std::size_t at = 0;
  for (; at + block + reach <= size; at += block) mark_block(bytes + at, at / block, words);
  for (; at < size; at += block) {
    std::array<std::uint8_t, block + reach> rest{};
    std::copy(bytes + at, bytes + std::min(size, at + rest.size()), rest.data());
    mark_block(rest.data(), at / block, words);
  }
}

// UTF-8 by what each byte must be for the three before it (which have to be readable): the rules
// of the Unicode Standard, table 3-7.
HWY_ATTR void check_block(const std::uint8_t* bytes, detail::Verdict& verdict) {
  const Bytes d;
  const auto at_least = [&](Vector v, int low) {
    return hn::Not(hn::Lt(v, hn::Set(d, static_cast<std::uint8_t>(low))));
  };
  const auto is = [&](Vector v, int byte) {
    return hn::Eq(v, hn::Set(d, static_cast<std::uint8_t>(byte)));
  };
  for (std::size_t i = 0; i < block; i += hn::Lanes(d)) {
    const Vector v = hn::LoadU(d, bytes + i);
    const Vector before = hn::LoadU(d, bytes + i - 1);
    const Vector second = hn::LoadU(d, bytes + i - 2);
    const Vector third = hn::LoadU(d, bytes + i - 3);
    const auto not_tail = hn::Or(at_least(v, 0xC0), hn::Not(at_least(v, 0x80)));
    const auto wants_tail =
        hn::Or(at_least(before, 0xC0), hn::Or(at_least(second, 0xE0), at_least(third, 0xF0)));
    const auto misplaced = hn::Not(hn::Xor(not_tail, wants_tail));
    const auto never = hn::Or(hn::Or(is(v, 0xC0), is(v, 0xC1)), at_least(v, 0xF5));
    const auto overlong = hn::Or(hn::AndNot(at_least(v, 0xA0), is(before, 0xE0)),
                                 hn::AndNot(at_least(v, 0x90), is(before, 0xF0)));
    const auto too_high = hn::Or(hn::And(at_least(v, 0xA0), is(before, 0xED)),
                                 hn::And(at_least(v, 0x90), is(before, 0xF4)));
    const auto bad = hn::Or(hn::Or(misplaced, never), hn::Or(overlong, too_high));
    verdict.broken |= !hn::AllFalse(d, bad);
    verdict.nul |= !hn::AllFalse(d, is(v, 0));
    // may_be_stray()
    const auto pair = [&](int first, int low, int high) {
      return hn::And(is(before, first), hn::Or(is(v, low), is(v, high)));
    };
    const auto alone = hn::Or(hn::Or(is(v, 0xCC), is(v, 0xCD)), is(v, 0xC7));
    const auto composed = hn::Or(hn::Or(pair(0xC3, 0x91, 0xB1), pair(0xC4, 0x86, 0x87)),
                                 hn::Or(pair(0xC5, 0x83, 0x84), pair(0xE1, 0xB8, 0xB9)));
    verdict.may_need_repair |= !hn::AllFalse(d, hn::Or(alone, composed));
  }
}

HWY_ATTR detail::Verdict check(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t reach = 3;
  detail::Verdict verdict;
  std::size_t at = 0;
  // The first and the last block stand between spaces, so that a letter cut short is seen.
  std::array<std::uint8_t, reach + block> edge{};
  const auto check_edge = [&](std::size_t from, std::size_t to) {
    edge.fill(' ');
    const std::size_t behind = std::min(from, reach);
    std::copy(bytes + from - behind, bytes + to, edge.data() + reach - behind);
    check_block(edge.data() + reach, verdict);
  };
  if (size >= block) {
    check_edge(0, block);
    for (at = block; at + block <= size; at += block) check_block(bytes + at, verdict);
  }
  check_edge(at, size);
  return verdict;
}

}  // namespace HWY_NAMESPACE
}  // namespace liem::text
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace liem::text {
namespace {

HWY_EXPORT(mark);
HWY_EXPORT(check);

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
    if (c == '\xC2' || c == '\xE2' || (c >= '0' && c <= '9')) out.note_marks.set(at);
    const auto three = text.substr(at, 3);
    if (three == "hô" || three == "hư") out.negations.set(at);
  }
  return out;
}

}  // namespace liem::text
#endif
