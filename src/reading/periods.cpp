#include "reading/periods.h"

#include <algorithm>

#include "text/words.h"

namespace liem::reading {
namespace {

Period between(int from_year, int from_month, int to_year, int to_month) {
  using namespace std::chrono;
  const year_month_day_last last{year{to_year}, month_day_last{month(to_month)}};
  return {make_date(from_year, from_month, 1), Date(last), true, {}};
}

Period whole_years(int from, int to) { return between(from, 1, to, 12); }

class PeriodFinder {
 public:
  PeriodFinder(const Draft& draft, std::string_view text, const std::vector<Token>& tokens,
               int own_year, std::vector<FoundPeriod>& out)
      : draft_(draft), text_(text), tokens_(tokens), own_year_(own_year), out_(out) {}

  void run() {
    out_.clear();
    for (std::size_t at = 0; at < tokens_.size();) {
      const std::size_t end = period_at(at);
      at = end > at ? end : at + 1;
    }
  }

 private:
  bool word(std::size_t at, std::string_view plain) const {
    return at < tokens_.size() && tokens_[at].is(plain);
  }
  bool mark(std::size_t at, char c) const { return at < tokens_.size() && tokens_[at].is_mark(c); }
  bool is_date(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == TokenKind::date;
  }
  std::optional<Date> date(std::size_t at) const {
    return draft_.mentions[tokens_[at].mention].date;
  }

  // The whole number written at a token, or -1.
  int number(std::size_t at) const {
    if (at >= tokens_.size()) return -1;
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::digits && token.kind != TokenKind::figure) return -1;
    const auto digits = text::slice(text_, token.span);
    if (digits.size() > 4 || digits.find_first_not_of("0123456789") != std::string_view::npos)
      return -1;
    return std::stoi(std::string(digits));
  }
  int year(std::size_t at) const {
    const int value = number(at);
    return value >= 1990 && value <= 2099 ? value : 0;
  }
  // "I" to "IV", or 1 to 4 in digits; 0: no quarter.
  int quarter(std::size_t at) const {
    if (const int value = number(at); value >= 1 && value <= 4) return value;
    if (at >= tokens_.size() || !tokens_[at].capitalised) return 0;
    const std::string_view names[] = {"i", "ii", "iii", "iv"};
    for (int i = 0; i < 4; ++i) {
      if (tokens_[at].is(names[i])) return i + 1;
    }
    return 0;
  }

  // A year behind "năm", "/" or nothing; moves `at` behind it. The own year where none is written.
  int year_behind(std::size_t& at) const {
    std::size_t next = at;
    if (word(next, "nam") || mark(next, '/')) ++next;
    if (const int written = year(next)) {
      at = next + 1;
      return written;
    }
    return own_year_;
  }

  std::size_t period_at(std::size_t at) {
    if (tokens_[at].kind == TokenKind::digits || tokens_[at].kind == TokenKind::figure) {
      return months_at(at);
    }
    if (tokens_[at].kind != TokenKind::word) return at;
    switch (tokens_[at].key) {
      case text::word_key("tu"):
        return range_at(at);
      case text::word_key("giai"):
        return word(at + 1, "doan") ? years_at(at, at + 2) : at;
      case text::word_key("thoi"):
      case text::word_key("nhiem"):
        return word(at + 1, "ky") ? years_at(at, at + 2) : at;
      case text::word_key("quy"):
        return quarter_at(at);
      case text::word_key("thang"):
        return month_at(at);
      case text::word_key("nam"):
        return year_at(at);
      default:
        return at;
    }
  }

  std::size_t add(std::size_t begin, std::size_t end, Period period) {
    period.span = Span{tokens_[begin].span.begin, tokens_[end - 1].span.end};
    out_.push_back({begin, end, period, is_compared(begin), stands_free(begin)});
    return end;
  }

  // "từ ngày D đến hết ngày D", "từ năm 2009 đến năm 2020", "từ 2016 đến 2020"
  std::size_t range_at(std::size_t begin) {
    std::size_t at = begin + 1;
    if (word(at, "ngay")) ++at;
    if (!is_date(at)) return years_at(begin, word(begin + 1, "nam") ? begin + 2 : begin + 1);
    const auto from = date(at++);
    if (!word(at, "den")) return begin;
    ++at;
    if (word(at, "het")) ++at;
    if (word(at, "ngay")) ++at;
    if (!is_date(at) || !from || !date(at) || *from > *date(at)) return begin;
    return add(begin, at + 1, {from, date(at), true, {}});
  }

  // "2016-2020", "2009 đến năm 2020"
  std::size_t years_at(std::size_t begin, std::size_t at) {
    const int from = year(at);
    if (from == 0) return begin;
    ++at;
    if (!word(at, "den") && !mark(at, '-') && !mark(at, '\xE2')) return begin;
    ++at;
    if (word(at, "het")) ++at;
    if (word(at, "nam")) ++at;
    const int to = year(at);
    return to >= from ? add(begin, at + 1, whole_years(from, to)) : begin;
  }

  // "6 tháng đầu năm 2024", "9 tháng năm 2024"
  std::size_t months_at(std::size_t begin) {
    const int months = number(begin);
    if (months < 1 || months > 11 || !word(begin + 1, "thang")) return begin;
    const bool first = word(begin + 2, "dau"), last = word(begin + 2, "cuoi");
    if (!(first || last) || !word(begin + 3, "nam")) return begin;
    std::size_t at = begin + 3;
    const int written = year_behind(at);
    if (at == begin + 3) ++at;
    if (written == 0) return begin;
    return add(
        begin, at,
        first ? between(written, 1, written, months) : between(written, 13 - months, written, 12));
  }

  std::size_t quarter_at(std::size_t begin) {
    const int value = quarter(begin + 1);
    if (value == 0) return begin;
    std::size_t at = begin + 2;
    const int written = year_behind(at);
    return written == 0 ? begin
                        : add(begin, at, between(written, 3 * value - 2, written, 3 * value));
  }

  // "tháng 6/2024", "tháng 6 năm 2024"; without a year it may be anything
  std::size_t month_at(std::size_t begin) {
    const int value = number(begin + 1);
    if (value < 1 || value > 12) return begin;
    std::size_t at = begin + 2;
    const int written = year_behind(at);
    return at == begin + 2 || written == 0
               ? begin
               : add(begin, at, between(written, value, written, value));
  }

  std::size_t year_at(std::size_t begin) {
    if (begin > 0 && (number(begin - 1) >= 0 || word(begin - 1, "hoc"))) return begin;
    const int value = year(begin + 1);
    if (value == 0) return begin;
    // "năm học 2019-2020" is no calendar year; "năm 2016 - 2020" is a period.
    if (const std::size_t end = years_at(begin, begin + 1); end > begin) return end;
    if (begin > 0 && word(begin - 1, "den")) {
      return add(begin, begin + 2, {{}, make_date(value, 12, 31), true, {}});
    }
    return add(begin, begin + 2, whole_years(value, value));
  }

  // "so với [cùng kỳ] năm 2017"
  bool is_compared(std::size_t begin) const {
    constexpr std::size_t reach = 5;
    for (std::size_t at = begin; at-- > 0 && begin - at <= reach;) {
      if (tokens_[at].kind != TokenKind::word) return false;
      if (tokens_[at].is("voi") && at > 0 && tokens_[at - 1].is("so")) return true;
    }
    return false;
  }

  bool stands_free(std::size_t begin) const {
    if (begin == 0 || tokens_[begin - 1].kind == TokenKind::mark) return true;
    for (const std::string_view before :
         {"trong", "cua", "ca", "rieng", "tu", "den", "va", "ket", "het", "tinh", "ky"}) {
      if (tokens_[begin - 1].is(before)) return true;
    }
    return !word(begin, "nam");  // a range or part of a year is no name
  }

  const Draft& draft_;
  std::string_view text_;
  const std::vector<Token>& tokens_;
  int own_year_;
  std::vector<FoundPeriod>& out_;
};

// "kỳ đánh giá tính từ ngày 16/12/2023 đến ngày 15/12/2024": about a year, and said to be the time
// reported on.
std::optional<Period> stated_period(const Draft& draft) {
  const auto& mentions = draft.mentions;
  constexpr std::size_t gap = 32, reach = 60;
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    const Mention& from = mentions[i];
    const Mention& to = mentions[i + 1];
    if (from.kind != MentionKind::date || to.kind != MentionKind::date) continue;
    if (!from.date || !to.date || *from.date >= *to.date) continue;
    if (from.segment != to.segment || to.span.begin - from.end > gap) continue;
    const auto& segment = draft.segments[from.segment].span;
    const std::size_t begin =
        std::max(segment.begin, from.span.begin - std::min(from.span.begin, reach));
    std::vector<Token> tokens;
    tokenise(draft, text::skip_gap(draft.text, begin), to.span.end, i, tokens);
    std::vector<FoundPeriod> found;
    find_periods(draft, draft.text, tokens, 0, found);
    for (const auto& one : found) {
      const bool said = std::ranges::any_of(tokens.begin(),
                                            tokens.begin() + static_cast<std::ptrdiff_t>(one.begin),
                                            [](const Token& token) { return token.is("ky"); });
      if (said && one.period.span->end == to.span.end) {
        Period own = one.period;
        own.written = false;
        return own;
      }
    }
  }
  return std::nullopt;
}

// The one time the title speaks of.
std::optional<Period> titled_period(const Draft& draft) {
  const std::string& title = draft.identity.abstract;
  std::vector<Token> tokens;
  tokenise(draft, title, {0, title.size()}, tokens);
  std::vector<FoundPeriod> found;
  find_periods(draft, title, tokens, 0, found);
  if (found.size() != 1) return std::nullopt;
  return Period{found.front().period.from, found.front().period.to, false, {}};
}

}  // namespace

void find_periods(const Draft& draft, std::string_view text, const std::vector<Token>& tokens,
                  int own_year, std::vector<FoundPeriod>& out) {
  PeriodFinder(draft, text, tokens, own_year, out).run();
}

std::optional<Period> own_period(const Draft& draft) {
  if (draft.earlier) return draft.earlier->period;
  if (auto stated = stated_period(draft)) return stated;
  if (auto titled = titled_period(draft)) return titled;
  const int year = draft.assessed_year;
  if (year == 0) return std::nullopt;
  Period own = whole_years(year, year);
  own.written = false;
  return own;
}

}  // namespace liem::reading
