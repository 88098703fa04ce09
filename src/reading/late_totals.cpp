#include "reading/late_totals.h"

#include <vector>

#include "reading/arithmetic.h"
#include "reading/change_words.h"
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
    if (!is_part(draft_, total)) return;
    const Leading leading = leading_of(total.span.begin);
    if (leading == Leading::none) return;
    const auto parts = leading == Leading::sentence ? parts_in_sentences(total_index)
                                                    : parts_in_sentence(total_index);
    if (!parts.empty()) {
      add(total, parts);
    } else if (leading == Leading::addition) {
      all_before_it(total_index);
    }
  }

  enum class Leading {
    none,
    total,     // "tổng số", "lũy kế"
    addition,  // "cộng", "tổng cộng"
    sentence,  // either, at a sentence's start
  };

  // The words before the number.
  Leading leading_of(std::size_t number) const {
    std::size_t end = number;
    constexpr int most_words = 7;
    for (int words = 0; words < most_words; ++words) {
      const Word word = text::word_before(draft_.text, end);
      if (!word) return Leading::none;
      if (const auto found = draft_.lexicon.sums_totals.match_before(draft_.text, end)) {
        if (text::word_at(draft_.text, found->span.begin).capitalised) return Leading::sentence;
        return word == text::Spelling("cộng") ? Leading::addition : Leading::total;
      }
      if (word.capitalised) return Leading::none;
      end = word.span.begin;
    }
    return Leading::none;
  }

  // The nearest figures before it in its sentence that make exactly the total.
  std::vector<std::size_t> parts_in_sentence(std::size_t total_index) const {
    const auto& mentions = draft_.mentions;
    const Mention& total = mentions[total_index];
    std::vector<std::size_t> parts;
    Decimal sum;
    for (std::size_t i = total_index; i-- > 0 && total_index - i <= reach;) {
      if (mentions[i].segment != total.segment) break;
      if (!is_part(draft_, mentions[i])) continue;
      if (is_money(draft_, total) && !is_money(draft_, mentions[i])) continue;
      sum += scaled(draft_, mentions[i], draft_.unit(total));
      parts.insert(parts.begin(), i);
      if (sum == total.value && parts.size() > 1) return parts;
      if (sum > total.value) break;
    }
    return {};
  }

  // "Quý I: 02 cuộc. Quý II: 03 cuộc. Tổng cộng 05 cuộc": nothing else is counted in between.
  std::vector<std::size_t> parts_in_sentences(std::size_t total_index) const {
    const auto& mentions = draft_.mentions;
    const Mention& total = mentions[total_index];
    std::vector<std::size_t> parts;
    Decimal sum;
    for (std::size_t i = total_index; i-- > 0 && total_index - i <= reach;) {
      if (!are_neighbours(mentions[i].segment, mentions[i + 1].segment)) break;
      if (is_percent(draft_, mentions[i])) continue;
      if (!is_part(draft_, mentions[i]) || !same_unit(draft_, mentions[i], total)) break;
      sum += scaled(draft_, mentions[i], draft_.unit(total));
      parts.insert(parts.begin(), i);
      if (sum == total.value && parts.size() > 1) return parts;
      if (sum > total.value) break;
    }
    return {};
  }

  // One sentence behind the other, or one item of a list.
  bool are_neighbours(std::size_t before, std::size_t segment) const {
    if (before == segment) return true;
    const auto& segments = draft_.segments;
    const Marker marker = segments[segment].marker;
    return before + 1 == segment && (marker == Marker::none || marker == segments[before].marker);
  }

  // "cấp tỉnh 21 đơn, cấp huyện 34 đơn, cộng 65 đơn": all that is counted before it in its sentence
  // are the parts, and little is missing to make the total.
  void all_before_it(std::size_t total_index) {
    const auto& mentions = draft_.mentions;
    const Mention& total = mentions[total_index];
    std::vector<std::size_t> parts;
    for (std::size_t i = total_index; i-- > 0 && total_index - i <= reach;) {
      if (mentions[i].segment != total.segment) break;
      if (!is_part(draft_, mentions[i]) || !same_unit(draft_, mentions[i], total) ||
          is_softened(draft_, mentions[i].span.begin) || mentions[i].value >= total.value) {
        return;
      }
      parts.insert(parts.begin(), i);
    }
    if (parts.size() < 2 || is_softened(draft_, total.span.begin)) return;
    std::vector<Decimal> values;
    for (const std::size_t i : parts) {
      values.push_back(scaled(draft_, mentions[i], draft_.unit(total)));
    }
    const Decimal sum = sum_of(values);
    const Decimal off = total.value > sum ? total.value - sum : sum - total.value;
    constexpr int share = 5;
    if (Decimal::multiply(off, share) <= total.value) add(total, parts);
  }

  void add(const Mention& total, const std::vector<std::size_t>& parts) {
    const auto& mentions = draft_.mentions;
    const Unit* unit = draft_.unit(total);
    SumClaim claim;
    claim.total = total.value;
    claim.unit = unit ? unit->name : noun_of(draft_, total);
    for (const std::size_t i : parts) claim.parts.push_back(scaled(draft_, mentions[i], unit));
    claim.holds = sum_of(claim.parts) == claim.total;
    claim.span = {mentions[parts.front()].span.begin, total.figure_span().end};
    add_sum(draft_, std::move(claim), Severity::error);
  }

  // "cao nhất 81,25 điểm, thấp nhất 52,10 điểm, chênh lệch 29,15 điểm"
  void gap_of_two(std::size_t gap) {
    const auto& mentions = draft_.mentions;
    const Mention& apart = mentions[gap];
    const Mention& a = mentions[gap - 1];
    const Mention& b = mentions[gap - 2];
    if (!is_part(draft_, apart) || b.segment != apart.segment || !same_unit(draft_, a, b)) return;
    if (apart.unit >= 0 && !same_unit(draft_, a, apart)) return;
    std::size_t end = apart.span.begin;
    if (const Word is = text::word_before(draft_.text, end); is.is("la")) end = is.span.begin;
    if (!draft_.lexicon.sums_gaps.match_before(draft_.text, end)) return;
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

  static constexpr std::size_t reach = 12;  // mentions from the first part to the total

  Draft& draft_;
};

}  // namespace

void find_late_totals(Draft& draft) { LateTotals(draft).run(); }

}  // namespace liem::reading
