#include "reading/exact_fits.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/fractions.h"
#include "reading/rest_words.h"
#include "reading/same_units.h"
#include "reading/sum_doubts.h"

namespace liem::reading {
namespace {

using Run = std::vector<std::size_t>;  // indexes of mentions

constexpr std::size_t most_listed = 12;
constexpr std::size_t many = 3;    // so many parts hardly make a total by accident
constexpr int never_chance = 100;  // larger totals hardly are made by accident
constexpr int small = 10;          // smaller ones often are

class ExactFits {
 public:
  explicit ExactFits(Draft& draft) : draft_(draft), explained_(draft.mentions.size(), false) {}

  void run() {
    mark_explained();
    for (std::size_t i = 1; i < draft_.mentions.size(); ++i) respective_parts(i);
    beside_shares();
    const auto& mentions = draft_.mentions;
    for (std::size_t begin = 0; begin < mentions.size();) {
      std::size_t end = begin + 1;
      while (end < mentions.size() && mentions[end].segment == mentions[begin].segment) ++end;
      if (end - begin > 1) in_sentence(begin, end);
      begin = end;
    }
  }

 private:
  const Mention& at(std::size_t i) const { return draft_.mentions[i]; }

  // Parts of the sums read so far; their totals may be parts of others.
  void mark_explained() {
    for (const Claim& claim : draft_.reading.claims) {
      const auto* sum = std::get_if<SumClaim>(&claim);
      if (!sum) continue;
      for (std::size_t i = mention_at(sum->span.begin);
           i < explained_.size() && at(i).span.begin < sum->span.end; ++i) {
        const bool outermost =
            at(i).span.begin == sum->span.begin || at(i).figure_span().end == sum->span.end;
        if (!(outermost && at(i).value == sum->total)) explained_[i] = true;
      }
    }
  }

  std::size_t mention_at(std::size_t offset) const {
    const auto found = std::ranges::lower_bound(
        draft_.mentions, offset, {}, [](const Mention& mention) { return mention.span.begin; });
    return static_cast<std::size_t>(found - draft_.mentions.begin());
  }

  // "268 đơn đủ điều kiện, chiếm 84,5%; 49 đơn trùng lặp" of 317: what the share leaves.
  void beside_shares() {
    std::vector<std::pair<std::size_t, std::size_t>> shares;
    for (const Claim& claim : draft_.reading.claims) {
      const auto* ratio = std::get_if<RatioClaim>(&claim);
      if (!ratio || !ratio->holds || ratio->numerator_span.size() == 0) continue;
      const std::size_t part = mention_at(ratio->numerator_span.begin);
      const std::size_t whole = mention_at(ratio->denominator_span.begin);
      if (part < explained_.size() && whole < explained_.size() && part != whole) {
        shares.emplace_back(part, whole);
      }
    }
    for (const auto& [part, whole] : shares) beside_share(part, whole);
    for (std::size_t k = 0; k + 1 < shares.size(); ++k) two_shares(shares[k], shares[k + 1]);
  }

  // "300 lượt người, có 287 lượt hài lòng, chiếm 95,7%, 13 lượt chưa hài lòng, chiếm 4,3%": both
  // are shares of it and there is no more.
  void two_shares(const std::pair<std::size_t, std::size_t>& first,
                  const std::pair<std::size_t, std::size_t>& second) {
    const auto [a, whole] = first;
    const auto [b, same_whole] = second;
    if (whole != same_whole || a == b || explained_[a] || explained_[b] ||
        at(b).segment > at(a).segment + 1) {
      return;
    }
    const Mention total = with_unit_below(draft_, whole);
    const Unit* unit = draft_.unit(total);
    if (!is_total(total) ||
        scaled(draft_, at(a), unit) + scaled(draft_, at(b), unit) != total.value) {
      return;
    }
    add(whole, {a, b});
  }

  void beside_share(std::size_t part, std::size_t whole) {
    constexpr std::size_t most_ahead = 10;
    const Mention total = with_unit_below(draft_, whole);
    if (explained_[part] || !is_total(total) || is_softened(draft_, at(part).span.begin) ||
        above_slash(draft_, whole) == part) {
      return;
    }
    Run run{part};
    Decimal sum = scaled(draft_, with_unit_below(draft_, part), draft_.unit(total));
    for (std::size_t i = part + 1; i < explained_.size() && i - part < most_ahead; ++i) {
      if (at(i).segment > at(part).segment + 1) break;
      if (i == whole || !is_free(i) || !same_unit(draft_, at(i), total)) continue;
      if (at(i).value == total.value) break;
      run.push_back(i);
      sum += scaled(draft_, at(i), draft_.unit(total));
      if (sum > total.value) return;
      if (sum < total.value) continue;
      if (completes(run, total)) add(whole, run);
      return;
    }
  }

  // Two parts need a word that says the second is the rest.
  bool completes(const Run& run, const Mention& total) const {
    const Mention& last = at(run.back());
    if (is_remainder(draft_, run.back())) return true;
    if (is_compared(draft_, end_of_figure(at(run.front())), last.span.begin)) return false;
    const bool large = total.value >= Decimal(never_chance) && !is_money(draft_, total);
    return run.size() >= many || large || tells_of_the_others(draft_, last);
  }

  // "19 đơn. ... khiếu nại, tố cáo và kiến nghị lần lượt là 05, 02 và 12 đơn": the unit stands
  // behind the last alone.
  void respective_parts(std::size_t first) {
    if (!draft_.lexicon.sums_respective.match_before(draft_.text, at(first).span.begin)) return;
    Run run;
    for (std::size_t i = first; i < draft_.mentions.size() && run.size() < most_listed; ++i) {
      if (explained_[i] || !is_part(draft_, at(i)) || (!run.empty() && !is_listed(i))) break;
      run.push_back(i);
    }
    if (run.size() < 2) return;
    const Mention& last = at(run.back());
    const bool bare =
        std::all_of(run.begin(), run.end() - 1, [&](std::size_t i) { return at(i).unit < 0; });
    if (last.unit < 0 || !bare) return;
    Decimal sum;
    for (const std::size_t i : run) sum += at(i).value;
    if (const auto total = total_of_respective(first, last, sum, run.size())) add(*total, run);
  }

  // Behind the mention before stand only a mark or "và".
  bool is_listed(std::size_t i) const {
    const std::size_t from = end_of_figure(at(i - 1));
    if (at(i).segment != at(i - 1).segment || at(i).span.begin < from) return false;
    const std::string words = text::folded(draft_.text.substr(from, at(i).span.begin - from));
    return words == "," || words == "va" || words == ", va" || words == ";" || words == "; va";
  }

  std::optional<std::size_t> total_of_respective(std::size_t first, const Mention& last,
                                                 const Decimal& sum, std::size_t parts) const {
    constexpr std::size_t most_back = 24, segments_back = 4;
    for (std::size_t k = first; k-- > 0 && first - k < most_back;) {
      if (at(k).segment + segments_back < last.segment) break;
      const Mention total = with_unit_below(draft_, k);
      if (!is_total(total) || !same_unit(draft_, total, last) || total.value != sum) continue;
      const bool near = at(k).segment + 1 >= last.segment;
      if (parts >= many || near || sum >= Decimal(never_chance)) return k;
    }
    return std::nullopt;
  }

  // The figures of the sentence that are of one unit, or of one kind.
  void in_sentence(std::size_t begin, std::size_t end) {
    Run free;
    int depth = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin) {
        const auto gap = draft_.text.substr(at(i - 1).end, at(i).span.begin - at(i - 1).end);
        depth += static_cast<int>(std::ranges::count(gap, '(') - std::ranges::count(gap, ')'));
      }
      if (depth <= 0 && is_free(i)) free.push_back(i);
    }
    while (free.size() > 1) {
      Run same, others, alike;
      for (const std::size_t i : free) {
        const bool one_unit = same_unit(draft_, at(i), at(free.front()));
        (one_unit ? same : others).push_back(i);
        if (one_unit || is_kin(at(i), at(free.front()))) alike.push_back(i);
      }
      if (alike.size() > same.size() && alike.size() >= many) of_total_before(alike);
      if (same.size() > 1) of_total_before(same);
      free = std::move(others);
    }
  }

  // A sentence's figure that may be a part: nothing explains it, nothing makes it inexact.
  bool is_free(std::size_t i) const {
    const Mention& figure = at(i);
    return !explained_[i] && is_part(draft_, figure) && !figure.value.is_zero() &&
           (figure.unit >= 0 || figure.noun[0] != 0) &&
           figure.span.begin >= draft_.segments[figure.segment].body &&
           !is_softened(draft_, figure.span.begin) && !change_before(draft_, figure.span.begin) &&
           !draft_.lexicon.sums_gaps.match_before(draft_.text, figure.span.begin) &&
           above_slash(draft_, i) == std::nullopt && !is_above_slash(draft_, i);
  }

  // "22 đơn vị": "08 sở; 05 UBND cấp huyện; 07 đơn vị sự nghiệp"
  bool is_kin(const Mention& a, const Mention& b) const {
    const Unit* x = draft_.unit(a);
    const Unit* y = draft_.unit(b);
    return x && y && x->kind == y->kind && x->dimension != Dimension::money &&
           x->dimension != Dimension::area && x->kind != "point";
  }

  // The nearest figure before them that they make.
  void of_total_before(const Run& run) {
    constexpr std::size_t most_back = 40, segments_back = 8, most_passed = 2;
    const Mention& first = at(run.front());
    Decimal sum, largest;
    for (const std::size_t i : run) {
      if (explained_[i]) return;
      const Decimal part = scaled(draft_, at(i), draft_.unit(first));
      sum += part;
      largest = std::max(largest, part);
    }
    std::size_t passed = 0;
    for (std::size_t k = run.front(); k-- > 0 && run.front() - k < most_back;) {
      if (at(k).segment + segments_back < first.segment || passed > most_passed) return;
      const Mention total = with_unit_below(draft_, k);
      if (!is_total(total) ||
          !(same_unit(draft_, total, first) || (run.size() >= many && is_kin(total, first)))) {
        continue;
      }
      const Decimal value = scaled(draft_, total, draft_.unit(first));
      if (value == sum) {
        if (is_no_accident(total, run, passed)) add(k, run);
        return;
      }
      if (value > largest && !explained_[k]) ++passed;
    }
  }

  bool is_total(const Mention& mention) const {
    return is_part(draft_, mention) && (mention.unit >= 0 || mention.noun[0] != 0) &&
           !is_softened(draft_, mention.span.begin) && !change_before(draft_, mention.span.begin);
  }

  // The fewer the parts and the smaller their total, the nearer it has to stand.
  bool is_no_accident(const Mention& total, const Run& run, std::size_t passed) const {
    const Mention& last = at(run.back());
    const std::size_t apart = at(run.front()).segment - total.segment;
    const bool large = total.value >= Decimal(never_chance);
    constexpr std::size_t near = 3;
    if (run.size() >= many) {
      if (large) return true;
      return total.value >= Decimal(small) ? apart <= near && passed <= 1
                                           : apart <= 1 && passed == 0;
    }
    const std::size_t from = apart <= 1 ? end_of_figure(total) : end_of_figure(at(run.front()));
    if (is_compared(draft_, from, last.span.begin)) return false;
    if (large && !is_money(draft_, total)) return true;
    if (apart == 1 && opens_with_parts(last.segment)) return true;
    const bool rest = is_remainder(draft_, run.back()) || tells_of_the_others(draft_, last);
    return passed == 0 && rest && apart <= near;
  }

  // "Gồm tiền nước 61,4 triệu đồng, tiền vệ sinh 57,2 triệu đồng."
  bool opens_with_parts(std::size_t segment) const {
    const text::Word first = text::word_after(draft_.text, draft_.segments[segment].body);
    return draft_.lexicon.sums_all.match_from(draft_.text, first).has_value();
  }

  void add(std::size_t total_index, const Run& run) {
    const Mention total = with_unit_below(draft_, total_index);
    const Unit* unit = draft_.unit(total);
    SumClaim claim;
    claim.total = total.value;
    claim.unit = unit ? unit->name : noun_of(draft_, total);
    for (const std::size_t i : run) {
      claim.parts.push_back(scaled(draft_, with_unit_below(draft_, i), unit));
      explained_[i] = true;
    }
    const bool together = total.segment == at(run.front()).segment;
    claim.span = {together ? std::min(total.span.begin, at(run.front()).span.begin)
                           : at(run.front()).span.begin,
                  at(run.back()).figure_span().end};
    if (sum_of(claim.parts) == claim.total) add_sum(draft_, std::move(claim), Severity::note);
  }

  Draft& draft_;
  std::vector<bool> explained_;  // mentions that are parts of a sum already
};

}  // namespace

void find_exact_fits(Draft& draft) { ExactFits(draft).run(); }

}  // namespace liem::reading
