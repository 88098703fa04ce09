#include "reading/repeated_sums.h"

#include <algorithm>
#include <utility>

namespace liem::reading {
namespace {

constexpr std::size_t most_nested = 8;  // claims of one stretch of text

// Keeps of each run of equal ones that overlap the first.
template <class T, class Equal>
void keep_first(std::vector<T>& all, Equal equal) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t from = kept - std::min(kept, most_nested);
    const bool repeated = std::any_of(all.begin() + static_cast<std::ptrdiff_t>(from),
                                      all.begin() + static_cast<std::ptrdiff_t>(kept),
                                      [&](const T& before) { return equal(before, all[i]); });
    if (repeated) continue;
    if (kept != i) all[kept] = std::move(all[i]);
    ++kept;
  }
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept), all.end());
}

bool is_same_sum(const Claim& a, const Claim& b) {
  const auto* one = std::get_if<SumClaim>(&a);
  const auto* other = std::get_if<SumClaim>(&b);
  if (!one || !other || !one->span.overlaps(other->span) || one->total != other->total ||
      one->parts.size() != other->parts.size()) {
    return false;
  }
  auto parts = one->parts, others = other->parts;
  std::ranges::sort(parts);
  std::ranges::sort(others);
  return parts == others;
}

bool is_same_mismatch(const Finding& a, const Finding& b) {
  return a.code == "sum_mismatch" && b.code == a.code && a.span.overlaps(b.span) &&
         a.message.args == b.message.args;
}

}  // namespace

void drop_repeated_sums(Reading& reading) {
  keep_first(reading.claims, is_same_sum);
  keep_first(reading.findings, is_same_mismatch);
}

}  // namespace liem::reading
