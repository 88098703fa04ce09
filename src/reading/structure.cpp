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

// "- Về công tác tuyên truyền: ...": what a dash's words up to a colon name, without figures.
std::optional<Span> dash_title(const Draft& draft, const Segment& segment) {
  constexpr std::size_t longest = 120;
  if (segment.marker != Marker::dash || !segment.starts_line) return std::nullopt;
  const auto words =
      draft.text.substr(segment.body, std::min(longest, segment.span.end - segment.body));
  const auto colon = words.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  if (words.substr(0, colon).find_first_of("0123456789;|()") != std::string_view::npos) {
    return std::nullopt;
  }
  if (!text::word_at(draft.text, segment.body).capitalised) return std::nullopt;
  return Span{segment.body, segment.body + colon};
}

class Outline {
 public:
  explicit Outline(const Draft& draft) : draft_(draft) {}

  // The entries in the order of the text; the list of recipients has dashes of its own.
  std::vector<OutlineEntry> run(const std::vector<Recipient>& recipients) {
    const std::size_t end = recipients.empty() ? draft_.text.size() : recipients.front().span.begin;
    std::size_t dash = 0;
    for (const auto& heading : draft_.headings) {
      dash = dashes(dash, std::min(end, heading.label_span.begin));
      add(rank_of(heading),
          {kind_of(heading),
           heading.label,
           text::in_one_line(text::slice(draft_.text, heading.title)),
           0,
           {heading.label_span.begin, std::max(heading.label_span.end, heading.title.end)}});
    }
    dashes(dash, end);
    return std::move(out_);
  }

 private:
  // Those of the segments from `segment` on that start before `end`; returns the next segment.
  std::size_t dashes(std::size_t segment, std::size_t end) {
    constexpr int narrowest = 1000;
    for (; segment < draft_.segments.size() && draft_.segments[segment].span.begin < end;
         ++segment) {
      const auto title = dash_title(draft_, draft_.segments[segment]);
      if (!title || open_.empty()) continue;
      add(narrowest, {"dash",
                      "-",
                      text::in_one_line(text::slice(draft_.text, *title)),
                      0,
                      {draft_.segments[segment].span.begin, title->end}});
    }
    return segment;
  }

  void add(int rank, OutlineEntry entry) {
    while (!open_.empty() && open_.back() >= rank) open_.pop_back();
    entry.level = static_cast<int>(open_.size());
    out_.push_back(std::move(entry));
    open_.push_back(rank);
  }

  const Draft& draft_;
  std::vector<int> open_;  // ranks of the headings an entry stands under
  std::vector<OutlineEntry> out_;
};

std::vector<OutlineEntry> outline_of(const Draft& draft, const std::vector<Recipient>& recipients) {
  return Outline(draft).run(recipients);
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
  out.footnotes = draft.footnotes;
  find_closing(draft, out);
  out.outline = outline_of(draft, out.recipients);
  out.annex_rows = rows_of(draft, out.footnotes);
  return out;
}

}  // namespace liem::reading
