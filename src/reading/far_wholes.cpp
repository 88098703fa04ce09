// Wholes that stand further off than the counts beside the percentage.
#include <algorithm>
#include <string>
#include <utility>

#include "reading/announcements.h"
#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/fractions.h"
#include "reading/ratio_pairs.h"
#include "reading/same_units.h"
#include "text/words.h"

namespace liem::reading {

std::optional<Pair> PairSearch::far_pair(std::size_t percent,
                                         const std::vector<std::size_t>& counts) const {
  const Mention& numerator = at(counts.front());
  const bool bare = numerator.unit < 0;
  if (bare && !(numerator.noun[0] == 0 && is_in_bracket(numerator.end))) return std::nullopt;
  // With a decimal written few fit by accident, further off too.
  const bool fine = at(percent).decimals > 0 && !bare;
  const std::size_t segments_back = fine ? 6 : 3, most_looked = fine ? 14 : 8;
  for (std::size_t i = counts.back(), looked = 0; i-- > 0 && looked < most_looked; ++looked) {
    if (at(i).segment + segments_back < at(percent).segment) break;
    const bool alike = bare
                           ? counts_things(at(i))
                           : is_one_unit(draft_, at(i).unit, numerator.unit) ||
                                 (at(percent).decimals > 0 && comparable(draft_, at(i), numerator));
    if (at(i).kind != MentionKind::number || !alike || at(i).value < numerator.value ||
        at(i).value.is_zero()) {
      continue;
    }
    if (follows(numerator.value, at(i).value, at(percent).value, at(percent).decimals)) {
      return Pair{counts.front(), i};
    }
  }
  return only_amount(percent, counts);
}

std::optional<Pair> PairSearch::whole_before(std::size_t percent,
                                             const std::vector<std::size_t>& counts) const {
  constexpr std::size_t most_back = 12;
  if (at(percent).decimals == 0 || counts.size() != 1) return std::nullopt;
  const Mention& whole = at(counts.front());
  const std::size_t begin = draft_.segments[whole.segment].body;
  if (begin > whole.span.begin || !draft_.unit(whole)) return std::nullopt;
  const std::size_t compared = compared_end(draft_.text, text::skip_gap(draft_.text, begin));
  if (compared == 0 || compared > whole.span.begin) return std::nullopt;
  for (std::size_t k = counts.front(); k-- > 0 && counts.front() - k < most_back;) {
    if (at(k).segment + 1 < whole.segment) break;
    if (!is_count(draft_, at(k)) || !same_unit(draft_, at(k), whole)) continue;
    if (follows(in_base_unit(draft_, at(k)), in_base_unit(draft_, whole), at(percent).value,
                at(percent).decimals)) {
      return Pair{k, counts.front()};
    }
  }
  return std::nullopt;
}

// "Vốn được bố trí là 418 tỷ 600 triệu đồng. ... Đã giải ngân 389,298 tỷ đồng, đạt 93%": of the
// only amount near before it that is large enough.
std::optional<Pair> PairSearch::only_amount(std::size_t percent,
                                            const std::vector<std::size_t>& counts) const {
  constexpr std::size_t segments_back = 3, most_looked = 12;
  const Mention& part = at(counts.front());
  if (!is_money(draft_, part) || counts.size() > 1 || is_softened(draft_, part.span.begin) ||
      at(percent).value > Decimal(100)) {
    return std::nullopt;
  }
  const Decimal own = in_base_unit(draft_, part);
  std::optional<std::size_t> whole;
  for (std::size_t i = counts.back(), looked = 0; i-- > 0 && looked < most_looked; ++looked) {
    if (at(i).segment + segments_back < at(percent).segment) break;
    if (!is_money(draft_, at(i)) || in_base_unit(draft_, at(i)) < own) continue;
    if (whole || is_softened(draft_, at(i).span.begin)) return std::nullopt;
    whole = i;
  }
  if (!whole) return std::nullopt;
  const bool fits =
      follows(own, in_base_unit(draft_, at(*whole)), at(percent).value, at(percent).decimals);
  return fits ? std::optional(Pair{counts.front(), *whole}) : std::nullopt;
}

std::optional<Pair> PairSearch::named_whole(std::size_t percent, std::size_t numerator) const {
  const auto text = draft_.text;
  const auto total = draft_.lexicon.sums_totals.match_at(text, end_of_figure(at(percent)));
  if (!total) return std::nullopt;
  const auto unit = draft_.lexicon.unit_phrases.match_at(text, total->span.end);
  if (!unit) return std::nullopt;
  constexpr std::size_t most_back = 24;
  for (std::size_t k = numerator; k-- > 0 && numerator - k < most_back;) {
    if (!is_one_unit(draft_, at(k).unit, unit->id) || at(k).value < at(numerator).value) continue;
    if (follows(at(numerator).value, at(k).value, at(percent).value, at(percent).decimals)) {
      return Pair{numerator, k};
    }
  }
  return std::nullopt;
}

std::optional<Pair> PairSearch::of_named_unit(std::size_t percent,
                                              const std::vector<std::size_t>& counts) const {
  const auto text = draft_.text;
  const text::Word number = text::word_after(text, end_of_figure(at(percent)));
  if (number != text::Spelling("số")) return std::nullopt;
  const auto unit = draft_.lexicon.unit_phrases.match_at(text, number.span.end);
  if (!unit || at(percent).decimals == 0) return std::nullopt;
  constexpr std::size_t most_back = 120, near = 16;
  for (const std::size_t n : parts_of_unit(percent, counts, unit->id)) {
    for (std::size_t k = n; k-- > 0 && n - k < most_back;) {
      if (!is_of_unit(k, unit->id) || at(k).value < at(n).value) continue;
      const auto& [part, whole] = std::pair(at(n).value, at(k).value);
      const bool cut = n - k < near && percent_of(part, whole, at(percent).decimals,
                                                  Rounding::down) == at(percent).value;
      if (cut || follows(part, whole, at(percent).value, at(percent).decimals)) return Pair{n, k};
    }
  }
  return std::nullopt;
}

// The nearest count of the unit, or without one ("số phải trả là 26, chiếm 42,6% số hồ sơ"); then
// those whose words the percentage repeats ("09 người đồng ý, 04 người không; tỷ lệ đồng ý là").
std::vector<std::size_t> PairSearch::parts_of_unit(std::size_t percent,
                                                   const std::vector<std::size_t>& counts,
                                                   int unit) const {
  std::vector<std::size_t> out;
  const auto nearest =
      std::ranges::find_if(counts, [&](std::size_t k) { return is_of_unit(k, unit); });
  if (nearest != counts.end()) out.push_back(*nearest);
  if (!counts.empty() && at(counts.front()).unit < 0 && at(counts.front()).noun[0] == 0 &&
      nearest != counts.begin()) {
    out.insert(out.begin(), counts.front());
  }
  for (const std::size_t k : counts) {
    if (k == counts.front() || !is_of_unit(k, unit) || k == out.front()) continue;
    const std::size_t from = end_of_figure(at(counts.front()));
    const auto text = draft_.text;
    const std::string words = text::folded(text.substr(from, at(percent).span.begin - from));
    const text::Word first = text::word_at(text, text::skip_gap(text, end_of_figure(at(k))));
    const text::Word second = text::word_after(text, first.span.end);
    if (!first || !second) continue;
    const auto own = text.substr(first.span.begin, second.span.end - first.span.begin);
    if (words.find("le " + text::folded(own)) != std::string::npos) out.push_back(k);
  }
  return out;
}

// "13/15 thành viên": what stands above the slash too.
bool PairSearch::is_of_unit(std::size_t count, int unit) const {
  if (is_one_unit(draft_, at(count).unit, unit)) return true;
  return at(count).unit < 0 && is_above_slash(draft_, count) &&
         is_one_unit(draft_, at(count + 1).unit, unit);
}

std::optional<Pair> PairSearch::only_pair(std::size_t percent, std::size_t segment) const {
  constexpr std::size_t most_counts = 10, most_back = 24;
  std::vector<std::size_t> counts;
  for (std::size_t k = percent; k-- > 0 && percent - k < most_back;) {
    if (at(k).segment < segment || counts.size() == most_counts) break;
    const bool own = segment == at(percent).segment;
    if ((own || at(k).segment < at(percent).segment) && is_count(draft_, at(k)) &&
        !at(k).value.is_zero() && !change_before(draft_, at(k).span.begin) &&
        !is_softened(draft_, at(k).span.begin)) {
      counts.push_back(k);
    }
  }
  std::optional<Pair> out;
  for (const std::size_t n : counts) {
    for (const std::size_t d : counts) {
      const bool alike = same_unit(draft_, at(n), at(d)) ||
                         (at(n).unit < 0 && at(n).noun[0] == 0 && counts_things(at(d)));
      if (n == d || !alike || at(n).value >= at(d).value) continue;
      const Decimal part = scaled(draft_, at(n), draft_.unit(at(d)));
      if (!follows(part, at(d).value, at(percent).value, at(percent).decimals)) continue;
      // Without decimals many fit by accident.
      if (at(percent).decimals == 0 && !names_part(percent, at(n))) continue;
      if (out &&
          (at(out->numerator).value != at(n).value || at(out->denominator).value != at(d).value)) {
        return std::nullopt;
      }
      out = Pair{n, d};
    }
  }
  return out;
}

// "14 gói chào hàng, 43 gói chỉ định thầu. Số gói chỉ định thầu chiếm 50%": the sentence repeats
// what is counted.
bool PairSearch::names_part(std::size_t percent, const Mention& part) const {
  const auto text = draft_.text;
  const text::Word first = text::word_at(text, text::skip_gap(text, end_of_figure(part)));
  const text::Word second = text::word_after(text, first.span.end);
  if (!first || !second) return false;
  const std::size_t begin = draft_.segments[at(percent).segment].span.begin;
  const std::string sentence = text::folded(text.substr(begin, at(percent).span.begin - begin));
  const auto words = text.substr(first.span.begin, second.span.end - first.span.begin);
  return sentence.find(text::folded(words)) != std::string::npos;
}

std::optional<Pair> PairSearch::listed_whole(std::size_t percent, std::size_t numerator) const {
  constexpr std::size_t most_back = 24, segments_back = 8;
  const Mention& part = at(numerator);
  if (!draft_.unit(part)) return std::nullopt;
  for (std::size_t k = numerator; k-- > 0 && numerator - k < most_back;) {
    if (at(k).segment + segments_back < at(percent).segment) break;
    if (!is_count(draft_, at(k)) || !same_unit(draft_, at(k), part)) continue;
    const Decimal own = in_base_unit(draft_, part), whole = in_base_unit(draft_, at(k));
    if (own > whole || is_softened(draft_, at(k).span.begin)) continue;
    if (!follows(own, whole, at(percent).value, at(percent).decimals)) continue;
    if (opens_parts(k)) return Pair{numerator, k};
  }
  return std::nullopt;
}

std::optional<Pair> PairSearch::described_whole(std::size_t percent, std::size_t numerator) const {
  constexpr std::size_t most_back = 24, segments_back = 8, before = 120, behind = 80;
  const std::string described = description(percent);
  const Mention& part = at(numerator);
  if (described.empty() || !draft_.unit(part)) return std::nullopt;
  for (std::size_t k = numerator; k-- > 0 && numerator - k < most_back;) {
    if (at(k).segment + segments_back < at(percent).segment) break;
    if (!is_count(draft_, at(k)) || !same_unit(draft_, at(k), part)) continue;
    const Decimal own = in_base_unit(draft_, part), whole = in_base_unit(draft_, at(k));
    if (own > whole || !follows(own, whole, at(percent).value, at(percent).decimals)) continue;
    const auto& span = draft_.segments[at(k).segment].span;
    const std::size_t from =
        std::max(span.begin, at(k).span.begin - std::min(before, at(k).span.begin));
    const std::size_t to = std::min(span.end, end_of_figure(at(k)) + behind);
    const std::string around = text::folded(draft_.text.substr(from, to - from));
    if (around.find(described) != std::string::npos) return Pair{numerator, k};
  }
  return std::nullopt;
}

// The two words that say of what behind "60% diện tích được giao", "66% trên số có điều kiện".
std::string PairSearch::description(std::size_t percent) const {
  const auto text = draft_.text;
  std::size_t begin = text::skip_gap(text, end_of_figure(at(percent)));
  for (text::Word word = text::word_at(text, begin); word;) {
    const bool leads = is_one_of(word, {"trên", "của", "tổng", "số", "so", "với"});
    const auto unit = draft_.lexicon.unit_phrases.match_from(text, word);
    if (!leads && !(unit && is_one_unit(draft_, unit->id, at(percent - 1).unit))) break;
    begin = text::skip_gap(text, leads ? word.span.end : unit->span.end);
    word = text::word_at(text, begin);
  }
  const text::Word first = text::word_at(text, begin);
  if (!first) return {};
  const text::Word second = text::word_at(text, text::skip_gap(text, first.span.end));
  if (!second) return {};
  return text::folded(text.substr(first.span.begin, second.span.end - first.span.begin));
}

// "1.526.800.000 đồng, gồm: ..."
bool PairSearch::opens_parts(std::size_t k) const {
  constexpr std::size_t reach = 160;
  const std::size_t from = end_of_figure(at(k));
  const std::size_t stop = std::min(draft_.segments[at(k).segment].span.end, from + reach);
  const std::size_t next = k + 1 < draft_.mentions.size() ? at(k + 1).span.begin : stop;
  return from < std::min(stop, next) &&
         announcement(draft_, from, std::min(stop, next)).kind != Announced::no;
}

}  // namespace liem::reading
