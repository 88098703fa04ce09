#include "reading/citations.h"

#include <algorithm>

#include "reading/symbols.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::is_digit;
using text::Word;

constexpr std::size_t heading_size = 4000;  // the own number stands within this many bytes

bool is_number_word(std::string_view text, const Word& word) {
  return word.is("so") && text::lowered(slice(text, word.span)) == "số";
}

bool starts_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '*' || text[at - 1] == '\t')) --at;
  return at == 0 || text[at - 1] == '\n';
}

// What stands before the number.
struct Before {
  std::size_t begin = 0;    // start of the citation's words
  int type = -1;            // explicit type word, or -1
  bool number_word = false; // "số"
  bool colon = false;       // "số:"
  int opener = -1;          // "các Kế hoạch: số"
  std::string opener_issuer{};
  bool not_document = false;  // a form, a road, an account: "Mẫu số 01/PCTN"
  bool stranger = false;    // another noun stands before "số": "Mẫu số 01"
  char mark = 0;            // punctuation before, for lists
  bool joined = false;      // "và", "," or ";" before
};

std::size_t step_back_over(std::string_view text, std::size_t end, char mark) {
  const std::size_t gap = text::skip_gap_back(text, end);
  return gap > 0 && text[gap - 1] == mark ? gap - 1 : end;
}

// Start of the name that ends at `end`, walking back over capitals and the words inside names.
std::size_t name_start(const Draft& draft, std::size_t end) {
  const auto text = draft.text;
  std::size_t start = end, at = end;
  for (int words = 0; words < 12; ++words) {
    const Word word = text::word_before(text, at);
    if (!word) break;
    const Word before = text::word_before(text, word.span.begin);
    const bool second = before.capitalised && !before.all_capitals;
    const bool joins = word.is("va") && before && start == at;
    if (!word.capitalised && !joins && !draft.lexicon.issuer_inside.contains(word.key) && !second) {
      break;
    }
    at = word.span.begin;
    if (word.capitalised) start = at;
  }
  return start;
}

// "UBND tỉnh ban hành Quyết định số", "của Chánh Thanh tra tỉnh tại Tờ trình số", "Thành ủy: Chỉ thị
// số": who issued it stands before.
std::string issuer_before(const Draft& draft, std::size_t begin) {
  const auto text = draft.text;
  std::size_t end = text::skip_gap_back(text, begin);
  // "- Chính phủ: các Nghị định: số ..."
  if (const Word plural = text::word_ending(text, end); plural.is("cac")) {
    end = text::skip_gap_back(text, plural.span.begin);
  }
  if (end > 0 && text[end - 1] == ':') {
    end = text::skip_gap_back(text, end - 1);
    // "Thanh tra tỉnh ban hành 03 văn bản: Hướng dẫn số ..."
    std::size_t back = end;
    for (int words = 0; words < 6 && back > 0; ++words) {
      if (const auto verb = draft.lexicon.issuing.match_before(text, back)) {
        end = text::skip_gap_back(text, verb->span.begin);
        break;
      }
      const Word word = text::word_before(text, back);
      back = text::skip_gap_back(text, word ? word.span.begin : back);
      while (!word && back > 0 && is_digit(text[back - 1])) --back;
      if (!word && (back == 0 || !is_digit(text[back]))) break;
    }
  } else if (const auto verb = draft.lexicon.issuing.match_before(text, end)) {
    end = text::skip_gap_back(text, verb->span.begin);
  } else {
    return {};
  }
  const std::size_t start = name_start(draft, end);
  if (start == end || !draft.lexicon.issuer_heads.match_at(text, start)) return {};
  return text::in_one_line(text.substr(start, end - start));
}

// What a colon closes: "các Kế hoạch:", "các Quy định của Bộ Chính trị:".
void look_at_opener(const Draft& draft, std::size_t colon, Before& before) {
  const auto text = draft.text;
  std::size_t end = colon;
  const std::size_t name = name_start(draft, colon);
  if (name != colon) {
    const Word of = text::word_before(text, name);
    if (of.is("cua") && draft.lexicon.issuer_heads.match_at(text, name)) {
      before.opener_issuer = text::in_one_line(text.substr(name, text::skip_gap_back(text, colon) - name));
      end = of.span.begin;
    }
  }
  if (const auto opener = draft.lexicon.type_phrases.match_before(text, end)) {
    before.opener = opener->id;
    if (before.opener_issuer.empty()) before.opener_issuer = issuer_before(draft, opener->span.begin);
  } else {
    before.opener_issuer.clear();
  }
}

Before look_before(const Draft& draft, std::size_t number) {
  const auto text = draft.text;
  Before before{number};
  std::size_t at = number;
  if (const std::size_t colon = step_back_over(text, at, ':'); colon != at) {
    if (is_number_word(text, text::word_before(text, colon))) {
      before.colon = true;
      at = colon;
    }
  }
  if (const Word word = text::word_before(text, at); word && is_number_word(text, word)) {
    before.number_word = true;
    before.begin = at = word.span.begin;
  }
  std::size_t type_end = at;
  if (const std::size_t bracket = step_back_over(text, at, '('); bracket != at) type_end = bracket;
  if (const auto type = draft.lexicon.type_phrases.match_before(text, type_end)) {
    before.type = type->id;
    before.begin = type->span.begin;
    return before;
  }
  const std::size_t gap = text::skip_gap_back(text, at);
  if (gap == 0) return before;
  before.mark = text[gap - 1];
  if (before.mark == ':' || before.mark == '-' || before.mark == '+') {
    const std::size_t colon = before.mark == ':' ? gap - 1 : step_back_over(text, gap - 1, ':');
    look_at_opener(draft, colon, before);
  }
  const Word word = text::word_ending(text, gap);
  // "Số:" opening a line is the document's own number, whatever ends the line above.
  if (before.colon && starts_line(text, before.begin)) return before;
  before.joined = before.mark == ',' || before.mark == ';' || word.is("va");
  if (!before.number_word && word && !before.joined && before.opener < 0) {
    before.not_document = true;  // "theo mẫu 03-HD/BTC"
  } else if (draft.lexicon.not_documents.match_before(text, gap)) {
    before.not_document = true;
  }
  before.stranger = word && !before.joined && !word.is("cac") && !word.is("theo") &&
                    !word.is("tai") && !word.is("hien");
  return before;
}

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
  if (implied >= 0 && before.stranger && symbol.parts.front().starts_with("QH")) {
    if (const int named = named_law(draft, before.begin); named >= 0) return named;
  }
  const int listed = before.opener >= 0 ? before.opener : list.opener;
  for (const int type : {listed, list.last_type}) {
    if (type < 0 || implied < 0) continue;
    if (symbol_fits(lexicon.types[static_cast<std::size_t>(type)], symbol.parts.front())) return type;
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

// A footnote mark of another kind between number and date: superscripts.
std::size_t skip_superscripts(std::string_view text, std::size_t at) {
  for (;;) {
    const auto rest = text.substr(at);
    if (rest.starts_with("¹") || rest.starts_with("²") || rest.starts_with("³")) {
      at += 2;
    } else if (rest.starts_with("⁰") || (rest.size() >= 3 && rest.starts_with("\xE2\x81") &&
                                         static_cast<unsigned char>(rest[2]) >= 0xB4)) {
      at += 3;
    } else {
      return at;
    }
  }
}

// The date behind a number: ", ngày 23/01/2025", "ký ngày ...", "(23/01/2025)".
std::optional<text::WrittenDate> date_behind(std::string_view text, std::size_t at) {
  at = text::skip_gap(text, skip_superscripts(text, at));
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
    at = text::skip_gap(text, word.span.end);
    if (day_word) break;
  }
  if (!day_word && !bracket) return std::nullopt;
  if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
  return text::date_at(text, at);
}

// "Ngày 20/11/2018 UBND tỉnh đã ban hành Quyết định số ...": the date stands before.
std::optional<Date> date_before(const Draft& draft, std::size_t citation_begin) {
  if (draft.mentions.empty()) return std::nullopt;
  const Mention& last = draft.mentions.back();
  constexpr std::size_t reach = 160;
  if (last.kind != MentionKind::date || citation_begin - last.end > reach) return std::nullopt;
  if (segment_at(draft.segments, citation_begin) != last.segment) return std::nullopt;
  const Word day = text::word_before(draft.text, last.span.begin);
  if (!day.is("ngay") || text::word_before(draft.text, day.span.begin).is("den")) return std::nullopt;
  const auto between = draft.text.substr(last.end, citation_begin - last.end);
  if (between.find(';') != std::string_view::npos) return std::nullopt;
  return draft.lexicon.issuing.match_before(draft.text, citation_begin) ? last.date : std::nullopt;
}

// "phường 8", "quận 3": the number belongs to the name.
std::size_t ward_number_end(std::string_view text, const Word& last, std::size_t end) {
  if (!last.is("phuong") && !last.is("quan") && !last.is("vuc")) return end;
  std::size_t digits = text::skip_spaces(text, end);
  const std::size_t first = digits;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  return digits > first && digits - first <= 2 ? digits : end;
}

// End of the issuer's name that starts at `at`, or `at` where no name starts there.
std::size_t issuer_end(const Draft& draft, std::size_t at) {
  const auto text = draft.text;
  const Lexicon& lexicon = draft.lexicon;
  const std::size_t limit = draft.segments[segment_at(draft.segments, at)].span.end;
  std::size_t end = at;
  Word last;
  for (int words = 0; words < 16; ++words) {
    Word word = text::word_after(text, end);
    if (word && word.span.begin >= limit) break;
    const std::size_t next = text::skip_gap(text, end);
    if (!word && last) {
      // "Sở Lao động - Thương binh và Xã hội", "phòng, chống tham nhũng"
      if (next >= limit) break;
      const bool hyphen = next < text.size() && text[next] == '-';
      const bool against = next < text.size() && text[next] == ',' && last.is("phong") &&
                           text::word_after(text, next + 1).is("chong");
      if (!hyphen && !against) break;
      word = text::word_after(text, next + 1);
      if (!word || (hyphen && !word.capitalised)) break;
    }
    if (!word) break;
    if (last && word.is("va")) {
      const Word behind = text::word_after(text, word.span.end);
      if (!behind.capitalised || lexicon.type_phrases.match_at(text, word.span.end)) break;
      end = word.span.end;
      last = word;
      continue;
    }
    if (lexicon.issuer_stops.match_exactly_at(text, word.span.begin) &&
        (!word.capitalised || word.is("ve"))) {
      break;
    }
    if (!word.capitalised) {
      const bool inside = lexicon.issuer_inside.contains(word.key);
      const bool second = last.capitalised && !last.all_capitals;
      if (!last || (!inside && !second)) break;
    } else if (last) {
      const auto type = lexicon.type_phrases.match_at(text, word.span.begin);
      if (type && is_number_word(text, text::word_after(text, type->span.end))) break;
    }
    end = word.span.end;
    last = word;
  }
  return last ? ward_number_end(text, last, end) : end;
}

std::string issuer_behind(const Draft& draft, std::size_t at) {
  const auto text = draft.text;
  at = text::skip_gap(text, skip_superscripts(text, at));
  if (at < text.size() && text[at] == ',') at = text::skip_gap(text, at + 1);
  const Word of = text::word_at(text, at);
  if (!of.is("cua")) return {};
  const std::size_t begin = text::skip_gap(text, of.span.end);
  const std::size_t end = issuer_end(draft, begin);
  return text::in_one_line(text.substr(begin, end - begin));
}

// A number in words of a road, school or form: a symbol alone does not make a document.
bool is_plausible(const Before& before, const Symbol& symbol, const Lexicon& lexicon,
                  const ListContext& list, bool same_segment) {
  if (before.type >= 0) return true;
  if (before.not_document && symbol.year == 0) return false;
  const bool implied = implied_type(symbol, lexicon) >= 0;
  const bool structured = symbol.parts.size() >= 2 || symbol.year > 0;
  if (before.stranger) return implied && structured;
  if (before.number_word) return structured || implied || before.opener >= 0;
  const bool chained = same_segment && before.joined && list.last_type >= 0;
  return implied ? structured : chained && structured;
}

// The type a title line in capitals names: "KẾT LUẬN KIỂM TRA", or -1.
int capital_title(const Draft& draft, std::size_t start) {
  const auto text = draft.text;
  std::size_t end = start;
  for (Word word = text::word_at(text, start); word && word.all_capitals;
       word = text::word_at(text, text::skip_spaces(text, end))) {
    end = word.span.end;
  }
  if (end - start < 4) return -1;
  const auto type = draft.lexicon.type_phrases.match_at(text.substr(0, end), start);
  return type ? type->id : -1;
}

void complete(const Draft& draft, FoundCitation& found, std::size_t number_end) {
  Citation& citation = found.citation;
  std::size_t end = number_end;
  if (const auto date = date_behind(draft.text, number_end)) {
    citation.date = date->date;
    if (!date->date) found.impossible_date = date->span;
    citation.span.end = end = date->span.end;
  } else {
    citation.date = date_before(draft, citation.span.begin);
  }
  found.end = end;
  citation.issuer = issuer_behind(draft, end);
  found.issuer_behind = !citation.issuer.empty();
  if (citation.issuer.empty()) citation.issuer = issuer_before(draft, citation.span.begin);
}

// Items of one list share the issuer named at its head until another is named.
void share_issuer(const Draft& draft, const Before& before, Citation& citation, ListContext& list) {
  const std::size_t gap = text::skip_gap_back(draft.text, citation.span.begin);
  const char mark = gap > 0 ? draft.text[gap - 1] : 0;
  if (!before.opener_issuer.empty()) list.issuer = before.opener_issuer;
  else if (mark == ':') list.issuer = citation.issuer;
  const bool item = before.joined || mark == ':' || mark == ';' || mark == ',' || mark == '-' || mark == '+';
  if (citation.issuer.empty() && item) citation.issuer = list.issuer;
}

// "Kế hoạch số 573 ngày 03/9/2019": a number without a symbol needs its type and a date or issuer.
std::optional<FoundCitation> bare_citation_at(const Draft& draft, std::size_t at,
                                              ListContext& list) {
  const auto text = draft.text;
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end - at > 5) return std::nullopt;
  const Before before = look_before(draft, at);
  if (before.type < 0) return std::nullopt;
  const auto& type = draft.lexicon.types[static_cast<std::size_t>(before.type)];
  if (type.needs_symbol) return std::nullopt;
  FoundCitation found;
  found.citation = {type.name, std::string(text.substr(at, end - at)), {}, "",
                    {before.begin, end}, false, true};
  complete(draft, found, end);
  const bool dated = found.citation.span.end > end;
  const bool issued = before.number_word && !found.citation.issuer.empty() && !type.any_symbol;
  if (!dated && !issued) return std::nullopt;
  list.last_type = before.type;
  list.last_end = found.end;
  return found;
}

}  // namespace

std::optional<FoundCitation> citation_at(const Draft& draft, std::size_t at, ListContext& list) {
  const std::size_t segment = segment_at(draft.segments, at);
  if (segment != list.segment) {
    // Items of a list inherit what opened it; a sentence of its own does not.
    const bool item = draft.segments[segment].marker != Marker::none;
    if (!item) {
      list.opener = list.last_type = -1;
      list.issuer.clear();
    }
    list.segment = segment;
  }
  const auto symbol = symbol_at(draft.text, at, draft.lexicon);
  if (!symbol) return bare_citation_at(draft, at, list);
  Before before = look_before(draft, at);
  // "số 488/TTr-GSKT ngày 11/8/2025 số 560/TTr-GSKT": the separator was lost.
  if (list.last_end > 0 && text::skip_gap(draft.text, list.last_end) == before.begin) {
    before.joined = true;
    before.stranger = before.not_document = false;
  }
  if (!is_plausible(before, *symbol, draft.lexicon, list, true)) return std::nullopt;

  const int type = resolve_type(draft, *symbol, before, list);
  FoundCitation found;
  found.citation.number = symbol->number;
  found.citation.span = {before.begin, symbol->span.end};
  found.citation.type_written = before.type >= 0;
  if (type >= 0) found.citation.type = draft.lexicon.types[static_cast<std::size_t>(type)].name;
  found.citation.own = before.type < 0 && before.number_word && at < heading_size &&
                       std::ranges::none_of(draft.reading.citations, &Citation::own) &&
                       draft.reading.citations.empty() && starts_line(draft.text, before.begin) &&
                       before.opener < 0;
  complete(draft, found, symbol->end);
  share_issuer(draft, before, found.citation, list);
  if (before.opener >= 0) list.opener = before.opener;
  list.last_type = type;
  list.last_end = found.end;
  return found;
}

void complete_own_citation(const Draft& draft, Citation& citation) {
  const auto text = draft.text;
  const std::size_t head_end = std::min(text.size(), citation.span.end + heading_size / 2);
  // Place and date stand beside the number or on a line near it, before or behind.
  if (!citation.date) {
    const std::size_t from = citation.span.begin > 600 ? citation.span.begin - 600 : 0;
    for (std::size_t at = from; at < head_end && !citation.date; ++at) {
      if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1]))) continue;
      if (!text::word_before(text, at).is("ngay")) continue;
      if (const auto date = text::worded_date_at(text, at)) citation.date = date->date;
      else break;
    }
  }
  const auto near = text.substr(citation.span.end, 400);
  const bool letter = near.find("V/v") != std::string_view::npos ||
                      near.find("Kính gửi") != std::string_view::npos ||
                      near.find("v/v") != std::string_view::npos;
  for (std::size_t line = citation.span.end; line < head_end;) {
    line = text.find('\n', line);
    if (line == std::string_view::npos) break;
    std::size_t start = text::skip_spaces(text, line + 1);
    while (start < text.size() && text[start] == '#') start = text::skip_spaces(text, start + 1);
    if (const int type = capital_title(draft, start); type >= 0) {
      citation.type = draft.lexicon.types[static_cast<std::size_t>(type)].name;
      return;
    }
    ++line;
  }
  // A letter has no title (Decree 30/2020/NĐ-CP): only "V/v" or whom it is addressed to.
  if (letter) citation.type = draft.lexicon.sender_first;
}

}  // namespace liem::reading
