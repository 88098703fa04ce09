// A newer history of the units only adds to the one before: what was recorded once is never lost or
// changed behind anybody's back. Corrections are events of their own.
#pragma once

#include <string>

#include "assessment/round.h"
#include "assessment/store.h"
#include "base/error.h"
#include "organisation/history.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode history_event_lost{"assessment.history_event_lost", ErrorKind::conflict};
inline constexpr ErrorCode history_event_changed{"assessment.history_event_changed",
                                                 ErrorKind::conflict};
inline constexpr ErrorCode history_event_moved{"assessment.history_event_moved",
                                               ErrorKind::conflict};
}  // namespace errors

// Every event of `before` stands in `after` as it was and in its place. Each refusal names the line
// of `after` where it should be, or the event that is there in another shape.
Problems check_only_adds(const organisation::History& before, const organisation::History& after);

// The same of the newest history that the store has of the province and that of the import, whose
// file people know as `name`. Nothing where either has none.
std::expected<void, Problems> check_history_only_adds(Store& store, const RoundImport& import,
                                                      const std::string& name);

}  // namespace liem::assessment
