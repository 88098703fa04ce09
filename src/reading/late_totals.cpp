#include "reading/late_totals.h"

#include <set>
#include <vector>

#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/fractions.h"
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

  void of_lines() {
    std::set<std::size_t> totals;  // where the known ones start or end
    for (const Claim& claim : draft_.reading.claims) {
      if (const auto* sum = std::get_if<SumClaim>(&claim)) {
        totals.insert({sum->span.begin, sum->span.end});
      }
    }
    for (std::size_t i = 2; i < draft_.mentions.size(); ++i) {
      const Mention& total = draft_.mentions[i];
      if (!totals.contains(total.span.begin) && !totals.contains(total.figure_span().end)) {
        total_of_lines(i);
      }
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

  // "Năm 2021: 310/340 người; năm 2022: 398/415 người. Tính chung hai năm là 708 trên 755 người":
  // each line or clause holds one part, the first of its unit or the second.
  void total_of_lines(std::size_t total_index) {
    const Mention total = with_unit_below(draft_, total_index);
    if (!is_part(draft_, total) || total.unit < 0 || is_change(total_index) ||
        (is_softened(draft_, total.span.begin) && !above_slash(draft_, total_index)) ||
        !sums_up(total.segment)) {
      return;
    }
    for (const std::size_t column : {0, 1}) {
      const auto parts = parts_in_lines(total_index, total, column);
      if (parts.empty()) continue;
      add(total, parts);
      return;
    }
  }

  std::vector<std::size_t> parts_in_lines(std::size_t total_index, const Mention& total,
                                          std::size_t column) const {
    constexpr std::size_t most_mentions = 60;
    std::vector<std::size_t> parts;
    Decimal sum;
    bool same = true;
    std::size_t begin = line_begin(total_index);
    while (begin > 0 && total_index - begin < most_mentions) {
      const std::size_t end = begin;
      begin = line_begin(end - 1);
      if (draft_.mentions[begin].segment + 1 < draft_.mentions[end].segment) break;
      const auto figures = counted_like(total, begin, end);
      if (figures.size() <= column) break;
      const Mention part = with_unit_below(draft_, figures[column]);
      same = same && same_unit(draft_, part, total);
      sum += scaled(draft_, part, draft_.unit(total));
      parts.insert(parts.begin(), figures[column]);
      // Of units that only may be the same, two fit by accident.
      if (sum == total.value && parts.size() >= (same ? 2 : 3)) return parts;
      if (sum >= total.value) break;
    }
    return {};
  }

  // The first mention of the clause or line that mention `i` stands in.
  std::size_t line_begin(std::size_t i) const {
    const auto& mentions = draft_.mentions;
    while (i > 0 && mentions[i - 1].segment == mentions[i].segment) {
      const std::size_t from = mentions[i - 1].end;
      const auto gap = draft_.text.substr(from, mentions[i].span.begin - from);
      if (gap.find(';') != std::string_view::npos) break;
      --i;
    }
    return i;
  }

  std::vector<std::size_t> counted_like(const Mention& total, std::size_t begin,
                                        std::size_t end) const {
    std::vector<std::size_t> out;
    for (std::size_t i = begin; i < end; ++i) {
      const Mention figure = with_unit_below(draft_, i);
      if (is_part(draft_, figure) && figure.unit >= 0 && !is_change(i) &&
          could_be_same(draft_, figure, total) && !is_softened(draft_, figure.span.begin)) {
        out.push_back(i);
      }
    }
    return out;
  }

  bool is_change(std::size_t i) const {
    return change_before(draft_, draft_.mentions[i].span.begin).has_value();
  }

  // "Tính chung 05 năm, ...", "Như vậy, toàn kỳ ...": among the first words of the sentence.
  bool sums_up(std::size_t segment) const {
    constexpr int most_words = 5;
    std::size_t at = draft_.segments[segment].body;
    for (int words = 0; words < most_words; ++words) {
      const Word word = text::word_after(draft_.text, at);
      if (!word || word.span.end > draft_.segments[segment].span.end) return false;
      if (draft_.lexicon.sums_totals.match_from(draft_.text, word)) return true;
      at = word.span.end;
      if (at < draft_.text.size() && draft_.text[at] == ',') ++at;
    }
    return false;
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
    DifferenceClaim claim;
    claim.value = apart.value;
    claim.change = a.value > b.value ? Change::increase : Change::decrease;
    claim.from = b.value;
    claim.to = a.value;
    claim.holds = smaller.value + apart.value == larger.value;
    if (!claim.holds && !single_mend(larger.value, {smaller.value, apart.value})) return;
    claim.unit = draft_.unit(larger) ? draft_.unit(larger)->name : noun_of(draft_, larger);
    claim.span = {b.span.begin, apart.figure_span().end};
    if (!claim.holds) report_gap(claim, larger.value - smaller.value);
    draft_.reading.claims.emplace_back(std::move(claim));
  }

  void report_gap(const DifferenceClaim& claim, const Decimal& actual) {
    const Args args = {{"from", in_words(claim.from)},
                       {"to", in_words(claim.to)},
                       {"actual", in_words(actual)},
                       {"value", in_words(claim.value)},
                       {"unit", claim.unit}};
    draft_.reading.findings.push_back({"difference_mismatch", Severity::error, claim.span,
                                       Message{"reading.difference_mismatch_gap", args},
                                       Message{"reading.difference_suggestion_gap", args}});
  }

  static constexpr std::size_t reach = 12;  // mentions from the first part to the total

  Draft& draft_;
};

}  // namespace

void find_late_totals(Draft& draft) { LateTotals(draft).run(); }

void find_totals_of_lines(Draft& draft) { LateTotals(draft).of_lines(); }

}  // namespace liem::reading
