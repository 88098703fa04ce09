// Claims that one number is so many percent of another.
#include <algorithm>
#include <array>

#include "reading/arithmetic.h"
#include "reading/draft.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Word;

bool is_percent(const Draft& draft, const Mention& mention) {
  const Unit* unit = draft.unit(mention);
  return mention.kind == MentionKind::number && unit && unit->dimension == Dimension::percent;
}

bool is_count(const Draft& draft, const Mention& mention) {
  return mention.kind == MentionKind::number && !is_percent(draft, mention);
}

std::string_view between(const Draft& draft, const Mention& a, const Mention& b) {
  return draft.text.substr(a.end, b.span.begin - a.end);
}

// "6/19", "6 hồ sơ/19 hồ sơ": nothing but a slash stands between the two, units apart.
bool is_fraction(const Draft& draft, const Mention& a, const Mention& b) {
  std::size_t at = a.unit >= 0 ? std::max(a.unit_span.end, a.end) : a.end;
  if (at > b.span.begin) return false;
  at = text::skip_gap(draft.text, at);
  if (at >= b.span.begin || draft.text[at] != '/') return false;
  return text::skip_gap(draft.text, at + 1) == b.span.begin;
}

// Words directly before a percentage that make it a share, or a change of one.
enum class Lead { none, share, change };

Lead lead_of(const Draft& draft, const Mention& percent, std::size_t from) {
  std::size_t end = percent.span.begin;
  const std::size_t gap = text::skip_gap_back(draft.text, end);
  Lead lead = Lead::none;
  if (gap > from && (draft.text[gap - 1] == '(' || draft.text[gap - 1] == '=')) lead = Lead::share;
  for (int words = 0; words < 7; ++words) {
    std::size_t before = text::skip_gap_back(draft.text, end);
    while (before > from &&
           std::string_view("(=:,").find(draft.text[before - 1]) != std::string_view::npos) {
      before = text::skip_gap_back(draft.text, before - 1);
    }
    const Word word = text::word_ending(draft.text, before);
    if (!word || word.span.begin < from) break;
    if (draft.lexicon.changes.levels.spells(word)) return Lead::change;
    if (draft.lexicon.changes.shares.holds(word)) lead = Lead::share;
    end = word.span.begin;
  }
  return lead;
}

struct Pair {
  const Mention* numerator;
  const Mention* denominator;
};

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

class RatioFinder {
 public:
  explicit RatioFinder(Draft& draft) : draft_(draft), used_(draft.mentions.size(), false) {}

  void run() {
    for (std::size_t i = 0; i < draft_.mentions.size(); ++i) {
      if (is_percent(draft_, draft_.mentions[i])) percent(i);
    }
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
      if (is_count(draft_, at(i)) && !at(i).value.is_zero()) out.push_back(i);
    }
    return out;
  }

  void percent(std::size_t i) {
    const auto counts = counts_before(i);
    if (respective(i) || fraction_before(i, counts) || fraction_behind(i) ||
        of_total_behind(i, counts))
      return;
    if (counts.empty()) return;
    const Mention& nearest = at(counts.front());
    constexpr std::size_t reach = 140;
    if (at(i).span.begin - nearest.end > reach) return;
    if (lead_of(draft_, at(i), nearest.end) != Lead::share) return;
    for (std::size_t k = counts.front() + 1; k < i; ++k) {
      if (is_percent(draft_, at(k))) return;  // that number has its share already
    }
    if (const auto pair = holding_pair(i, counts)) {
      add(*pair, at(i));
    } else if (counts.size() >= 2) {
      if (const auto stated = stated_pair(i, counts)) {
        add(*stated, at(i));
        return;
      }
      far_pair(i, counts);
    } else {
      far_pair(i, counts);
    }
  }

  // "5.184, 3.369 và 87 phiếu, tương ứng 60%, 39% và 1%" of 8.640: shares in the order of the
  // counts.
  bool respective(std::size_t last) {
    std::size_t first = last;
    while (first > 0 && is_percent(draft_, at(first - 1)) && listed(first - 1, first)) --first;
    if (last + 1 < draft_.mentions.size() && is_percent(draft_, at(last + 1)) &&
        listed(last, last + 1)) {
      return first < last;  // the whole list is judged at its last percentage
    }
    const std::size_t many = last - first + 1;
    if (many < 2 || first < many + 1) return false;
    const std::size_t counts = first - many;
    for (std::size_t k = counts; k + 1 < first; ++k) {
      if (!is_count(draft_, at(k)) || !is_count(draft_, at(k + 1)) || !listed(k, k + 1))
        return false;
    }
    for (std::size_t d = counts; d-- > 0 && counts - d < 6;) {
      if (!is_count(draft_, at(d)) || at(d).value.is_zero()) continue;
      bool all = true;
      for (std::size_t k = 0; k < many; ++k) {
        all = all && follows(at(counts + k).value, at(d).value, at(first + k).value,
                             at(first + k).decimals);
      }
      if (!all) continue;
      for (std::size_t k = 0; k < many; ++k) add({&at(counts + k), &at(d)}, at(first + k));
      return true;
    }
    return false;
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
    if (counts.size() < 2 || counts[0] != counts[1] + 1) return false;
    const Mention& denominator = at(counts[0]);
    const Mention& numerator = at(counts[1]);
    if (!is_fraction(draft_, numerator, denominator)) return false;
    if (at(percent).span.begin - denominator.end > reach || denominator.value.is_zero())
      return false;
    for (std::size_t k = counts[0] + 1; k < percent; ++k) {
      if (is_percent(draft_, at(k))) return false;
    }
    if (lead_of(draft_, at(percent), denominator.end) == Lead::change) return false;
    used_[counts[0]] = used_[counts[1]] = true;
    add({&numerator, &denominator}, at(percent));
    return true;
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
    if (!is_fraction(draft_, numerator, denominator) || denominator.value.is_zero()) return false;
    used_[percent + 1] = used_[percent + 2] = true;
    add({&numerator, &denominator}, at(percent));
    return true;
  }

  // "25 cơ quan được chọn, đạt 20,7% tổng số 121 cơ quan"
  bool of_total_behind(std::size_t percent, const std::vector<std::size_t>& counts) {
    if (counts.empty() || percent + 1 >= draft_.mentions.size()) return false;
    const Mention& denominator = at(percent + 1);
    const Mention& numerator = at(counts.front());
    if (!is_count(draft_, denominator) || denominator.segment != at(percent).segment) return false;
    const std::size_t from = at(percent).unit_span.end;
    if (denominator.span.begin < from || denominator.span.begin - from > 40) return false;
    const std::string words = text::folded(draft_.text.substr(from, denominator.span.begin - from));
    if (!words.ends_with("tong so") && !words.ends_with("so voi")) return false;
    if (denominator.value < numerator.value || denominator.value.is_zero() ||
        !comparable(draft_, numerator, denominator)) {
      return false;
    }
    add({&numerator, &denominator}, at(percent));
    return true;
  }

  bool mixes_money(const Mention& a, const Mention& b) const {
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

  // The nearest two counts whose ratio is the percentage written.
  std::optional<Pair> holding_pair(std::size_t percent,
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
          return Pair{&at(counts[n]), &at(counts[d])};
        }
      }
    }
    return std::nullopt;
  }

  // The denominator stands in a sentence before; only an exact fit of the same unit counts.
  void far_pair(std::size_t percent, const std::vector<std::size_t>& counts) {
    const Mention& numerator = at(counts.front());
    if (numerator.unit < 0) return;
    constexpr std::size_t segments_back = 3;
    for (std::size_t i = counts.back(), looked = 0; i-- > 0 && looked < 8; ++looked) {
      if (at(i).segment + segments_back < at(percent).segment) return;
      const bool alike = at(i).unit == numerator.unit ||
                         (at(percent).decimals > 0 && comparable(draft_, at(i), numerator));
      if (at(i).kind != MentionKind::number || !alike || at(i).value < numerator.value ||
          at(i).value.is_zero()) {
        continue;
      }
      if (follows(numerator.value, at(i).value, at(percent).value, at(percent).decimals)) {
        add({&numerator, &at(i)}, at(percent));
        return;
      }
    }
  }

  // Two numbers the sentence itself sets against each other, whatever their ratio.
  std::optional<Pair> stated_pair(std::size_t percent,
                                  const std::vector<std::size_t>& counts) const {
    const Mention& later = at(counts[0]);
    const Mention& earlier = at(counts[1]);
    if (!draft_.unit(later) || !draft_.unit(earlier)) return std::nullopt;
    if (later.unit != earlier.unit || at(percent).value > Decimal(100)) return std::nullopt;
    const std::string words = text::folded(between(draft_, earlier, later));
    const bool of_total = words.find("tren tong so") != std::string::npos ||
                          words.ends_with("trong tong so") || words.ends_with("tong so");
    if (of_total && earlier.value <= later.value) return Pair{&earlier, &later};
    // "tiếp nhận 90 hồ sơ, đã giải quyết 80 hồ sơ, đạt 98%"
    const bool only_two = counts.size() == 2;
    const std::string lead = text::folded(between(draft_, later, at(percent)));
    const bool reached = lead.find("dat") != std::string::npos && lead.size() < 40;
    const bool achieved =
        words.find(" da ") != std::string::npos || words.find(" co") != std::string::npos;
    if (only_two && reached && achieved && later.value <= earlier.value) {
      return Pair{&later, &earlier};
    }
    // Two digits of the percentage itself swapped: 99,8 written 98,9.
    const auto actual =
        percent_of(later.value, earlier.value, at(percent).decimals, Rounding::half_up);
    if (later.value <= earlier.value && lead.size() < 40 && at(percent).decimals > 0 && actual &&
        is_slip(*actual, at(percent).value)) {
      return Pair{&later, &earlier};
    }
    return std::nullopt;
  }

  void add(Pair pair, const Mention& percent) {
    const Mention& numerator = *pair.numerator;
    const Mention& denominator = *pair.denominator;
    RatioClaim claim;
    const bool alike = numerator.unit == denominator.unit || numerator.unit < 0;
    claim.numerator = alike ? numerator.value : in_base_unit(draft_, numerator);
    claim.denominator = alike ? denominator.value : in_base_unit(draft_, denominator);
    claim.percent = percent.value;
    claim.holds = follows(claim.numerator, claim.denominator, percent.value, percent.decimals);
    claim.percent_span = percent.figure_span();
    claim.numerator_span = numerator.span;
    claim.denominator_span = denominator.span;
    const bool far = denominator.segment != percent.segment;
    const std::size_t denominator_begin = far ? numerator.span.begin : denominator.span.begin;
    claim.span = {std::min({numerator.span.begin, denominator_begin, percent.span.begin}),
                  std::max({numerator.figure_span().end,
                            far ? numerator.figure_span().end : denominator.figure_span().end,
                            claim.percent_span.end})};
    add_ratio(draft_, std::move(claim), percent.decimals);
  }

  // "58/58 đơn": a ratio without a percentage, where a counted noun follows.
  void fraction_alone(std::size_t i) {
    const Mention& numerator = at(i);
    const Mention& denominator = at(i + 1);
    if (used_[i] || used_[i + 1]) return;
    if (numerator.kind != MentionKind::number || denominator.kind != MentionKind::number) return;
    const Unit* unit = draft_.unit(denominator);
    // "18/18 khoa": of a noun the reader does not know, where all are done.
    const bool all_of_something = !unit && denominator.noun[0] != 0 &&
                                  numerator.value == denominator.value &&
                                  numerator.value > Decimal(1);
    if (!unit && !all_of_something) return;
    if (unit && (unit->kind == "money" || unit->dimension == Dimension::point ||
                 unit->dimension == Dimension::time || unit->dimension == Dimension::percent ||
                 unit->dimension == Dimension::area)) {
      return;
    }
    if (!is_fraction(draft_, numerator, denominator)) return;
    if (numerator.unit >= 0 && numerator.unit != denominator.unit) return;  // "21 vụ/47 bị can"
    if (numerator.value > denominator.value || denominator.value.is_zero() ||
        !numerator.value.is_whole() || !denominator.value.is_whole()) {
      return;
    }
    RatioClaim claim;
    claim.numerator = numerator.value;
    claim.denominator = denominator.value;
    claim.span = {numerator.span.begin, denominator.figure_span().end};
    claim.numerator_span = numerator.span;
    claim.denominator_span = denominator.span;
    draft_.reading.claims.emplace_back(claim);
  }

  Draft& draft_;
  std::vector<bool> used_;
};

}  // namespace

void add_ratio(Draft& draft, RatioClaim claim, int percent_decimals) {
  const auto actual =
      percent_of(claim.numerator, claim.denominator, percent_decimals, Rounding::half_up);
  if (!claim.holds && actual) {
    const bool cut = percent_of(claim.numerator, claim.denominator, percent_decimals,
                                Rounding::down) == claim.percent;
    const Args args = {{"numerator", in_words(claim.numerator)},
                       {"denominator", in_words(claim.denominator)},
                       {"actual", in_words(*actual)},
                       {"percent", in_words(*claim.percent)}};
    draft.reading.findings.push_back(
        {"ratio_mismatch", cut ? Severity::note : Severity::error, claim.span,
         Message{cut ? "reading.ratio_cut" : "reading.ratio_mismatch", args},
         Message{"reading.ratio_suggestion", args}});
  }
  draft.reading.claims.emplace_back(std::move(claim));
}

void find_ratios(Draft& draft) { RatioFinder(draft).run(); }

}  // namespace liem::reading
