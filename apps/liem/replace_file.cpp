#include "liem/replace_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "liem/context.h"
#include "liem/descriptor.h"

namespace liem::app {

namespace errors {
constexpr ErrorCode not_replaced{"app.not_replaced", ErrorKind::unavailable};
constexpr ErrorCode changed_meanwhile{"app.changed_meanwhile", ErrorKind::conflict};
}  // namespace errors

namespace {

namespace fs = std::filesystem;

std::unexpected<Error> not_replaced(const fs::path& file) {
  return fail(errors::not_replaced, {{"file", file.string()}, {"reason", std::strerror(errno)}});
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// With the rights of the file it will replace.
bool write_beside(const fs::path& temporary, mode_t rights, std::string_view text) {
  const Descriptor out(
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  return out.get() >= 0 && ::fchmod(out.get(), rights) == 0 && write_all(out.get(), text) &&
         ::fsync(out.get()) == 0;
}

}  // namespace

Result<void> replace_file(const fs::path& file, std::string_view expected, std::string_view text) {
  // A link stays a link: what it leads to is replaced.
  std::error_code failed;
  const fs::path target = fs::canonical(file, failed);
  if (failed) {
    errno = failed.value();
    return not_replaced(file);
  }
  const Descriptor folder(::open(target.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // One writer at a time, so that what is compared now is what is replaced.
  if (folder.get() < 0 || ::flock(folder.get(), LOCK_EX) != 0) return not_replaced(file);
  const auto now = read_user_file(target, expected.size() + 1);
  if (!now || *now != expected) {
    return fail(errors::changed_meanwhile, {{"file", file.string()}});
  }
  struct stat status{};
  if (::stat(target.c_str(), &status) != 0) return not_replaced(file);
  const fs::path temporary = target.string() + ".new-" + std::to_string(::getpid());
  if (!write_beside(temporary, status.st_mode & 07777, text) ||
      ::rename(temporary.c_str(), target.c_str()) != 0) {
    const int reason = errno;
    ::unlink(temporary.c_str());
    errno = reason;
    return not_replaced(file);
  }
  if (::fsync(folder.get()) != 0) return not_replaced(file);
  return {};
}

}  // namespace liem::app
