#include "reading/ratio_pairs.h"

#include <algorithm>

#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/percent_words.h"
#include "reading/same_units.h"
#include "text/words.h"

namespace liem::reading {

namespace {

std::string_view between(const Draft& draft, const Mention& a, const Mention& b) {
  return draft.text.substr(a.end, b.span.begin - a.end);
}

}  // namespace

bool is_count(const Draft& draft, const Mention& mention) {
  return mention.kind == MentionKind::number && !is_percent(draft, mention);
}

bool is_bracketed_off(const Draft& draft, const Mention& count, std::size_t to) {
  constexpr std::size_t reach = 400;
  const std::size_t from = end_of_figure(count);
  if (to <= from || to - from > reach) return false;
  int depth = 0;
  for (const char c : draft.text.substr(from, to - from)) {
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) return true;
  }
  return false;
}

bool comparable(const Draft& draft, const Mention& a, const Mention& b) {
  const Unit* x = draft.unit(a);
  const Unit* y = draft.unit(b);
  if (!x || !y) return true;
  if (x->dimension == Dimension::time || y->dimension == Dimension::time) return false;
  return x->dimension == Dimension::money ? y->dimension == Dimension::money : x->kind == y->kind;
}

Decimal in_base_unit(const Draft& draft, const Mention& mention) {
  const Unit* unit = draft.unit(mention);
  const auto value = Decimal::multiply(mention.value, unit ? unit->factor : Decimal(1));
  return value.value_or(mention.value);
}

std::optional<Pair> PairSearch::pair_of(std::size_t percent, const std::vector<std::size_t>& counts,
                                        const std::vector<std::size_t>& open,
                                        const Share* last) const {
  const std::size_t numerator = counts.front();
  const bool bound = is_bound(draft_, at(percent));
  std::optional<Pair> pair;
  if (last) pair = sibling_pair(percent, numerator, *last);
  if (!pair) pair = holding_pair(percent, counts);
  if (!pair && open.size() < counts.size()) pair = holding_pair(percent, open);
  if (!pair) pair = cut_pair(percent, counts);
  if (!pair) pair = of_named_unit(percent, open);
  if (!pair && open.size() >= 2 && !bound) pair = stated_pair(percent, open);
  if (!pair) pair = far_pair(percent, open.empty() ? counts : open);
  if (!pair) pair = named_whole(percent, numerator);
  if (!pair) pair = whole_behind(percent, numerator);
  if (!pair && !open.empty()) pair = whole_behind(percent, open.front());
  if (!pair && at(percent).decimals > 0) pair = only_pair(percent, at(percent).segment);
  if (!pair) pair = listed_whole(percent, numerator);
  for (std::size_t n = 0; n < counts.size() && !pair; ++n) {
    pair = described_whole(percent, counts[n]);
  }
  if (!pair && !bound) pair = misfit_pair(percent, counts);
  if (!pair && !bound && !open.empty()) pair = misprinted_pair(percent, open.front());
  if (!pair && !bound) pair = slipped_share(percent, open);
  return pair;
}

std::optional<Pair> PairSearch::holding_pair(std::size_t percent,
                                             const std::vector<std::size_t>& counts) const {
  for (std::size_t n = 0; n < std::min<std::size_t>(counts.size(), 2); ++n) {
    for (std::size_t d = 0; d < counts.size(); ++d) {
      if (d == n) continue;
      // Two counts of another kind fit by accident; with a decimal written they hardly do.
      if (!comparable(draft_, at(counts[n]), at(counts[d])) &&
          (at(percent).decimals == 0 || mixes_money(at(counts[n]), at(counts[d])))) {
        continue;
      }
      const auto numerator = in_base_unit(draft_, at(counts[n]));
      const auto denominator = in_base_unit(draft_, at(counts[d]));
      if (numerator > denominator && at(percent).value <= Decimal(100)) continue;
      if (follows(numerator, denominator, at(percent).value, at(percent).decimals)) {
        return Pair{counts[n], counts[d]};
      }
    }
  }
  return std::nullopt;
}

std::optional<Pair> PairSearch::cut_pair(std::size_t percent,
                                         const std::vector<std::size_t>& counts) const {
  if (at(percent).decimals == 0) return std::nullopt;
  const Mention& numerator = at(counts.front());
  for (std::size_t d = 1; d < counts.size(); ++d) {
    const Mention& denominator = at(counts[d]);
    if (!comparable(draft_, numerator, denominator) || denominator.value < numerator.value ||
        !announces_part(denominator, numerator)) {
      continue;
    }
    const auto cut = percent_of(in_base_unit(draft_, numerator), in_base_unit(draft_, denominator),
                                at(percent).decimals, Rounding::down);
    if (cut == at(percent).value) return Pair{counts.front(), counts[d]};
  }
  return std::nullopt;
}

std::optional<Pair> PairSearch::sibling_pair(std::size_t percent, std::size_t numerator,
                                             const Share& last) const {
  constexpr std::size_t near = 6;
  if (percent - last.percent > near || at(last.percent).segment + 1 < at(percent).segment ||
      last.denominator == numerator) {
    return std::nullopt;
  }
  const Pair pair{numerator, last.denominator};
  const Mention& whole = at(last.denominator);
  if (!comparable(draft_, at(numerator), whole) || whole.value < at(numerator).value ||
      !follows(in_base_unit(draft_, at(numerator)), in_base_unit(draft_, whole), at(percent).value,
               at(percent).decimals)) {
    return std::nullopt;
  }
  return pair;
}

std::optional<Pair> PairSearch::whole_behind(std::size_t percent, std::size_t numerator) const {
  const auto fits = [&](std::size_t k) {
    return follows(in_base_unit(draft_, at(numerator)), in_base_unit(draft_, at(k)),
                   at(percent).value, at(percent).decimals);
  };
  if (percent + 1 >= draft_.mentions.size()) return std::nullopt;
  const Mention& whole = at(percent + 1);
  if (is_plan_of(percent, whole) && comparable(draft_, at(numerator), whole) && fits(percent + 1)) {
    return Pair{numerator, percent + 1};
  }
  // "Tốt 18 đơn vị (60%), khá 12 đơn vị (40%), tổng số 30 đơn vị"
  constexpr std::size_t most_ahead = 10;
  for (std::size_t k = percent + 1; k < draft_.mentions.size() && k - percent < most_ahead; ++k) {
    if (at(k).segment != at(percent).segment) break;
    if (same_unit(draft_, at(k), at(numerator)) && at(k).value > at(numerator).value &&
        draft_.lexicon.sums_totals.match_before(draft_.text, at(k).span.begin) && fits(k)) {
      return Pair{numerator, k};
    }
  }
  constexpr std::size_t reach = 80;
  if (at(percent).decimals == 0 || whole.segment != at(percent).segment ||
      !is_one_unit(draft_, whole.unit, at(numerator).unit) || !counts_things(whole) ||
      whole.span.begin - end_of_figure(at(percent)) > reach || whole.value < at(numerator).value ||
      !fits(percent + 1)) {
    return std::nullopt;
  }
  return Pair{numerator, percent + 1};
}

// "bằng 100,4% kế hoạch (510 cuộc)", "bằng 10% số người có nghĩa vụ kê khai (4.120 người)"
bool PairSearch::is_plan_of(std::size_t percent, const Mention& whole) const {
  constexpr std::size_t reach = 90;
  const std::size_t from = end_of_figure(at(percent));
  if (whole.kind != MentionKind::number || whole.value.is_zero() || whole.span.begin < from ||
      whole.span.begin - from > reach) {
    return false;
  }
  std::string_view words = text::slice(draft_.text, {from, whole.span.begin});
  if (!words.ends_with("(")) return false;
  words.remove_suffix(1);
  if (words.find_first_of(",;.:()") != std::string_view::npos) return false;
  return draft_.lexicon.changes_whole_names
      .match_from(draft_.text, text::word_after(draft_.text, from))
      .has_value();
}

std::optional<Pair> PairSearch::count_behind(std::size_t percent) const {
  if (at(percent).decimals == 0 || percent + 1 >= draft_.mentions.size()) return std::nullopt;
  const Mention& part = at(percent + 1);
  const std::size_t open = text::skip_gap(draft_.text, end_of_figure(at(percent)));
  const std::size_t close = text::skip_gap(draft_.text, end_of_figure(part));
  if (!counts_things(part) || open >= draft_.text.size() || draft_.text[open] != '(' ||
      text::skip_gap(draft_.text, open + 1) != part.span.begin || close >= draft_.text.size() ||
      draft_.text[close] != ')') {
    return std::nullopt;
  }
  constexpr std::size_t most_back = 10, segments_back = 2;
  for (std::size_t k = percent; k-- > 0 && percent - k < most_back;) {
    if (at(k).segment + segments_back < at(percent).segment) break;
    if (!is_count(draft_, at(k)) || at(k).value < part.value || mixes_money(at(k), part)) continue;
    if (follows(part.value, at(k).value, at(percent).value, at(percent).decimals))
      return Pair{percent + 1, k};
  }
  return std::nullopt;
}

std::optional<Pair> PairSearch::stated_pair(std::size_t percent,
                                            const std::vector<std::size_t>& counts) const {
  const Mention& later = at(counts[0]);
  const Mention& earlier = at(counts[1]);
  if (!draft_.unit(later) || !draft_.unit(earlier)) return std::nullopt;
  if (!is_one_unit(draft_, later.unit, earlier.unit) || at(percent).value > Decimal(100))
    return std::nullopt;
  const std::string words = text::folded(between(draft_, earlier, later));
  const bool of_total = words.find("tren tong so") != std::string::npos ||
                        words.ends_with("trong tong so") || words.ends_with("tong so");
  if (of_total && earlier.value <= later.value) return Pair{counts[1], counts[0]};
  if (names_another_whole(draft_, at(percent), earlier)) return std::nullopt;
  // "tiếp nhận 90 hồ sơ, đã giải quyết 80 hồ sơ, đạt 98%"
  const bool only_two = counts.size() == 2;
  const std::string lead = text::folded(between(draft_, later, at(percent)));
  const bool reached = lead.find("dat") != std::string::npos && lead.size() < 40;
  const bool achieved =
      words.find(" da ") != std::string::npos || words.find(" co") != std::string::npos;
  if (only_two && reached && achieved && later.value <= earlier.value) {
    return Pair{counts[0], counts[1]};
  }
  // Two digits of the percentage itself swapped: 99,8 written 98,9.
  const auto actual =
      percent_of(later.value, earlier.value, at(percent).decimals, Rounding::half_up);
  if (later.value <= earlier.value && lead.size() < 40 && at(percent).decimals > 0 && actual &&
      is_slip(*actual, at(percent).value)) {
    return Pair{counts[0], counts[1]};
  }
  return std::nullopt;
}

std::optional<Pair> PairSearch::misfit_pair(std::size_t percent,
                                            const std::vector<std::size_t>& counts) const {
  const std::size_t numerator = counts.front();
  std::optional<std::size_t> whole;
  if (is_over_the_whole(percent, counts)) {
    whole = counts[1];
  } else if (is_bracketed_share(at(numerator), at(percent))) {
    whole = whole_of_bracket(percent, numerator);
  }
  if (!whole || !is_sure(percent, {numerator, *whole})) return std::nullopt;
  return Pair{numerator, *whole};
}

bool PairSearch::is_sure(std::size_t percent, Pair pair) const {
  const Mention& part = at(pair.numerator);
  const Mention& whole = at(pair.denominator);
  return whole.value >= part.value && !is_softened(draft_, whole.span.begin) &&
         !is_softened(draft_, part.span.begin) && !is_explained(percent, pair);
}

std::optional<Pair> PairSearch::misprinted_pair(std::size_t percent, std::size_t numerator) const {
  constexpr std::size_t reach = 90;
  const Mention& written = at(percent);
  const Mention& part = at(numerator);
  if (written.decimals == 0 || !counts_things(part) ||
      written.span.begin - end_of_figure(part) > reach) {
    return std::nullopt;
  }
  for (std::size_t k = numerator + 1; k < percent; ++k) {
    if (is_count(draft_, at(k))) return std::nullopt;
  }
  auto whole = only_other(numerator, part.segment);
  if (!whole && part.segment > 0 && is_alone_in_its_sentence(numerator)) {
    whole = only_other(numerator, part.segment - 1);
    if (!whole && part.segment > 1 && counts_nothing(numerator, part.segment - 1)) {
      whole = only_other(numerator, part.segment - 2);
    }
  }
  if (!whole || !is_sure(percent, {numerator, *whole}) ||
      names_another_whole(draft_, written, at(*whole))) {
    return std::nullopt;
  }
  const auto actual = percent_of(part.value, at(*whole).value, written.decimals, Rounding::half_up);
  if (!actual || !is_misprint(*actual, written.value)) return std::nullopt;
  return Pair{numerator, *whole};
}

// "Danh sách đã được niêm yết.": no number of the segment stands before the mention.
bool PairSearch::counts_nothing(std::size_t before, std::size_t segment) const {
  for (std::size_t k = before; k-- > 0 && at(k).segment >= segment;) {
    if (at(k).segment == segment && at(k).kind == MentionKind::number) return false;
  }
  return true;
}

bool PairSearch::is_alone_in_its_sentence(std::size_t count) const {
  for (std::size_t k = count; k-- > 0 && at(k).segment == at(count).segment;) {
    if (is_count(draft_, at(k)) && same_unit(draft_, at(k), at(count))) return false;
  }
  return draft_.segments[at(count).segment].marker == Marker::none;
}

std::optional<std::size_t> PairSearch::whole_of_bracket(std::size_t percent,
                                                        std::size_t numerator) const {
  const std::size_t segment = at(numerator).segment;
  for (std::size_t k = numerator; k-- > 0 && at(k).segment == segment;) {
    if (is_percent(draft_, at(k))) return std::nullopt;  // one of several shares
  }
  const auto here = only_other(numerator, segment);
  if (!here && segment > 0 && opens_with_parts(segment)) {
    for (std::size_t k = numerator; k-- > 0 && at(k).segment == segment;) {
      if (same_unit(draft_, at(k), at(numerator))) return std::nullopt;
    }
    return only_other(numerator, segment - 1);
  }
  if (!here) return std::nullopt;
  // What follows is counted too, unless it is all the rest of the whole.
  for (std::size_t k = percent; k < draft_.mentions.size() && at(k).segment == segment; ++k) {
    if (!same_unit(draft_, at(k), at(numerator))) continue;
    if (at(numerator).value + at(k).value != at(*here).value) return std::nullopt;
    break;
  }
  const std::string words = text::folded(between(draft_, at(*here), at(numerator)));
  const bool achieved = words.find(" da ") != std::string::npos;
  return achieved || announces_part(at(*here), at(numerator)) ? here : std::nullopt;
}

std::optional<std::size_t> PairSearch::only_other(std::size_t numerator,
                                                  std::size_t segment) const {
  std::optional<std::size_t> out;
  for (std::size_t k = numerator; k-- > 0 && at(k).segment >= segment;) {
    if (at(k).segment != segment || !is_count(draft_, at(k)) ||
        !same_unit(draft_, at(k), at(numerator)) || draft_.unit(at(k)) == nullptr) {
      continue;
    }
    if (out || at(k).value.is_zero() || change_before(draft_, at(k).span.begin)) {
      return std::nullopt;
    }
    out = k;
  }
  return out;
}

bool PairSearch::opens_with_parts(std::size_t segment) const {
  const text::Word first = text::word_after(draft_.text, draft_.segments[segment].body);
  return draft_.lexicon.sums_some.match_from(draft_.text, first) ||
         draft_.lexicon.sums_only_some.match_from(draft_.text, first);
}

// "36 người (91%)", "23 đại biểu nữ (chiếm 24,51%)": nothing else in the bracket.
bool PairSearch::is_bracketed_share(const Mention& numerator, const Mention& percent) const {
  constexpr std::size_t reach = 60;
  const std::size_t from = end_of_figure(numerator);
  if (percent.span.begin < from || percent.span.begin - from > reach) return false;
  const auto words = draft_.text.substr(from, percent.span.begin - from);
  const auto open = words.find('(');
  if (open == std::string_view::npos || words.find_first_of(",;:)/(", open + 1) != words.npos ||
      words.find_first_of(",;:)/") < open) {
    return false;
  }
  const std::size_t close = text::skip_gap(draft_.text, end_of_figure(percent));
  return close < draft_.text.size() && draft_.text[close] == ')';
}

// "Nhận 03 đơn, giải quyết xong 03 đơn, đạt 130%": more than all, and of no plan.
bool PairSearch::is_over_the_whole(std::size_t percent,
                                   const std::vector<std::size_t>& counts) const {
  if (at(percent).value <= Decimal(100) || counts.size() != 2) return false;
  const Mention& later = at(counts[0]);
  const Mention& earlier = at(counts[1]);
  const Unit* unit = draft_.unit(later);
  if (!unit || !draft_.unit(earlier) || !comparable(draft_, later, earlier)) return false;
  const std::string words = text::folded(between(draft_, earlier, later)) + " ";
  const std::string lead = text::folded(between(draft_, later, at(percent)));
  if (lead.find("dat") == std::string::npos || lead.size() > 40) return false;
  if (words.find(" da ") == std::string::npos && words.find(" xong ") == std::string::npos) {
    return false;
  }
  const std::size_t end = text::skip_gap(draft_.text, end_of_figure(at(percent)));
  return end >= draft_.text.size() || draft_.text[end] == '.' || draft_.text[end] == ';';
}

// Of another whole near it, of both together, or a change.
bool PairSearch::is_explained(std::size_t percent, Pair pair) const {
  const Mention& written = at(percent);
  const Decimal& part = at(pair.numerator).value;
  const Decimal& whole = at(pair.denominator).value;
  if (follows(part, part + whole, written.value, written.decimals) ||
      follows(whole - part, whole, written.value, written.decimals)) {
    return true;
  }
  constexpr std::size_t most_back = 24;
  for (std::size_t k = pair.numerator; k-- > 0 && pair.numerator - k < most_back;) {
    if (k == pair.denominator || !same_unit(draft_, at(k), at(pair.numerator))) continue;
    const auto own = in_base_unit(draft_, at(pair.numerator));
    const auto other = in_base_unit(draft_, at(k));
    const auto both = other + in_base_unit(draft_, at(pair.denominator));  // left over and new
    if (follows(own, other, written.value, written.decimals) ||
        follows(own, both, written.value, written.decimals)) {
      return true;
    }
  }
  return false;
}

bool PairSearch::mixes_money(const Mention& a, const Mention& b) const {
  const auto is_money = [&](const Mention& mention) {
    const Unit* unit = draft_.unit(mention);
    return unit && unit->dimension == Dimension::money;
  };
  const auto is_time = [&](const Mention& mention) {
    const Unit* unit = draft_.unit(mention);
    return unit && unit->dimension == Dimension::time;
  };
  return is_money(a) != is_money(b) || is_time(a) || is_time(b);
}

bool PairSearch::announces_part(const Mention& denominator, const Mention& numerator) const {
  const std::size_t to = numerator.span.begin;
  for (std::size_t from = text::next_word(draft_.text, end_of_figure(denominator)); from < to;) {
    const text::Word word = text::word_at(draft_.text, from);
    const auto some = draft_.lexicon.sums_some.match_from(draft_.text, word);
    if (some && some->span.end <= to) return true;
    from = text::next_word(draft_.text, word.span.end);
  }
  return false;
}

bool PairSearch::is_in_bracket(std::size_t behind) const {
  const std::size_t at = text::skip_gap(draft_.text, behind);
  return at < draft_.text.size() && draft_.text[at] == '(';
}

bool PairSearch::counts_things(const Mention& mention) const {
  const Unit* unit = draft_.unit(mention);
  return unit && mention.kind == MentionKind::number &&
         (unit->dimension == Dimension::person || unit->dimension == Dimension::thing_counted);
}

}  // namespace liem::reading
