#include "reading/citations.h"

#include <algorithm>

#include "reading/citation_context.h"
#include "reading/issuers.h"
#include "reading/number_parts.h"
#include "reading/symbols.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::is_digit;
using text::Word;

// The type a symbol itself names: its first part, without the term of the National Assembly.
int implied_type(const Symbol& symbol, const Lexicon& lexicon) {
  std::string part = symbol.parts.front();
  part.resize(part.find_last_not_of("0123456789") + 1);
  const auto found = lexicon.implied.find(part);
  // "312/TTr-NV4" is the inspectorate's office writing, not a submission: the second part is one of
  // its own rooms.
  if (symbol.parts.size() == 2 && lexicon.offices.contains(part)) {
    std::string room = symbol.parts[1];
    room.resize(room.find_last_not_of("0123456789") + 1);
    if (lexicon.rooms.contains(room)) return -1;
  }
  return found == lexicon.implied.end() ? -1 : found->second;
}

bool symbol_fits(const DocumentType& type, const std::string& part) {
  return std::ranges::find(type.symbols, part) != type.symbols.end();
}

int type_by_name(const Lexicon& lexicon, const std::string& name) {
  const auto found = std::ranges::find(lexicon.types, name, &DocumentType::name);
  return found == lexicon.types.end() ? -1 : static_cast<int>(found - lexicon.types.begin());
}

// "Bộ luật Tố tụng hình sự số 101/2015/QH13": the type stands before the law's name.
int named_law(const Draft& draft, std::size_t number) {
  std::size_t at = number;
  for (int words = 0; words < 12; ++words) {
    const Word word = text::word_before(draft.text, at);
    if (!word) {
      const std::size_t gap = text::skip_gap_back(draft.text, at);
      if (gap == 0 || draft.text[gap - 1] != ',') return -1;
      at = gap - 1;
      continue;
    }
    if (word.capitalised && (word.is("luat") || word.is("quyet") || word.is("lenh"))) {
      const auto type = draft.lexicon.type_phrases.match_before(draft.text, word.span.end);
      return type ? type->id : -1;
    }
    if (word.is("luat") || word.is("lenh")) {
      const auto type = draft.lexicon.type_phrases.match_before(draft.text, word.span.end);
      if (type) return type->id;
    }
    at = word.span.begin;
  }
  return -1;
}

int resolve_type(const Draft& draft, const Symbol& symbol, const Before& before,
                 const ListContext& list) {
  const Lexicon& lexicon = draft.lexicon;
  if (before.type >= 0) return before.type;
  const int implied = implied_type(symbol, lexicon);
  const std::string& body = symbol.parts.front();
  if (implied >= 0 && before.stranger && (body.starts_with("QH") || body.starts_with("UBTVQH"))) {
    if (const int named = named_law(draft, before.begin); named >= 0) return named;
  }
  const int listed = before.opener >= 0 ? before.opener : list.opener;
  // "Quyết định ủy thác: số 15/QĐ-CTHADS": what the colon closes is not of the type before it.
  const bool headed = before.mark == ':' && before.opener < 0;
  for (const int type : {listed, headed ? -1 : list.last_type}) {
    if (type < 0 || implied < 0) continue;
    if (symbol_fits(lexicon.types[static_cast<std::size_t>(type)], symbol.parts.front()))
      return type;
  }
  const int before_it = list.last_type;
  const bool chained = listed >= 0 || (before.joined && before_it >= 0);
  const int chain = listed >= 0 ? listed : before_it;
  // "các Công văn số 488/TTr-GSKT, số 560/TTr-GSKT": TTr is the office that writes.
  if (chained && lexicon.offices.contains(symbol.parts.front()) &&
      lexicon.types[static_cast<std::size_t>(chain)].any_symbol) {
    return chain;
  }
  if (implied >= 0) return implied;
  if (listed >= 0) return listed;
  if (before.joined && list.last_type >= 0) return list.last_type;
  return type_by_name(lexicon, lexicon.sender_first);
}

struct DateBehind {
  text::WrittenDate date;
  std::size_t mark_end;  // behind a glued footnote mark
  std::size_t end;       // behind the bracket that holds it
};

// "... số 15/KH-UBND" ends a paragraph; "Ngày 12/3/2023, ..." opens the next one.
bool opens_paragraph(std::string_view text, std::size_t from, const Word& word) {
  if (!word.capitalised) return false;
  const auto gap = text.substr(from, word.span.begin - from);
  return std::ranges::count(gap, '\n') > 1;
}

// The date behind a number: ", ngày 23/01/2025", "ký ngày ...", "(23/01/2025)".
std::optional<DateBehind> date_behind(std::string_view text, std::size_t at) {
  const std::size_t from = skip_superscripts(text, at);
  at = text::skip_gap(text, from);
  bool bracket = false;
  if (at < text.size() && (text[at] == ',' || text[at] == '(')) {
    bracket = text[at] == '(';
    at = text::skip_gap(text, at + 1);
  }
  bool day_word = false;
  for (int words = 0; words < 4; ++words) {
    const Word word = text::word_at(text, at);
    if (!word) break;
    day_word = word.is("ngay");
    if (!day_word && !word.is("ky") && !word.is("ban") && !word.is("hanh") && !word.is("duoc") &&
        !word.is("cung")) {
      return std::nullopt;
    }
    if (words == 0 && opens_paragraph(text, from, word)) return std::nullopt;
    at = text::skip_gap(text, word.span.end);
    if (day_word) break;
  }
  if (!day_word && !bracket) return std::nullopt;
  if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
  const auto date = text::date_at(text, at);
  if (!date) return std::nullopt;
  std::size_t mark_end = date->span.end;
  while (mark_end < text.size() && is_digit(text[mark_end])) ++mark_end;
  const std::size_t close = text::skip_gap(text, mark_end);
  const bool closed = bracket && close < text.size() && text[close] == ')';
  return DateBehind{*date, mark_end, closed ? close + 1 : mark_end};
}

// Behind a number: where the number joined to it by a comma or "và" starts, with its type or not.
std::optional<std::size_t> joined_number(const Draft& draft, std::size_t at) {
  const auto text = draft.text;
  at = text::skip_gap(text, at);
  if (at < text.size() && text[at] == ',') {
    ++at;
  } else if (const Word word = text::word_at(text, at); word == text::Spelling("và")) {
    at = word.span.end;
  } else {
    return std::nullopt;
  }
  if (const auto type = draft.lexicon.type_phrases.match_at(text, at)) at = type->span.end;
  if (const Word word = text::word_after(text, at); is_number_word(word)) at = word.span.end;
  return text::skip_gap(text, at);
}

// "số 540/QĐ-SYT và 541/QĐ-SYT cùng ngày 10/6/2025": the date behind the last is that of all.
std::optional<Date> common_date(const Draft& draft, std::size_t at) {
  constexpr int most_numbers = 12;
  for (int numbers = 0; numbers < most_numbers; ++numbers) {
    const auto number = joined_number(draft, at);
    if (!number) return std::nullopt;
    const auto symbol = symbol_at(draft.text, *number, draft.lexicon);
    if (!symbol) return std::nullopt;
    at = symbol->end;
    const auto behind = date_behind(draft.text, at);
    if (!behind) continue;
    const std::string words = text::folded(draft.text.substr(at, behind->date.span.begin - at));
    return words.find("cung") == std::string::npos ? std::nullopt : behind->date.date;
  }
  return std::nullopt;
}

// "Ngày 20/11/2018 UBND tỉnh đã ban hành Quyết định số ...": the date stands before.
std::optional<Date> date_before(const Draft& draft, std::size_t citation_begin) {
  if (draft.mentions.empty()) return std::nullopt;
  const Mention& last = draft.mentions.back();
  constexpr std::size_t reach = 160;
  if (last.kind != MentionKind::date || citation_begin - last.end > reach) return std::nullopt;
  if (segment_at(draft.segments, citation_begin) != last.segment) return std::nullopt;
  const Word day = text::word_before(draft.text, last.span.begin);
  if (!day.is("ngay") || text::word_before(draft.text, day.span.begin).is("den"))
    return std::nullopt;
  const auto between = draft.text.substr(last.end, citation_begin - last.end);
  if (between.find(';') != std::string_view::npos) return std::nullopt;
  return draft.lexicon.issuing.match_before(draft.text, citation_begin) ? last.date : std::nullopt;
}

// "Báo cáo thẩm định số 18/BCTĐ-STP": the symbol goes on from that of the type further before.
bool extends_type(const Symbol& symbol, const Before& before, const Lexicon& lexicon) {
  if (before.type_further < 0) return false;
  const auto& type = lexicon.types[static_cast<std::size_t>(before.type_further)];
  return std::ranges::any_of(type.symbols, [&](const std::string& letters) {
    return symbol.parts.front().size() > letters.size() &&
           symbol.parts.front().starts_with(letters);
  });
}

// The document's own number opens a line of the heading; portals repeat it and name others above
// the national title.
bool is_own(const Draft& draft, std::size_t at, const Before& before, const Symbol& symbol) {
  const auto& citations = draft.reading.citations;
  if (before.type >= 0 || !before.number_word || before.opener >= 0 || at >= heading_size) {
    return false;
  }
  if (!starts_line(draft.text, before.begin)) return false;
  if (std::ranges::any_of(citations, &Citation::own)) return false;
  if (citations.empty()) return true;
  const auto between =
      draft.text.substr(citations.back().span.end, before.begin - citations.back().span.end);
  return before.colon &&
         (std::ranges::find(citations, symbol.number, &Citation::number) != citations.end() ||
          has_national_title(between));
}

// A number in words of a road, school or form: a symbol alone does not make a document.
bool is_plausible(const Before& before, const Symbol& symbol, const Lexicon& lexicon,
                  const ListContext& list, bool same_segment) {
  if (before.type >= 0) return true;
  if (before.not_document && symbol.year == 0) return false;
  const bool implied = implied_type(symbol, lexicon) >= 0;
  const bool structured = symbol.parts.size() >= 2 || symbol.year > 0;
  if (before.stranger) return structured && (implied || before.type_further >= 0);
  if (before.number_word) return structured || implied || before.opener >= 0;
  const bool chained = same_segment && before.joined && list.last_type >= 0;
  return implied ? structured : chained && structured;
}

// "05/2014/TTLT-BTP-BNV": a joint document's number, else nothing.
std::string_view joint_number(const std::string& number) {
  const auto letters = parts_of(number).letters;
  return letters.size() > 2 && letters.front().ends_with("LT") ? std::string_view(number)
                                                               : std::string_view();
}

void complete(const Draft& draft, FoundCitation& found, std::size_t number_end) {
  Citation& citation = found.citation;
  std::size_t end = number_end;
  std::size_t behind = number_end;
  if (const auto found_date = date_behind(draft.text, number_end)) {
    const auto& date = found_date->date;
    citation.date = date.date;
    if (!date.date) found.impossible_date = date.span;
    citation.span.end = end = date.span.end;
    behind = found_date->end;
    found.end = found_date->mark_end;
  } else {
    found.end = end;
    citation.date = common_date(draft, number_end);
    if (!citation.date) citation.date = date_before(draft, citation.span.begin);
  }
  citation.issuer = issuer_behind(draft, behind, joint_number(citation.number));
  found.issuer_behind = !citation.issuer.empty();
  if (citation.issuer.empty() && end != number_end)
    citation.issuer = issuer_without_of(draft, behind, citation.number);
  if (citation.issuer.empty()) citation.issuer = issuer_before(draft, citation.span.begin);
}

// Items of one list share the issuer named at its head until another is named.
void share_issuer(const Draft& draft, const Before& before, FoundCitation& found,
                  ListContext& list) {
  Citation& citation = found.citation;
  const std::size_t gap = text::skip_gap_back(draft.text, citation.span.begin);
  const char mark = gap > 0 ? draft.text[gap - 1] : 0;
  if (!before.opener_issuer.empty()) {
    list.issuer = before.opener_issuer;
    if (citation.issuer.empty()) citation.issuer = list.issuer;
  } else if (mark == ':') {
    // "gồm: Nghị quyết số 4 của HĐND; Quyết định số 5 ...": named for the first alone.
    list.issuer = found.issuer_behind ? std::string() : citation.issuer;
  }
  const bool item =
      before.joined || mark == ':' || mark == ';' || mark == ',' || mark == '-' || mark == '+';
  if (citation.issuer.empty() && item) citation.issuer = list.issuer;
}

// "UBND tỉnh ban hành Kế hoạch 1209 triển khai ...": neither a count nor a year.
bool is_named(const Draft& draft, const Citation& citation, Span digits, const DocumentType& type) {
  const auto text = draft.text;
  if (type.any_symbol || citation.issuer.empty() || digits.size() < 3) return false;
  if (!text::word_at(text, citation.span.begin).capitalised) return false;
  const int value = std::stoi(citation.number);
  if (digits.size() == 4 && value >= 1900 && value < 2100) return false;
  const Word next = text::word_after(text, digits.end);
  return draft.lexicon.issuer_stops.match_exactly_from(text, next) &&
         !draft.lexicon.unit_phrases.match_from(text, next);
}

// "Kế hoạch số 573 ngày 03/9/2019": a number without a symbol needs its type and a date or issuer.
std::optional<FoundCitation> bare_citation_at(const Draft& draft, std::size_t at,
                                              ListContext& list) {
  const auto text = draft.text;
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end - at > 5) return std::nullopt;
  const Before before = type_before(draft, at);
  if (before.type < 0) return std::nullopt;
  const auto& type = draft.lexicon.types[static_cast<std::size_t>(before.type)];
  if (type.needs_symbol) return std::nullopt;
  FoundCitation found;
  found.citation = {
      type.name, std::string(text.substr(at, end - at)), {}, "", {before.begin, end}, false, true};
  complete(draft, found, end);
  const bool dated = found.citation.span.end > end;
  const bool issued = before.number_word && !found.citation.issuer.empty() && !type.any_symbol;
  // "Văn bản số 1140" has neither; a long number behind "số" is still nobody's form or road.
  const bool long_number =
      before.number_word && end - at >= 3 && !text::word_after(text, end).is("dong");
  if (!dated && !issued && !long_number && !is_named(draft, found.citation, {at, end}, type))
    return std::nullopt;
  list.last_type = before.type;
  list.last_end = found.end;
  return found;
}

// "số 09, 10": behind "số", or behind the number before.
bool follows_number_word(const Draft& draft, std::size_t at, const ListContext& list) {
  if (is_number_word(text::word_before(draft.text, at)) || type_before(draft, at).number_word)
    return true;
  if (list.last_end == 0 || list.last_end > at) return false;
  const auto gap = text::folded(
      text::clip(draft.text, list.last_end, std::min<std::size_t>(at - list.last_end, 12)));
  return gap == "," || gap == "va" || gap == " va";
}

}  // namespace

std::optional<FoundCitation> citation_at(const Draft& draft, std::size_t at, ListContext& list) {
  // Numbers are asked for in the order of the text.
  std::size_t segment = list.segment;
  while (segment + 1 < draft.segments.size() && draft.segments[segment + 1].span.begin <= at)
    ++segment;
  if (segment != list.segment) {
    // Items of a list inherit what opened it; a sentence of its own does not.
    const bool item = draft.segments[segment].marker != Marker::none;
    if (!item) {
      list.opener = list.last_type = -1;
      list.issuer.clear();
    }
    list.segment = segment;
  }
  auto symbol = symbol_at(draft.text, at, draft.lexicon);
  bool shares = false;
  if (!symbol) {
    symbol = shared_symbol_at(draft.text, at, draft.lexicon);
    shares = symbol && follows_number_word(draft, at, list);
    if (!shares) return bare_citation_at(draft, at, list);
  }
  Before before = look_before(draft, at);
  // "số 488/TTr-GSKT ngày 11/8/2025 số 560/TTr-GSKT": the separator was lost.
  if (list.last_end > 0 && text::skip_gap(draft.text, list.last_end) == before.begin) {
    before.joined = true;
    before.stranger = before.not_document = false;
  }
  if (!is_plausible(before, *symbol, draft.lexicon, list, true)) return std::nullopt;

  int type = resolve_type(draft, *symbol, before, list);
  // "Báo cáo thẩm định số 18/BCTĐ-STP", "Văn bản giải trình số 1288/UBND-TCKH"
  const bool named_further =
      before.type_further >= 0 &&
      (implied_type(*symbol, draft.lexicon) < 0 || extends_type(*symbol, before, draft.lexicon));
  if (before.stranger && named_further) {
    type = before.type_further;
    before.begin = before.further_begin;
  }
  FoundCitation found;
  found.citation.number = symbol->number;
  found.citation.span = {before.begin, symbol->span.end};
  found.citation.type_written = before.type >= 0;
  if (type >= 0) found.citation.type = draft.lexicon.types[static_cast<std::size_t>(type)].name;
  found.citation.own = is_own(draft, at, before, *symbol);
  complete(draft, found, symbol->end);
  if (shares) {
    // Date and issuer stand behind the last, which is read next.
    found.citation.span.end = found.end = symbol->span.end;
    found.impossible_date.reset();
    found.issuer_behind = false;
  }
  share_issuer(draft, before, found, list);
  if (before.opener >= 0) list.opener = before.opener;
  list.last_type = type;
  list.last_end = found.end;
  return found;
}

}  // namespace liem::reading
