#include "reading/reading.h"

#include <algorithm>

#include "reading/doubt.h"
#include "reading/draft.h"
#include "reading/each_span.h"
#include "reading/exact_fits.h"
#include "reading/headed_tables.h"
#include "reading/periods.h"
#include "reading/repeated_sums.h"

namespace liem::reading {
namespace {

// Where the marks stand in the repaired text.
std::vector<NoteMark> marks_in(const text::RepairedText& repaired, std::vector<NoteMark> marks) {
  std::size_t begin = 0;
  for (auto& mark : marks) {
    std::size_t end = repaired.text().size();
    while (begin < end) {
      const std::size_t middle = begin + (end - begin) / 2;
      if (repaired.to_source({middle, middle}).begin < mark.at) {
        begin = middle + 1;
      } else {
        end = middle;
      }
    }
    mark.at = begin;
  }
  return marks;
}

Reading read_draft(Draft& draft, const text::RepairedText& repaired, const ReadingInput& input) {
  draft.segments = split_segments(draft.text, draft.landmarks);
  draft.headings = headings_of(draft);
  scan_mentions(draft);
  draft.identity = draft.earlier ? draft.earlier->identity : identity_of(draft);
  draft.assessed_year = draft.earlier ? draft.earlier->assessed_year : assessed_year_of(draft);
  draft.note_marks = marks_in(repaired, input.note_marks);
  draft.footnotes = footnotes_of(draft);
  take_marks_off(draft);
  mark_doubt(draft, repaired, input.doubtful);
  draft.headed_tables = headed_tables_of(draft);
  find_ratios(draft);
  find_sums(draft);
  find_tables(draft);
  find_exact_fits(draft);
  find_differences(draft);
  find_change_rates(draft);
  find_none(draft);
  find_meanings(draft);
  find_references(draft);
  find_document_findings(draft);
  find_issuer_findings(draft);
  find_count_findings(draft);
  find_year_findings(draft);
  find_section_findings(draft);
  withhold_doubtful(draft);
  std::ranges::stable_sort(draft.reading.claims, {},
                           [](const Claim& claim) { return span_of(claim).begin; });
  std::ranges::stable_sort(draft.reading.findings, {},
                           [](const Finding& finding) { return finding.span.begin; });
  drop_repeated_sums(draft.reading);
  give_ids(draft);
  draft.reading.structure = structure_of(draft);
  text::SourceMap map(repaired);
  each_span(draft.reading, [&](Span& span) { span = map.to_source(span); });
  return std::move(draft.reading);
}

Draft draft_of(const text::RepairedText& repaired, const Lexicon& lexicon) {
  return {repaired.text(), lexicon, text::landmarks_of(repaired.text()), {}, {}, {}, {}};
}

// What the next window has to know of this one.
void remember(const Draft& draft, const Reading& reading, std::optional<Earlier>& earlier) {
  if (!earlier) {
    earlier = Earlier{draft.identity, draft.assessed_year, reading.period, {}};
    if (earlier->period) earlier->period->span.reset();
  }
  auto& documents = earlier->documents;
  for (const auto& document : reading.documents) {
    const Citation& first = reading.citations[document.citations.front()];
    if (first.date && !first.doubtful) documents.push_back(first);
  }
  if (documents.size() > Earlier::most_documents) {
    documents.erase(documents.begin(), documents.end() - Earlier::most_documents);
  }
}

}  // namespace

Result<Reading> read(const ReadingInput& input, const Lexicon& lexicon) {
  const auto repaired = text::repair(input.source, input.name);
  if (!repaired) return std::unexpected(repaired.error());
  Draft draft = draft_of(*repaired, lexicon);
  return read_draft(draft, *repaired, input);
}

Result<Reading> read_window(const ReadingInput& input, const Lexicon& lexicon,
                            std::optional<Earlier>& earlier) {
  const auto repaired = text::repair(input.source, input.name);
  if (!repaired) return std::unexpected(repaired.error());
  Draft draft = draft_of(*repaired, lexicon);
  if (earlier) draft.earlier = &*earlier;
  Reading reading = read_draft(draft, *repaired, input);
  remember(draft, reading, earlier);
  return reading;
}

std::string_view to_string(Change change) {
  return change == Change::increase ? "increase" : "decrease";
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "note";
}

Span span_of(const Claim& claim) {
  return std::visit([](const auto& one) { return one.span; }, claim);
}

std::optional<Decimal> base_value(const Figure& figure, const Lexicon& lexicon) {
  const auto unit = std::ranges::find(lexicon.units, figure.unit, &Unit::name);
  if (unit == lexicon.units.end()) return figure.value;
  return Decimal::multiply(figure.value, unit->factor);
}

bool holds(const Claim& claim) {
  return std::visit([](const auto& one) { return one.holds; }, claim);
}

bool is_doubtful(const Claim& claim) {
  return std::visit([](const auto& one) { return one.doubtful; }, claim);
}

}  // namespace liem::reading
