// Exact fractions, for what is computed before a set says how to round. Never overflows.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "base/decimal.h"

namespace liem {

// Two 64-bit words while they hold numerator and denominator, which points, counts and single
// ratios of money do; whole numbers of any size where they do not. Brought to lowest terms only
// where two words would not hold a result otherwise, and where it is written out.
class Rational {
 public:
  Rational() = default;
  Rational(const Decimal& value) {  // NOLINT: decimals are fractions
    const auto small = static_cast<Word>(value.mantissa());
    if (small != value.mantissa() || small < -most || value.scale() > word_places) {
      *this = large(value.mantissa(), value.scale());
      return;
    }
    top_ = small;
    bottom_ = powers_of_ten[static_cast<std::size_t>(value.scale())];
  }
  Rational(std::int64_t whole) : top_(whole) {  // NOLINT
    if (whole < -most) *this = large(whole, 0);
  }
  static Rational quotient(const Decimal& a, const Decimal& b);  // b must not be zero

  Rational(const Rational& other)
      : top_(other.top_), bottom_(other.bottom_), big_(other.big_ ? copy(*other.big_) : nullptr) {}
  Rational(Rational&& other) noexcept
      : top_(other.top_), bottom_(other.bottom_), big_(std::exchange(other.big_, nullptr)) {}
  Rational& operator=(const Rational& other) {
    if (big_ != nullptr || other.big_ != nullptr) return *this = Rational(other);
    top_ = other.top_;
    bottom_ = other.bottom_;
    return *this;
  }
  Rational& operator=(Rational&& other) noexcept {
    top_ = other.top_;
    bottom_ = other.bottom_;
    std::swap(big_, other.big_);
    return *this;
  }
  ~Rational() {
    if (big_ != nullptr) destroy(big_);
  }

  bool is_zero() const { return big_ == nullptr && top_ == 0; }
  // Half up means away from zero at exactly one half. The result must fit a Decimal.
  Decimal rounded(int decimals, Rounding mode) const;
  // The same as a whole number of 10^-decimals; nothing where one word does not hold it.
  std::optional<std::int64_t> units(int decimals, Rounding mode) const;
  void round(int decimals, Rounding mode);  // becomes what rounded() gives
  // The value itself where `decimals` places hold it exactly.
  std::optional<Decimal> exact(int decimals) const;
  std::string to_string() const;  // "-6/19"; a whole number without its denominator

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);  // b must not be zero
  Rational& operator+=(const Rational& other) {
    const bool alike = big_ == nullptr && other.big_ == nullptr && bottom_ == other.bottom_;
    if (Word sum; alike && plus(top_, other.top_, sum)) {
      top_ = sum;
      return *this;
    }
    return *this = *this + other;
  }
  friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

 private:
  using Word = std::int64_t;
  struct Big;
  // The smallest word is left to the big form, so that every word has its opposite.
  static constexpr Word most = std::numeric_limits<Word>::max();

  Rational(Word top, Word bottom) : top_(top), bottom_(bottom) {}
  static Rational large(__int128 mantissa, int scale);
  // Of a fraction in lowest terms with a denominator above zero.
  static Rational of(__int128 top, __int128 bottom);
  static Rational of(Big value);
  static const Big* copy(const Big& big);
  static void destroy(const Big* big);
  Big big() const;  // the value as a big fraction, whichever way it is kept
  Rational reduced() const;
  // As units(); false where one word does not hold it. An optional of a word would be copied before
  // both its halves are written, which costs more than the division.
  bool units(int decimals, Rounding mode, Word& out) const;
  bool divided_units(Word power, Rounding mode, Word& out) const;

  // Where two words hold the result in lowest terms at most.
  static Rational reduced_sum(const Rational& a, const Rational& b);
  static Rational reduced_product(const Rational& a, const Rational& b);
  static Rational big_quotient(const Rational& a, const Rational& b);
  static std::strong_ordering compared(const Rational& a, const Rational& b);

  static bool times(Word a, Word b, Word& product) {  // false where a word does not hold it
    return !__builtin_mul_overflow(a, b, &product) && product >= -most;
  }
  static bool plus(Word a, Word b, Word& sum) {
    return !__builtin_add_overflow(a, b, &sum) && sum >= -most;
  }

  // Where big_ is there, the value is its; it is there only where two words cannot hold the value.
  // bottom_ is above zero.
  Word top_ = 0, bottom_ = 1;
  const Big* big_ = nullptr;
};

inline Rational operator+(const Rational& a, const Rational& b) {
  if (a.big_ == nullptr && b.big_ == nullptr) {
    Rational::Word left, right, top, bottom;
    if (a.bottom_ == b.bottom_) {
      if (Rational::plus(a.top_, b.top_, top)) return {top, a.bottom_};
    } else if (Rational::times(a.top_, b.bottom_, left) &&
               Rational::times(b.top_, a.bottom_, right) && Rational::plus(left, right, top) &&
               Rational::times(a.bottom_, b.bottom_, bottom)) {
      return {top, bottom};
    }
  }
  return Rational::reduced_sum(a, b);
}

inline Rational operator*(const Rational& a, const Rational& b) {
  Rational::Word top, bottom;
  if (a.big_ == nullptr && b.big_ == nullptr && Rational::times(a.top_, b.top_, top) &&
      Rational::times(a.bottom_, b.bottom_, bottom)) {
    return {top, bottom};
  }
  return Rational::reduced_product(a, b);
}

inline Rational operator-(const Rational& a, const Rational& b) {
  if (b.big_ != nullptr) return Rational::reduced_sum(a, b * Rational(-1));
  return a + Rational(-b.top_, b.bottom_);
}

inline Rational operator/(const Rational& a, const Rational& b) {
  if (b.big_ != nullptr || b.top_ == 0) return Rational::big_quotient(a, b);
  return a * (b.top_ < 0 ? Rational(-b.bottom_, -b.top_) : Rational(b.bottom_, b.top_));
}

inline std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (a.big_ != nullptr || b.big_ != nullptr) return Rational::compared(a, b);
  if (a.bottom_ == b.bottom_) return a.top_ <=> b.top_;
  return __int128(a.top_) * b.bottom_ <=> __int128(b.top_) * a.bottom_;
}

inline bool Rational::units(int decimals, Rounding mode, Word& out) const {
  if (big_ != nullptr || decimals > word_places) return false;
  // A denominator of 1 or 100 needs no division.
  for (int places = decimals; places >= 0; --places) {
    if (bottom_ != powers_of_ten[static_cast<std::size_t>(places)]) continue;
    if (!times(top_, powers_of_ten[static_cast<std::size_t>(decimals - places)], out)) break;
    return true;
  }
  return divided_units(powers_of_ten[static_cast<std::size_t>(decimals)], mode, out);
}

inline std::optional<std::int64_t> Rational::units(int decimals, Rounding mode) const {
  if (Word out; units(decimals, mode, out)) return out;
  return std::nullopt;
}

inline void Rational::round(int decimals, Rounding mode) {
  Word small;
  if (!units(decimals, mode, small)) {
    *this = rounded(decimals, mode);
    return;
  }
  top_ = small;
  bottom_ = powers_of_ten[static_cast<std::size_t>(decimals)];
}

}  // namespace liem
