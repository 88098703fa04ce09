#include "storage/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "storage/errors.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

std::string words_of(int reason) {
  return std::error_code(reason, std::generic_category()).message();
}

std::unexpected<Error> not_read(const fs::path& file, int reason) {
  return fail(errors::not_readable, {{"file", file.string()}, {"reason", words_of(reason)}});
}

struct Opened {
  explicit Opened(int opened) : number(opened) {}
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  ~Opened() {
    if (number >= 0) ::close(number);
  }
  int number;
};

}  // namespace

Result<std::optional<std::uint64_t>> read_in_pieces(const fs::path& file, const TakeBytes& take) {
  const Opened in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (in.number < 0 && errno == ENOENT) return std::nullopt;
  struct stat status{};
  if (in.number < 0 || ::fstat(in.number, &status) != 0) return not_read(file, errno);
  if (!S_ISREG(status.st_mode)) return not_read(file, EISDIR);
  std::array<char, 1 << 16> block;
  std::uint64_t size = 0;
  while (true) {
    const auto got = ::read(in.number, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return not_read(file, errno);
    if (got == 0) return size;
    size += static_cast<std::uint64_t>(got);
    if (auto taken = take({block.data(), static_cast<std::size_t>(got)}); !taken) {
      return std::unexpected(taken.error());
    }
  }
}

Result<void> write_all(int opened, std::string_view bytes, const fs::path& file) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(opened, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return not_written(file, errno);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return {};
}

Result<void> sync_folder(const fs::path& folder) {
  const Opened opened(
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.number < 0 || ::fsync(opened.number) != 0) return not_written(folder, errno);
  return {};
}

std::unexpected<Error> not_written(const fs::path& file, int reason) {
  const ErrorCode code = reason == ENOSPC || reason == EDQUOT ? errors::full : errors::not_writable;
  return fail(code, {{"file", file.string()}, {"reason", words_of(reason)}});
}

}  // namespace liem::storage
