// Writes a whole round in one transaction.
#pragma once

#include <vector>

#include "assessment/store.h"
#include "storage/database.h"

namespace liem::storage {

// The contract of assessment::Store::add_round.
Result<void> write_round(Database& database, const assessment::RoundImport& import,
                         const assessment::Progress& progress);

// The same of a round that comes in a package: its contents are there, its log has an entry of its
// own, and its papers are the versions they were handed in as. Part of the transaction under way.
Result<void> write_received_round(Database& database, const assessment::RoundImport& import,
                                  const std::vector<assessment::FileVersion>& versions);

}  // namespace liem::storage
