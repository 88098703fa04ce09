#include "reading/structure.h"

#include <algorithm>

#include "reading/draft.h"
#include "reading/lines.h"

namespace liem::reading {
namespace {

std::string kind_of(const Heading& heading) {
  switch (heading.kind) {
    case HeadingKind::annex:
      return "annex";
    case HeadingKind::part:
      return "part";
    case HeadingKind::chapter:
      return "chapter";
    case HeadingKind::capital:
      return "capital";
    case HeadingKind::roman:
      return "roman";
    case HeadingKind::article:
      return "article";
    case HeadingKind::number:
      return "number";
    case HeadingKind::letter:
      return "letter";
  }
  return "number";
}

// Wider kinds first; "2.1" is narrower than "2".
int rank_of(const Heading& heading) {
  constexpr int most_deep = 8;
  const int rank = static_cast<int>(heading.kind) * most_deep;
  return rank + std::min(heading.depth, most_deep) - 1;
}

std::vector<OutlineEntry> outline_of(const Draft& draft) {
  std::vector<OutlineEntry> out;
  std::vector<int> open;  // ranks of the headings an entry stands under
  for (const auto& heading : draft.headings) {
    const int rank = rank_of(heading);
    while (!open.empty() && open.back() >= rank) open.pop_back();
    out.push_back(
        {kind_of(heading),
         heading.label,
         text::in_one_line(text::slice(draft.text, heading.title)),
         static_cast<int>(open.size()),
         {heading.label_span.begin, std::max(heading.label_span.end, heading.title.end)}});
    open.push_back(rank);
  }
  return out;
}

// The number a row starts with, or 0: "1 Sở, ban, ngành", "2. Kế hoạch ...", "| 3 | ...".
int row_number(std::string_view line) {
  std::size_t at = line.find_first_not_of("| \t");
  if (at == std::string_view::npos) return 0;
  const std::size_t first = at;
  while (at < line.size() && text::is_digit(line[at])) ++at;
  if (at == first || at - first > 3 || at >= line.size()) return 0;
  if (std::string_view(".)| \t").find(line[at]) == std::string_view::npos) return 0;
  const std::size_t behind = line.find_first_not_of(".)| \t", at);
  if (behind == std::string_view::npos || !utf8::is_letter(utf8::decode(line, behind).code))
    return 0;
  return std::stoi(std::string(line.substr(first, at - first)));
}

// Rows count on from one within an annex; a list of one row is a sentence.
void close_rows(std::vector<ListRow>& rows, std::vector<ListRow>& out) {
  if (rows.size() > 1) out.insert(out.end(), rows.begin(), rows.end());
  rows.clear();
}

std::vector<ListRow> rows_of(const Draft& draft, const std::vector<Footnote>& notes) {
  std::vector<ListRow> out, rows;
  std::size_t next = 0;
  const auto annexes = [&](const Heading& heading) { return heading.kind == HeadingKind::annex; };
  auto annex = std::ranges::find_if(draft.headings, annexes);
  for (; annex != draft.headings.end();
       annex = std::find_if(annex + 1, draft.headings.end(), annexes)) {
    const auto following = std::find_if(annex + 1, draft.headings.end(), annexes);
    const std::size_t end =
        following == draft.headings.end() ? draft.text.size() : following->line.begin;
    next = annex->line.begin;
    while (next < end) {
      const Line line = line_at(draft.text, next);
      next = line.next;
      const auto words = text::slice(draft.text, line.span);
      const bool footnote = std::ranges::binary_search(
          notes, line.span.end, {}, [](const Footnote& note) { return note.text.end; });
      if (footnote) continue;
      const int number = row_number(words);
      if (number == 1) close_rows(rows, out);
      if (number == static_cast<int>(rows.size()) + 1) {
        rows.push_back({annex->label, number, line.span});
      } else if (!rows.empty() && !line.empty() && number == 0 && !is_capitals(words)) {
        if (line.span.begin - rows.back().span.end <= 4) rows.back().span.end = line.span.end;
      }
    }
    close_rows(rows, out);
  }
  return out;
}

}  // namespace

Structure structure_of(const Draft& draft) {
  Structure out;
  out.identity = draft.identity;
  out.outline = outline_of(draft);
  out.footnotes = footnotes_of(draft);
  find_closing(draft, out);
  out.annex_rows = rows_of(draft, out.footnotes);
  return out;
}

}  // namespace liem::reading
