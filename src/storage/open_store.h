// The assessment's store in a folder: `liem.db` and, later, files beside it.
#pragma once

#include <filesystem>
#include <memory>

#include "assessment/store.h"
#include "storage/sqlite.h"

namespace liem::storage {

// Opens the folder's database and brings its schema up to date. Access::existing:
// errors::no_data where there is none; Access::create makes folder and file,
// readable by their owner alone (storage/privacy.h).
Result<std::unique_ptr<assessment::Store>> open_store(
    const std::filesystem::path& folder, Access access,
    std::chrono::milliseconds patience = lock_patience);

}  // namespace liem::storage
