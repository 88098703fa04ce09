// Exact decimals for points, percentages and money. No binary floating point anywhere.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace liem {

enum class Rounding { half_up, down };

inline constexpr int word_places = 18;  // 10^18 fits 64 bits
inline constexpr auto powers_of_ten = [] {
  std::array<std::int64_t, word_places + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

// value = mantissa * 10^-scale, kept without trailing zeros, so equal values are equal objects.
// Holds up to 30 significant digits (max_digits); sums of a million such values are safe.
class Decimal {
 public:
  static constexpr int max_digits = 30;
  static constexpr int max_scale = 18;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : mantissa_(whole) {}  // NOLINT: whole numbers are decimals
  static Decimal of(__int128 mantissa, int scale) {
    return scale == 0 ? Decimal(mantissa, 0) : shortest(mantissa, scale);
  }

  // "-12.50" as JSON and YAML write it; nothing for anything else or more than max_digits.
  static std::optional<Decimal> parse(std::string_view text);
  std::string to_string() const;             // "12.5", as JSON writes it
  std::string to_fixed(int decimals) const;  // "12.50"; needs scale() <= decimals

  __int128 mantissa() const { return mantissa_; }
  int scale() const { return scale_; }
  bool is_zero() const { return mantissa_ == 0; }
  bool is_negative() const { return mantissa_ < 0; }
  bool is_whole() const { return scale_ == 0; }
  std::optional<std::int64_t> to_int64() const;  // only where whole and in range

  // Half up means away from zero at exactly one half.
  Decimal rounded(int decimals, Rounding mode) const;

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a) { return of(-a.mantissa_, a.scale_); }
  Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
  Decimal& operator-=(const Decimal& other) { return *this = *this - other; }
  // Nothing where the exact product would not fit.
  static std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
  // a / b rounded to `decimals` places; b must not be zero. Nothing where it would not fit.
  static std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int decimals,
                                       Rounding mode);

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  constexpr Decimal(__int128 mantissa, int scale) : mantissa_(mantissa), scale_(scale) {}
  static Decimal shortest(__int128 mantissa, int scale);  // without trailing zeros

  __int128 mantissa_ = 0;
  int scale_ = 0;
};

}  // namespace liem
