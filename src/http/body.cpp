#include "http/body.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "http/errors.h"

namespace liem::http {

Result<std::shared_ptr<const OpenFile>> OpenFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  struct stat status{};
  if (file < 0 || ::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
    if (file >= 0) ::close(file);
    return fail(errors::no_file);
  }
  return std::shared_ptr<const OpenFile>(
      new OpenFile(file, static_cast<std::uint64_t>(status.st_size)));
}

OpenFile::~OpenFile() { ::close(file_); }

std::size_t OpenFile::read(std::uint64_t offset, std::span<char> into) const {
  ssize_t got = 0;
  do {
    got = ::pread(file_, into.data(), into.size(), static_cast<off_t>(offset));
  } while (got < 0 && errno == EINTR);
  return got < 0 ? 0 : static_cast<std::size_t>(got);
}

std::string event_text(std::string_view event, std::string_view data) {
  std::string out = "event: ";
  out.append(event).append("\ndata: ").append(data).append("\n\n");
  return out;
}

}  // namespace liem::http
