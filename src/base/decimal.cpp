#include "base/decimal.h"

#include <algorithm>
#include <limits>

#include "base/error.h"

namespace liem {
namespace {

__int128 power_of_ten(int exponent) {
  __int128 result = 1;
  while (exponent-- > 0) result *= 10;
  return result;
}

std::optional<__int128> checked_multiply(__int128 a, __int128 b) {
  __int128 result = 0;
  if (__builtin_mul_overflow(a, b, &result)) return std::nullopt;
  return result;
}

// Takes one off `scale` for each zero taken off `mantissa`.
template <class Whole>
Whole without_trailing_zeros(Whole mantissa, int& scale) {
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  return mantissa;
}

// Quotient of whole numbers, rounded; the sign is the quotient's.
__int128 divide_rounded(__int128 a, __int128 b, Rounding mode) {
  const __int128 quotient = a / b;
  const __int128 rest = a % b;
  if (rest == 0 || mode == Rounding::down) return quotient;
  const __int128 size = rest < 0 ? -rest : rest;
  const __int128 whole = b < 0 ? -b : b;
  if (size < whole - size) return quotient;
  return quotient + ((a < 0) == (b < 0) ? 1 : -1);
}

struct Aligned {
  __int128 a, b;
  int scale;
};

Aligned align(const Decimal& a, const Decimal& b) {
  if (a.scale() == b.scale()) return {a.mantissa(), b.mantissa(), a.scale()};
  const int scale = std::max(a.scale(), b.scale());
  const auto x = checked_multiply(a.mantissa(), power_of_ten(scale - a.scale()));
  const auto y = checked_multiply(b.mantissa(), power_of_ten(scale - b.scale()));
  LIEM_CHECK(x && y);
  return {*x, *y, scale};
}

}  // namespace

Decimal Decimal::shortest(__int128 mantissa, int scale) {
  LIEM_CHECK(scale >= 0);
  // Divisions of one word cost a tenth of those of two.
  if (const auto small = static_cast<std::int64_t>(mantissa); small == mantissa) {
    mantissa = without_trailing_zeros(small, scale);
  } else {
    mantissa = without_trailing_zeros(mantissa, scale);
  }
  return {mantissa, scale};
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && text.front() == '-') {
    negative = true;
    text.remove_prefix(1);
  }
  __int128 mantissa = 0;
  int digits = 0, scale = 0;
  bool point = false, digit_last = false;
  for (const char c : text) {
    if (c == '.' && !point && digit_last) {
      point = true;
      digit_last = false;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    digit_last = true;
    if (digits > 0 || c != '0') ++digits;
    if (point) ++scale;
    if (digits > max_digits || scale > max_scale) return std::nullopt;
    mantissa = mantissa * 10 + (c - '0');
  }
  if (!digit_last) return std::nullopt;
  return of(negative ? -mantissa : mantissa, scale);
}

std::string Decimal::to_fixed(int decimals) const {
  LIEM_CHECK(decimals >= scale_);
  __int128 rest = mantissa_ < 0 ? -mantissa_ : mantissa_;
  std::string out;
  out.append(static_cast<std::size_t>(decimals - scale_), '0');
  while (rest > 0 || static_cast<int>(out.size()) <= decimals) {
    out += static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  if (decimals > 0) out.insert(static_cast<std::size_t>(decimals), 1, '.');
  if (mantissa_ < 0) out += '-';
  std::reverse(out.begin(), out.end());
  return out;
}

std::string Decimal::to_string() const { return to_fixed(scale_); }

std::optional<std::int64_t> Decimal::to_int64() const {
  if (scale_ != 0 || mantissa_ > std::numeric_limits<std::int64_t>::max() ||
      mantissa_ < std::numeric_limits<std::int64_t>::min()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(mantissa_);
}

Decimal Decimal::rounded(int decimals, Rounding mode) const {
  if (scale_ <= decimals) return *this;
  return of(divide_rounded(mantissa_, power_of_ten(scale_ - decimals), mode), decimals);
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const Aligned both = align(a, b);
  __int128 sum = 0;
  LIEM_CHECK(!__builtin_add_overflow(both.a, both.b, &sum));
  return Decimal::of(sum, both.scale);
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }

std::optional<Decimal> Decimal::multiply(const Decimal& a, const Decimal& b) {
  const auto product = checked_multiply(a.mantissa_, b.mantissa_);
  if (!product) return std::nullopt;
  return of(*product, a.scale_ + b.scale_);
}

std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b, int decimals,
                                       Rounding mode) {
  LIEM_CHECK(!b.is_zero() && decimals >= 0);
  // a/b = (ma / mb) * 10^(sb - sa); bring the wanted decimals into the numerator.
  const int shift = decimals + b.scale_ - a.scale_;
  if (shift > 36 || shift < -36) return std::nullopt;
  const auto top = checked_multiply(a.mantissa_, power_of_ten(std::max(shift, 0)));
  const auto bottom = checked_multiply(b.mantissa_, power_of_ten(std::max(-shift, 0)));
  if (!top || !bottom) return std::nullopt;
  return of(divide_rounded(*top, *bottom, mode), decimals);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const Aligned both = align(a, b);
  return both.a <=> both.b;
}

}  // namespace liem
