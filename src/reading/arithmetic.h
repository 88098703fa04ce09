// The sums behind claims, exact.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"

namespace liem::reading {

// 100 * numerator / denominator to the given decimals; nothing for a zero denominator.
std::optional<Decimal> percent_of(const Decimal& numerator, const Decimal& denominator,
                                  int decimals, Rounding mode);
// Whether `percent`, written with `decimals` places, is that ratio rounded half up.
bool follows(const Decimal& numerator, const Decimal& denominator, const Decimal& percent,
             int decimals);

// A number and half a step of its last place: 1,37 stands for anything from 1,365 to 1,375.
struct Rounded {
  Decimal value;
  Decimal half_step{};  // zero: exact
};
// Whether some two numbers that round to these have the percentage written.
bool may_follow(const Rounded& numerator, const Rounded& denominator, const Decimal& percent,
                int decimals);

// Whether two neighbouring digits swapped make one number the other.
bool is_slip(const Decimal& a, const Decimal& b);
// ... or one digit changed does.
bool is_misprint(const Decimal& a, const Decimal& b);

Decimal sum_of(const std::vector<Decimal>& parts);

// "52.423,5": as a Vietnamese sentence writes it.
std::string in_words(const Decimal& value);

// One figure of a sum that, with two neighbouring digits swapped or one digit changed, would make
// it hold; nothing where none or several would.
struct Mend {
  std::size_t part;  // index into parts, or parts.size() for the total
  Decimal value;
};
std::optional<Mend> single_mend(const Decimal& total, const std::vector<Decimal>& parts);
// All there are: each by itself would make the sum hold.
struct Mends {
  std::vector<Mend> swaps, digits;
};
Mends mends_of(const Decimal& total, const std::vector<Decimal>& parts);

}  // namespace liem::reading
