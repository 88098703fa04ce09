// Where a backup under way keeps hold of files that others may remove meanwhile: a folder of links
// below the data folder, locked as long as its backup lives.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/error.h"

namespace liem::storage {

inline constexpr std::string_view backup_folder = ".backup";

// Whether somebody holds the folder's lock; one that nobody holds was left by a backup cut short.
bool backup_under_way(const std::filesystem::path& data);

// The folder, empty and locked; removed with all that is in it at the end.
// errors::backup_under_way where another one is.
class BackupPlace {
 public:
  static Result<BackupPlace> take(const std::filesystem::path& data);
  BackupPlace(BackupPlace&& other) noexcept;
  BackupPlace& operator=(BackupPlace&&) = delete;
  BackupPlace(const BackupPlace&) = delete;
  BackupPlace& operator=(const BackupPlace&) = delete;
  ~BackupPlace();

  const std::filesystem::path& folder() const { return folder_; }
  Result<void> clear();  // of all links, to begin anew

 private:
  BackupPlace(std::filesystem::path folder, int lock) : folder_(std::move(folder)), lock_(lock) {}
  std::filesystem::path folder_;
  int lock_;  // negative once moved from
};

}  // namespace liem::storage
