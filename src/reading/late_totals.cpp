#include "reading/late_totals.h"

#include "reading/arithmetic.h"
#include "reading/same_units.h"
#include "reading/sum_doubts.h"

namespace liem::reading {
namespace {

using text::Word;

class LateTotals {
 public:
  explicit LateTotals(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::size_t i = 2; i < draft_.mentions.size(); ++i) {
      total_behind(i);
      gap_of_two(i);
    }
  }

 private:
  // "96 công chức, 45 viên chức, tổng số 141 người": the total stands behind its parts.
  void total_behind(std::size_t total_index) {
    const auto& mentions = draft_.mentions;
    const Mention& total = mentions[total_index];
    const Mention& before = mentions[total_index - 1];
    // Cheap and mostly decisive: the total is larger than its last part.
    if (before.kind == MentionKind::number && before.unit == total.unit &&
        before.value >= total.value && !total.value.is_zero()) {
      return;
    }
    if (!is_part(draft_, total) || !says_total(total.span.begin)) return;
    constexpr std::size_t reach = 12;
    Decimal sum;
    for (std::size_t i = total_index; i-- > 0 && total_index - i <= reach;) {
      if (mentions[i].segment != total.segment) return;
      if (!is_part(draft_, mentions[i])) continue;
      sum += scaled(draft_, mentions[i], draft_.unit(total));
      if (sum > total.value) return;
      if (sum != total.value) continue;
      SumClaim claim;
      claim.total = total.value;
      claim.unit = draft_.unit(total) ? draft_.unit(total)->name : noun_of(draft_, total);
      for (std::size_t k = i; k < total_index; ++k) {
        if (is_part(draft_, mentions[k]))
          claim.parts.push_back(scaled(draft_, mentions[k], draft_.unit(total)));
      }
      if (claim.parts.size() < 2) continue;
      claim.span = {mentions[i].span.begin, total.figure_span().end};
      add_sum(draft_, std::move(claim), Severity::error);
      return;
    }
  }

  // "tổng số", "lũy kế", "cả thảy" before the number, not at a sentence's start.
  bool says_total(std::size_t number) const {
    std::size_t end = number;
    constexpr int most_words = 7;
    for (int words = 0; words < most_words; ++words) {
      const Word word = text::word_before(draft_.text, end);
      if (!word || word.capitalised) return false;
      if (draft_.lexicon.sums_totals.match_before(draft_.text, end)) return true;
      end = word.span.begin;
    }
    return false;
  }

  // "cao nhất 81,25 điểm, thấp nhất 52,10 điểm, chênh lệch 29,15 điểm"
  void gap_of_two(std::size_t gap) {
    const auto& mentions = draft_.mentions;
    const Mention& apart = mentions[gap];
    if (!is_part(draft_, apart)) return;
    std::size_t end = apart.span.begin;
    if (const Word is = text::word_before(draft_.text, end); is.is("la")) end = is.span.begin;
    if (!draft_.lexicon.sums_gaps.match_before(draft_.text, end)) return;
    const Mention& a = mentions[gap - 1];
    const Mention& b = mentions[gap - 2];
    if (b.segment != apart.segment || !same_unit(draft_, a, b)) return;
    if (apart.unit >= 0 && !same_unit(draft_, a, apart)) return;
    const Mention& larger = a.value > b.value ? a : b;
    const Mention& smaller = a.value > b.value ? b : a;
    SumClaim claim;
    claim.total = larger.value;
    claim.parts = {smaller.value, apart.value};
    claim.holds = sum_of(claim.parts) == claim.total;
    if (!claim.holds && !single_mend(claim.total, claim.parts)) return;
    claim.unit = draft_.unit(larger) ? draft_.unit(larger)->name : noun_of(draft_, larger);
    claim.span = {b.span.begin, apart.figure_span().end};
    add_sum(draft_, std::move(claim), Severity::error);
  }

  Draft& draft_;
};

}  // namespace

void find_late_totals(Draft& draft) { LateTotals(draft).run(); }

}  // namespace liem::reading
