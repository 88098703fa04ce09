#include "storage/document_files.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "assessment/digest.h"
#include "storage/errors.h"
#include "storage/privacy.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unfinished = ".part";

std::unexpected<Error> not_written(const fs::path& file, int reason) {
  const ErrorCode code = reason == ENOSPC || reason == EDQUOT ? errors::full : errors::not_writable;
  return fail(code, {{"file", file.string()},
                     {"reason", std::error_code(reason, std::generic_category()).message()}});
}

Result<void> sync_folder(const fs::path& folder) {
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = opened >= 0 && ::fsync(opened) == 0;
  const int reason = errno;
  if (opened >= 0) ::close(opened);
  return synced ? Result<void>() : not_written(folder, reason);
}

// Written beside its place and renamed into it once it is whole.
class Incoming final : public assessment::IncomingFile {
 public:
  explicit Incoming(fs::path file) : file_(std::move(file)), part_(file_) {
    part_ += unfinished;
    crypto_hash_sha256_init(&digest_);
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
    crypto_hash_sha256_update(&digest_, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
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
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&digest_, hash.data());
    return Kept{assessment::to_hex(hash), size_};
  }

 private:
  fs::path file_, part_;
  int opened_ = -1;
  bool kept_ = false;
  std::uint64_t size_ = 0;
  crypto_hash_sha256_state digest_{};
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
    if (::unlink((folder_ / id).c_str()) == 0 || errno == ENOENT) return {};
    return not_written(folder_ / id, errno);
  }

  Result<void> sweep(const std::vector<std::string>& known) override {
    std::error_code failed;
    std::vector<std::string> lost;
    for (fs::directory_iterator it(folder_, failed), end; !failed && it != end;
         it.increment(failed)) {
      const std::string name = it->path().filename().string();
      if (std::ranges::find(known, name) == known.end()) lost.push_back(name);
    }
    if (failed) return not_written(folder_, failed.value());
    for (const auto& name : lost) {
      if (auto removed = remove(name); !removed) return removed;
    }
    return {};
  }

 private:
  fs::path folder_;
};

}  // namespace

Result<std::unique_ptr<assessment::DocumentFiles>> open_document_files(
    const fs::path& data, const std::string& province) {
  const fs::path documents = data / "documents";
  for (const auto& folder : {documents, documents / province}) {
    if (auto made = make_private_folder(folder); !made) return std::unexpected(made.error());
  }
  return std::make_unique<Folder>(documents / province);
}

}  // namespace liem::storage
