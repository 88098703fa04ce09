// Every span a reading holds, once: to move all of them to other offsets.
#pragma once

#include <optional>

#include "reading/reading.h"

namespace liem::reading {

template <class Change>
void each_span(Structure& structure, Change change) {
  for (auto& entry : structure.outline) change(entry.span);
  for (auto& footnote : structure.footnotes) {
    change(footnote.text);
    if (footnote.mark) change(*footnote.mark);
  }
  for (auto& recipient : structure.recipients) change(recipient.span);
  if (structure.signature) change(structure.signature->span);
  for (auto& row : structure.annex_rows) change(row.span);
}

template <class Change>
void each_span(Figure& figure, Change change) {
  change(figure.span);
  if (figure.counted) change(figure.counted->span);
  if (figure.of && figure.of->span) change(*figure.of->span);
  if (figure.period && figure.period->span) change(*figure.period->span);
}

template <class Change>
void each_span(Reading& reading, Change change) {
  for (auto& citation : reading.citations) change(citation.span);
  for (auto& figure : reading.figures) each_span(figure, change);
  for (auto& reference : reading.references) change(reference.span);
  if (reading.period && reading.period->span) change(*reading.period->span);
  for (auto& none : reading.none) change(none.span);
  for (auto& finding : reading.findings) change(finding.span);
  for (auto& claim : reading.claims) {
    std::visit([&](auto& one) { change(one.span); }, claim);
    if (auto* ratio = std::get_if<RatioClaim>(&claim)) {
      change(ratio->percent_span);
      change(ratio->numerator_span);
      change(ratio->denominator_span);
    }
  }
  each_span(reading.structure, change);
}

}  // namespace liem::reading
