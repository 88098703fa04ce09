// Rows of a round's work, written alike whether it is done here or comes in a package. Each is a
// part of the transaction under way.
#pragma once

#include <cstdint>

#include "assessment/work.h"
#include "storage/database.h"

namespace liem::storage {

Result<void> put_act(Database& database, const std::string& province, const std::string& round,
                     std::int64_t position, const assessment::WorkAct& act);
// In the place of the one before.
Result<void> put_deadline(Database& database, const std::string& province, const std::string& round,
                          const assessment::StepDue& due);
Result<void> put_verdict(Database& database, const std::string& province, const std::string& round,
                         std::int64_t position, const assessment::JudgedEvidence& verdict);

}  // namespace liem::storage
