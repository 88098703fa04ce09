// Who on this machine may read the data: its owner alone.
#pragma once

#include <filesystem>

#include "base/error.h"

namespace liem::storage {

// Makes the folder (rights 0700; folders above it as the umask says) where there is none.
Result<void> make_private_folder(const std::filesystem::path& folder);

// Makes an empty file (rights 0600) where there is none. SQLite gives the files it puts beside
// a database (-wal, -shm) the rights of the database.
Result<void> make_private_file(const std::filesystem::path& file);

// errors::open_to_others with the names of the folder and the database files in it that group or
// others may reach. What stands there is left as it is: its rights are the owner's choice.
Result<void> check_private(const std::filesystem::path& folder);

}  // namespace liem::storage
