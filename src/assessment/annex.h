// What a report cites, held against the annex of evidence handed in with it.
#pragma once

#include <optional>
#include <vector>

#include "assessment/round.h"
#include "reading/reading.h"

namespace liem::assessment {

// Where the report cites each document of the annex first, by number; nothing where it does not.
std::vector<std::optional<text::Span>> cited_places(const std::vector<Evidence>& evidence,
                                                    const reading::Reading& reading);

// evidence_missing (warning): a document of the unit's own, known by the issuer's letters in the
// report's own number, is cited but not in the annex; at its first citation. Not of what was
// recognised with doubt.
// evidence_uncited (note): a numbered document of the annex is never cited; at the report's own
// number. evidence_twice (note): a document stands in two rows of the annex; there too. None where
// no annex was handed in.
std::vector<reading::Finding> annex_findings(const std::vector<Evidence>& evidence,
                                             const reading::Reading& reading);

}  // namespace liem::assessment
