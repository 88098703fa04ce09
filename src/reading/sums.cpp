// Claims that parts make up a total: "19 quyết định, trong đó: ...", "06 biên chế, gồm ...".
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "reading/announcements.h"
#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/draft.h"
#include "reading/fractions.h"
#include "reading/late_totals.h"
#include "reading/part_lists.h"
#include "reading/same_units.h"
#include "reading/sum_doubts.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Spelling;
using text::Word;

class SumFinder {
 public:
  explicit SumFinder(Draft& draft) : draft_(draft), lists_(draft) {}

  void run() {
    const auto& mentions = draft_.mentions;
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
      if (!is_total_candidate(mentions[i])) continue;
      if (opens_list(i)) {
        items_below(i);
      } else if (!is_bracketed_share(i + 1) && parts_from(i, i, i + 1)) {
        remainder(i);
      } else {
        const std::size_t next = behind_asides(i);
        if (next != i + 1 && parts_from(i, next - 1, next)) continue;
        if (in_reach(i, i, i + 1)) unannounced(i);
      }
    }
  }

 private:
  bool is_total_candidate(const Mention& mention) const {
    if (mention.kind != MentionKind::number || mention.value.is_zero()) return false;
    const Unit* unit = draft_.unit(mention);
    if (!unit) return mention.noun[0] != 0 || equals_behind(mention) || stands_alone(mention);
    return unit->dimension != Dimension::percent && unit->dimension != Dimension::time;
  }

  // "37/37 đơn (100%): 21 đơn ...": the bracket announces nothing.
  bool is_bracketed_share(std::size_t i) const {
    const Mention& share = draft_.mentions[i];
    if (!is_percent(draft_, share)) return false;
    const std::size_t open = text::skip_gap_back(draft_.text, share.span.begin);
    const std::size_t close = text::skip_gap(draft_.text, end_of_figure(share));
    return open > 0 && draft_.text[open - 1] == '(' && close < draft_.text.size() &&
           draft_.text[close] == ')';
  }

  bool equals_behind(const Mention& mention) const {
    const std::size_t at = text::skip_gap(draft_.text, mention.end);
    return at < draft_.text.size() && draft_.text[at] == '=';
  }

  // "Số đang theo dõi là 61, trong đó ...": what is counted stands before the number.
  bool stands_alone(const Mention& mention) const {
    const std::size_t gap = text::skip_gap_back(draft_.text, mention.span.begin);
    const bool colon = gap > 0 && draft_.text[gap - 1] == ':';
    return colon || text::word_ending(draft_.text, gap) == Spelling("là");
  }

  // Whether the words behind mention `behind` announce that the parts of `total` start at `first`.
  bool parts_from(std::size_t total, std::size_t behind, std::size_t first) {
    if (!in_reach(total, behind, first)) return false;
    const auto& mentions = draft_.mentions;
    const auto announced =
        announcement(draft_, mentions[behind].figure_span().end, mentions[first].span.begin);
    if (announced.kind == Announced::no) return false;
    totals_before(total, first, announced);
    return true;
  }

  bool in_reach(std::size_t total, std::size_t behind, std::size_t first) const {
    constexpr std::size_t reach = 260;
    const auto& mentions = draft_.mentions;
    if (first >= mentions.size()) return false;
    const std::size_t from = mentions[behind].figure_span().end;
    return mentions[first].span.begin >= from && mentions[first].span.begin - from <= reach &&
           same_scope(mentions[total], mentions[first]);
  }

  // "7.350 việc, tăng 390 việc (tăng 5,60%), trong đó": the first number that may be a part.
  std::size_t behind_asides(std::size_t total) const {
    const auto& mentions = draft_.mentions;
    constexpr std::size_t most_asides = 4;
    std::size_t next = total + 1;
    while (next < mentions.size() && next - total <= most_asides &&
           mentions[next].segment == mentions[total].segment && is_aside(mentions[next])) {
      ++next;
    }
    return next;
  }

  bool is_aside(const Mention& mention) const {
    return is_percent(draft_, mention) || is_footnote_mark(mention) ||
           (mention.kind == MentionKind::number && is_change(mention));
  }

  bool is_footnote_mark(const Mention& mention) const {
    const std::size_t begin = mention.span.begin;
    return begin > 0 && mention.end < draft_.text.size() && draft_.text[begin - 1] == '[' &&
           draft_.text[mention.end] == ']';
  }

  bool is_change(const Mention& mention) const {
    return change_before(draft_, mention.span.begin).has_value();
  }

  // The next number stands in the same sentence, or in the first item of a list it opens.
  bool same_scope(const Mention& total, const Mention& next) const {
    if (total.segment == next.segment) return true;
    const auto& segments = draft_.segments;
    const auto& head = segments[total.segment];
    if (next.segment == total.segment + 1 && segments[next.segment].marker != Marker::none) {
      const std::size_t end = text::skip_gap_back(draft_.text, head.span.end);
      return end > 0 && draft_.text[end - 1] == ':';
    }
    return next.segment == total.segment + 1 && opens_with_parts(segments[next.segment]);
  }

  // "Tiếp nhận 74 đơn. Trong đó, chuyển 49 đơn, thụ lý 25 đơn."
  bool opens_with_parts(const Segment& segment) const {
    if (segment.marker != Marker::none) return false;
    const Word first = text::word_after(draft_.text, segment.body);
    return draft_.lexicon.sums_some.match_from(draft_.text, first) ||
           draft_.lexicon.sums_only_some.match_from(draft_.text, first);
  }

  // A heading that ends in a total, with its kinds as items below: "1. ...: 3.716 lượt", "1.1.
  // ...".
  bool opens_list(std::size_t total) const {
    const auto& mentions = draft_.mentions;
    const auto& segments = draft_.segments;
    const Mention& mention = mentions[total];
    if (mentions[total + 1].segment != mention.segment + 1) return false;
    const std::size_t end = text::skip_gap_back(draft_.text, segments[mention.segment].span.end);
    std::size_t behind = mention.figure_span().end;
    while (behind < end &&
           std::string_view(".;").find(draft_.text[behind]) != std::string_view::npos) {
      ++behind;
    }
    if (behind < end) return false;
    const auto& head = segments[mention.segment];
    const auto& item = segments[mention.segment + 1];
    if (item.marker == Marker::number) {
      return head.marker == Marker::number && item.label.starts_with(head.label + ".");
    }
    return item.marker == Marker::dash && head.marker != Marker::dash;
  }

  void items_below(std::size_t total) {
    std::vector<std::size_t> parts;
    for (const auto& item : lists_.list_items(total + 1)) {
      const auto same = std::ranges::find_if(item, [&](std::size_t i) {
        const Mention& part = draft_.mentions[i];
        return is_part(draft_, part) && same_unit(draft_, part, draft_.mentions[total]);
      });
      if (same == item.end()) break;
      parts.push_back(*same);
    }
    if (parts.size() >= 2) judge(draft_.mentions[total], parts, {}, Strength::alike);
  }

  // "19 quyết định với 20 trường hợp, trong đó": both may be totals.
  void totals_before(std::size_t last, std::size_t first_part, const Announcement& announced) {
    const auto& mentions = draft_.mentions;
    std::size_t first = last;
    while (first > 0 && last - first < 2) {
      // "24 cơ quan, bằng 20,5% tổng số 117 cơ quan, gồm": a share between them.
      const std::size_t before = first > 1 && is_percent(draft_, mentions[first - 1]) ? 2 : 1;
      if (!is_total_candidate(mentions[first - before]) ||
          mentions[first - before].segment != mentions[last].segment ||
          !are_joined(mentions[first - before], mentions[last])) {
        break;
      }
      first -= before;
    }
    const auto items = lists_.items(last, first_part, announced);
    const auto owner = owner_of(items, first, last, mentions[first_part].segment);
    if (owner && *owner < first) check(*owner, last, items, announced);
    for (std::size_t total = first; total <= last; ++total) {
      const std::size_t right = owner.value_or(last);
      if (is_percent(draft_, mentions[total])) continue;
      if (total != right && same_unit(draft_, mentions[total], mentions[right])) continue;
      check(total, right, items, announced);
    }
  }

  // The nearest figure the parts add up to; parts in the next sentence may be of any in theirs.
  std::optional<std::size_t> owner_of(const PartItems& items, std::size_t first, std::size_t last,
                                      std::size_t parts_segment) const {
    constexpr std::size_t most_back = 8;
    const auto& mentions = draft_.mentions;
    const bool apart = parts_segment != mentions[last].segment;
    for (std::size_t i = last + 1; i-- > 0 && last - i < most_back;) {
      if (mentions[i].segment != mentions[last].segment || (!apart && i < first)) break;
      if (!is_total_candidate(mentions[i]) || is_change(mentions[i])) continue;
      const Fitting parts = fitting(mentions[i], items, Changes::left_out);
      const std::size_t run = apart ? 0 : adding_up(mentions[i], parts.loose);
      const bool loosely = run > 0 && (i == last || (mentions[i].unit >= 0 && run == items.size()));
      if (loosely || adding_up(mentions[i], parts.same) > 0) return i;
    }
    return std::nullopt;
  }

  // Near each other, and the first does not end in a bracket of its own.
  bool are_joined(const Mention& a, const Mention& b) const {
    constexpr std::size_t reach = 60;
    if (b.span.begin < a.end || b.span.begin - a.end >= reach) return false;
    const auto gap = draft_.text.substr(a.end, b.span.begin - a.end);
    return gap.find_first_of(");") == std::string_view::npos;
  }

  // Parts of a total, by how well their units fit it.
  struct Fitting {
    std::vector<std::size_t> same;   // one of the total's unit from each item
    std::vector<std::size_t> loose;  // the first of each item, while units may stand for it
    std::vector<std::size_t> any;    // the first of each item, whatever the unit
  };
  enum class Changes { left_out, taken };

  Fitting fitting(const Mention& total, const PartItems& items, Changes changes) const {
    const auto& mentions = draft_.mentions;
    const auto is_wanted = [&](std::size_t i) {
      return is_part(draft_, mentions[i]) && (changes == Changes::taken || !is_change(mentions[i]));
    };
    Fitting out;
    bool all_alike = true;
    std::size_t seen = 0;
    for (const auto& item : items) {
      const auto exact = std::ranges::find_if(item, [&](std::size_t i) {
        return is_wanted(i) && same_unit(draft_, mentions[i], total);
      });
      if (exact != item.end()) out.same.push_back(*exact);
      const std::size_t front = item.front();
      if (changes == Changes::left_out && is_aside(mentions[front])) continue;
      all_alike = all_alike && is_part(draft_, mentions[front]) &&
                  could_be_same(draft_, mentions[front], total) &&
                  (out.loose.empty() ||
                   could_be_same(draft_, mentions[front], mentions[out.loose.front()]));
      if (all_alike) out.loose.push_back(front);
      if (is_part(draft_, mentions[front]) && out.any.size() == seen) out.any.push_back(front);
      ++seen;
    }
    return out;
  }

  void check(std::size_t total_index, std::size_t last_total, const PartItems& items,
             const Announcement& announced) {
    const Mention& total = draft_.mentions[total_index];
    Fitting parts = fitting(total, items, Changes::left_out);
    if (adding_up(total, parts.same) == 0) {
      // "thuộc diện tăng 4, giảm 2" may be what the parts are.
      Fitting with_changes = fitting(total, items, Changes::taken);
      if (adding_up(total, with_changes.same) > 0 || adding_up(total, with_changes.loose) > 0) {
        parts = std::move(with_changes);
      }
    }
    const bool last = total_index == last_total;
    if (last && parts.same.size() < 2 && adding_up(total, parts.loose) == 0 &&
        adding_up(total, parts.any) > 1) {
      // "187 tổ chức và đảng viên, gồm 52 tổ chức đảng và 135 đảng viên": kinds differ, yet the
      // announced parts make exactly the total.
      parts.loose = parts.any;
    }
    const bool same_holds = adding_up(total, parts.same) > 0;
    if (parts.same.size() >= 2 && (same_holds || adding_up(total, parts.loose) == 0)) {
      judge(total, parts.same, announced, Strength::same_unit);
    } else if (last && parts.loose.size() >= 2) {
      judge(total, parts.loose, announced, Strength::alike);
    }
  }

  // How many of the first parts add up to the total exactly; 0: no such run.
  std::size_t adding_up(const Mention& total, const std::vector<std::size_t>& parts) const {
    Decimal sum;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      sum += scaled(draft_, draft_.mentions[parts[k]], draft_.unit(total));
      if (k == 0 || sum != total.value) continue;
      while (k + 1 < parts.size() && draft_.mentions[parts[k + 1]].value.is_zero()) ++k;
      return k + 1;
    }
    return 0;
  }

  enum class Strength { alike, same_unit };

  // "14 vị trí phải chuyển đổi, đã chuyển 11 vị trí, còn 03 vị trí", "23 người, khiển trách 12,
  // cảnh cáo 07, cách chức 04": nothing announces the parts, but the next counts of the same unit,
  // or of none, make exactly the total.
  void unannounced(std::size_t total_index) {
    const auto& mentions = draft_.mentions;
    const Mention& total = mentions[total_index];
    if (total.unit < 0 || total.value < Decimal(5)) return;
    constexpr std::size_t reach = 12;
    for (std::size_t i = total_index; i-- > 0 && mentions[i].segment == total.segment;) {
      // Itself one of several: only a large number is then not made up by accident.
      const bool several = total_index - i > reach || mentions[i].unit == total.unit;
      if (several && total.value < Decimal(100)) return;
    }
    if (is_softened(draft_, total.span.begin)) return;
    std::vector<std::size_t> parts;
    for (std::size_t i = total_index + 1; i < mentions.size() && i - total_index < reach; ++i) {
      if (mentions[i].segment != total.segment) break;
      // What another announcement explains are the parts of another total.
      if (lists_.announces_before(i)) break;
      if (!is_part(draft_, mentions[i])) continue;
      const bool same = same_unit(draft_, mentions[i], total);
      const bool bare = mentions[i].unit < 0 && mentions[i].noun[0] == 0;
      const bool alike = total.value >= Decimal(100) && could_be_same(draft_, mentions[i], total);
      if (same || bare || alike) parts.push_back(i);
    }
    const std::size_t run = adding_up(total, parts);
    if (run < 2) {
      remainder(total_index);
      return;
    }
    if (is_compared(draft_, total)) return;
    parts.resize(run);
    judge(total, std::move(parts), {}, Strength::same_unit);
  }

  // "71 tin (cũ 8, mới 63); đã giải quyết 67 tin, gồm 44, 20 và 3 tin. Còn lại 4 tin": what is
  // done and what is left, in no bracket and no part of another part, make exactly the total.
  void remainder(std::size_t total_index) {
    const auto& mentions = draft_.mentions;
    const Mention& total = mentions[total_index];
    if (total.unit < 0 || total.value < Decimal(5) || is_softened(draft_, total.span.begin)) return;
    constexpr std::size_t reach = 14;
    std::vector<std::size_t> parts;
    if (const auto above = above_slash(draft_, total_index)) parts.push_back(*above);
    int depth = 0;
    for (std::size_t i = total_index + 1; i < mentions.size() && i - total_index < reach; ++i) {
      const bool below =
          mentions[i].segment == total.segment + 1 && mentions[i - 1].segment == total.segment;
      if (mentions[i].segment != total.segment && !(below && is_remainder(i))) break;
      const auto gap =
          draft_.text.substr(mentions[i - 1].end, mentions[i].span.begin - mentions[i - 1].end);
      depth += static_cast<int>(std::ranges::count(gap, '(') - std::ranges::count(gap, ')'));
      if (depth > 0 || !is_part(draft_, mentions[i]) || !same_unit(draft_, mentions[i], total)) {
        continue;
      }
      if (mentions[i].value == total.value || is_change(mentions[i])) break;
      if (lists_.announces_before(i)) {
        const std::size_t end = parts.empty() ? 0 : run_making(parts.back(), i);
        if (end == 0) break;
        i = end - 1;
        continue;
      }
      parts.push_back(i);
      const std::size_t run = adding_up(total, parts);
      if (run < 2) continue;
      const bool exact = is_remainder(parts[run - 1]) || total.value >= Decimal(100);
      if (exact && parts[run - 1] != rest_read_ && !is_compared(draft_, total)) {
        rest_read_ = parts[run - 1];
        parts.resize(run);
        judge(total, std::move(parts), {}, Strength::same_unit);
      }
      return;
    }
  }

  // Behind the numbers from `first` on that make up `whole`, or 0.
  std::size_t run_making(std::size_t whole, std::size_t first) const {
    const auto& mentions = draft_.mentions;
    Decimal sum;
    for (std::size_t k = first; k < mentions.size() && k - first < 8; ++k) {
      if (mentions[k].segment != mentions[whole].segment) return 0;
      if (!is_part(draft_, mentions[k])) continue;
      sum += scaled(draft_, mentions[k], draft_.unit(mentions[whole]));
      if (sum == mentions[whole].value) return k + 1;
      if (sum > mentions[whole].value) return 0;
    }
    return 0;
  }

  // "còn lại 4 vụ", "còn 1 vụ/5 bị can", "05 người còn lại"
  bool is_remainder(std::size_t i) const {
    const Mention& mention = draft_.mentions[i];
    const std::size_t gap = text::skip_gap_back(draft_.text, mention.span.begin);
    const bool joined = gap > 0 && (draft_.text[gap - 1] == ',' || draft_.text[gap - 1] == '/');
    if (joined && i > 0 && end_of_figure(draft_.mentions[i - 1]) + 1 == gap) {
      return says_rest(draft_.mentions[i - 1].span.begin);
    }
    return says_rest(mention.span.begin) ||
           draft_.lexicon.sums_rest.match_at(draft_.text, end_of_figure(mention)).has_value();
  }

  bool says_rest(std::size_t number) const {
    return draft_.lexicon.sums_rest.match_before(draft_.text, number) ||
           text::word_before(draft_.text, number) == Spelling("còn");
  }

  void judge(const Mention& total, std::vector<std::size_t> parts, const Announcement& announced,
             Strength strength) {
    const Unit* unit = draft_.unit(total);
    const std::size_t offered = parts.size();
    const std::size_t run = adding_up(total, parts);
    parts.resize(run > 0 ? run : lists_.list_end(parts));
    if (parts.size() < 2) return;
    SumClaim claim;
    claim.total = total.value;
    claim.unit = unit ? unit->name : noun_of(draft_, total);
    for (const std::size_t i : parts) {
      claim.parts.push_back(scaled(draft_, draft_.mentions[i], unit));
    }
    const Decimal sum = sum_of(claim.parts);
    claim.holds = sum == claim.total;
    claim.span = {total.span.begin, draft_.mentions[parts.back()].figure_span().end};
    const Slack slack = slack_of(draft_, total, parts);
    const Decimal off = claim.total > sum ? claim.total - sum : sum - claim.total;
    if (!claim.holds) {
      // A part as large as the total repeats it.
      const bool repeats = std::ranges::find(claim.parts, claim.total) != claim.parts.end();
      const bool impossible =
          strength == Strength::same_unit &&
          (exceed_total(draft_, total, parts, claim.parts, announced) ||
           (announced.composed && parts.size() == offered && lists_.closed_by_and(parts)));
      if (repeats || !(impossible || is_claimed(claim, sum, announced, strength))) return;
      if (leaves_room(draft_, total, parts, announced, claim.total - sum)) return;
      claim.holds = off <= slack.coarser;
    } else if (announced.only_some && run < offered) {
      return;  // the first of several examples add up by accident
    }
    if (!seen_.insert({claim.span.begin, claim.span.end}).second) return;
    // Parts of another wording behind "trong đó" may overlap; there it is only probable.
    const bool sure =
        strength == Strength::same_unit || announced.kind == Announced::all || announced.bracket;
    const bool rounded = off <= slack.rounding;
    add_sum(draft_, std::move(claim), sure && !rounded ? Severity::error : Severity::warning);
  }

  // Parts that do not add up are a claim only where the words say that they are the whole, or where
  // one slip of the pen explains the difference.
  bool is_claimed(const SumClaim& claim, const Decimal& sum, const Announcement& announced,
                  Strength strength) const {
    const bool explained = single_mend(claim.total, claim.parts).has_value();
    // What is left out of "trong đó" on purpose is seldom little; a slip is.
    const Decimal off = claim.total > sum ? claim.total - sum : sum - claim.total;
    const auto within = [&](int share) { return Decimal::multiply(off, share) <= claim.total; };
    const bool close = within(10);
    if (announced.equation) return true;
    if (announced.weak) {
      return strength == Strength::same_unit && claim.parts.size() >= 3 && explained;
    }
    if (strength == Strength::alike) {
      if (announced.kind == Announced::all) return within(8);
      return close && (explained || within(20) || (announced.bracket && claim.parts.size() >= 3) ||
                       claim.parts.size() >= 3);
    }
    if (announced.kind == Announced::all)
      return close || explained || (sum > claim.total && within(1));
    return close ||
           (explained && (sum > claim.total || claim.parts.size() >= 3 || announced.colon));
  }

  Draft& draft_;
  PartLists lists_;
  std::set<std::pair<std::size_t, std::size_t>> seen_;
  std::size_t rest_read_ = 0;  // mention of the last remainder read
};

}  // namespace

void find_sums(Draft& draft) {
  find_late_totals(draft);
  SumFinder(draft).run();
}

}  // namespace liem::reading
