#include "storage/document_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "storage/errors.h"
#include "storage/file_bytes.h"
#include "storage/privacy.h"
#include "storage/sha256.h"

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
    while (!bytes.empty()) {
      const ssize_t done = ::write(opened_, bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done <= 0) return not_written(part_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return {};
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

  Result<void> sweep(std::chrono::sys_seconds now) override {
    std::error_code failed;
    std::vector<std::string> left;
    for (fs::directory_iterator it(folder_, failed), end; !failed && it != end;
         it.increment(failed)) {
      if (it->path().extension() != unfinished_ending) continue;
      struct stat status{};
      if (::lstat(it->path().c_str(), &status) != 0) continue;  // it was finished meanwhile
      const std::chrono::sys_seconds written{std::chrono::seconds(status.st_mtime)};
      if (now - written > longest_upload) left.push_back(it->path().filename().string());
    }
    if (failed) return not_written(folder_, failed.value());
    for (const auto& name : left) {
      if (auto removed = remove(name); !removed) return removed;
    }
    return {};
  }

 private:
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
