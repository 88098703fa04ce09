// Claims and, where they do not hold, the findings that say so.
#include "reading/arithmetic.h"
#include "reading/draft.h"

namespace liem::reading {

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
    std::optional<Message> suggestion;
    if (const auto mend = single_mend(claim.total, claim.parts)) {
      const Decimal& written =
          mend->part == claim.parts.size() ? claim.total : claim.parts[mend->part];
      suggestion = Message{"reading.sum_suggestion",
                           {{"written", in_words(written)}, {"meant", in_words(mend->value)}}};
    }
    draft.reading.findings.push_back({"sum_mismatch", severity, claim.span,
                                      Message{"reading.sum_mismatch",
                                              {{"total", in_words(claim.total)},
                                               {"unit", claim.unit},
                                               {"parts", parts},
                                               {"sum", in_words(sum)},
                                               {"difference", in_words(difference)}}},
                                      std::move(suggestion)});
  }
  draft.reading.claims.emplace_back(std::move(claim));
}

}  // namespace liem::reading
