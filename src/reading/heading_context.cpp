#include "reading/heading_context.h"

#include "reading/issuers.h"
#include "text/words.h"

namespace liem::reading {
namespace {

// Wider kinds first; "2.1" is narrower than "2".
int rank_of(const Heading& heading) {
  constexpr int most_deep = 8;
  return static_cast<int>(heading.kind) * most_deep + std::min(heading.depth, most_deep);
}

// A title may run on into the paragraph below it; what names its time or agency stands first.
Span first_line(std::string_view text, Span title) {
  const auto end = text::slice(text, title).find('\n');
  return end == std::string_view::npos ? title : Span{title.begin, title.begin + end};
}

// "2. Sở Y tế": the whole title is a name.
std::optional<Owner> named_by(const Draft& draft, Span title) {
  const std::size_t begin = text::skip_gap(draft.text, title.begin);
  if (begin >= title.end || !text::word_at(draft.text, begin).capitalised) return std::nullopt;
  if (!draft.lexicon.issuer_heads.match_at(draft.text, begin)) return std::nullopt;
  const std::size_t end = issuer_end(draft, begin);
  const std::size_t rest = text::skip_gap(draft.text, end);
  const bool whole = rest >= title.end || draft.text[rest] == ':' || draft.text[rest] == '.';
  if (end == begin || !whole) return std::nullopt;
  return Owner{text::in_one_line(text::slice(draft.text, {begin, end})), Place::heading,
               Span{begin, end}};
}

}  // namespace

std::vector<HeadingContext> heading_contexts(const Draft& draft, int own_year) {
  std::vector<HeadingContext> out(draft.headings.size());
  std::vector<std::size_t> open;
  std::vector<Token> tokens;
  std::vector<TokenPhrases::Hit> hits;
  std::vector<FoundPeriod> periods;
  for (std::size_t i = 0; i < draft.headings.size(); ++i) {
    const Heading& heading = draft.headings[i];
    while (!open.empty() && rank_of(draft.headings[open.back()]) >= rank_of(heading))
      open.pop_back();
    if (!open.empty()) out[i] = out[open.back()];
    open.push_back(i);
    tokenise(draft, draft.text, heading.title, tokens);
    draft.lexicon.figure_words.phrases.find(tokens, hits);
    for (const auto& hit : hits) {
      if (hit.phrase.kind == PhraseKind::wording) {
        out[i].phrases.set(static_cast<std::size_t>(hit.phrase.id));
      }
    }
    const Span line = first_line(draft.text, heading.title);
    tokenise(draft, draft.text, line, tokens);
    find_periods(draft, draft.text, tokens, own_year, periods);
    const bool one = periods.size() == 1 && !periods.front().compared;
    if (one && periods.front().free) out[i].period = periods.front().period;
    if (auto owner = named_by(draft, line)) out[i].owner = std::move(owner);
  }
  return out;
}

}  // namespace liem::reading
