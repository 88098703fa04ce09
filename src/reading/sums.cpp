// Claims that parts make up a total: "19 quyết định, trong đó: ...", "06 biên chế, gồm ...".
#include <algorithm>
#include <optional>

#include "reading/announcements.h"
#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/citation_list.h"
#include "reading/draft.h"
#include "reading/fractions.h"
#include "reading/late_totals.h"
#include "reading/part_lists.h"
#include "reading/remainders.h"
#include "reading/same_units.h"
#include "reading/sum_claims.h"
#include "reading/sum_doubts.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Spelling;
using text::Word;

class SumFinder {
 public:
  explicit SumFinder(Draft& draft)
      : draft_(draft),
        lists_(draft),
        claims_(draft, lists_),
        unannounced_(draft, lists_, claims_) {}

  void run() {
    const auto& mentions = draft_.mentions;
    for (const Footnote& note : draft_.footnotes) parts_in_note(note);
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
      if (!is_total_candidate(mentions[i])) continue;
      if (opens_list(i)) {
        items_below(i);
      } else if (!is_bracketed_share(i + 1) && parts_from(i, i, i + 1)) {
        unannounced_.remainder(i);
      } else {
        const std::size_t next = behind_asides(i);
        if (next != i + 1 && parts_from(i, next - 1, next)) continue;
        if (in_reach(i, i, i + 1)) {
          unannounced_.unannounced(i);
        } else {
          unannounced_.remainder(i);
        }
      }
    }
  }

 private:
  // What stands above a slash counts in the unit below it: "45/52 đơn".
  Mention whole(std::size_t i) const {
    const auto& mentions = draft_.mentions;
    Mention out = mentions[i];
    if (out.unit < 0 && out.noun[0] == 0 && out.kind == MentionKind::number && stands_alone(out)) {
      out.unit = unit_before(out);
      out.unit_span = {out.span.end, out.span.end};
      if (out.unit >= 0) return out;
    }
    if (out.unit >= 0 || i + 1 >= mentions.size() || mentions[i + 1].kind != MentionKind::number ||
        !is_fraction(draft_, out, mentions[i + 1])) {
      return out;
    }
    out.unit = mentions[i + 1].unit;
    out.unit_span = mentions[i + 1].unit_span;
    out.noun = mentions[i + 1].noun;
    return out;
  }

  // "Số vụ khởi tố là 12"
  int unit_before(const Mention& mention) const {
    const auto text = draft_.text;
    std::size_t end = text::skip_gap_back(text, mention.span.begin);
    if (end > 0 && text[end - 1] == ':') --end;
    constexpr int most_words = 12;
    Word behind;
    for (int words = 0; words < most_words; ++words) {
      const Word word = text::word_before(text, end);
      if (!word) break;
      if (word == Spelling("số") || word == Spelling("Số")) {
        const auto unit = draft_.lexicon.unit_phrases.match_from(text, behind);
        return unit ? unit->id : -1;
      }
      behind = word;
      end = word.span.begin;
    }
    return -1;
  }

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
    auto announced =
        announcement(draft_, mentions[behind].figure_span().end, mentions[first].span.begin);
    if (announced.kind == Announced::no && total == behind && is_amid(total, first)) {
      announced.kind = Announced::some;
      announced.weak = true;
    }
    if (announced.kind == Announced::no) return false;
    totals_before(total, first, announced);
    return true;
  }

  // "Trong 46 vụ có 21 vụ tham ô tài sản, 14 vụ lợi dụng chức vụ, ..."
  bool is_amid(std::size_t total, std::size_t first) const {
    const auto text = draft_.text;
    const Mention& whole = draft_.mentions[total];
    const auto lead = draft_.lexicon.sums_amid_leads.match_at(text, whole.figure_span().end);
    return lead && text::skip_gap(text, lead->span.end) == draft_.mentions[first].span.begin &&
           draft_.lexicon.sums_amid.match_before(text, whole.span.begin);
  }

  bool in_reach(std::size_t total, std::size_t behind, std::size_t first) const {
    constexpr std::size_t reach = 260;
    const auto& mentions = draft_.mentions;
    if (first >= mentions.size()) return false;
    const std::size_t from = mentions[behind].figure_span().end;
    return mentions[first].span.begin >= from && mentions[first].span.begin - from <= reach &&
           same_scope(mentions[total], mentions[first]);
  }

  // "12 văn bản¹" and below the rule "¹ Gồm 07 công văn, 05 kế hoạch."
  void parts_in_note(const Footnote& note) {
    constexpr std::size_t longest_lead = 120;
    if (!note.mark) return;
    const auto& mentions = draft_.mentions;
    std::size_t first = mention_from(draft_, note.text.begin);
    while (first < mentions.size() && !is_part(draft_, mentions[first])) ++first;
    if (first >= mentions.size() || mentions[first].span.begin >= note.text.end ||
        mentions[first].span.begin - note.text.begin > longest_lead) {
      return;
    }
    auto announced = announcement(draft_, note.text.begin, mentions[first].span.begin);
    const bool said = announced.kind != Announced::no;
    announced.in_note = true;
    PartItems items = lists_.items(first, first, announced);
    for (auto& item : items) {
      std::erase_if(item, [&](std::size_t i) { return mentions[i].span.begin >= note.text.end; });
    }
    std::erase_if(items, [](const auto& item) { return item.empty(); });
    const auto total = marked_total(note.mark->begin, items);
    if (!total) return;
    const auto parts = fitting(whole(*total), items, Changes::left_out).same;
    announced.weak = !said;
    if (said || claims_.adding_up(whole(*total), parts) == items.size() ||
        (parts.size() == items.size() && parts.size() > 2)) {
      check(*total, *total, items, announced);
    }
  }

  // The figure a mark stands at: of those before it the nearest that the parts add up to, or the
  // nearest of their unit.
  std::optional<std::size_t> marked_total(std::size_t mark, const PartItems& items) const {
    constexpr std::size_t most_before = 4, reach = 200;
    const auto& mentions = draft_.mentions;
    std::optional<std::size_t> alike;
    const std::size_t end = mention_from(draft_, mark);
    for (std::size_t i = end; i-- > 0 && end - i <= most_before;) {
      if (mark - std::min(mark, mentions[i].span.begin) > reach ||
          mentions[i].segment != mentions[end - 1].segment) {
        break;
      }
      const Mention total = whole(i);
      if (!is_total_candidate(total) || is_change(total)) continue;
      const Fitting parts = fitting(total, items, Changes::left_out);
      if (claims_.adding_up(total, parts.same) > 0 || claims_.adding_up(total, parts.loose) > 0) {
        return i;
      }
      if (!alike && parts.same.size() == items.size()) alike = i;
      if (!alike && i + 1 == end) alike = i;
    }
    return alike;
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
    return next.segment == total.segment + 1
               ? opens_with_parts(segments[next.segment])
               : next.segment == total.segment + 2 && opens_list_of_parts(total.segment + 1);
  }

  // "46 vụ so với 35 vụ. Cụ thể theo tội danh:" and a list behind it.
  bool opens_list_of_parts(std::size_t head) const {
    const auto& segments = draft_.segments;
    if (segments[head].marker != Marker::none || segments[head + 1].marker == Marker::none) {
      return false;
    }
    const std::size_t end = text::skip_gap_back(draft_.text, segments[head].span.end);
    const Word first = text::word_after(draft_.text, segments[head].body);
    return end > 0 && draft_.text[end - 1] == ':' &&
           (draft_.lexicon.sums_all.match_from(draft_.text, first) ||
            draft_.lexicon.sums_some.match_from(draft_.text, first));
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
    if (parts.size() >= 2) claims_.judge(draft_.mentions[total], parts, {}, Strength::alike);
  }

  // "19 quyết định với 20 trường hợp, trong đó": both may be totals.
  void totals_before(std::size_t last, std::size_t first_part, const Announcement& announced) {
    const auto& mentions = draft_.mentions;
    std::size_t first = last;
    while (first > 0 && last - first < 2) {
      // "24 cơ quan, bằng 20,5% tổng số 117 cơ quan, gồm": a share between them.
      const std::size_t before = first > 1 && is_percent(draft_, mentions[first - 1]) ? 2 : 1;
      if (!is_total_candidate(whole(first - before)) ||
          mentions[first - before].segment != mentions[last].segment ||
          !are_joined(mentions[first - before], mentions[last])) {
        break;
      }
      first -= before;
    }
    const auto items = lists_.items(last, first_part, announced);
    const auto owner = owner_of(items, first, last, mentions[first_part].segment);
    if (owner && *owner < first) {
      for (std::size_t i = *owner + 1; i-- > 0 && last - i < most_back;) {
        if (mentions[i].segment != mentions[last].segment) break;
        if (i == *owner || makes(i, items)) check(i, last, items, announced);
      }
      return;
    }
    // Parts of "45/52 đơn" are of those 45.
    const std::size_t right = owner.value_or(above_slash(draft_, last).value_or(last));
    for (std::size_t total = first; total <= last; ++total) {
      if (is_percent(draft_, mentions[total])) continue;
      const bool alike = total != right && same_unit(draft_, whole(total), whole(right));
      if (alike && !are_numerators_of(total, right, items)) continue;
      check(total, alike ? total : right, items, announced);
    }
  }

  static constexpr std::size_t most_back = 8;  // figures from the parts back to their total

  // Whether the parts of its unit make up figure `i`.
  bool makes(std::size_t i, const PartItems& items) const {
    const Mention total = whole(i);
    return is_total_candidate(total) && !is_change(total) &&
           claims_.adding_up(total, fitting(total, items, Changes::left_out).same) > 0;
  }

  // "186/192 vụ việc, trong đó 151/155 vụ khiếu nại và 35/37 vụ tố cáo": parts above the slash too.
  bool are_numerators_of(std::size_t total, std::size_t right, const PartItems& items) const {
    if (above_slash(draft_, right) != total ||
        draft_.mentions[total].value == draft_.mentions[right].value) {
      return false;
    }
    const Mention counted = whole(total);
    return claims_.adding_up(counted, fitting(counted, items, Changes::left_out).loose) > 0;
  }

  // The nearest figure the parts add up to; parts in the next sentence may be of any in theirs.
  std::optional<std::size_t> owner_of(const PartItems& items, std::size_t first, std::size_t last,
                                      std::size_t parts_segment) const {
    const auto& mentions = draft_.mentions;
    const bool apart = parts_segment != mentions[last].segment;
    for (std::size_t i = last + 1; i-- > 0 && last - i < most_back;) {
      if (mentions[i].segment != mentions[last].segment || (!apart && i < first)) break;
      const Mention total = whole(i);
      if (!is_total_candidate(total) || is_change(total)) continue;
      const Fitting parts = fitting(total, items, Changes::left_out);
      const std::size_t run = apart ? 0 : claims_.adding_up(total, parts.loose);
      const bool loosely = run > 0 && (i == last || (total.unit >= 0 && run == items.size()));
      if (loosely || claims_.adding_up(total, parts.same) > 0) return i;
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
    const Mention total = whole(total_index);
    Fitting parts = fitting(total, items, Changes::left_out);
    if (claims_.adding_up(total, parts.same) == 0) {
      // "thuộc diện tăng 4, giảm 2" may be what the parts are.
      Fitting with_changes = fitting(total, items, Changes::taken);
      if (claims_.adding_up(total, with_changes.same) > 0 ||
          claims_.adding_up(total, with_changes.loose) > 0) {
        parts = std::move(with_changes);
      }
    }
    const bool last = total_index == last_total;
    if (last && parts.same.size() < 2 && claims_.adding_up(total, parts.loose) == 0 &&
        claims_.adding_up(total, parts.any) > 1) {
      // "187 tổ chức và đảng viên, gồm 52 tổ chức đảng và 135 đảng viên": kinds differ, yet the
      // announced parts make exactly the total.
      parts.loose = parts.any;
    }
    if (last && claims_.with_named_persons(total, parts.any, announced)) return;
    const bool same_holds = claims_.adding_up(total, parts.same) > 0;
    if (same_holds && last && claims_.adding_up(total, parts.loose) > 0) {
      // "15 cơ quan, gồm 09 sở, 04 huyện và 02 doanh nghiệp, có 03 cơ quan xin lùi; 12 cơ quan"
      claims_.judge(total, parts.loose, announced, Strength::alike);
    }
    if (parts.same.size() >= 2 && (same_holds || claims_.adding_up(total, parts.loose) == 0)) {
      claims_.judge(total, parts.same, announced, Strength::same_unit);
    } else if (last && parts.loose.size() >= 2) {
      claims_.judge(total, parts.loose, announced, Strength::alike);
    }
  }

  Draft& draft_;
  PartLists lists_;
  SumClaims claims_;
  Remainders unannounced_;
};

}  // namespace

void find_sums(Draft& draft) {
  find_late_totals(draft);
  SumFinder(draft).run();
  find_totals_of_lines(draft);
}

}  // namespace liem::reading
