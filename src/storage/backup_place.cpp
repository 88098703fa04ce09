#include "storage/backup_place.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "storage/errors.h"
#include "storage/file_bytes.h"
#include "storage/privacy.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

int open_folder(const fs::path& folder) {
  return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
}

}  // namespace

bool backup_under_way(const fs::path& data) {
  const int folder = open_folder(data / backup_folder);
  if (folder < 0) return false;
  const bool held = ::flock(folder, LOCK_SH | LOCK_NB) != 0;
  ::close(folder);
  return held;
}

Result<BackupPlace> BackupPlace::take(const fs::path& data) {
  const auto folder = data / backup_folder;
  if (auto made = make_private_folder(folder); !made) return std::unexpected(made.error());
  const int lock = open_folder(folder);
  if (lock < 0) return not_written(folder, errno);
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock);
    return fail(errors::backup_under_way, {{"folder", data.string()}});
  }
  BackupPlace place(folder, lock);
  if (auto cleared = place.clear(); !cleared) return std::unexpected(cleared.error());
  return place;
}

BackupPlace::BackupPlace(BackupPlace&& other) noexcept
    : folder_(std::move(other.folder_)), lock_(std::exchange(other.lock_, -1)) {}

BackupPlace::~BackupPlace() {
  if (lock_ < 0) return;
  std::error_code ignored;  // what stays is cleared by the next backup and named by fsck
  fs::remove_all(folder_, ignored);
  ::close(lock_);
}

Result<void> BackupPlace::clear() {
  std::error_code failed;
  for (fs::directory_iterator it(folder_, failed), end; !failed && it != end;
       it.increment(failed)) {
    fs::remove_all(it->path(), failed);
    if (failed) break;
  }
  if (failed) return not_written(folder_, failed.value());
  return {};
}

}  // namespace liem::storage
