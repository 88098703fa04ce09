// One archive with all there is: every row as it was at one moment and every file those rows name.
// It says nothing of the engine, so what came from SQLite may go to PostgreSQL and back.
//
// Its entries: liem-backup.json, rows/<table>/<number>.jsonl, documents/<province>/<id>,
// SHA256SUMS.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "storage/database.h"
#include "storage/open_store.h"

namespace liem::storage {

struct BackupHeader {
  struct Step {
    std::string name, sha256;
    bool operator==(const Step&) const = default;
  };
  std::chrono::sys_seconds taken{};
  std::string program;  // its version
  std::uint64_t rows = 0;
  std::uint64_t files = 0;   // as rows name them
  std::vector<Step> schema;  // the migrations it was written under
};

struct BackupHooks {
  std::function<void(std::uint64_t done, std::uint64_t total, const std::string& entry)> progress;
  // A file that is not there or not what its row says: the backup goes on without it, or with what
  // there is, and its restored copy has the same fault.
  std::function<void(const Message&)> fault;
};

struct BackupRequest {
  Place place;
  std::filesystem::path file;  // errors::backup_exists where there is one
  std::string program;
  std::chrono::sys_seconds taken;
};

// While servers run and write. errors::backup_under_way where another backup is.
Result<BackupHeader> back_up(const BackupRequest& request, const BackupHooks& hooks);

// Reads all of it: every entry is there, whole, and bears its hash.
Result<BackupHeader> verify_backup(const std::filesystem::path& file, const BackupHooks& hooks);

// Verifies first, then puts all of it into an empty place (errors::place_not_empty), or nothing.
Result<BackupHeader> restore(const std::filesystem::path& file, const Place& place,
                             const BackupHooks& hooks);

}  // namespace liem::storage
