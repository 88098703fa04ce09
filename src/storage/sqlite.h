// The engine on sqlite3: one file, one connection, write-ahead log, every commit synchronised.
#pragma once

#include <array>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string_view>

#include "storage/database.h"

namespace liem::storage {

enum class Access { existing, create };

// The database of a folder, and what SQLite puts beside it.
inline constexpr std::array<std::string_view, 4> sqlite_files{"liem.db", "liem.db-wal",
                                                              "liem.db-shm", "liem.db-journal"};

// How long to wait for another program's lock before errors::locked.
inline constexpr std::chrono::milliseconds lock_patience{5000};

Result<std::unique_ptr<Database>> open_sqlite(const std::filesystem::path& file, Access access,
                                              std::chrono::milliseconds patience = lock_patience);

}  // namespace liem::storage
