#include "base/rational.h"

#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <numeric>

#include "base/error.h"

namespace liem {
namespace {

using Whole = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                               boost::multiprecision::et_off>;

// The smallest 64-bit number is left to the big form, so that every word has its opposite.
constexpr __int128 most = std::numeric_limits<std::int64_t>::max();
constexpr int word_places = 18;  // 10^18 fits a word

constexpr auto powers_of_ten = [] {
  std::array<std::int64_t, word_places + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

Whole power_of_ten(int exponent) {
  return boost::multiprecision::pow(Whole(10), static_cast<unsigned>(exponent));
}

bool fits(__int128 value) { return -most <= value && value <= most; }

std::int64_t word(__int128 value) { return static_cast<std::int64_t>(value); }

// Of the remainder of a division that cut towards zero: whether one more is nearer.
bool rounds_away(__int128 rest, __int128 bottom, Rounding mode) {
  return mode == Rounding::half_up && (rest < 0 ? -rest : rest) * 2 >= bottom;
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
  if (!fits(top) || bottom > most) return of(Big{Fraction(Whole(top), Whole(bottom))});
  Rational result;
  result.top_ = word(top);
  result.bottom_ = word(bottom);
  return result;
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

Rational::Rational(std::int64_t whole) {
  if (fits(whole)) {
    top_ = whole;
  } else {
    big_ = new Big{Fraction(Whole(whole))};
  }
}

Rational::Rational(const Decimal& value) {
  if (fits(value.mantissa()) && value.scale() <= word_places) {
    top_ = word(value.mantissa());
    if (value.scale() == 0) return;
    bottom_ = powers_of_ten[static_cast<std::size_t>(value.scale())];
    const std::int64_t common = std::gcd(top_, bottom_);
    top_ /= common;
    bottom_ /= common;
    return;
  }
  *this = of(Big{Fraction(Whole(value.mantissa()), power_of_ten(value.scale()))});
}

Rational Rational::quotient(const Decimal& a, const Decimal& b) {
  return Rational(a) / Rational(b);
}

// a/b + c/d with one common divisor g of b and d taken out: what is left to reduce divides g.
Rational operator+(const Rational& a, const Rational& b) {
  if (a.big_ != nullptr || b.big_ != nullptr) {
    return Rational::of(Rational::Big{a.big().value + b.big().value});
  }
  if (a.bottom_ == 1 && b.bottom_ == 1) return Rational::of(__int128(a.top_) + b.top_, 1);
  const std::int64_t common = std::gcd(a.bottom_, b.bottom_);
  const std::int64_t of_a = a.bottom_ / common, of_b = b.bottom_ / common;
  const __int128 top = __int128(a.top_) * of_b + __int128(b.top_) * of_a;
  if (common == 1) return Rational::of(top, __int128(a.bottom_) * b.bottom_);
  const std::int64_t left = std::gcd(word(top % common), common);
  return Rational::of(top / left, __int128(of_a) * (b.bottom_ / left));
}

Rational operator-(const Rational& a, const Rational& b) { return a + b * Rational(-1); }

Rational operator*(const Rational& a, const Rational& b) {
  if (a.big_ != nullptr || b.big_ != nullptr) {
    return Rational::of(Rational::Big{a.big().value * b.big().value});
  }
  const std::int64_t one = std::gcd(a.top_, b.bottom_), other = std::gcd(b.top_, a.bottom_);
  return Rational::of(__int128(a.top_ / one) * (b.top_ / other),
                      __int128(a.bottom_ / other) * (b.bottom_ / one));
}

Rational operator/(const Rational& a, const Rational& b) {
  LIEM_CHECK(!b.is_zero());
  if (a.big_ != nullptr || b.big_ != nullptr) {
    return Rational::of(Rational::Big{a.big().value / b.big().value});
  }
  Rational turned;
  turned.top_ = b.top_ < 0 ? -b.bottom_ : b.bottom_;
  turned.bottom_ = b.top_ < 0 ? -b.top_ : b.top_;
  return a * turned;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (a.big_ != nullptr || b.big_ != nullptr) {
    return a.big().value.compare(b.big().value) <=> 0;
  }
  if (a.bottom_ == b.bottom_) return a.top_ <=> b.top_;
  return __int128(a.top_) * b.bottom_ <=> __int128(b.top_) * a.bottom_;
}

Decimal Rational::rounded(int decimals, Rounding mode) const {
  if (big_ == nullptr && decimals <= word_places) {
    const std::int64_t power = powers_of_ten[static_cast<std::size_t>(decimals)];
    const __int128 top = __int128(top_) * power;
    __int128 quotient = fits(top) ? word(top) / bottom_ : top / bottom_;
    const __int128 rest = top - quotient * bottom_;
    if (rounds_away(rest, bottom_, mode)) quotient += top < 0 ? -1 : 1;
    return Decimal::of(quotient, decimals);
  }
  const Fraction value = big().value;
  const Whole top = Whole(numerator(value)) * power_of_ten(decimals);
  const Whole bottom(denominator(value));
  Whole quotient = top / bottom;
  const Whole rest = abs(top % bottom);
  if (mode == Rounding::half_up && rest * 2 >= bottom) quotient += top < 0 ? -1 : 1;
  LIEM_CHECK(abs(quotient) < power_of_ten(36));
  return Decimal::of(static_cast<__int128>(quotient), decimals);
}

std::optional<Decimal> Rational::exact(int decimals) const {
  const Decimal shown = rounded(decimals, Rounding::down);
  if (Rational(shown) == *this) return shown;
  return std::nullopt;
}

std::string Rational::to_string() const {
  if (big_ != nullptr) return big_->value.str();
  return std::to_string(top_) + (bottom_ == 1 ? "" : "/" + std::to_string(bottom_));
}

}  // namespace liem
