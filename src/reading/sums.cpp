// Claims that parts make up a total: "19 quyết định, trong đó: ...", "06 biên chế, gồm ...".
#include <algorithm>
#include <map>
#include <set>

#include "reading/announcements.h"
#include "reading/arithmetic.h"
#include "reading/draft.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Spelling;
using text::Word;

Decimal scaled(const Draft& draft, const Mention& part, const Unit* total_unit) {
  const Unit* unit = draft.unit(part);
  if (!unit || !total_unit || unit->dimension != Dimension::money ||
      total_unit->dimension != Dimension::money) {
    return part.value;
  }
  const auto base = Decimal::multiply(part.value, unit->factor);
  const auto out = base ? Decimal::divide(*base, total_unit->factor, 9, Rounding::half_up) : base;
  return out.value_or(part.value);
}

bool same_unit(const Draft& draft, const Mention& a, const Mention& b) {
  const Unit* x = draft.unit(a);
  const Unit* y = draft.unit(b);
  if (!x && !y) return a.noun[0] != 0 && a.noun == b.noun;
  if (!x || !y) return false;
  return a.unit == b.unit || (x->dimension == Dimension::money && y->dimension == Dimension::money);
}

// Persons counted by post, things counted by name: may stand for the total's unit.
bool could_be_same(const Draft& draft, const Mention& part, const Mention& total) {
  const Unit* x = draft.unit(part);
  const Unit* y = draft.unit(total);
  if (!x) return true;
  if (!y) return x->dimension != Dimension::percent && x->dimension != Dimension::time;
  if (x->dimension == Dimension::percent || x->dimension == Dimension::time) return false;
  return x->kind == y->kind;
}

class SumFinder {
 public:
  explicit SumFinder(Draft& draft)
      : draft_(draft), announces_(draft.mentions.size(), Known::not_asked) {}

  void run() {
    const auto& mentions = draft_.mentions;
    for (std::size_t i = 2; i < mentions.size(); ++i) total_behind(i);
    for (std::size_t i = 0; i + 2 < mentions.size(); ++i) {
      if (!is_total_candidate(mentions[i])) continue;
      const std::size_t next = i + 1;
      if (opens_list(i)) {
        items_below(i);
        continue;
      }
      const std::size_t from = mentions[i].figure_span().end;
      constexpr std::size_t reach = 260;
      if (mentions[next].span.begin < from || mentions[next].span.begin - from > reach) continue;
      if (!same_scope(mentions[i], mentions[next])) continue;
      const auto announced = announcement(draft_, from, mentions[next].span.begin);
      if (announced.kind != Announced::no)
        totals_before(i, announced);
      else
        unannounced(i);
    }
  }

 private:
  bool is_total_candidate(const Mention& mention) const {
    if (mention.kind != MentionKind::number || mention.value.is_zero()) return false;
    const Unit* unit = draft_.unit(mention);
    if (!unit) return mention.noun[0] != 0 || equals_behind(mention);
    return unit->dimension != Dimension::percent && unit->dimension != Dimension::time;
  }

  bool equals_behind(const Mention& mention) const {
    const std::size_t at = text::skip_gap(draft_.text, mention.end);
    return at < draft_.text.size() && draft_.text[at] == '=';
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
    return false;
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
    std::vector<std::vector<std::size_t>> items;
    list_items(total + 1, items);
    std::vector<std::size_t> parts;
    for (const auto& item : items) {
      const auto same = std::ranges::find_if(item, [&](std::size_t i) {
        return is_part(i) && same_unit(draft_, draft_.mentions[i], draft_.mentions[total]);
      });
      if (same == item.end()) break;
      parts.push_back(*same);
    }
    if (parts.size() >= 2) judge(draft_.mentions[total], parts, {}, Strength::alike);
  }

  // "19 quyết định với 20 trường hợp, trong đó": both may be totals.
  void totals_before(std::size_t last, const Announcement& announced) {
    const auto& mentions = draft_.mentions;
    std::size_t first = last;
    while (first > 0 && last - first < 2 && is_total_candidate(mentions[first - 1]) &&
           mentions[first - 1].segment == mentions[last].segment &&
           mentions[last].span.begin - mentions[first - 1].end < 60) {
      --first;
    }
    const auto parts = part_scope(last, announced);
    for (std::size_t total = first; total <= last; ++total) check(total, last, parts, announced);
  }

  // The mentions the announcement covers, grouped into items.
  std::vector<std::vector<std::size_t>> part_scope(std::size_t total,
                                                   const Announcement& announced) {
    const auto& mentions = draft_.mentions;
    const std::size_t first = total + 1;
    std::vector<std::vector<std::size_t>> items;
    if (mentions[first].segment != mentions[total].segment) {
      list_items(first, items);
    } else {
      inline_items(first, announced, items);
    }
    return items;
  }

  void list_items(std::size_t first, std::vector<std::vector<std::size_t>>& items) const {
    const auto& mentions = draft_.mentions;
    const auto& segments = draft_.segments;
    const Marker marker = segments[mentions[first].segment].marker;
    std::size_t segment = mentions[first].segment;
    for (std::size_t i = first; segment < segments.size() && segments[segment].marker == marker &&
                                items.size() < most_parts_in_list;
         ++segment) {
      std::vector<std::size_t> item;
      while (i < mentions.size() && mentions[i].segment == segment) item.push_back(i++);
      // Sentences behind the item's first one belong to it but hold no part.
      while (segment + 1 < segments.size() && segments[segment + 1].marker == Marker::none &&
             !segments[segment + 1].starts_line) {
        ++segment;
        while (i < mentions.size() && mentions[i].segment == segment) ++i;
      }
      // Deeper items explain this one.
      while (segment + 1 < segments.size() && marker == Marker::dash &&
             segments[segment + 1].marker == Marker::plus) {
        ++segment;
        while (i < mentions.size() && mentions[i].segment == segment) ++i;
      }
      if (!item.empty()) items.push_back(std::move(item));
    }
  }

  void inline_items(std::size_t first, const Announcement& announced,
                    std::vector<std::vector<std::size_t>>& items) {
    const auto& mentions = draft_.mentions;
    const std::size_t segment = mentions[first].segment;
    int depth = 0;
    std::size_t from = announced.end;
    for (std::size_t i = first; i < mentions.size() && mentions[i].segment == segment &&
                                i - first < most_parts_in_sentence;
         ++i) {
      bool split = items.empty();
      const auto gap = draft_.text.substr(from, mentions[i].span.begin - from);
      for (std::size_t k = 0; k < gap.size(); ++k) {
        if (gap[k] == '(') ++depth;
        if (gap[k] == ')' && --depth < 0 && !items.empty()) return;
        if (depth <= 0 && (gap[k] == ',' || gap[k] == ';' || gap[k] == '+')) split = true;
      }
      if (!announced.bracket && depth < 0) depth = 0;
      split = split || (depth <= 0 && has_and(from, mentions[i].span.begin));
      if (depth <= 0 && !items.empty() && announces_before(i)) return;
      from = mentions[i].figure_span().end;
      if (depth > 0) continue;
      if (split) items.emplace_back();
      items.back().push_back(i);
    }
  }

  // "58 đơn, gồm 09 đơn đúng, gồm ...": the parts end where the next total announces its own.
  bool announces_before(std::size_t mention) {
    auto& known = announces_[mention];
    if (known == Known::not_asked) {
      const auto& mentions = draft_.mentions;
      known = announces_more(mentions[mention - 1].figure_span().end, mentions[mention].span.begin)
                  ? Known::yes
                  : Known::no;
    }
    return known == Known::yes;
  }

  bool announces_more(std::size_t from, std::size_t to) const {
    for (std::size_t at = text::next_word(draft_.text, from); at < to;
         at = text::next_word(draft_.text, at)) {
      const Word word = text::word_at(draft_.text, at);
      const auto all = draft_.lexicon.sums_all.match_from(draft_.text, word);
      const auto some = draft_.lexicon.sums_some.match_from(draft_.text, word);
      if ((all && all->span.end <= to) || (some && some->span.end <= to)) return true;
      at = word.span.end;
    }
    return false;
  }

  bool has_and(std::size_t from, std::size_t to) const {
    for (std::size_t at = text::next_word(draft_.text, from); at < to;) {
      const Word word = text::word_at(draft_.text, at);
      if (word.is("va")) return word.span.end <= to;
      at = text::next_word(draft_.text, word.span.end);
    }
    return false;
  }

  void check(std::size_t total_index, std::size_t last_total,
             const std::vector<std::vector<std::size_t>>& items, const Announcement& announced) {
    const auto& mentions = draft_.mentions;
    const Mention& total = mentions[total_index];
    std::vector<std::size_t> same, loose, any;
    bool all_alike = true;
    for (const auto& item : items) {
      const auto exact = std::ranges::find_if(
          item, [&](std::size_t i) { return is_part(i) && same_unit(draft_, mentions[i], total); });
      if (exact != item.end()) same.push_back(*exact);
      const std::size_t front = item.front();
      all_alike =
          all_alike && is_part(front) && could_be_same(draft_, mentions[front], total) &&
          (loose.empty() || could_be_same(draft_, mentions[front], mentions[loose.front()]));
      if (all_alike) loose.push_back(front);
      if (is_part(front) && any.size() == static_cast<std::size_t>(&item - items.data())) {
        any.push_back(front);
      }
    }
    if (total_index == last_total && adding_up(total, loose) == 0) {
      // "187 tổ chức và đảng viên, gồm 52 tổ chức đảng và 135 đảng viên": kinds differ, yet the
      // announced parts make exactly the total.
      if (adding_up(total, any) > 1) loose = any;
    }
    const bool same_holds = adding_up(total, same) > 0;
    if (same.size() >= 2 && (same_holds || adding_up(total, loose) == 0)) {
      judge(total, same, announced, Strength::same_unit);
    } else if (total_index == last_total && loose.size() >= 2) {
      judge(total, loose, announced, Strength::alike);
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

  // Where nothing adds up: a list joined by commas ends with the part behind "và", or at ";".
  std::size_t list_end(const std::vector<std::size_t>& parts) const {
    bool commas = false;
    for (std::size_t k = 1; k < parts.size(); ++k) {
      const Mention& before = draft_.mentions[parts[k - 1]];
      const Mention& part = draft_.mentions[parts[k]];
      if (before.segment != part.segment) return parts.size();
      const std::size_t from = before.figure_span().end;
      const auto gap = draft_.text.substr(from, part.span.begin - from);
      if (has_and(from, part.span.begin)) return k + 1;
      const bool semicolon = gap.find(';') != std::string_view::npos;
      if (semicolon && commas) return k;
      commas = commas || !semicolon;
    }
    return parts.size();
  }

  bool is_part(std::size_t i) const {
    const Unit* unit = draft_.unit(draft_.mentions[i]);
    return draft_.mentions[i].kind == MentionKind::number &&
           !(unit && (unit->dimension == Dimension::percent || unit->dimension == Dimension::time));
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
    std::vector<std::size_t> parts;
    for (std::size_t i = total_index + 1; i < mentions.size() && i - total_index < reach; ++i) {
      if (mentions[i].segment != total.segment) break;
      // What another announcement explains are the parts of another total.
      if (announces_before(i)) break;
      if (!is_part(i)) continue;
      const bool same = same_unit(draft_, mentions[i], total);
      const bool bare = mentions[i].unit < 0 && mentions[i].noun[0] == 0;
      const bool alike = total.value >= Decimal(100) && could_be_same(draft_, mentions[i], total);
      if (same || bare || alike) parts.push_back(i);
    }
    const std::size_t run = adding_up(total, parts);
    if (run < 2 || has_change(total_index)) return;
    parts.resize(run);
    judge(total, std::move(parts), {}, Strength::same_unit);
  }

  // "96 công chức, 45 viên chức, tổng số 141 người": the total stands behind its parts.
  void total_behind(std::size_t total_index) {
    const auto& mentions = draft_.mentions;
    const Mention& total = mentions[total_index];
    if (!is_part(total_index) || !says_total(total.span.begin)) return;
    constexpr std::size_t reach = 12;
    Decimal sum;
    for (std::size_t i = total_index; i-- > 0 && total_index - i <= reach;) {
      if (mentions[i].segment != total.segment) return;
      if (!is_part(i)) continue;
      sum += scaled(draft_, mentions[i], draft_.unit(total));
      if (sum > total.value) return;
      if (sum != total.value || i + 1 == total_index) continue;
      SumClaim claim;
      claim.total = total.value;
      claim.unit = draft_.unit(total) ? draft_.unit(total)->name : noun_of(total);
      for (std::size_t k = i; k < total_index; ++k) {
        if (is_part(k)) claim.parts.push_back(scaled(draft_, mentions[k], draft_.unit(total)));
      }
      claim.span = {mentions[i].span.begin, total.figure_span().end};
      add_sum(draft_, std::move(claim), Severity::error);
      return;
    }
  }

  // "tổng số", "tổng cộng", "cộng là", "cả thảy" directly before the number, not at a sentence's
  // start.
  bool says_total(std::size_t number) const {
    std::size_t end = number;
    for (int words = 0; words < 3; ++words) {
      const Word word = text::word_before(draft_.text, end);
      if (!word || word.capitalised) return false;
      if (word.is("tong") || word.is("cong") || word.is("thay")) return true;
      if (!word.is("so") && !word.is("la") && !word.is("chung") && !word.is("lai")) return false;
      end = word.span.begin;
    }
    return false;
  }

  // "22 quyết định, tăng 09 quyết định so với năm 2022 (13 quyết định)" is a difference.
  bool has_change(std::size_t total_index) const {
    const std::size_t from = draft_.mentions[total_index].figure_span().end;
    const auto words = text::clip(draft_.text, from, 120);
    Word before;
    for (std::size_t at = 0; at < words.size();) {
      const Word word = text::word_after(words, at);
      if (is_one_of(word, {"tăng", "giảm"})) return true;
      if (word == Spelling("với") && before == Spelling("so")) return true;
      before = word;
      at = word ? word.span.end : text::next_word(words, at);
    }
    return false;
  }

  void judge(const Mention& total, std::vector<std::size_t> parts, const Announcement& announced,
             Strength strength) {
    const Unit* unit = draft_.unit(total);
    const std::size_t run = adding_up(total, parts);
    parts.resize(run > 0 ? run : list_end(parts));
    if (parts.size() < 2) return;
    SumClaim claim;
    claim.total = total.value;
    claim.unit = unit ? unit->name : noun_of(total);
    for (const std::size_t i : parts) {
      claim.parts.push_back(scaled(draft_, draft_.mentions[i], unit));
    }
    const Decimal sum = sum_of(claim.parts);
    claim.holds = sum == claim.total;
    claim.span = {total.span.begin, draft_.mentions[parts.back()].figure_span().end};
    // A part as large as the total repeats it.
    const bool repeats = std::ranges::find(claim.parts, claim.total) != claim.parts.end();
    if (!claim.holds && (repeats || !is_claimed(claim, sum, announced, strength))) return;
    if (!seen_.insert({claim.span.begin, claim.span.end}).second) return;
    // Parts of another wording behind "trong đó" may overlap; there it is only probable.
    const bool sure =
        strength == Strength::same_unit || announced.kind == Announced::all || announced.bracket;
    add_sum(draft_, std::move(claim), sure ? Severity::error : Severity::warning);
  }

  std::string noun_of(const Mention& total) const {
    const Word first = text::word_after(draft_.text, total.end);
    const Word second = text::word_after(draft_.text, first.span.end);
    const std::size_t end = total.noun[1] != 0 ? second.span.end : first.span.end;
    return text::in_one_line(draft_.text.substr(first.span.begin, end - first.span.begin));
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

  enum class Known : char { not_asked, yes, no };

  Draft& draft_;
  std::vector<Known> announces_;  // of the words before each mention
  std::set<std::pair<std::size_t, std::size_t>> seen_;
};

}  // namespace

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

void find_sums(Draft& draft) { SumFinder(draft).run(); }

}  // namespace liem::reading
