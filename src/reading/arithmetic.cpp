#include "reading/arithmetic.h"

#include <algorithm>

namespace liem::reading {
namespace {

// Whether two numbers of equal length differ by one swap of neighbours or by one digit.
enum class Slip { none, swap, digit };

Slip slip_between(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return Slip::none;
  std::vector<std::size_t> differ;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) differ.push_back(i);
  }
  if (differ.size() == 1) return Slip::digit;
  if (differ.size() != 2) return Slip::none;
  const std::size_t next = differ[0] + (a[differ[0] + 1] == '.' ? 2 : 1);  // "42,5" and "45,2" too
  const bool swapped =
      differ[1] == next && a[differ[0]] == b[differ[1]] && a[differ[1]] == b[differ[0]];
  return swapped ? Slip::swap : Slip::none;
}

}  // namespace

std::optional<Decimal> percent_of(const Decimal& numerator, const Decimal& denominator,
                                  int decimals, Rounding mode) {
  if (denominator.is_zero()) return std::nullopt;
  const auto hundredfold = Decimal::multiply(numerator, 100);
  if (!hundredfold) return std::nullopt;
  return Decimal::divide(*hundredfold, denominator, decimals, mode);
}

bool follows(const Decimal& numerator, const Decimal& denominator, const Decimal& percent,
             int decimals) {
  return percent_of(numerator, denominator, decimals, Rounding::half_up) == percent;
}

bool may_follow(const Rounded& numerator, const Rounded& denominator, const Decimal& percent,
                int decimals) {
  const Decimal smallest = denominator.value - denominator.half_step;
  if (smallest.is_zero() || smallest.is_negative()) return false;
  const auto low =
      percent_of(numerator.value - numerator.half_step, denominator.value + denominator.half_step,
                 decimals, Rounding::half_up);
  const auto high =
      percent_of(numerator.value + numerator.half_step, smallest, decimals, Rounding::half_up);
  return low && high && *low <= percent && percent <= *high;
}

bool is_slip(const Decimal& a, const Decimal& b) {
  return slip_between(a.to_string(), b.to_string()) == Slip::swap;
}

bool is_misprint(const Decimal& a, const Decimal& b) {
  return slip_between(a.to_string(), b.to_string()) != Slip::none;
}

Decimal sum_of(const std::vector<Decimal>& parts) {
  Decimal sum;
  for (const auto& part : parts) sum += part;
  return sum;
}

std::string in_words(const Decimal& value) {
  std::string plain = value.to_string();
  const auto point = plain.find('.');
  std::size_t whole = point == std::string::npos ? plain.size() : point;
  if (point != std::string::npos) plain[point] = ',';
  const std::size_t sign = plain[0] == '-' ? 1 : 0;
  while (whole > sign + 3) {
    whole -= 3;
    plain.insert(whole, 1, '.');
  }
  return plain;
}

Mends mends_of(const Decimal& total, const std::vector<Decimal>& parts) {
  const Decimal difference = total - sum_of(parts);
  Mends out;
  const auto consider = [&](std::size_t index, const Decimal& written, const Decimal& wanted) {
    if (wanted.is_negative()) return;
    const Slip slip = slip_between(written.to_string(), wanted.to_string());
    if (slip == Slip::swap) out.swaps.push_back({index, wanted});
    if (slip == Slip::digit) out.digits.push_back({index, wanted});
  };
  for (std::size_t i = 0; i < parts.size(); ++i) consider(i, parts[i], parts[i] + difference);
  consider(parts.size(), total, total - difference);
  return out;
}

std::optional<Mend> single_mend(const Decimal& total, const std::vector<Decimal>& parts) {
  const Mends mends = mends_of(total, parts);
  if (mends.swaps.size() == 1) return mends.swaps.front();
  if (mends.swaps.empty() && mends.digits.size() == 1) return mends.digits.front();
  return std::nullopt;
}

}  // namespace liem::reading
