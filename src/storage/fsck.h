// Proves that rows and files belong to each other: each row's file or content is there with its
// hash and size, and each file below the data folder has a row.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>

#include "storage/database.h"

namespace liem::storage {

struct FsckCounts {
  std::uint64_t contents = 0, documents = 0, files = 0, faults = 0;
};

struct FsckHooks {
  std::function<void(const Message&)> fault;  // where it is, what is wrong, and the mend
  // Steps done, and about how many there are.
  std::function<void(std::uint64_t done, std::uint64_t total, const std::string& at)> progress;
};

// Beside a server that runs: what it is about to write, or has just removed, is no fault.
Result<FsckCounts> fsck(Database& database, const std::filesystem::path& data,
                        std::chrono::sys_seconds now, const FsckHooks& hooks);

}  // namespace liem::storage
