// Claims that a figure rose or fell: "312 lớp, tăng 64 lớp so với năm 2017 (258 lớp)".
#include <algorithm>

#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/draft.h"
#include "reading/same_units.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Spelling;
using text::Word;

constexpr std::size_t reach = 160;  // bytes from "so với" to the figure compared with
constexpr std::size_t candidates_back = 10;

// The year of "năm 2017" that ends before `end` with nothing but words between, or 0.
int year_directly_before(std::string_view text, std::size_t end) {
  for (int words = 0; words < 4; ++words) {
    const std::size_t gap = text::skip_gap_back(text, end);
    std::size_t digits = gap;
    while (digits > 0 && gap - digits < 5 && text::is_digit(text[digits - 1])) --digits;
    if (gap - digits == 4 && text::word_before(text, digits).is("nam")) {
      return std::stoi(std::string(text.substr(digits, 4)));
    }
    const Word word = text::word_ending(text, gap);
    if (!word) return 0;
    end = word.span.begin;
  }
  return 0;
}

// The last year of "giai đoạn 2013 - 2017" or "năm 2017" that ends before `end` with nothing but
// words between, or 0.
int year_of_period_before(std::string_view text, std::size_t end) {
  if (const int year = year_directly_before(text, end)) return year;
  for (int words = 0; words < 4; ++words) {
    const std::size_t gap = text::skip_gap_back(text, end);
    std::size_t digits = gap;
    while (digits > 0 && gap - digits < 5 && text::is_digit(text[digits - 1])) --digits;
    if (gap - digits == 4) {
      std::size_t dash = text::skip_gap_back(text, digits);
      if (text.substr(0, dash).ends_with("–")) {
        dash -= std::string_view("–").size();
      } else if (dash > 0 && text[dash - 1] == '-') {
        --dash;
      } else {
        return 0;
      }
      const std::size_t first = text::skip_gap_back(text, dash);
      return first > 0 && text::is_digit(text[first - 1])
                 ? std::stoi(std::string(text.substr(digits, 4)))
                 : 0;
    }
    const Word word = text::word_ending(text, gap);
    if (!word) return 0;
    end = word.span.begin;
  }
  return 0;
}

class DifferenceFinder {
 public:
  explicit DifferenceFinder(Draft& draft) : draft_(draft), text_(draft.text) {}

  void run() {
    for (const auto& claim : draft_.reading.claims) {
      if (const auto* sum = std::get_if<SumClaim>(&claim)) sums_.push_back(sum->span);
    }
    std::ranges::stable_sort(sums_, {}, &Span::begin);
    for (std::size_t i = 0; i < draft_.mentions.size(); ++i) {
      if (at(i).kind == MentionKind::number) look(i);
    }
  }

 private:
  const Mention& at(std::size_t i) const { return draft_.mentions[i]; }

  Dimension dimension(const Mention& mention) const {
    const Unit* unit = draft_.unit(mention);
    return unit ? unit->dimension : Dimension::thing_counted;
  }
  bool is_percent(const Mention& mention) const { return reading::is_percent(draft_, mention); }
  bool is_figure(const Mention& mention) const {
    return mention.kind == MentionKind::number && dimension(mention) != Dimension::time;
  }
  // "5 điểm phần trăm" is a difference of two percentages.
  bool is_percentage_points(const Mention& mention) const {
    const Unit* unit = draft_.unit(mention);
    return unit && unit->name == "điểm phần trăm";
  }

  // Whether a figure of this unit can be one of the two that `change` lies between.
  bool fits(const Mention& figure, const Mention& change) const {
    if (!is_figure(figure)) return false;
    if (is_percentage_points(change)) return is_percent(figure);
    if (is_percent(change)) return figure.unit >= 0;
    if (is_one_unit(draft_, figure.unit, change.unit)) return true;
    return figure.unit >= 0 && change.unit >= 0 && dimension(figure) == Dimension::money &&
           dimension(change) == Dimension::money;
  }

  Decimal base_value(const Mention& mention, const Unit* as) const {
    const Unit* unit = draft_.unit(mention);
    if (!unit || !as || unit->dimension != Dimension::money) return mention.value;
    const auto base = Decimal::multiply(mention.value, unit->factor);
    const auto scaled = base ? Decimal::divide(*base, as->factor, 9, Rounding::half_up) : base;
    return scaled.value_or(mention.value);
  }

  void look(std::size_t i) {
    const Mention& change = at(i);
    if (dimension(change) == Dimension::time) return;
    const auto words = change_before(draft_, change.span.begin);
    if (!words) return;
    if (two_in_brackets(i, *words)) return;
    if (compared_in_bracket_before(i, *words)) return;
    if (const auto earlier = compared_with(i, *words)) {
      compare(i, *words, *earlier);
    } else {
      by_year(i, *words);
      year_after_year(i, *words);
      by_period(i, *words);
    }
  }

  static std::size_t behind(const Mention& mention) { return end_of_figure(mention); }

  // "tăng 02 vụ (09 vụ so với 07 vụ)"
  bool two_in_brackets(std::size_t i, const WrittenChange& words) {
    if (i + 2 >= draft_.mentions.size()) return false;
    const std::size_t open = text::skip_gap(text_, behind(at(i)));
    if (open >= text_.size() || text_[open] != '(') return false;
    const Mention& now = at(i + 1);
    const Mention& then = at(i + 2);
    if (text::skip_gap(text_, open + 1) != now.span.begin || !is_figure(now) || !is_figure(then)) {
      return false;
    }
    const std::size_t compared = compared_end(text_, behind(now));
    if (compared == 0 || text::skip_gap(text_, compared) != then.span.begin) return false;
    const auto agrees = [&](const Mention& figure) {
      return figure.unit < 0 || fits(figure, at(i));
    };
    if (!agrees(now) || !agrees(then)) return false;
    add(i, words, now, then, words.begin, behind(then));
    return true;
  }

  // The figure behind "so với": directly, in brackets, or after "là".
  std::optional<std::size_t> compared_with(std::size_t i, const WrittenChange& words) const {
    const std::size_t change_end = behind(at(i));
    std::size_t from = compared_end(text_, change_end);
    std::size_t ahead = change_end;
    for (int skipped = 0; from == 0 && skipped < 4; ++skipped) {
      const Word word = text::word_after(text_, ahead);
      if (!word || word.capitalised) break;
      ahead = word.span.end;
      from = compared_end(text_, ahead);
    }
    // "so với giai đoạn 2019 - 2021 giảm 02 người (32 người)"
    const bool before = from == 0 && (compared_before(words.begin) || names_period(change_end));
    if (before) from = change_end;
    if (from == 0) return std::nullopt;
    for (std::size_t k = i + 1; k < draft_.mentions.size() && k < i + 6; ++k) {
      const Mention& figure = at(k);
      if (figure.span.begin > from + reach || figure.segment != at(i).segment) break;
      if (!is_figure(figure)) continue;
      if (is_softened(draft_, figure.span.begin)) return std::nullopt;
      return stands_as_reference(from, figure, at(i), before) ? std::optional(k) : std::nullopt;
    }
    return std::nullopt;
  }

  // "tăng 131 đơn (6 tháng đầu năm 2019 tiếp nhận 1.405 đơn)": the bracket starts with a period.
  bool names_period(std::size_t at) const {
    const std::size_t open = text::skip_gap(text_, at);
    if (open >= text_.size() || text_[open] != '(') return false;
    const auto inside = text_.substr(open + 1, text_.substr(open + 1, 60).find_first_of(",;.)("));
    for (std::size_t from = text::next_word(inside, 0); from < inside.size();) {
      const Word word = text::word_at(inside, from);
      if (word == Spelling("năm") || word == Spelling("kỳ")) return true;
      from = text::next_word(inside, word.span.end);
    }
    return false;
  }

  bool compared_before(std::size_t verb) const {
    const std::size_t from = verb > 80 ? verb - 80 : 0;
    const std::string words = text::lowered(text_.substr(from, verb - from));
    const auto found = words.rfind("so với");
    return found != std::string::npos && words.find_first_of(",;.()", found) == std::string::npos;
  }

  bool stands_as_reference(std::size_t from, const Mention& figure, const Mention& change,
                           bool bracket_only) const {
    if (!fits(figure, change) && !(figure.unit < 0 && change.unit >= 0)) return false;
    const auto between = text_.substr(from, figure.span.begin - from);
    const auto open = between.rfind('(');
    if (between.find_first_of(";") != std::string_view::npos) return false;
    if (open == std::string_view::npos) {
      if (bracket_only || between.find(',') != std::string_view::npos) return false;
      const bool direct = text::skip_gap(text_, from) == figure.span.begin;
      return direct || text::word_before(text_, figure.span.begin) == Spelling("là");
    }
    if (bracket_only && text::skip_gap(text_, from) != from + open) return false;
    if (between.substr(0, open).find_first_of(",.(") != std::string_view::npos) return false;
    if (!closes(behind(figure))) return false;
    const auto inside = between.substr(open + 1);
    constexpr std::size_t longest = 48;
    if (inside.size() > longest) return false;
    for (std::size_t at = text::skip_gap(inside, 0); at < inside.size();) {
      const Word word = text::word_at(inside, at);
      if (draft_.lexicon.changes.not_compared.spells(word)) return false;
      at = text::skip_gap(inside, word ? word.span.end : at + utf8::decode(inside, at).length);
    }
    return true;
  }

  // Nothing but a few words stands between here and the closing bracket.
  bool closes(std::size_t at) const {
    for (int words = 0; words < 6; ++words) {
      at = text::skip_gap(text_, at);
      if (at >= text_.size()) return false;
      if (text_[at] == ')') return true;
      const Word word = text::word_at(text_, at);
      if (!word || draft_.lexicon.changes.not_compared.spells(word)) return false;
      at = word.span.end;
    }
    return false;
  }

  // Numerators of "9,75/13 điểm" count in the unit of what stands below them.
  struct Current {
    const Mention* mention;
    Decimal value;
  };

  bool is_below_slash(std::size_t k) const {
    const std::size_t gap = text::skip_gap_back(text_, at(k).span.begin);
    return k > 0 && gap > 0 && text_[gap - 1] == '/';
  }

  // Figures of the sentence before the change that may be what rose or fell, nearest first.
  std::vector<Current> currents(std::size_t i, const WrittenChange& words,
                                const Mention& then) const {
    std::vector<Current> out;
    const Unit* as = draft_.unit(then);
    for (std::size_t k = i; k-- > 0 && i - k <= candidates_back;) {
      if (at(k).segment != at(i).segment) break;
      const Mention& figure = at(k);
      if (!is_figure(figure) || is_softened(draft_, figure.span.begin) || &figure == &then)
        continue;
      if (change_before(draft_, figure.span.begin)) continue;
      const bool below = is_below_slash(k);
      const Mention& counted = below ? at(k - 1) : figure;
      const bool alike = is_one_unit(draft_, figure.unit, then.unit) || fits(figure, at(i));
      const bool bare = figure.unit < 0 && out.empty() && words.begin - behind(figure) <= 4;
      if (alike || bare) out.push_back({&counted, base_value(below ? counted : figure, as)});
      if (below) --k;
    }
    return out;
  }

  // "41,3 tỷ đồng", "45,9 tỷ đồng", "tăng 4,7 tỷ đồng": three amounts rounded alike.
  Decimal rounding_of(const Mention& change) const {
    const Unit* unit = draft_.unit(change);
    const bool rounded = unit && unit->dimension == Dimension::money && change.decimals > 0;
    constexpr int amounts = 3;
    if (!rounded) return {};
    return Decimal::multiply(half_step(draft_, change), amounts).value_or(Decimal());
  }

  bool agrees(const Mention& change, Change direction, const Decimal& now, const Decimal& then,
              const Unit* as) const {
    const Decimal rise = direction == Change::increase ? now - then : then - now;
    if (!is_percent(change)) {
      const Decimal off = rise - base_value(change, as);
      const Decimal slack = rounding_of(change);
      return off.is_zero() || (off <= slack && -off <= slack);
    }
    if (rise == change.value && as && as->dimension == Dimension::percent) return true;
    return percent_of(rise, then, change.decimals, Rounding::half_up) == change.value ||
           percent_of(rise, then, change.decimals, Rounding::down) == change.value;
  }

  void compare(std::size_t i, const WrittenChange& words, std::size_t reference) {
    const Mention& then = at(reference);
    const auto candidates = currents(i, words, then);
    if (candidates.empty()) return;
    const Unit* as = draft_.unit(then);
    for (const auto& current : candidates) {
      if (agrees(at(i), words.change, current.value, then.value, as)) {
        add(i, words, *current.mention, then, current.mention->span.begin, behind(then));
        return;
      }
    }
    // A mismatch is only said of the figure the sentence leaves no doubt about.
    const Mention* now = whole_of(candidates.front().mention);
    const std::size_t end = behind(*now);
    const auto lead = text_.substr(end, words.begin - end);
    if (now == candidates.front().mention) {
      if (lead.size() > 60 || lead.find(';') != std::string_view::npos) return;
    }
    add(i, words, *now, then, now->span.begin, behind(then));
  }

  // "58 cuộc, gồm 22 cuộc trực tiếp, 36 cuộc lồng ghép, tăng ...": the total rose, not its last
  // part.
  const Mention* whole_of(const Mention* part) const {
    const auto after = std::ranges::upper_bound(sums_, part->span.begin, {}, &Span::begin);
    constexpr int nested = 8;
    auto sum = after;
    for (int i = 0; i < nested && sum != sums_.begin(); ++i) {
      --sum;
      if (!sum->contains(part->span) || part->span.begin == sum->begin) continue;
      const auto total =
          std::ranges::lower_bound(draft_.mentions, sum->begin, {},
                                   [](const Mention& mention) { return mention.span.begin; });
      if (total != draft_.mentions.end() && total->span.begin == sum->begin) return &*total;
    }
    return part;
  }

  // "Năm 2016 có 41 công trình ...; năm 2017 đăng ký 48 công trình, tăng 07 công trình so với năm
  // 2016."
  void by_year(std::size_t i, const WrittenChange& words) {
    const std::size_t compared = compared_end(text_, behind(at(i)));
    if (compared == 0 || i == 0 || is_percent(at(i)) || at(i).unit < 0) return;
    const Word year_word = text::word_after(text_, compared);
    const std::size_t digits = text::skip_gap(text_, year_word.span.end);
    if (!year_word.is("nam") || digits + 4 > text_.size()) return;
    const std::string written(text_.substr(digits, 4));
    if (written.find_first_not_of("0123456789") != std::string::npos) return;
    const int year = std::stoi(written);
    const Mention& now = at(i - 1);
    if (now.unit != at(i).unit || now.segment != at(i).segment || !is_figure(now)) return;
    const int now_year = year_directly_before(text_, now.span.begin);
    if (now_year == 0 || now_year == year) return;
    for (std::size_t k = i - 1; k-- > 0 && i - k < 14 && at(k).segment + 2 >= at(i).segment;) {
      if (at(k).unit != at(i).unit || !is_figure(at(k))) continue;
      if (year_directly_before(text_, at(k).span.begin) != year) continue;
      if (is_softened(draft_, at(k).span.begin) || is_softened(draft_, now.span.begin)) return;
      add(i, words, now, at(k), now.span.begin, digits + 4);
      return;
    }
  }

  // "năm 2013 là 41.300 triệu đồng, năm 2014 là 45.996 triệu đồng, tăng 4.696 triệu đồng"
  void year_after_year(std::size_t i, const WrittenChange& words) {
    if (i < 2 || is_percent(at(i)) || at(i).unit < 0 || compared_end(text_, behind(at(i))) != 0) {
      return;
    }
    const Mention& now = at(i - 1);
    const Mention& then = at(i - 2);
    for (const Mention* figure : {&now, &then}) {
      if (figure->unit != at(i).unit || figure->segment != at(i).segment || !is_figure(*figure) ||
          is_softened(draft_, figure->span.begin)) {
        return;
      }
    }
    const int year = year_directly_before(text_, now.span.begin);
    const int before = year_directly_before(text_, then.span.begin);
    constexpr std::size_t near = 4;
    if (before == 0 || year != before + 1 || words.begin > behind(now) + near) return;
    add(i, words, now, then, then.span.begin, behind(at(i)));
  }

  // "giai đoạn 2013 - 2017 chuyển đổi 2.315 người; giai đoạn 2018 - 2022 là 3.087 người, tăng 772
  // người so với giai đoạn trước"
  void by_period(std::size_t i, const WrittenChange& words) {
    const std::size_t compared = compared_end(text_, behind(at(i)));
    if (compared == 0 || i < 2 || is_percent(at(i)) || at(i).unit < 0 ||
        !draft_.lexicon.changes_previous.match_at(text_, compared)) {
      return;
    }
    const Mention& now = at(i - 1);
    const Mention& then = at(i - 2);
    constexpr std::size_t near = 4;
    if (words.begin > behind(now) + near) return;
    for (const Mention* figure : {&now, &then}) {
      if (figure->unit != at(i).unit || figure->segment != at(i).segment || !is_figure(*figure) ||
          is_softened(draft_, figure->span.begin)) {
        return;
      }
    }
    const int period = year_of_period_before(text_, now.span.begin);
    const int before = year_of_period_before(text_, then.span.begin);
    if (before == 0 || period <= before) return;
    add(i, words, now, then, then.span.begin, behind(at(i)));
  }

  // "5.310 việc, so với năm trước (4.120 việc) tăng 1.190 việc"
  bool compared_in_bracket_before(std::size_t i, const WrittenChange& words) {
    if (i < 2 || at(i - 1).segment != at(i).segment || !fits(at(i - 1), at(i))) return false;
    const Mention& then = at(i - 1);
    const std::size_t close = text::skip_gap(text_, behind(then));
    if (close >= text_.size() || text_[close] != ')' ||
        text::skip_gap(text_, close + 1) != words.begin) {
      return false;
    }
    const std::size_t open = text::skip_gap_back(text_, then.span.begin);
    if (open == 0 || text_[open - 1] != '(' || !compared_before(open - 1)) return false;
    const auto candidates = currents(i, words, then);
    if (candidates.empty()) return false;
    const Unit* as = draft_.unit(then);
    for (const auto& current : candidates) {
      if (!agrees(at(i), words.change, current.value, then.value, as)) continue;
      add(i, words, *current.mention, then, current.mention->span.begin, behind(at(i)));
      return true;
    }
    const Mention& now = *candidates.front().mention;
    if (&now == &at(i - 2)) add(i, words, now, then, now.span.begin, behind(at(i)));
    return true;
  }

  void add(std::size_t i, const WrittenChange& words, const Mention& now, const Mention& then,
           std::size_t begin, std::size_t end) {
    const Mention& change = at(i);
    const Unit* as = draft_.unit(then);
    DifferenceClaim claim;
    claim.value = change.value;
    claim.change = words.change;
    claim.from = then.value;
    claim.to = base_value(now, as);
    if (const Unit* unit = draft_.unit(change)) claim.unit = unit->name;
    claim.holds = agrees(change, words.change, claim.to, claim.from, as);
    claim.span = {begin, end};
    if (!claim.holds) report(claim, change, as);
    draft_.reading.claims.emplace_back(claim);
  }

  void report(const DifferenceClaim& claim, const Mention& change, const Unit* as) {
    const bool grew = claim.to >= claim.from;
    const Decimal difference = grew ? claim.to - claim.from : claim.from - claim.to;
    std::string actual = in_words(difference);
    std::string unit = as ? as->name : claim.unit;
    if (is_percent(change) && !(as && as->dimension == Dimension::percent)) {
      const auto share = percent_of(difference, claim.from, change.decimals, Rounding::half_up);
      if (!share) return;
      actual = in_words(*share);
      unit = claim.unit;
    }
    const std::string direction = claim.change == Change::increase ? "increase" : "decrease";
    const Args args = {{"to", in_words(claim.to)},
                       {"from", in_words(claim.from)},
                       {"difference", in_words(claim.to - claim.from)},
                       {"actual", actual},
                       {"value", in_words(claim.value)},
                       {"unit", unit},
                       {"written_unit", claim.unit}};
    draft_.reading.findings.push_back({"difference_mismatch", Severity::error, claim.span,
                                       Message{"reading.difference_mismatch_" + direction, args},
                                       Message{grew ? "reading.difference_suggestion_increase"
                                                    : "reading.difference_suggestion_decrease",
                                               args}});
  }

  Draft& draft_;
  std::string_view text_;
  std::vector<Span> sums_;  // in the order of the text
};

}  // namespace

void find_differences(Draft& draft) { DifferenceFinder(draft).run(); }

}  // namespace liem::reading
