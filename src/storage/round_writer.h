// Writes a whole round in one transaction.
#pragma once

#include "assessment/store.h"
#include "storage/database.h"

namespace liem::storage {

// The contract of assessment::Store::add_round.
Result<void> write_round(Database& database, const assessment::RoundImport& import,
                         const assessment::Progress& progress);

}  // namespace liem::storage
