// Claims and, where they do not hold, the findings that say so.
#include "reading/arithmetic.h"
#include "reading/draft.h"

namespace liem::reading {
namespace {

// Which figure of a sum explains it, or between which few one wrong digit may stand.
std::optional<Message> mend_of(const SumClaim& claim) {
  constexpr std::size_t few = 4;
  const Mends mends = mends_of(claim.total, claim.parts);
  const auto written = [&](const Mend& mend) {
    return in_words(mend.part == claim.parts.size() ? claim.total : claim.parts[mend.part]);
  };
  const auto told = [&](std::string id, const Mend& mend) {
    return Message{std::move(id), {{"written", written(mend)}, {"meant", in_words(mend.value)}}};
  };
  if (mends.swaps.size() == 1) return told("reading.sum_suggestion_swap", mends.swaps.front());
  if (!mends.swaps.empty()) return std::nullopt;
  if (mends.digits.size() == 1) return told("reading.sum_suggestion_digit", mends.digits.front());
  if (mends.digits.empty() || mends.digits.size() > few) return std::nullopt;
  std::string places;
  for (const Mend& mend : mends.digits) {
    places += (places.empty() ? "" : "; ") + written(mend) + " → " + in_words(mend.value);
  }
  return Message{"reading.sum_suggestion_places", {{"places", places}}};
}

}  // namespace

void add_ratio(Draft& draft, RatioClaim claim, int percent_decimals, Severity severity) {
  const auto actual =
      percent_of(claim.numerator, claim.denominator, percent_decimals, Rounding::half_up);
  if (!claim.holds && actual) {
    const bool cut = percent_of(claim.numerator, claim.denominator, percent_decimals,
                                Rounding::down) == claim.percent;
    const Args args = {{"numerator", in_words(claim.numerator)},
                       {"denominator", in_words(claim.denominator)},
                       {"actual", in_words(*actual)},
                       {"percent", in_words(*claim.percent)}};
    draft.reading.findings.push_back(
        {"ratio_mismatch", cut ? Severity::note : severity, claim.span,
         Message{cut ? "reading.ratio_cut" : "reading.ratio_mismatch", args},
         Message{"reading.ratio_suggestion", args}});
  }
  draft.reading.claims.emplace_back(std::move(claim));
}

void add_sum(Draft& draft, SumClaim claim, Severity severity) {
  if (!claim.holds) {
    std::string parts;
    for (const auto& part : claim.parts) parts += (parts.empty() ? "" : " + ") + in_words(part);
    const Decimal sum = sum_of(claim.parts);
    const Decimal difference = claim.total > sum ? claim.total - sum : sum - claim.total;
    draft.reading.findings.push_back({"sum_mismatch", severity, claim.span,
                                      Message{"reading.sum_mismatch",
                                              {{"total", in_words(claim.total)},
                                               {"unit", claim.unit},
                                               {"parts", parts},
                                               {"sum", in_words(sum)},
                                               {"difference", in_words(difference)}}},
                                      mend_of(claim)});
  }
  draft.reading.claims.emplace_back(std::move(claim));
}

}  // namespace liem::reading
