#include "reading/fractions.h"

#include "reading/change_words.h"
#include "reading/same_units.h"

namespace liem::reading {

using text::Spelling;
using text::Word;

namespace {

// "143 đơn (120 khiếu nại, 23 tố cáo)/187 đơn": the figure before the bracket.
std::optional<std::size_t> before_bracket(const Draft& draft, std::size_t below,
                                          std::size_t close) {
  constexpr std::size_t longest = 160;
  const std::size_t from = close > longest ? close - longest : 0;
  const auto open = draft.text.substr(from, close - from).rfind('(');
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t bracket = from + open;
  for (std::size_t k = below; k-- > 0 && below - k < 12;) {
    const Mention& figure = draft.mentions[k];
    if (figure.segment != draft.mentions[below].segment) break;
    if (figure.span.begin > bracket) continue;
    const bool direct = text::skip_gap(draft.text, end_of_figure(figure)) == bracket;
    return direct && figure.kind == MentionKind::number ? std::optional(k) : std::nullopt;
  }
  return std::nullopt;
}

// "1.996 trên 2.002 người", "24 trên tổng số 27 thôn"
bool is_out_of(const Draft& draft, const Mention& above, const Mention& below) {
  constexpr std::size_t longest = 24;
  const std::size_t from = end_of_figure(above);
  if (below.span.begin <= from) return false;
  const std::size_t gap = below.span.begin - from;
  if (above.unit >= 0) {
    // "112 người đã kê khai trên 112 người"
    constexpr std::size_t longest_clause = 48;
    if (gap > longest_clause || !is_one_unit(draft, above.unit, below.unit)) return false;
    const auto clause = text::lowered(draft.text.substr(from, gap));
    return clause.find_first_of(",;.:()") == std::string::npos &&
           (clause.ends_with("trên") || clause.ends_with("trên tổng số"));
  }
  if (gap > longest) return false;
  const auto words = text::lowered(draft.text.substr(from, gap));
  return words == "trên" || words == "trên tổng số" || words == "trong tổng số";
}

// "Số phiếu hợp lệ: 46/46.", "tín nhiệm là 7/45;": no noun follows, and it is no date.
bool is_bare_result(const Draft& draft, const Mention& above, const Mention& below) {
  constexpr int months = 12;
  if (below.value <= Decimal(months) || below.noun[0] != 0) return false;
  const std::size_t gap = text::skip_gap_back(draft.text, above.span.begin);
  const bool colon = gap > 0 && draft.text[gap - 1] == ':';
  return colon || text::word_ending(draft.text, gap) == Spelling("là");
}

}  // namespace

bool is_fraction(const Draft& draft, const Mention& a, const Mention& b) {
  std::size_t at = end_of_figure(a);
  if (at > b.span.begin) return false;
  at = text::skip_gap(draft.text, at);
  // "1.155 phiếu hài lòng/1.250 phiếu": of what is counted below
  constexpr int most_words = 5;
  for (int words = 0; words < most_words && a.unit >= 0 && at < b.span.begin; ++words) {
    const Word word = text::word_at(draft.text, at);
    if (!word || !is_one_unit(draft, a.unit, b.unit)) break;
    at = text::skip_gap(draft.text, word.span.end);
  }
  if (at >= b.span.begin || draft.text[at] != '/') return false;
  return text::skip_gap(draft.text, at + 1) == b.span.begin;
}

std::optional<std::size_t> above_slash(const Draft& draft, std::size_t below) {
  if (below == 0) return std::nullopt;
  const Mention& denominator = draft.mentions[below];
  const Mention& before = draft.mentions[below - 1];
  if (before.kind == MentionKind::number && is_fraction(draft, before, denominator)) {
    return below - 1;
  }
  if (before.kind == MentionKind::number && before.value <= denominator.value &&
      is_out_of(draft, before, denominator)) {
    return below - 1;
  }
  const std::size_t slash = text::skip_gap_back(draft.text, denominator.span.begin);
  if (slash == 0 || draft.text[slash - 1] != '/') return std::nullopt;
  const std::size_t close = text::skip_gap_back(draft.text, slash - 1);
  if (close == 0 || draft.text[close - 1] != ')') return std::nullopt;
  return before_bracket(draft, below, close - 1);
}

bool is_above_slash(const Draft& draft, std::size_t i) {
  return i + 1 < draft.mentions.size() && above_slash(draft, i + 1) == i;
}

Mention with_unit_below(const Draft& draft, std::size_t i) {
  Mention out = draft.mentions[i];
  if (out.unit < 0 && is_above_slash(draft, i)) {
    out.unit = draft.mentions[i + 1].unit;
    out.unit_span = {out.span.end, out.span.end};
  }
  return out;
}

bool counts_alike(const Draft& draft, const Mention& above, const Mention& below) {
  if (above.unit < 0 || above.unit == below.unit) return true;
  if (is_money(draft, above)) return is_money(draft, below);
  const Unit* unit = draft.unit(below);
  return unit && unit->kind == draft.unit(above)->kind && above.value <= below.value;
}

bool is_ratio_alone(const Draft& draft, const Mention& above, const Mention& below) {
  if (!is_fraction(draft, above, below)) return false;
  if (above.unit >= 0 && !is_one_unit(draft, above.unit, below.unit))
    return false;  // "21 vụ/47 bị can"
  if (above.value > below.value || below.value.is_zero() || !above.value.is_whole() ||
      !below.value.is_whole()) {
    return false;
  }
  const Unit* unit = draft.unit(below);
  if (unit) {
    return unit->dimension == Dimension::thing_counted || unit->dimension == Dimension::person;
  }
  // "18/18 khoa": of a noun the reader does not know, where all are done.
  const bool all_done =
      below.noun[0] != 0 && above.value == below.value && above.value > Decimal(1);
  return all_done || is_bare_result(draft, above, below);
}

}  // namespace liem::reading
