// One pass over the digits of the text: each run is a citation's number, a date, or a number.
#include <algorithm>

#include "reading/citations.h"
#include "reading/draft.h"
#include "reading/number_parts.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::is_digit;
using text::Word;

// Digits behind a letter are part of a name or a footnote mark: "CP7", "Covid19", "m2".
bool is_glued_to_letter(std::string_view text, std::size_t at) {
  return at > 0 && utf8::is_letter(utf8::decode(text, utf8::previous(text, at)).code);
}

bool is_page_number(std::string_view text, Span digits) {
  std::size_t before = digits.begin;
  while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t')) --before;
  if (before > 0 && text[before - 1] != '\n') return false;
  const std::size_t behind = text::skip_spaces(text, digits.end);
  return (behind == text.size() || text[behind] == '\n') && digits.size() <= 3;
}

// Part of a law or an ordinal, never a count: "khoản 2 Điều 31", "tháng 6", "lần thứ 2".
bool is_ordinal(const Word& before) {
  static constexpr text::Spelling ordinals[] = {"điều",  "khoản", "chương", "mục",  "thứ",   "ngày",
                                                "tháng", "quý",   "khóa",   "khoá", "trang", "lục"};
  return std::ranges::find(ordinals, text::Spelling(before)) != std::end(ordinals);
}

// "02 (hai) người": the count in words stands between the number and its unit.
std::size_t skip_count_in_words(std::string_view text, std::size_t at) {
  const std::size_t open = text::skip_gap(text, at);
  if (open >= text.size() || text[open] != '(') return at;
  const auto inside = text.substr(open, 40);
  if (inside.find(')') == std::string_view::npos) return at;
  const std::size_t close = open + inside.find(')');
  for (std::size_t i = open; i < close; ++i) {
    if (is_digit(text[i])) return at;
  }
  return close + 1;
}

void attach_unit(const Draft& draft, Mention& mention) {
  const auto text = draft.text;
  const std::size_t next = text::skip_gap(text, mention.end);
  if (next < text.size() && text[next] == '%') {
    mention.unit = 0;
    mention.unit_span = {next, next + 1};
    return;
  }
  const auto take = [&](const Word& word) {
    const auto unit = draft.lexicon.unit_phrases.match_from(text, word);
    if (!unit) return false;
    mention.unit = unit->id;
    mention.unit_span = unit->span;
    return true;
  };
  const Word first = text::word_at(text, next);
  if (take(first)) return;
  const std::size_t behind_words = skip_count_in_words(text, mention.end);
  if (behind_words != mention.end && take(text::word_after(text, behind_words))) return;
  if (!first || first.capitalised) return;
  const Word second = text::word_after(text, first.span.end);
  mention.noun = {first.key, second.capitalised ? 0 : second.key};
}

// "Trường Tiểu học số 1": a name, unless it says "tổng số 1".
bool is_name_number(std::string_view text, const Word& word) {
  if (word != text::Spelling("số")) return false;
  const Word before = text::word_before(text, word.span.begin);
  return before && !before.is("tong") && !before.is("mot");
}

bool is_year(const Mention& mention) {
  return mention.decimals == 0 && mention.span.size() == 4 && mention.value >= Decimal(1900) &&
         mention.value <= Decimal(2099);
}

class Scanner {
 public:
  explicit Scanner(Draft& draft) : draft_(draft) {}

  void run() {
    const auto text = draft_.text;
    const auto& digits = draft_.landmarks.digits;
    for (std::size_t at = digits.next(0); at < text.size(); at = digits.next(at)) {
      if (is_glued_to_letter(text, at)) {
        while (at < text.size() && is_digit(text[at])) ++at;
      } else {
        at = take(at);
      }
    }
  }

 private:
  // Reads what starts at the digit `at`; returns where to go on.
  std::size_t take(std::size_t at) {
    const auto text = draft_.text;
    if (const auto date = text::date_at(text, at)) {
      add({.kind = MentionKind::date,
           .span = date->span,
           .end = date->span.end,
           .date = date->date});
      if (!date->date && text::word_before(text, at).is("ngay")) impossible(date->span);
      return date->span.end;
    }
    if (auto found = citation_at(draft_, at, list_)) return add_citation(std::move(*found));
    const auto number = text::number_at(text, at);
    if (!number) return text.find_first_not_of("0123456789", at + 1);
    Mention mention{.span = number->span,
                    .end = number->end,
                    .value = number->value,
                    .decimals = number->decimals};
    if (is_page_number(text, number->span)) return number->end;
    attach_unit(draft_, mention);
    const Word before = text::word_before(text, at);
    // "chi trả qua tài khoản 100%", "khoản 2 tỷ đồng": no clause of a law is numbered so.
    const Unit* unit = draft_.unit(mention);
    const bool measured =
        unit && (unit->dimension == Dimension::percent || unit->dimension == Dimension::money);
    if ((is_ordinal(before) && !measured) || (mention.unit < 0 && is_name_number(text, before)) ||
        (is_year(mention) && !number->grouped && (mention.unit < 0 || before.is("nam")))) {
      return number->end;
    }
    if (!joins_money(mention)) add(mention);
    return number->end;
  }

  // "12 tỷ 500 triệu đồng" is one amount, kept in the smaller unit.
  bool joins_money(const Mention& mention) {
    if (draft_.mentions.empty()) return false;
    Mention& last = draft_.mentions.back();
    const Unit* larger = draft_.unit(last);
    const Unit* smaller = draft_.unit(mention);
    if (last.kind != MentionKind::number || !larger || !smaller ||
        larger->dimension != Dimension::money || smaller->dimension != Dimension::money ||
        larger->factor <= smaller->factor ||
        text::skip_gap(draft_.text, last.unit_span.end) != mention.span.begin) {
      return false;
    }
    const auto ratio = Decimal::divide(larger->factor, smaller->factor, 0, Rounding::down);
    const auto whole = ratio ? Decimal::multiply(last.value, *ratio) : std::nullopt;
    if (!whole || mention.value >= *ratio) return false;
    last.value = *whole + mention.value;
    last.decimals = mention.decimals;
    last.span.end = mention.span.end;
    last.end = mention.end;
    last.unit = mention.unit;
    last.unit_span = mention.unit_span;
    return true;
  }

  std::size_t add_citation(FoundCitation found) {
    // Only the text's first lines hold its own number.
    if (draft_.earlier) found.citation.own = false;
    if (found.citation.own) complete_own_citation(draft_, found.citation);
    drop_footnote_mark(found.citation.span.begin);
    add({.kind = MentionKind::citation,
         .span = found.citation.span,
         .end = found.end,
         .citation = draft_.reading.citations.size()});
    if (found.impossible_date) impossible(*found.impossible_date);
    if (found.citation.issuer.empty() && !found.citation.own)
      take_issuer_of_sentence(found.citation);
    draft_.reading.citations.push_back(std::move(found.citation));
    if (found.issuer_behind) share_issuer_back();
    return found.end;
  }

  void impossible(Span date) {
    constexpr std::size_t near = 4;
    auto& told = draft_.reading.findings;
    const std::size_t segment = segment_at(draft_.segments, date.begin);
    for (std::size_t i = told.size(); i-- > 0 && told.size() - i <= near;) {
      if (slice(draft_.text, told[i].span) != slice(draft_.text, date) ||
          segment_at(draft_.segments, told[i].span.begin) != segment) {
        continue;
      }
      told[i].span = date;  // of the document that bears it, which is read last
      return;
    }
    draft_.reading.findings.push_back(
        {"impossible_date",
         Severity::error,
         date,
         Message{"reading.impossible_date",
                 {{"date", text::in_one_line(slice(draft_.text, date))}}},
         {}});
  }

  // "8Quyết định số 99/QĐ-UBND", "2 Văn bản số ..." at the start of a line: a mark, no count.
  void drop_footnote_mark(std::size_t citation) {
    if (draft_.mentions.empty()) return;
    const Mention& last = draft_.mentions.back();
    const auto text = draft_.text;
    if (last.kind != MentionKind::number || last.span.size() > 2 || text[last.span.begin] == '0' ||
        text::skip_spaces(text, last.span.end) != citation ||
        !text::word_at(text, citation).capitalised) {
      return;
    }
    const std::size_t line = last.span.begin;
    if (line > 0 && text[line - 1] != '\n') return;
    const std::size_t before = text::skip_gap_back(text, line);
    const bool closed =
        before == 0 || std::string_view(".;:_/").find(text[before - 1]) != std::string_view::npos;
    if (closed || last.span.end == citation) draft_.mentions.pop_back();
  }

  // "UBND tỉnh ban hành Kế hoạch số 9/KH-UBND ..., số 14/KH-UBND ...": the same letters in one
  // sentence are the same issuer.
  void take_issuer_of_sentence(Citation& citation) const {
    const auto& citations = draft_.reading.citations;
    const std::size_t segment = segment_at(draft_.segments, citation.span.begin);
    constexpr std::size_t reach = 8;
    for (std::size_t i = citations.size(); i-- > 0 && citations.size() - i <= reach;) {
      if (segment_at(draft_.segments, citations[i].span.begin) != segment) return;
      const bool next = i + 1 == citations.size();
      const bool same = letters_of(citations[i]) == letters_of(citation) ||
                        (next && same_office(citations[i], citation));
      if (citations[i].issuer.empty() || !same) continue;
      citation.issuer = citations[i].issuer;
      return;
    }
  }

  // "Sở Nội vụ tại Tờ trình số 94/TTr-SNV ..., Công văn số 231/SNV-CC": one office writes both.
  bool same_office(const Citation& before, const Citation& citation) const {
    constexpr std::size_t longest_joint = 24;
    const std::size_t gap = citation.span.begin - before.span.end;
    if (gap > longest_joint) return false;
    const std::string words = text::folded(draft_.text.substr(before.span.end, gap));
    if (words != "," && words != "va" && words != ", va" && words != " va") return false;
    const auto first = parts_of(before.number), second = parts_of(citation.number);
    return std::ranges::any_of(first.letters, [&](std::string_view part) {
      return draft_.lexicon.agencies_of_symbol.contains(part) &&
             !draft_.lexicon.offices.contains(part) &&
             std::ranges::find(second.letters, part) != second.letters.end();
    });
  }

  static std::string_view letters_of(const Citation& citation) {
    const std::string_view number = citation.number;
    return number.substr(std::min(number.find_first_of("/-"), number.size()));
  }

  // "Quy định số 131-QĐ/TW, số 132-QĐ/TW của Bộ Chính trị": the name behind the last is for all.
  void share_issuer_back() {
    auto& citations = draft_.reading.citations;
    for (std::size_t i = citations.size() - 1; i > 0; --i) {
      Citation& before = citations[i - 1];
      const std::size_t gap = citations[i].span.begin - before.span.end;
      if (!before.issuer.empty() || before.own || gap > 24) return;
      const std::string words = text::folded(draft_.text.substr(before.span.end, gap));
      const bool next_item = words == ";" && letters_of(before) == letters_of(citations[i]);
      if (!next_item && words != "," && words != "va" && words != ", va" && words != ", so" &&
          words != " va") {
        return;
      }
      before.issuer = citations[i].issuer;
    }
  }

  void add(Mention mention) {
    // Mentions come in the order of the text, so the segment is found by going on, not by
    // searching.
    while (segment_ + 1 < draft_.segments.size() &&
           draft_.segments[segment_ + 1].span.begin <= mention.span.begin) {
      ++segment_;
    }
    mention.segment = segment_;
    draft_.mentions.push_back(mention);
  }

  Draft& draft_;
  ListContext list_;
  std::size_t segment_ = 0;
};

}  // namespace

void scan_mentions(Draft& draft) { Scanner(draft).run(); }

}  // namespace liem::reading
