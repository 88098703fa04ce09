// Claims that one number is so many percent of another.
#include <algorithm>
#include <numeric>

#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/draft.h"
#include "reading/fractions.h"
#include "reading/headed_tables.h"
#include "reading/percent_words.h"
#include "reading/ratio_pairs.h"
#include "reading/same_units.h"
#include "reading/share_labels.h"
#include "text/words.h"

namespace liem::reading {
namespace {

class RatioFinder {
 public:
  explicit RatioFinder(Draft& draft)
      : draft_(draft), search_(draft), tables_(draft), used_(draft.mentions.size(), false) {}

  void run() {
    for (std::size_t i = 0; i < draft_.mentions.size(); ++i) {
      if (is_percent(draft_, draft_.mentions[i])) percent(i);
    }
    siblings_of_open_shares();
    for (std::size_t i = 0; i + 1 < draft_.mentions.size(); ++i) fraction_alone(i);
    std::ranges::stable_sort(draft_.reading.claims, {},
                             [](const Claim& claim) { return span_of(claim).begin; });
  }

 private:
  const Mention& at(std::size_t i) const { return draft_.mentions[i]; }

  // The count mentions of the percent's segment before it, nearest first.
  std::vector<std::size_t> counts_before(std::size_t percent) const {
    std::vector<std::size_t> out;
    for (std::size_t i = percent; i-- > 0 && out.size() < 6 && percent - i < 24;) {
      if (at(i).segment != at(percent).segment) break;
      // "3. Tiếp nhận 126 đơn": the item's own number counts nothing.
      if (at(i).span.begin < draft_.segments[at(i).segment].body) break;
      if (!is_count(draft_, at(i)) || at(i).value.is_zero()) continue;
      if (!change_before(draft_, at(i).span.begin)) out.push_back(i);
    }
    return out;
  }

  // Without those in a bracket that closes before `percent`: they explain another number.
  std::vector<std::size_t> in_the_open(const std::vector<std::size_t>& counts,
                                       std::size_t percent) const {
    std::vector<std::size_t> out;
    for (const std::size_t k : counts) {
      if (!is_bracketed_off(draft_, at(k), at(percent).span.begin)) out.push_back(k);
    }
    return out;
  }

  void percent(std::size_t i) {
    const auto counts = counts_before(i);
    if (respective(i) || fraction_before(i, counts) || fraction_behind(i)) return;
    if (of_table(i, in_the_open(counts, i)) || labelled(i)) return;
    if (const auto pair = search_.count_behind(i)) {
      add(*pair, i);
      return;
    }
    const auto open = in_the_open(counts, i);
    if (of_total_behind(i, open) || of_every(i, open)) return;
    if (const auto pair = search_.whole_before(i, counts)) {
      add(*pair, i);
      return;
    }
    if (counts.empty()) {
      rate_of_the_sentence_before(i);
      return;
    }
    const Mention& nearest = at(counts.front());
    constexpr std::size_t reach = 140;
    if (at(i).span.begin - nearest.end > reach) return;
    if (lead_of(draft_, at(i), nearest.end) != Lead::share && !rate_is(i, nearest)) return;
    for (std::size_t k = counts.front() + 1; k < i; ++k) {
      if (!is_share(k)) continue;  // that number has its share already, unless of another unit
      if (const auto pair = search_.of_named_unit(i, open)) add(*pair, i);
      return;
    }
    const auto pair = search_.pair_of(i, counts, open, pairs_.empty() ? nullptr : &pairs_.back());
    if (pair) {
      add(*pair, i);
    } else if (!is_bound(draft_, at(i))) {
      open_.push_back({i, counts.front()});
    }
  }

  // "tỷ lệ thực hiện tính theo 36 người là 75%", "Tỷ lệ không hài lòng (69 phiếu) là 3,0%"
  bool rate_is(std::size_t i, const Mention& nearest) const {
    constexpr std::size_t reach = 100, longest_name = 60;
    const std::size_t from = end_of_figure(nearest);
    if (at(i).span.begin < from) return false;
    const std::string between = text::folded(draft_.text.substr(from, at(i).span.begin - from));
    const bool named = between.ends_with(" la") && between.size() < longest_name &&
                       between.find_first_of(",;.:()") == std::string::npos;
    if (between != "la" && between != ") la" && !named) return false;
    std::size_t begin = std::max(draft_.segments[at(i).segment].span.begin,
                                 nearest.span.begin - std::min(nearest.span.begin, reach));
    while ((static_cast<unsigned char>(draft_.text[begin]) & 0xC0) == 0x80) ++begin;
    if (begin > nearest.span.begin) return false;
    const auto before = text::folded(text::clip(draft_.text, begin, nearest.span.begin - begin));
    // "tỷ lệ so với 1.127 người có nghĩa vụ kê khai là 11,27%"
    if (named && !before.ends_with("so voi")) return false;
    return before.find("ty le ") != std::string::npos;
  }

  // "840 người, bằng 10,1% số người phải kê khai": the name of a column above.
  bool of_table(std::size_t i, const std::vector<std::size_t>& counts) {
    const bool own = !counts.empty() && !is_shared(counts.front(), i);
    const auto cells = tables_.cells_of(i, own ? std::optional(counts.front()) : std::nullopt);
    if (cells) add({cells->numerator, cells->denominator}, i);
    return cells.has_value();
  }

  // "Toàn bộ 46 người đều đã kê khai (100%)"
  bool of_every(std::size_t i, const std::vector<std::size_t>& open) {
    if (at(i).value != Decimal(100) || open.size() != 1 || is_bound(draft_, at(i))) return false;
    const Mention& all = at(open.front());
    constexpr std::size_t reach = 140;
    if (!draft_.unit(all) || is_shared(open.front(), i) ||
        at(i).span.begin - end_of_figure(all) > reach ||
        lead_of(draft_, at(i), end_of_figure(all)) != Lead::share ||
        !draft_.lexicon.sums_every.match_before(draft_.text, all.span.begin)) {
      return false;
    }
    add({open.front(), open.front()}, i);
    return true;
  }

  // "gồm đúng hạn 662.281 hồ sơ và quá hạn 8.723 hồ sơ; tỷ lệ đúng hạn 98,7%, quá hạn 1,3%": of the
  // whole of the share before, the count that bears the same name.
  bool labelled(std::size_t i) {
    if (i == 0 || pairs_.empty() || pairs_.back().percent + 1 != i ||
        at(i - 1).segment != at(i).segment || at(i).decimals == 0) {
      return false;
    }
    const std::string label = share_label(draft_, at(i - 1), at(i));
    const std::size_t whole = pairs_.back().denominator;
    if (label.empty() || whole >= i) return false;
    for (std::size_t k = i - 1; k-- > 0 && i - k < most_labelled;) {
      if (at(k).segment + 2 < at(i).segment || k == whole) break;
      if (!is_count(draft_, at(k)) || !comparable(draft_, at(k), at(whole)) ||
          !bears_name(draft_, at(k), label)) {
        continue;
      }
      if (!holds({k, whole}, i)) return false;
      add({k, whole}, i);
      return true;
    }
    return false;
  }

  static constexpr std::size_t most_labelled = 12;

  // Another percentage stands between the count and this one.
  bool is_shared(std::size_t count, std::size_t percent) const {
    for (std::size_t k = count + 1; k < percent; ++k) {
      if (is_percent(draft_, at(k))) return true;
    }
    return false;
  }

  // "8.538 hồ sơ, trong đó đúng hạn 8.401 hồ sơ. Tỷ lệ đúng hạn đạt 98,4%": the sentence has no
  // number of its own, and only two of those before it have that ratio.
  void rate_of_the_sentence_before(std::size_t i) {
    const std::size_t segment = at(i).segment;
    const std::size_t begin = draft_.segments[segment].span.begin;
    if (segment == 0 || lead_of(draft_, at(i), begin) != Lead::share || is_bound(draft_, at(i)))
      return;
    const bool parts = segment > 1 && search_.opens_with_parts(segment - 1);
    if (const auto pair = search_.only_pair(i, segment - (parts ? 2 : 1))) add(*pair, i);
  }

  // "tăng 724 việc (tăng 1,27%)" is no share of what stands before it.
  bool is_share(std::size_t k) const {
    if (!is_percent(draft_, at(k))) return false;
    const std::size_t before = k > 0 ? end_of_figure(at(k - 1)) : 0;
    if (lead_of(draft_, at(k), before) == Lead::change) return false;
    return k == 0 || !change_before(draft_, at(k - 1).span.begin);
  }

  // "5.184, 3.369 và 87 phiếu, tương ứng 60%, 39% và 1%" of 8.640: shares in the order of the
  // counts.
  bool respective(std::size_t i) {
    if (i < respective_end_) return true;
    const auto goes_on = [&](std::size_t k) {
      return k + 1 < draft_.mentions.size() && is_percent(draft_, at(k + 1)) && listed(k, k + 1);
    };
    const bool first = i == 0 || !is_percent(draft_, at(i - 1)) || !listed(i - 1, i);
    if (!first) return goes_on(i);  // one amid a list that was judged at its first
    std::size_t end = i + 1;
    while (goes_on(end - 1)) ++end;
    const std::size_t many = end - i;
    if (many < 2 || i < many + 1) return false;
    if (!shares_of_counts(i - many, i, many) && !shares_of_parts(i, many)) return false;
    respective_end_ = end;
    return true;
  }

  // The counts stand side by side, and one before them is the whole.
  bool shares_of_counts(std::size_t counts, std::size_t first, std::size_t many) {
    for (std::size_t k = counts; k + 1 < first; ++k) {
      if (!is_count(draft_, at(k)) || !is_count(draft_, at(k + 1)) || !listed(k, k + 1))
        return false;
    }
    std::vector<std::size_t> numerators(many);
    std::iota(numerators.begin(), numerators.end(), counts);
    for (std::size_t d = counts; d-- > 0 && counts - d < 6;) {
      if (are_shares(numerators, d, first)) return true;
    }
    return false;
  }

  // "3.164 hồ sơ, gồm 2.968 hồ sơ trực tuyến và 196 hồ sơ trực tiếp (tương ứng 93,8% và 6,2%)": as
  // many counts as shares stand before them, words between.
  bool shares_of_parts(std::size_t first, std::size_t many) {
    const auto before = counts_before(first);
    if (before.size() <= many) return false;
    std::vector<std::size_t> numerators(before.begin(),
                                        before.begin() + static_cast<std::ptrdiff_t>(many));
    std::ranges::reverse(numerators);
    for (std::size_t k = many; k < before.size(); ++k) {
      if (comparable(draft_, at(before[k]), at(numerators.front())) &&
          are_shares(numerators, before[k], first)) {
        return true;
      }
    }
    return false;
  }

  // Whether the percentages from `first` on are those of the numerators, and adds them if so.
  bool are_shares(const std::vector<std::size_t>& numerators, std::size_t whole,
                  std::size_t first) {
    if (!is_count(draft_, at(whole)) || at(whole).value.is_zero()) return false;
    for (std::size_t k = 0; k < numerators.size(); ++k) {
      if (!follows(at(numerators[k]).value, at(whole).value, at(first + k).value,
                   at(first + k).decimals)) {
        return false;
      }
    }
    for (std::size_t k = 0; k < numerators.size(); ++k) add({numerators[k], whole}, first + k);
    return true;
  }

  // Nothing but a comma or "và" stands between two numbers.
  bool listed(std::size_t a, std::size_t b) const {
    const std::size_t from = at(a).figure_span().end;
    if (at(b).span.begin < from || at(b).span.begin - from > 8) return false;
    const std::string words = text::folded(draft_.text.substr(from, at(b).span.begin - from));
    return words == "," || words == "va" || words == ", va" || words == ";";
  }

  // "6/19 trường hợp (đạt 32%)"
  bool fraction_before(std::size_t percent, const std::vector<std::size_t>& counts) {
    constexpr std::size_t reach = 160;
    if (counts.empty()) return false;
    const std::size_t below = counts.front();
    const auto above = above_slash(draft_, below);
    if (!above || !is_count(draft_, at(*above)) || at(*above).value.is_zero()) return false;
    const Mention& denominator = at(below);
    if (at(percent).span.begin - denominator.end > reach || denominator.value.is_zero())
      return false;
    if (!counts_alike(draft_, at(*above), denominator)) return false;
    for (std::size_t k = below + 1; k < percent; ++k) {
      if (is_percent(draft_, at(k))) return false;
    }
    if (lead_of(draft_, at(percent), denominator.end) == Lead::change) return false;
    const Pair pair{*above, below};
    if (!is_own(pair, percent)) return true;
    used_[below] = used_[*above] = true;
    add(pair, percent);
    return true;
  }

  // Whether the percentage is the fraction's, or at least would be but for a slip of the pen.
  bool is_own(Pair pair, std::size_t percent) const {
    const Mention& written = at(percent);
    const Bearing bearing = bearing_of(draft_, at(pair.denominator), written);
    const bool exact = !is_softened(draft_, at(pair.numerator).span.begin);
    if (bearing == Bearing::own && exact) return true;
    if (holds(pair, percent)) {
      const bool whole = written.value == Decimal(100);
      return bearing != Bearing::foreign && !(whole && bearing == Bearing::unsure);
    }
    return bearing == Bearing::unsure && exact && is_near(pair, percent);
  }

  // Cut instead of rounded, or two digits swapped.
  bool is_near(Pair pair, std::size_t percent) const {
    const auto [numerator, denominator] = values(pair, percent);
    const Mention& written = at(percent);
    const auto cut =
        percent_of(numerator.value, denominator.value, written.decimals, Rounding::down);
    const auto actual =
        percent_of(numerator.value, denominator.value, written.decimals, Rounding::half_up);
    return written.decimals > 0 && actual &&
           (cut == written.value || is_slip(*actual, written.value));
  }

  // "đạt 32% (6/19 trường hợp)"
  bool fraction_behind(std::size_t percent) {
    if (percent + 2 >= draft_.mentions.size()) return false;
    const Mention& numerator = at(percent + 1);
    const Mention& denominator = at(percent + 2);
    if (numerator.kind != MentionKind::number || denominator.kind != MentionKind::number)
      return false;
    const auto gap = draft_.text.substr(at(percent).unit_span.end,
                                        numerator.span.begin - at(percent).unit_span.end);
    if (gap.size() > 40 || gap.find('(') == std::string_view::npos) return false;
    if (!is_fraction(draft_, numerator, denominator) || denominator.value.is_zero() ||
        !counts_alike(draft_, numerator, denominator)) {
      return false;  // "17,5% (26 vụ/63 bị can)"
    }
    used_[percent + 1] = used_[percent + 2] = true;
    add({percent + 1, percent + 2}, percent);
    return true;
  }

  // "25 cơ quan được chọn, đạt 20,7% tổng số 121 cơ quan", "15% tổng diện tích 312 ha"
  bool of_total_behind(std::size_t percent, const std::vector<std::size_t>& counts) {
    if (counts.empty() || percent + 1 >= draft_.mentions.size()) return false;
    const Mention& denominator = at(percent + 1);
    if (!is_count(draft_, denominator) || denominator.segment != at(percent).segment) return false;
    const std::size_t from = at(percent).unit_span.end;
    if (denominator.span.begin < from || denominator.span.begin - from > 40) return false;
    const std::string words = text::folded(draft_.text.substr(from, denominator.span.begin - from));
    const bool total = words.ends_with("tong so") || words.ends_with("so voi");
    const auto may_be_part = [&](std::size_t k) {
      return !denominator.value.is_zero() && denominator.value >= at(k).value &&
             comparable(draft_, at(k), denominator);
    };
    if (total || words.starts_with("tong ")) {
      for (const std::size_t k : counts) {
        if (!may_be_part(k) || !holds({k, percent + 1}, percent)) continue;
        add({k, percent + 1}, percent);
        return true;
      }
    }
    if (!total || !may_be_part(counts.front())) return false;
    add({counts.front(), percent + 1}, percent);
    return true;
  }

  // "2.940 hồ sơ. Trong đó 1.411 hồ sơ đạt 49,0%; 1.502 hồ sơ đạt 51,1%": the share that does not
  // follow is of the whole its neighbours are shares of.
  void siblings_of_open_shares() {
    const auto found = pairs_;
    auto next = found.begin();
    for (const Share& open : open_) {
      while (next != found.end() && next->percent < open.percent) ++next;
      if (next != found.end() && is_sibling_whole(open, *next)) {
        add({open.numerator, next->denominator}, open.percent);
      } else if (next != found.begin() && is_sibling_whole(open, *std::prev(next))) {
        add({open.numerator, std::prev(next)->denominator}, open.percent);
      }
    }
  }

  bool is_sibling_whole(const Share& open, const Share& found) const {
    constexpr std::size_t near = 4;
    constexpr int any_unit = -1;
    const std::size_t apart =
        open.percent > found.percent ? open.percent - found.percent : found.percent - open.percent;
    const Mention& numerator = at(open.numerator);
    const Mention& whole = at(found.denominator);
    if (apart > near || found.denominator >= open.numerator ||
        at(found.percent).segment != at(open.percent).segment ||
        !is_one_unit(draft_, at(found.numerator).unit, numerator.unit) ||
        !is_one_unit(draft_, numerator.unit, whole.unit) || whole.unit < 0 ||
        numerator.value > whole.value || names_its_whole(draft_, at(open.percent), any_unit)) {
      return false;
    }
    const auto actual =
        percent_of(numerator.value, whole.value, at(open.percent).decimals, Rounding::half_up);
    if (!actual) return false;
    const Decimal off = *actual - at(open.percent).value;
    constexpr int widest = 3;  // percentage points
    return off <= Decimal(widest) && -off <= Decimal(widest);
  }

  struct Values {
    Rounded numerator, denominator;
  };

  // In one unit; what stands above a slash without a unit counts in the unit below it, and a
  // table's number in that of the amount it fits.
  Values values(Pair pair, std::size_t percent) const {
    const Mention& above = at(pair.numerator);
    const Mention& below = at(pair.denominator);
    if (above.unit == below.unit || above.unit < 0 ||
        (below.unit < 0 &&
         follows(above.value, below.value, at(percent).value, at(percent).decimals))) {
      const Decimal step = above.unit < 0 && above.decimals == 0 && !is_money(draft_, below)
                               ? Decimal()
                               : half_step(draft_, above);
      return {{above.value, step}, {below.value, half_step(draft_, below)}};
    }
    return {{in_base_unit(draft_, above), in_base(above, half_step(draft_, above))},
            {in_base_unit(draft_, below), in_base(below, half_step(draft_, below))}};
  }

  Decimal in_base(const Mention& mention, const Decimal& value) const {
    const Unit* unit = draft_.unit(mention);
    return Decimal::multiply(value, unit ? unit->factor : Decimal(1)).value_or(value);
  }

  // The percentage follows from the two numbers, or from numbers that round to them.
  bool holds(Pair pair, std::size_t percent) const {
    const auto [numerator, denominator] = values(pair, percent);
    const Mention& written = at(percent);
    return follows(numerator.value, denominator.value, written.value, written.decimals) ||
           may_follow(numerator, denominator, written.value, written.decimals);
  }

  void add(Pair pair, std::size_t index) {
    const Mention& numerator = at(pair.numerator);
    const Mention& denominator = at(pair.denominator);
    const Mention& percent = at(index);
    // An amount beside a number whose unit a table's head gives says nothing unless they fit.
    if (is_money(draft_, numerator) && denominator.unit < 0 && !holds(pair, index)) return;
    const auto [above, below] = values(pair, index);
    RatioClaim claim;
    claim.numerator = above.value;
    claim.denominator = below.value;
    claim.percent = percent.value;
    claim.holds = holds(pair, index);
    claim.percent_span = percent.figure_span();
    claim.numerator_span = numerator.span;
    claim.denominator_span = denominator.span;
    const bool far = denominator.segment != percent.segment;
    const std::size_t denominator_begin = far ? numerator.span.begin : denominator.span.begin;
    claim.span = {std::min({numerator.span.begin, denominator_begin, percent.span.begin}),
                  std::max({numerator.figure_span().end,
                            far ? numerator.figure_span().end : denominator.figure_span().end,
                            claim.percent_span.end})};
    constexpr std::size_t near = 400;
    if (percent.span.begin > numerator.span.end + near) claim.span = claim.percent_span;
    pairs_.push_back({index, pair.numerator, pair.denominator});
    add_ratio(draft_, std::move(claim), percent.decimals,
              has_wider_base(denominator) ? Severity::warning : Severity::error);
  }

  // "Tổng số phải thi hành 41.200 việc": the rate is usually taken of fewer.
  bool has_wider_base(const Mention& denominator) const {
    std::size_t end = denominator.span.begin;
    if (const text::Word is = text::word_before(draft_.text, end); is.is("la")) end = is.span.begin;
    return draft_.lexicon.changes_wider_bases.match_before(draft_.text, end).has_value();
  }

  // "58/58 đơn": a ratio without a percentage.
  void fraction_alone(std::size_t i) {
    const Mention& numerator = at(i);
    const Mention& denominator = at(i + 1);
    if (used_[i] || used_[i + 1]) return;
    if (numerator.kind != MentionKind::number || denominator.kind != MentionKind::number) return;
    if (!is_ratio_alone(draft_, numerator, denominator) && !repeats_whole(i)) return;
    RatioClaim claim;
    claim.numerator = numerator.value;
    claim.denominator = denominator.value;
    claim.span = {numerator.span.begin, denominator.figure_span().end};
    claim.numerator_span = numerator.span;
    claim.denominator_span = denominator.span;
    draft_.reading.claims.emplace_back(claim);
    whole_ = i + 1;
  }

  // "9/9 huyện ủy đã gửi, 3/9 nơi gửi chậm": of the same whole as the fraction before.
  bool repeats_whole(std::size_t i) const {
    constexpr std::size_t near = 6;
    const Mention& below = at(i + 1);
    constexpr int months = 12;  // "5/12" may be a day
    if (below.value <= Decimal(months) && below.noun[0] == 0) return false;
    return whole_ > 0 && whole_ + near > i && at(whole_).value == below.value && below.unit < 0 &&
           at(whole_).unit >= 0 && at(i).unit < 0 && at(i).value <= below.value &&
           at(i).value.is_whole() && is_fraction(draft_, at(i), below);
  }

  Draft& draft_;
  PairSearch search_;
  HeadedWholes tables_;
  std::vector<bool> used_;
  std::vector<Share> pairs_;        // read so far
  std::vector<Share> open_;         // shares whose whole was not found
  std::size_t respective_end_ = 0;  // behind the last list of shares read
  std::size_t whole_ = 0;           // below the slash of the last fraction without a percentage
};

}  // namespace

void find_ratios(Draft& draft) { RatioFinder(draft).run(); }

}  // namespace liem::reading
