#include "storage/privacy.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "storage/errors.h"
#include "storage/file_bytes.h"
#include "storage/sqlite.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> not_writable(const fs::path& path, const std::error_code& reason) {
  return fail(errors::not_writable, {{"file", path.string()}, {"reason", reason.message()}});
}

std::error_code last_failure() { return {errno, std::generic_category()}; }

bool open_to_others(const fs::path& path) {
  constexpr auto others = fs::perms::group_all | fs::perms::others_all;
  std::error_code failed;
  const auto status = fs::status(path, failed);
  return fs::exists(status) && (status.permissions() & others) != fs::perms::none;
}

}  // namespace

Result<void> make_private_folder(const fs::path& folder) {
  std::error_code failed;
  if (fs::is_directory(folder, failed)) return {};
  failed.clear();  // that there is none
  const fs::path named = folder.has_filename() ? folder : folder.parent_path();  // "data/"
  if (named.has_parent_path()) fs::create_directories(named.parent_path(), failed);
  if (failed) return not_writable(folder, failed);
  if (::mkdir(named.c_str(), S_IRWXU) != 0) return not_writable(folder, last_failure());
  return sync_folder(named.parent_path());
}

Result<void> make_private_file(const fs::path& file) {
  const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made >= 0) {
    ::close(made);
    return sync_folder(file.parent_path());
  }
  if (errno == EEXIST) return {};
  return not_writable(file, last_failure());
}

Result<void> check_private(const fs::path& folder) {
  std::string open;
  const auto check = [&](const fs::path& path) {
    if (open_to_others(path)) open.append(open.empty() ? "" : ", ").append(path.string());
  };
  check(folder);
  for (const auto name : sqlite_files) check(folder / name);
  if (open.empty()) return {};
  return fail(errors::open_to_others, {{"files", open}, {"folder", folder.string()}});
}

}  // namespace liem::storage
