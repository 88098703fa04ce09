// The document's own number: its type and date stand elsewhere in the heading.
#include <algorithm>

#include "reading/citation_context.h"
#include "reading/citations.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::is_digit;
using text::Word;

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

constexpr std::size_t longest_place = 60;

// Where the column that holds `at` starts: behind the line's start, the own number, or a gap.
std::size_t column_start(const Draft& draft, const Citation& own, std::size_t at) {
  std::size_t start = at;
  while (start > 0 && at - start <= longest_place && draft.text[start - 1] != '\n' &&
         draft.text[start - 1] != '|' && draft.text[start - 1] != '\t' &&
         !draft.text.substr(0, start).ends_with("  ") && start != own.span.end) {
    --start;
  }
  return text::skip_spaces(draft.text, start);
}

// Whether the word "ngày" follows a place: "Hà Giả, ngày 12 ...".
bool behind_place(const Draft& draft, const Citation& own, std::size_t day_word) {
  const auto text = draft.text;
  const std::size_t comma = text::skip_gap_back(text, day_word);
  if (comma == 0 || text[comma - 1] != ',') return false;
  const std::size_t start = column_start(draft, own, comma - 1);
  if (start + 1 >= comma || comma - start > longest_place) return false;
  for (std::size_t at = start; at < comma - 1; at = text::skip_gap(text, at)) {
    const Word word = text::word_at(text, at);
    if (word && !word.capitalised && !word.is("pho")) return false;
    at = word ? word.span.end : at + utf8::decode(text, at).length;
  }
  return true;
}

// Place and date stand beside the number or on a line near it, before or behind. Without a place
// the first date in words counts, unless another stands before it.
std::optional<Date> date_of_heading(const Draft& draft, const Citation& own, std::size_t to) {
  const auto text = draft.text;
  std::optional<Date> first;
  bool other = false;
  const std::size_t from = own.span.begin > 600 ? own.span.begin - 600 : 0;
  for (std::size_t at = from; at < to; ++at) {
    if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1]))) continue;
    const Word day = text::word_before(text, at);
    if (!day.is("ngay")) continue;
    const auto date = text::worded_date_at(text, at);
    if (date && behind_place(draft, own, day.span.begin)) return date->date;
    if (date && !other && !first) first = date->date;
    other = other || !date;
  }
  return first;
}

// A consolidated text bears the title of the one it restates.
bool restates(const Draft& draft, const Citation& own) {
  const auto& types = draft.lexicon.types;
  const auto type = std::ranges::find(types, own.type, &DocumentType::name);
  return type != types.end() && type->restates;
}

}  // namespace

void complete_own_citation(const Draft& draft, Citation& citation) {
  const auto text = draft.text;
  const std::size_t head_end = std::min(text.size(), citation.span.end + heading_size / 2);
  if (!citation.date) citation.date = date_of_heading(draft, citation, head_end);
  const auto near = text.substr(citation.span.end, 400);
  const bool letter = near.find("V/v") != std::string_view::npos ||
                      near.find("Kính gửi") != std::string_view::npos ||
                      near.find("v/v") != std::string_view::npos;
  for (std::size_t line = citation.span.end; line < head_end;) {
    line = text.find('\n', line);
    if (line == std::string_view::npos) break;
    std::size_t start = text::skip_spaces(text, line + 1);
    while (start < text.size() && text[start] == '#') start = text::skip_spaces(text, start + 1);
    if (const int type = capital_title(draft, start); type >= 0 && !restates(draft, citation)) {
      citation.type = draft.lexicon.types[static_cast<std::size_t>(type)].name;
      return;
    }
    ++line;
  }
  // A letter has no title (Decree 30/2020/NĐ-CP): only "V/v" or whom it is addressed to.
  if (letter) citation.type = draft.lexicon.sender_first;
}

}  // namespace liem::reading
