// What a list is narrowed to, read from its query: the same for the list and for its export.
#pragma once

#include <optional>
#include <vector>

#include "assessment/ledger_store.h"
#include "assessment/overview.h"
#include "assessment/series.h"
#include "http/query.h"

namespace liem::http {

// ?kind= keeps units of one kind.
Result<void> keep_kind(const Query& query, std::vector<assessment::UnitSummary>& rows);

// ?unit=, object=, person=, from=, to=, cursor= of the log.
Result<assessment::LedgerFilter> log_filter_in(const Query& query);

struct SeriesAsked {
  assessment::SeriesQuery series;
  std::optional<int> explain;
};
Result<SeriesAsked> series_in(const Query& query);

}  // namespace liem::http
