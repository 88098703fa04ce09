#include "storage/document_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "storage/errors.h"
#include "storage/file_bytes.h"
#include "storage/growing_file.h"
#include "storage/privacy.h"
#include "storage/sha256.h"
#include "storage/value.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

// Written beside its place and renamed into it once it is whole.
class Incoming final : public assessment::IncomingFile {
 public:
  explicit Incoming(fs::path file) : file_(std::move(file)), part_(file_) {
    part_ += unfinished_ending;
  }
  ~Incoming() override {
    if (opened_ < 0) return;
    ::close(opened_);
    if (!kept_) ::unlink(part_.c_str());
  }
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;

  Result<void> open() {
    opened_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (opened_ < 0) return not_written(part_, errno);
    return {};
  }

  Result<void> write(std::string_view bytes) override {
    digest_.add(bytes);
    size_ += bytes.size();
    return write_all(opened_, bytes, part_);
  }

  Result<Kept> keep() override {
    LIEM_CHECK(!kept_);
    if (::fsync(opened_) != 0) return not_written(part_, errno);
    if (::rename(part_.c_str(), file_.c_str()) != 0) return not_written(file_, errno);
    kept_ = true;
    if (auto synced = sync_folder(file_.parent_path()); !synced) {
      return std::unexpected(synced.error());
    }
    return Kept{digest_.take(), size_};
  }

 private:
  fs::path file_, part_;
  int opened_ = -1;
  bool kept_ = false;
  std::uint64_t size_ = 0;
  Sha256 digest_;
};

class Folder final : public assessment::DocumentFiles {
 public:
  explicit Folder(fs::path folder) : folder_(std::move(folder)) {}

  Result<std::unique_ptr<assessment::IncomingFile>> receive(const std::string& id) override {
    auto incoming = std::make_unique<Incoming>(folder_ / id);
    if (auto opened = incoming->open(); !opened) return std::unexpected(opened.error());
    return incoming;
  }
  std::string path_of(const std::string& id) const override { return (folder_ / id).string(); }

  Result<void> remove(const std::string& id) override {
    if (::unlink((folder_ / id).c_str()) == 0) return sync_folder(folder_);
    if (errno == ENOENT) return {};
    return not_written(folder_ / id, errno);
  }

  Result<std::uint64_t> received(const std::string& upload) const override {
    return size_of_growing(part_of(upload));
  }
  Result<std::unique_ptr<assessment::FileSink>> receive_more(const std::string& upload,
                                                             std::uint64_t offset) override {
    return grow(part_of(upload), offset);
  }
  Result<assessment::IncomingFile::Kept> keep_received(const std::string& upload,
                                                       const std::string& id) override {
    return keep_grown(part_of(upload), folder_ / id);
  }
  Result<void> forget_received(const std::string& upload) override {
    return remove(part_of(upload).filename().string());
  }

  Result<std::vector<std::string>> uploads(std::string_view beginning) const override {
    auto all = unfinished();
    if (!all) return std::unexpected(all.error());
    std::vector<std::string> names;
    for (const auto& part : *all) {
      if (auto name = part.stem().string(); name.starts_with(beginning)) {
        names.push_back(std::move(name));
      }
    }
    return names;
  }

  Result<void> sweep(std::chrono::sys_seconds now) override {
    const auto all = unfinished();
    if (!all) return std::unexpected(all.error());
    for (const auto& part : *all) {
      struct stat status{};
      if (::lstat(part.c_str(), &status) != 0) continue;  // it was finished meanwhile
      if (now - time_of(status.st_mtime) <= longest_upload) continue;
      if (auto removed = remove(part.filename().string()); !removed) return removed;
    }
    return {};
  }

 private:
  fs::path part_of(const std::string& upload) const {
    return folder_ / (upload + std::string(unfinished_ending));
  }

  Result<std::vector<fs::path>> unfinished() const {
    std::error_code failed;
    std::vector<fs::path> found;
    for (fs::directory_iterator it(folder_, failed), end; !failed && it != end;
         it.increment(failed)) {
      if (it->path().extension() == unfinished_ending) found.push_back(it->path());
    }
    if (failed) return not_written(folder_, failed.value());
    return found;
  }

  fs::path folder_;
};

}  // namespace

fs::path document_path(const fs::path& data, const std::string& province, const std::string& id) {
  return data / documents_folder / province / id;
}

Result<std::unique_ptr<assessment::DocumentFiles>> open_document_files(
    const fs::path& data, const std::string& province) {
  const fs::path documents = data / documents_folder;
  for (const auto& folder : {documents, documents / province}) {
    if (auto made = make_private_folder(folder); !made) return std::unexpected(made.error());
  }
  return std::make_unique<Folder>(documents / province);
}

}  // namespace liem::storage
