#include "reading/reading.h"

#include <algorithm>

#include "reading/doubt.h"
#include "reading/draft.h"

namespace liem::reading {
namespace {

void to_source(const text::RepairedText& text, Figure& figure) {
  figure.span = text.to_source(figure.span);
  if (figure.counted) figure.counted->span = text.to_source(figure.counted->span);
  if (figure.of && figure.of->span) figure.of->span = text.to_source(*figure.of->span);
  if (figure.period && figure.period->span) {
    figure.period->span = text.to_source(*figure.period->span);
  }
}

void to_source(const text::RepairedText& text, Reading& reading) {
  for (auto& citation : reading.citations) citation.span = text.to_source(citation.span);
  for (auto& figure : reading.figures) to_source(text, figure);
  for (auto& reference : reading.references) reference.span = text.to_source(reference.span);
  if (reading.period && reading.period->span) {
    reading.period->span = text.to_source(*reading.period->span);
  }
  for (auto& none : reading.none) none.span = text.to_source(none.span);
  for (auto& finding : reading.findings) finding.span = text.to_source(finding.span);
  reading.structure = to_source(text, std::move(reading.structure));
  for (auto& claim : reading.claims) {
    std::visit([&](auto& one) { one.span = text.to_source(one.span); }, claim);
    if (auto* ratio = std::get_if<RatioClaim>(&claim)) {
      for (Span* part : {&ratio->percent_span, &ratio->numerator_span, &ratio->denominator_span}) {
        *part = text.to_source(*part);
      }
    }
  }
}

}  // namespace

Result<Reading> read(const ReadingInput& input, const Lexicon& lexicon) {
  const auto repaired = text::repair(input.source, input.name);
  if (!repaired) return std::unexpected(repaired.error());
  Draft draft{repaired->text(), lexicon, text::landmarks_of(repaired->text()), {}, {}, {}, {}};
  draft.segments = split_segments(draft.text, draft.landmarks);
  draft.headings = headings_of(draft);
  scan_mentions(draft);
  draft.identity = identity_of(draft);
  mark_doubt(draft, *repaired, input.doubtful);
  collect_figures(draft);
  find_ratios(draft);
  find_sums(draft);
  find_tables(draft);
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
  give_ids(draft);
  draft.reading.structure = structure_of(draft);
  to_source(*repaired, draft.reading);
  return std::move(draft.reading);
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

bool holds(const Claim& claim) {
  return std::visit([](const auto& one) { return one.holds; }, claim);
}

bool is_doubtful(const Claim& claim) {
  return std::visit([](const auto& one) { return one.doubtful; }, claim);
}

}  // namespace liem::reading
