#include "storage/growing_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "assessment/uploads.h"
#include "storage/file_bytes.h"
#include "storage/sha256.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;
using assessment::FileSink;

// Its lock ends with it, also where the process dies.
class Growing final : public FileSink {
 public:
  explicit Growing(fs::path part) : part_(std::move(part)) {}
  ~Growing() override {
    if (opened_ >= 0) ::close(opened_);
  }
  Growing(const Growing&) = delete;
  Growing& operator=(const Growing&) = delete;

  Result<void> open(int how) {
    opened_ = ::open(part_.c_str(), how | O_APPEND | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (opened_ < 0 && errno == ENOENT) return fail(assessment::errors::no_upload);
    if (opened_ < 0) return not_written(part_, errno);
    if (::flock(opened_, LOCK_EX | LOCK_NB) == 0) return {};
    return fail(assessment::errors::upload_busy);
  }

  Result<std::uint64_t> size() const {
    struct stat status{};
    if (::fstat(opened_, &status) != 0) return not_written(part_, errno);
    return static_cast<std::uint64_t>(status.st_size);
  }

  Result<void> write(std::string_view bytes) override { return write_all(opened_, bytes, part_); }

  Result<void> sync() const {
    if (::fsync(opened_) != 0) return not_written(part_, errno);
    return {};
  }

 private:
  fs::path part_;
  int opened_ = -1;
};

}  // namespace

Result<std::uint64_t> size_of_growing(const fs::path& part) {
  struct stat status{};
  if (::lstat(part.c_str(), &status) == 0) return static_cast<std::uint64_t>(status.st_size);
  if (errno == ENOENT) return 0;
  return not_written(part, errno);
}

Result<std::unique_ptr<FileSink>> grow(const fs::path& part, std::uint64_t offset) {
  auto file = std::make_unique<Growing>(part);
  if (auto opened = file->open(O_WRONLY | (offset == 0 ? O_CREAT : 0)); !opened) {
    return std::unexpected(opened.error());
  }
  const auto there = file->size();
  if (!there) return std::unexpected(there.error());
  if (*there == offset) return file;
  return fail(assessment::errors::upload_moved,
              {{"there", std::to_string(*there)}, {"offset", std::to_string(offset)}});
}

Result<assessment::IncomingFile::Kept> keep_grown(const fs::path& part, const fs::path& file) {
  Growing grown(part);
  if (auto opened = grown.open(O_RDWR); !opened) return std::unexpected(opened.error());
  if (auto synced = grown.sync(); !synced) return std::unexpected(synced.error());
  Sha256 digest;
  const auto read = read_in_pieces(part, [&](std::string_view bytes) -> Result<void> {
    digest.add(bytes);
    return {};
  });
  if (!read) return std::unexpected(read.error());
  if (!*read) return fail(assessment::errors::no_upload);
  if (::link(part.c_str(), file.c_str()) != 0) return not_written(file, errno);
  if (auto synced = sync_folder(file.parent_path()); !synced) {
    return std::unexpected(synced.error());
  }
  return assessment::IncomingFile::Kept{digest.take(), **read};
}

}  // namespace liem::storage
