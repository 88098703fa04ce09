// Documents presented as the work of a year but dated outside it: "ban hành trong năm 2022 có ...".
#include <algorithm>
#include <set>

#include "reading/citation_list.h"
#include "reading/number_parts.h"
#include "reading/periods.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Word;

constexpr std::size_t phrase_reach = 160;  // bytes from "năm 2022" to the first document
constexpr std::size_t heading_reach = 1200;

int year_at(std::string_view text, std::size_t at) {
  const auto digits = text.substr(std::min(at, text.size()), 4);
  if (digits.size() < 4 || digits.find_first_not_of("0123456789") != std::string_view::npos)
    return 0;
  if (at + 4 < text.size() && text::is_digit(text[at + 4])) return 0;
  const int year = std::stoi(std::string(digits));
  return year >= 1990 && year <= 2099 ? year : 0;
}

// "ngày 12 tháng 12 năm 2024"
bool is_date(std::string_view text, std::size_t year) {
  const Word nam = text::word_before(text, year);
  const std::size_t gap = text::skip_gap_back(text, nam.span.begin);
  return gap > 0 && text::is_digit(text[gap - 1]);
}

// "Luật Phòng, chống tham nhũng năm 2018": the law's own year.
bool is_of_law(std::string_view text, std::size_t year) {
  constexpr int most_words = 9;
  std::size_t at = year;
  for (int words = 0; words < most_words; ++words) {
    at = text::skip_gap_back(text, at);
    if (at > 0 && text[at - 1] == ',') at = text::skip_gap_back(text, at - 1);
    const Word word = text::word_ending(text, at);
    if (!word) return false;
    if (word.is("luat") && word.capitalised) return true;
    at = word.span.begin;
  }
  return false;
}

class YearChecks {
 public:
  explicit YearChecks(Draft& draft) : draft_(draft), text_(draft.text) {}

  void run() {
    assessed_ = draft_.assessed_year;
    if (assessed_ == 0) return;
    std::size_t segment = draft_.segments.size();
    std::size_t last = 0;     // behind the citation before
    std::size_t clauses = 0;  // of the sentence: time must stay linear
    for (std::size_t i = 0; i < draft_.mentions.size(); ++i) {
      const Mention& mention = draft_.mentions[i];
      if (mention.kind != MentionKind::citation) continue;
      if (mention.segment != segment) {
        segment = mention.segment;
        clauses = 0;
        if (claims_year(i)) report(list_in_sentence(draft_, i));
      } else if (clauses < most_clauses && opens_clause(last, mention.span.begin) &&
                 says_year(last, mention.span.begin)) {
        ++clauses;
        report(list_in_sentence(draft_, i));
      }
      last = mention.span.end;
    }
  }

 private:
  const Citation& citation(std::size_t mention) const {
    return draft_.reading.citations[draft_.mentions[mention].citation];
  }

  static constexpr std::size_t most_clauses = 8;

  // "... của UBND tỉnh; trong năm 2024, Sở đã ban hành ..."
  bool opens_clause(std::size_t from, std::size_t to) const {
    return to > from && to - from > 20 &&
           text_.substr(from, to - from).find_first_of(";,.") != std::string_view::npos;
  }

  // Whether the words before the first document of a sentence say that these are the year's own.
  bool claims_year(std::size_t first) const {
    const auto& segment = draft_.segments[draft_.mentions[first].segment];
    const std::size_t begin = draft_.mentions[first].span.begin;
    if (says_year(segment.span.begin, begin)) return true;
    if (segment.marker == Marker::none || !heads_list(segment, begin)) return false;
    // The sentence above the items: "..., trong năm 2023:"
    for (std::size_t k = draft_.mentions[first].segment; k-- > 0;) {
      const auto& above = draft_.segments[k];
      const std::size_t end = text::skip_gap_back(text_, above.span.end);
      if (end > above.span.begin && text_[end - 1] == ':') return says_year(above.span.begin, end);
      if (above.marker != segment.marker || draft_.mentions[first].segment - k > 8) return false;
    }
    return false;
  }

  // "- UBND tỉnh: Kế hoạch số ...": nothing but the issuer stands before the first document.
  bool heads_list(const Segment& segment, std::size_t begin) const {
    const std::size_t gap = text::skip_gap_back(text_, begin);
    return gap <= segment.body || (text_[gap - 1] == ':' && begin - segment.body < 80);
  }

  bool says_year(std::size_t from, std::size_t to) const {
    if (to > from + phrase_reach) from = to - phrase_reach;
    while (from > 0 && (static_cast<unsigned char>(text_[from]) & 0xC0) == 0x80) --from;
    const std::string words = text::lowered(text_.substr(from, to - from));
    const std::string year = "năm " + std::to_string(assessed_);
    const auto at = words.find(year);
    if (at == std::string::npos) return false;
    const std::string before = words.substr(0, at);
    const std::string after = words.substr(at + year.size());
    if (after.find(';') != std::string::npos) return false;
    for (const std::string_view carries :
         {"thực hiện", "triển khai", "căn cứ", "theo ", "quán triệt"}) {
      if (after.find(carries) != std::string::npos) return false;
    }
    const bool in_year = before.ends_with("trong ");
    const bool issued = words.find("ban hành") != std::string::npos;
    const bool evidence = before.find("tài liệu kiểm chứng") != std::string::npos ||
                          before.find("tài liệu chứng minh") != std::string::npos;
    return (in_year && (issued || after.find(':') != std::string::npos)) || evidence;
  }

  // Laws and what comes from the centre or the Party bind for years.
  bool is_own(const Citation& cited) const {
    const auto parts = parts_of(cited.number);
    for (const auto letters : parts.letters) {
      const std::string_view part = without_digits(letters);
      for (const std::string_view higher :
           {"CP", "TTg", "TW", "QH", "TU", "TTCP", "UBTVQH", "CTN"}) {
        if (part == higher) return false;
      }
      if (part.starts_with("B") && draft_.lexicon.agencies_of_symbol.contains(part)) return false;
    }
    return cited.date.has_value();
  }

  // The assessed year runs from 16 December of the year before; to its own last day, leniently.
  bool is_outside(const Date& date) const {
    using namespace std::chrono;
    return date < year_month_day{year{assessed_ - 1}, December, day{16}} ||
           date > year_month_day{year{assessed_}, December, day{31}};
  }

  void report(const CitationList& list) {
    if (!list.clear) return;
    for (const std::size_t item : list.items) {
      const Citation& cited = citation(item);
      if (!is_own(cited) || !is_outside(*cited.date) || !told_.insert(item).second) continue;
      draft_.reading.findings.push_back({"outside_year",
                                         Severity::note,
                                         cited.span,
                                         Message{"reading.outside_year",
                                                 {{"document", named(cited)},
                                                  {"date", to_vietnamese(*cited.date)},
                                                  {"year", std::to_string(assessed_)}}},
                                         {}});
    }
  }

  Draft& draft_;
  std::string_view text_;
  int assessed_ = 0;
  std::set<std::size_t> told_;  // mentions
};

}  // namespace

int assessed_year_of(const Draft& draft) {
  const auto text = draft.text;
  std::size_t from = 0;
  if (!draft.reading.citations.empty() && draft.reading.citations.front().own) {
    from = draft.reading.citations.front().span.end;
  }
  std::size_t to = std::min(text.size(), from + heading_reach);
  for (const auto& heading : draft.headings) {
    if (heading.kind == HeadingKind::annex || heading.line.begin <= from) continue;
    to = std::min(to, heading.line.begin);
    break;
  }
  int found = 0;
  for (std::size_t at = from; at < to; ++at) {
    if (!text::is_digit(text[at]) || (at > 0 && text::is_digit(text[at - 1]))) continue;
    const int year = year_at(text, at);
    if (year == 0 || !text::word_before(text, at).is("nam") || is_date(text, at) ||
        is_of_law(text, at)) {
      continue;
    }
    if (found != 0 && found != year) return 0;
    found = year;
  }
  return found;
}

void find_year_findings(Draft& draft) { YearChecks(draft).run(); }

}  // namespace liem::reading
