// Exact fractions, for what is computed before a set says how to round. Never overflows.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/decimal.h"

namespace liem {

// In lowest terms. Two 64-bit words while numerator and denominator fit them, which points, counts
// and single ratios of money do; whole numbers of any size where they do not.
class Rational {
 public:
  Rational() = default;
  Rational(const Decimal& value);                                // NOLINT: decimals are fractions
  Rational(std::int64_t whole);                                  // NOLINT
  static Rational quotient(const Decimal& a, const Decimal& b);  // b must not be zero

  Rational(const Rational& other)
      : top_(other.top_), bottom_(other.bottom_), big_(other.big_ ? copy(*other.big_) : nullptr) {}
  Rational(Rational&& other) noexcept
      : top_(other.top_), bottom_(other.bottom_), big_(std::exchange(other.big_, nullptr)) {}
  Rational& operator=(Rational other) noexcept {
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
  // The value itself where `decimals` places hold it exactly.
  std::optional<Decimal> exact(int decimals) const;
  std::string to_string() const;  // "-6/19"; a whole number without its denominator

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);  // b must not be zero
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

 private:
  struct Big;
  // Of a fraction in lowest terms with a denominator above zero.
  static Rational of(__int128 top, __int128 bottom);
  static Rational of(Big value);
  static const Big* copy(const Big& big);
  static void destroy(const Big* big);
  Big big() const;  // the value as a big fraction, whichever way it is kept

  // Where big_ is there, the value is its; it is there only where two words cannot hold the value.
  std::int64_t top_ = 0, bottom_ = 1;
  const Big* big_ = nullptr;
};

}  // namespace liem
