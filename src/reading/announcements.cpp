#include "reading/announcements.h"

#include <algorithm>

#include "text/words.h"

namespace liem::reading {

using text::Word;

Announcement announcement(const Draft& draft, std::size_t from, std::size_t to) {
  Announcement out;
  const auto text = draft.text;
  bool comma = false, semicolon = false;  // a mark since which nothing announced
  for (std::size_t at = from; at < to;) {
    at = text::skip_gap(text, at);
    if (at >= to) break;
    if (text[at] == '(') {
      out.bracket = true;
      out.end = ++at;
      if (out.kind == Announced::no) out.kind = Announced::some;
      continue;
    }
    if (text[at] == ')') out.bracket = false;
    if (text[at] == '=') {
      out.kind = Announced::all;
      out.end = at + 1;
      out.equation = true;
    }
    if (text[at] == ':') {
      if (out.kind == Announced::no && semicolon) return {};
      out.weak = out.kind == Announced::no && comma;
      out.colon = true;
      out.end = at + 1;
      if (out.kind == Announced::no) out.kind = Announced::some;
    }
    if (out.kind == Announced::no) {
      comma = comma || text[at] == ',';
      semicolon = semicolon || text[at] == ';';
    }
    const Word word = text::word_at(text, at);
    if (!word) {
      at += 1;
      continue;
    }
    const auto only = draft.lexicon.sums_only_some.match_from(text, word);
    const auto some = draft.lexicon.sums_some.match_from(text, word);
    if (only && !(some && some->span.end >= only->span.end)) {
      out.only_some = true;
      out.kind = std::max(out.kind, Announced::some);
      out.end = at = only->span.end;
      continue;
    }
    if (const auto all = draft.lexicon.sums_all.match_from(text, word)) {
      const auto phrase = text.substr(all->span.begin, all->span.end - all->span.begin);
      out.composed =
          out.kind == Announced::no && text::folded(phrase).find("gom") != std::string::npos;
      out.kind = Announced::all;
      out.end = at = all->span.end;
      continue;
    }
    if (some) {
      out.kind = std::max(out.kind, Announced::some);
      out.end = at = some->span.end;
      continue;
    }
    at = word.span.end;
  }
  return out;
}

}  // namespace liem::reading
