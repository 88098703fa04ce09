// The assessment's store, opened where its data is.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "assessment/store.h"
#include "storage/sqlite.h"

namespace liem::storage {

// Files lie in the folder; rows in its liem.db, or in a database of PostgreSQL where one is named.
struct Place {
  std::filesystem::path folder;
  std::string database{};  // postgresql://...

  Place(std::filesystem::path data) : folder(std::move(data)) {}  // NOLINT: the ordinary place
  Place(std::filesystem::path data, std::string address)
      : folder(std::move(data)), database(std::move(address)) {}
};

// How people know it: the folder, or the address without its password.
std::string shown(const Place& place);

// Access::existing: errors::no_data where there is none. Access::create makes the folder and, for
// SQLite, the file, readable by their owner alone (storage/privacy.h).
Result<std::unique_ptr<Database>> open_database(const Place& place, Access access,
                                                std::chrono::milliseconds patience = lock_patience);

// Also brings the schema up to date.
Result<std::unique_ptr<assessment::Store>> open_store(
    const Place& place, Access access, std::chrono::milliseconds patience = lock_patience);

}  // namespace liem::storage
