#include "storage/package_archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "storage/errors.h"

namespace liem::storage {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t block_size = std::size_t{1} << 16;

}  // namespace

PackageWriter::PackageWriter(fs::path file)
    : file_(std::move(file)),
      part_(fmt::format("{}.part-{}", file_.string(), ::getpid())),
      archive_(archive_write_new()) {}

PackageWriter::~PackageWriter() {
  archive_write_free(archive_);
  if (opened_ < 0) return;
  ::close(opened_);
  if (!kept_) ::unlink(part_.c_str());
}

Result<std::unique_ptr<PackageWriter>> PackageWriter::create(const fs::path& file) {
  std::error_code unknown;
  if (fs::exists(fs::symlink_status(file, unknown))) {
    return fail(errors::package_exists, {{"file", file.string()}});
  }
  std::unique_ptr<PackageWriter> writer(new PackageWriter(file));
  if (auto opened = writer->open(); !opened) return std::unexpected(opened.error());
  return writer;
}

Result<void> PackageWriter::open() {
  opened_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (opened_ < 0) return not_written(part_, errno);
  LIEM_CHECK(archive_write_set_format_zip(archive_) == ARCHIVE_OK);
  LIEM_CHECK(archive_write_set_options(archive_, "zip:compression=store") == ARCHIVE_OK);
  archive_write_set_bytes_in_last_block(archive_, 1);
  if (archive_write_open_fd(archive_, opened_) != ARCHIVE_OK) return not_packed();
  return {};
}

std::unexpected<Error> PackageWriter::not_packed() const {
  return not_written(part_, archive_errno(archive_));
}

// Without a time: a ZIP tells it in the zone of whoever packs.
Result<void> PackageWriter::add(const std::string& name, std::string_view bytes) {
  const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                       &archive_entry_free);
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), S_IRUSR | S_IWUSR);
  if (archive_write_header(archive_, entry.get()) != ARCHIVE_OK) return not_packed();
  const auto written = archive_write_data(archive_, bytes.data(), bytes.size());
  if (written != static_cast<la_ssize_t>(bytes.size())) return not_packed();
  return {};
}

Result<void> PackageWriter::finish() {
  if (archive_write_close(archive_) != ARCHIVE_OK) return not_packed();
  if (::fsync(opened_) != 0) return not_written(part_, errno);
  // Never over another that came to lie there meanwhile.
  if (::link(part_.c_str(), file_.c_str()) != 0) return not_written(file_, errno);
  ::unlink(part_.c_str());
  kept_ = true;
  return sync_folder(file_.parent_path());
}

PackageReader::PackageReader(fs::path file)
    : file_(std::move(file)), archive_(archive_read_new()) {}

PackageReader::~PackageReader() { archive_read_free(archive_); }

Result<std::unique_ptr<PackageReader>> PackageReader::open(const fs::path& file) {
  std::unique_ptr<PackageReader> reader(new PackageReader(file));
  LIEM_CHECK(archive_read_support_format_zip_seekable(reader->archive_) == ARCHIVE_OK);
  if (archive_read_open_filename(reader->archive_, file.c_str(), block_size) == ARCHIVE_OK) {
    return reader;
  }
  const int reason = archive_errno(reader->archive_);
  if (reason != ENOENT && reason != EACCES) {
    return fail(errors::not_a_zip, {{"file", file.string()}});
  }
  const auto words = std::error_code(reason, std::generic_category()).message();
  return fail(errors::not_readable, {{"file", file.string()}, {"reason", words}});
}

std::unexpected<Error> PackageReader::damaged() const {
  const char* reason = archive_error_string(archive_);
  return fail(
      errors::zip_damaged,
      {{"file", file_.string()}, {"member", entry_}, {"reason", reason == nullptr ? "" : reason}});
}

Result<std::optional<std::string>> PackageReader::next() {
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(archive_, &entry);
  if (status == ARCHIVE_EOF) return std::nullopt;
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
    if (entry_.empty()) return fail(errors::not_a_zip, {{"file", file_.string()}});
    return damaged();
  }
  const char* name = archive_entry_pathname(entry);
  entry_ = name == nullptr ? "" : name;
  return entry_;
}

Result<void> PackageReader::read(const TakeBytes& take) {
  std::array<char, block_size> block;
  while (true) {
    const auto got = archive_read_data(archive_, block.data(), block.size());
    if (got < 0) return damaged();
    if (got == 0) return {};
    if (auto taken = take({block.data(), static_cast<std::size_t>(got)}); !taken) return taken;
  }
}

}  // namespace liem::storage
