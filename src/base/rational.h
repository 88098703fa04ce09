// Exact fractions, for what is computed before a set says how to round. Never overflows.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <optional>

#include "base/decimal.h"

namespace liem {

class Rational {
 public:
  Rational() = default;
  Rational(const Decimal& value);                                // NOLINT: decimals are fractions
  Rational(std::int64_t whole) : value_(whole) {}                // NOLINT
  static Rational quotient(const Decimal& a, const Decimal& b);  // b must not be zero

  bool is_zero() const { return value_.is_zero(); }
  // Half up means away from zero at exactly one half. The result must fit a Decimal.
  Decimal rounded(int decimals, Rounding mode) const;
  // The value itself where `decimals` places hold it exactly.
  std::optional<Decimal> exact(int decimals) const;

  friend Rational operator+(const Rational& a, const Rational& b) { return {a.value_ + b.value_}; }
  friend Rational operator-(const Rational& a, const Rational& b) { return {a.value_ - b.value_}; }
  friend Rational operator*(const Rational& a, const Rational& b) { return {a.value_ * b.value_}; }
  friend Rational operator/(const Rational& a, const Rational& b);  // b must not be zero
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  friend bool operator==(const Rational& a, const Rational& b) { return a.value_ == b.value_; }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    return a.value_.compare(b.value_) <=> 0;
  }

 private:
  using Value = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                              boost::multiprecision::et_off>;
  Rational(Value value) : value_(std::move(value)) {}
  Value value_ = 0;
};

}  // namespace liem
