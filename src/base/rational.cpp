#include "base/rational.h"

#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <numeric>

#include "base/error.h"

namespace liem {
namespace {

using Whole = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                               boost::multiprecision::et_off>;

Whole whole_power_of_ten(int exponent) {
  return boost::multiprecision::pow(Whole(10), static_cast<unsigned>(exponent));
}

constexpr __int128 longest_word = std::numeric_limits<std::int64_t>::max();

bool fits(__int128 value) { return -longest_word <= value && value <= longest_word; }

std::int64_t word(__int128 value) { return static_cast<std::int64_t>(value); }

// Of what a division that cut towards zero leaves: whether one more is as near.
template <class Number>
bool rounds_away(Number rest, Number divisor, Rounding mode) {
  return mode == Rounding::half_up && rest >= divisor - rest;
}

// Dividing half words costs a third of dividing words.
std::uint64_t divided(std::uint64_t a, std::uint64_t b) {
  if ((a | b) >> 32 != 0) return a / b;
  return static_cast<std::uint32_t>(a) / static_cast<std::uint32_t>(b);
}

}  // namespace

struct Rational::Big {
  Fraction value;
};

const Rational::Big* Rational::copy(const Big& big) { return new Big(big); }
void Rational::destroy(const Big* big) { delete big; }

Rational::Big Rational::big() const {
  if (big_ != nullptr) return *big_;
  return {Fraction(Whole(top_), Whole(bottom_))};
}

Rational Rational::of(__int128 top, __int128 bottom) {
  if (fits(top) && bottom <= most) return {word(top), word(bottom)};
  return of(Big{Fraction(Whole(top), Whole(bottom))});
}

Rational Rational::of(Big big) {
  const Whole top = numerator(big.value), bottom = denominator(big.value);
  Rational result;
  if (abs(top) <= Whole(most) && bottom <= Whole(most)) {
    result.top_ = static_cast<std::int64_t>(top);
    result.bottom_ = static_cast<std::int64_t>(bottom);
  } else {
    result.big_ = new Big(std::move(big));
  }
  return result;
}

Rational Rational::reduced() const {
  if (big_ != nullptr) return *this;
  const Word common = std::gcd(top_, bottom_);
  return {top_ / common, bottom_ / common};
}

Rational Rational::large(__int128 mantissa, int scale) {
  return of(Big{Fraction(Whole(mantissa), whole_power_of_ten(scale))});
}

Rational Rational::quotient(const Decimal& a, const Decimal& b) {
  return Rational(a) / Rational(b);
}

// a/b + c/d with one common divisor g of b and d taken out: what is left to reduce divides g.
Rational Rational::reduced_sum(const Rational& one, const Rational& other) {
  if (one.big_ != nullptr || other.big_ != nullptr) {
    return of(Big{one.big().value + other.big().value});
  }
  const Rational a = one.reduced(), b = other.reduced();
  const Word common = std::gcd(a.bottom_, b.bottom_);
  const Word of_a = a.bottom_ / common, of_b = b.bottom_ / common;
  const __int128 top = __int128(a.top_) * of_b + __int128(b.top_) * of_a;
  if (common == 1) return of(top, __int128(a.bottom_) * b.bottom_);
  const Word left = std::gcd(word(top % common), common);
  return of(top / left, __int128(of_a) * (b.bottom_ / left));
}

Rational Rational::reduced_product(const Rational& one, const Rational& other) {
  if (one.big_ != nullptr || other.big_ != nullptr) {
    return of(Big{one.big().value * other.big().value});
  }
  const Rational a = one.reduced(), b = other.reduced();
  const Word first = std::gcd(a.top_, b.bottom_), second = std::gcd(b.top_, a.bottom_);
  return of(__int128(a.top_ / first) * (b.top_ / second),
            __int128(a.bottom_ / second) * (b.bottom_ / first));
}

Rational Rational::big_quotient(const Rational& a, const Rational& b) {
  LIEM_CHECK(!b.is_zero());
  return of(Big{a.big().value / b.big().value});
}

std::strong_ordering Rational::compared(const Rational& a, const Rational& b) {
  return a.big().value.compare(b.big().value) <=> 0;
}

bool Rational::divided_units(Word power, Rounding mode, Word& out) const {
  const auto divisor = static_cast<std::uint64_t>(bottom_);
  if (Word top; times(top_, power, top)) {
    const auto size = static_cast<std::uint64_t>(top < 0 ? -top : top);
    std::uint64_t quotient = divided(size, divisor);
    if (rounds_away(size - quotient * divisor, divisor, mode)) ++quotient;
    out = top < 0 ? -word(quotient) : word(quotient);
    return true;
  }
  const __int128 top = __int128(top_) * power, size = top < 0 ? -top : top;
  __int128 quotient = size / bottom_;
  if (rounds_away<__int128>(size - quotient * bottom_, bottom_, mode)) ++quotient;
  if (!fits(quotient)) return false;
  out = word(top < 0 ? -quotient : quotient);
  return true;
}

Decimal Rational::rounded(int decimals, Rounding mode) const {
  if (const auto small = units(decimals, mode)) return Decimal::of(*small, decimals);
  const Fraction value = big().value;
  const Whole top = Whole(numerator(value)) * whole_power_of_ten(decimals);
  const Whole bottom(denominator(value));
  Whole quotient = top / bottom;
  const Whole rest = abs(top % bottom);
  if (rounds_away(rest, bottom, mode)) quotient += top < 0 ? -1 : 1;
  LIEM_CHECK(abs(quotient) < whole_power_of_ten(36));
  return Decimal::of(static_cast<__int128>(quotient), decimals);
}

std::optional<Decimal> Rational::exact(int decimals) const {
  const Decimal shown = rounded(decimals, Rounding::down);
  if (Rational(shown) == *this) return shown;
  return std::nullopt;
}

std::string Rational::to_string() const {
  if (big_ != nullptr) return big_->value.str();
  const Rational lowest = reduced();
  return std::to_string(lowest.top_) +
         (lowest.bottom_ == 1 ? "" : "/" + std::to_string(lowest.bottom_));
}

}  // namespace liem
