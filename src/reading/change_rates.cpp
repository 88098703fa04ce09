// Claims that a change is so many percent of what there was: "8.200 việc, giảm 310 việc (3,64%)".
#include <algorithm>

#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/draft.h"
#include "reading/percent_words.h"
#include "reading/same_units.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Word;

constexpr std::size_t reach = 70;  // bytes from the change to its percentage
constexpr std::size_t candidates_back = 6;

class ChangeRates {
 public:
  explicit ChangeRates(Draft& draft) : draft_(draft) {}

  void run() {
    for (const Claim& claim : draft_.reading.claims) {
      const auto* difference = std::get_if<DifferenceClaim>(&claim);
      if (difference && difference->unit == percent_name()) known_.push_back(*difference);
    }
    std::ranges::stable_sort(known_, {}, [](const auto& claim) { return claim.span.begin; });
    for (std::size_t i = 1; i + 1 < draft_.mentions.size(); ++i) look(i);
  }

 private:
  const Mention& at(std::size_t i) const { return draft_.mentions[i]; }

  bool is_count(const Mention& mention) const {
    const Unit* unit = draft_.unit(mention);
    return mention.kind == MentionKind::number && unit && !is_percent(draft_, mention) &&
           unit->dimension != Dimension::time && !mention.value.is_zero();
  }

  void look(std::size_t i) {
    const Mention& change = at(i);
    const Mention& rate = at(i + 1);
    if (!is_percent(draft_, rate) || !is_count(change) || rate.segment != change.segment) return;
    if (is_known(rate)) return;
    const auto words = change_before(draft_, change.span.begin);
    if (!words || !is_rate_of(change, rate) || is_bound(draft_, rate)) return;
    const auto now = figures_before(i, words->begin);
    if (now.empty()) return;
    for (const std::size_t k : now) {
      if (holds(at(k), change, rate, words->change)) {
        add(at(k), change, rate, words->change, true);
        return;
      }
    }
    if (is_certain(now, i, words->begin) && !is_share(at(now.front()), change, rate)) {
      add(at(now.front()), change, rate, words->change, false);
    }
  }

  const std::string& percent_name() const { return draft_.lexicon.units.front().name; }

  // "tăng 20 đơn, tương đương tăng 25% so với năm 2023 (100 đơn)": read as a rise already.
  bool is_known(const Mention& rate) const {
    constexpr std::size_t near = 4;
    const auto behind = std::ranges::upper_bound(
        known_, rate.span.begin, {}, [](const auto& claim) { return claim.span.begin; });
    const auto from = behind - std::min<std::ptrdiff_t>(near, behind - known_.begin());
    return std::any_of(from, behind, [&](const DifferenceClaim& claim) {
      return claim.value == rate.value && claim.span.contains(rate.span);
    });
  }

  // "(3,64%)", "so với cùng kỳ [3,64%]", "tương đương tăng 3,64%": nothing else lies between, and
  // the percentage names no whole of its own.
  bool is_rate_of(const Mention& change, const Mention& rate) const {
    const std::size_t to = rate.span.begin;
    std::size_t at = end_of_figure(change);
    if (to < at || to - at > reach || !ends_behind(rate)) return false;
    bool compared = false, led = false;
    for (at = text::skip_gap(draft_.text, at); at < to; at = text::skip_gap(draft_.text, at)) {
      const Word word = text::word_at(draft_.text, at);
      if (!word) {
        const char mark = draft_.text[at];
        if (std::string_view(";:)].").find(mark) != std::string_view::npos) return false;
        led = led || mark == '(' || mark == '[';
        compared = compared && text::is_digit(mark);  // "so với năm 2016"
        ++at;
        continue;
      }
      compared = compared || word.is("so");
      const bool leads = draft_.lexicon.changes.rate_leads.spells(word);
      if (!compared && !leads) return false;
      led = led || (leads && !compared);
      at = word.span.end;
    }
    return led;
  }

  // A mark, "so với", or nothing.
  bool ends_behind(const Mention& rate) const {
    const std::size_t at = text::skip_gap(draft_.text, end_of_figure(rate));
    const Word word = text::word_at(draft_.text, at);
    return !word || word.capitalised || word.is("so") || word.is("va");
  }

  // Figures of the change's unit before it, nearest first.
  std::vector<std::size_t> figures_before(std::size_t i, std::size_t verb) const {
    std::vector<std::size_t> out;
    for (std::size_t k = i; k-- > 0 && i - k <= candidates_back;) {
      if (at(k).segment != at(i).segment) break;
      if (at(k).span.begin >= verb || !is_count(at(k)) || !same_unit(draft_, at(k), at(i)) ||
          is_softened(draft_, at(k).span.begin) || change_before(draft_, at(k).span.begin)) {
        continue;
      }
      out.push_back(k);
    }
    return out;
  }

  Rounded rounded(const Mention& mention) const {
    const Unit* unit = draft_.unit(mention);
    const auto in_base = [&](const Decimal& value) {
      return Decimal::multiply(value, unit ? unit->factor : Decimal(1)).value_or(value);
    };
    return {in_base(mention.value), in_base(half_step(draft_, mention))};
  }

  Rounded before(const Rounded& now, const Rounded& by, Change direction) const {
    return {direction == Change::increase ? now.value - by.value : now.value + by.value,
            now.half_step + by.half_step};
  }

  bool holds(const Mention& now, const Mention& by, const Mention& rate, Change direction) const {
    const Rounded change = rounded(by);
    const Rounded base = before(rounded(now), change, direction);
    return may_follow(change, base, rate.value, rate.decimals) ||
           percent_of(change.value, base.value, rate.decimals, Rounding::down) == rate.value;
  }

  // The change as a share of the present figure: another reading of the same words.
  bool is_share(const Mention& now, const Mention& by, const Mention& rate) const {
    const Decimal change = rounded(by).value, present = rounded(now).value;
    return follows(change, present, rate.value, rate.decimals) ||
           percent_of(change, present, rate.decimals, Rounding::down) == rate.value;
  }

  // Only one figure can be meant: it stands directly before the change, alone of its unit.
  bool is_certain(const std::vector<std::size_t>& now, std::size_t change, std::size_t verb) const {
    constexpr std::size_t near = 40;
    const Mention& figure = at(now.front());
    if (now.size() != 1 || now.front() + 1 != change || is_softened(draft_, at(change).span.begin))
      return false;
    const std::size_t end = end_of_figure(figure);
    if (verb < end || verb - end > near || figure.unit != at(change).unit) return false;
    return draft_.text.substr(end, verb - end).find_first_of(";:()") == std::string_view::npos;
  }

  void add(const Mention& now, const Mention& by, const Mention& rate, Change direction,
           bool holds) {
    const Unit* unit = draft_.unit(now);
    DifferenceClaim claim;
    claim.value = rate.value;
    claim.change = direction;
    claim.unit = draft_.unit(rate)->name;
    claim.to = now.value;
    const Decimal change = scaled(draft_, by, unit);
    claim.from = direction == Change::increase ? now.value - change : now.value + change;
    claim.holds = holds;
    claim.span = {now.span.begin, end_of_figure(rate)};
    if (claim.from.is_zero() || claim.from.is_negative()) return;
    if (!holds) report(claim, change, unit->name, rate.decimals);
    draft_.reading.claims.emplace_back(std::move(claim));
  }

  void report(const DifferenceClaim& claim, const Decimal& change, const std::string& unit,
              int decimals) {
    const auto actual = percent_of(change, claim.from, decimals, Rounding::half_up);
    if (!actual) return;
    const Args args = {{"change", in_words(change)},     {"from", in_words(claim.from)},
                       {"to", in_words(claim.to)},       {"unit", unit},
                       {"value", in_words(claim.value)}, {"actual", in_words(*actual)}};
    draft_.reading.findings.push_back({"difference_mismatch", Severity::error, claim.span,
                                       Message{"reading.change_rate_mismatch", args},
                                       Message{"reading.change_rate_suggestion", args}});
  }

  Draft& draft_;
  std::vector<DifferenceClaim> known_;  // in percent, by place
};

}  // namespace

void find_change_rates(Draft& draft) { ChangeRates(draft).run(); }

}  // namespace liem::reading
