// The document's own number: its type and date stand elsewhere in the heading.
#include <algorithm>

#include "reading/citation_context.h"
#include "reading/citations.h"
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

}  // namespace

void complete_own_citation(const Draft& draft, Citation& citation) {
  const auto text = draft.text;
  const std::size_t head_end = std::min(text.size(), citation.span.end + heading_size / 2);
  // Place and date stand beside the number or on a line near it, before or behind.
  if (!citation.date) {
    const std::size_t from = citation.span.begin > 600 ? citation.span.begin - 600 : 0;
    for (std::size_t at = from; at < head_end && !citation.date; ++at) {
      if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1]))) continue;
      if (!text::word_before(text, at).is("ngay")) continue;
      if (const auto date = text::worded_date_at(text, at))
        citation.date = date->date;
      else
        break;
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
