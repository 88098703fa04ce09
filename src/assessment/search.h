// Looking through what the asker may see of a round, with or without tone marks: units, criteria,
// the annexes, reports, and documents of his own. Nothing is kept for it: what is seen is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/overview.h"
#include "text/search.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode nothing_to_search{"assessment.nothing_to_search", ErrorKind::bad_input};
}  // namespace errors

enum class HitKind { unit, criterion, evidence, report, document };
std::string_view name_of(HitKind kind);
inline constexpr HitKind hit_kinds[] = {HitKind::unit, HitKind::criterion, HitKind::evidence,
                                        HitKind::report, HitKind::document};

struct Hit {
  HitKind kind = HitKind::unit;
  std::string id;  // of what was found, among its kind
  std::optional<Unit> unit;
  std::string criterion;  // code; of evidence the first it stands for
  std::string report;     // id
  std::string text;       // what was found, or of a report what stands around
  text::Found found;      // in `text`
  text::Span place;       // of a report: in the stored text
};

struct SearchResult {
  std::optional<Round> round;
  std::vector<Hit> hits;  // by kind in their order; with the marks as typed first
};

// In the round named, or where none is in the newest. errors::no_right, no_round,
// nothing_to_search.
Result<SearchResult> search(const Desk& desk, std::string_view typed,
                            const std::optional<std::string>& round);

}  // namespace liem::assessment
