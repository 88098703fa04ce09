// The engine on sqlite3: one file, one connection, write-ahead log, every commit synchronised.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "storage/database.h"

namespace liem::storage {

enum class Access { existing, create };

// How long to wait for another program's lock before errors::locked.
inline constexpr std::chrono::milliseconds lock_patience{5000};

Result<std::unique_ptr<Database>> open_sqlite(const std::filesystem::path& file, Access access,
                                              std::chrono::milliseconds patience = lock_patience);

}  // namespace liem::storage
