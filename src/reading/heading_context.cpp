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

HeadingContexts::HeadingContexts(const Draft& draft, int own_year)
    : draft_(draft), own_year_(own_year), places_(draft.headings.size()) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < draft.headings.size(); ++i) {
    const int rank = rank_of(draft.headings[i]);
    while (!open.empty() && rank_of(draft.headings[open.back()]) >= rank) open.pop_back();
    if (!open.empty()) places_[i].parent = open.back();
    open.push_back(i);
  }
}

const HeadingContext& HeadingContexts::below(std::size_t heading) {
  Place& place = places_[heading];
  if (place.context == none) {
    HeadingContext context =
        place.parent == none ? HeadingContext() : below(place.parent);  // as deep as ranks go
    read_title(draft_.headings[heading], context);
    place.context = contexts_.size();
    contexts_.push_back(std::move(context));
  }
  return contexts_[place.context];
}

void HeadingContexts::read_title(const Heading& heading, HeadingContext& out) {
  tokenise(draft_, draft_.text, heading.title, tokens_);
  draft_.lexicon.figure_words.phrases.find(tokens_, hits_);
  for (const auto& hit : hits_) {
    if (hit.phrase.kind == PhraseKind::wording) {
      out.phrases.set(static_cast<std::size_t>(hit.phrase.id));
    }
  }
  const Span line = first_line(draft_.text, heading.title);
  if (line != heading.title) tokenise(draft_, draft_.text, line, tokens_);
  find_periods(draft_, draft_.text, tokens_, own_year_, periods_);
  const bool one = periods_.size() == 1 && !periods_.front().compared;
  if (one && periods_.front().free) out.period = periods_.front().period;
  if (auto owner = named_by(draft_, line)) out.owner = std::move(owner);
}

}  // namespace liem::reading
