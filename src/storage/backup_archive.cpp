#include "storage/backup_archive.h"

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
#include "storage/sha256.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view list_name = "SHA256SUMS";
constexpr std::size_t piece = std::size_t{1} << 16;

std::string line_of(std::string_view sha256, std::string_view name) {
  return fmt::format("{}  {}\n", sha256, name);
}

// The next line with its end; empty behind the last.
Result<std::string> line_from(std::FILE* spool) {
  std::string line;
  for (int c = std::fgetc(spool); c != EOF; c = std::fgetc(spool)) {
    line.push_back(static_cast<char>(c));
    if (c == '\n') break;
  }
  if (std::ferror(spool) != 0) return not_written("tmpfile", errno);
  return line;
}

std::string name_in(std::string_view line) {
  constexpr std::size_t before_name = 66;  // 64 digits and two spaces
  if (line.ends_with('\n')) line.remove_suffix(1);
  return std::string(line.size() > before_name ? line.substr(before_name) : line);
}

Result<void> spooled(std::FILE* spool, std::string_view line) {
  if (std::fwrite(line.data(), 1, line.size(), spool) == line.size()) return {};
  return not_written("tmpfile", errno);
}

}  // namespace

ArchiveWriter::ArchiveWriter(fs::path file, std::chrono::sys_seconds taken)
    : file_(std::move(file)),
      part_(fmt::format("{}.part-{}", file_.string(), ::getpid())),
      taken_(taken),
      archive_(archive_write_new()),
      list_(std::tmpfile()) {}

ArchiveWriter::~ArchiveWriter() {
  archive_write_free(archive_);
  if (opened_ < 0) return;
  ::close(opened_);
  if (!kept_) ::unlink(part_.c_str());
}

Result<std::unique_ptr<ArchiveWriter>> ArchiveWriter::create(const fs::path& file,
                                                             std::chrono::sys_seconds taken) {
  std::error_code unknown;
  if (fs::exists(fs::symlink_status(file, unknown))) {
    return fail(errors::backup_exists, {{"file", file.string()}});
  }
  std::unique_ptr<ArchiveWriter> writer(new ArchiveWriter(file, taken));
  if (auto opened = writer->open(); !opened) return std::unexpected(opened.error());
  return writer;
}

Result<void> ArchiveWriter::open() {
  if (!list_) return not_written("tmpfile", errno);
  opened_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (opened_ < 0) return not_written(part_, errno);
  LIEM_CHECK(archive_write_set_format_gnutar(archive_) == ARCHIVE_OK);
  LIEM_CHECK(archive_write_add_filter_zstd(archive_) == ARCHIVE_OK);
  archive_write_set_bytes_in_last_block(archive_, 1);
  if (archive_write_open_fd(archive_, opened_) != ARCHIVE_OK) return not_packed();
  return {};
}

std::unexpected<Error> ArchiveWriter::not_packed() const {
  return not_written(part_, archive_errno(archive_));
}

Result<void> ArchiveWriter::begin(const std::string& name, std::uint64_t size) {
  const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                       &archive_entry_free);
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), S_IRUSR | S_IWUSR);
  archive_entry_set_mtime(entry.get(), taken_.time_since_epoch().count(), 0);
  if (archive_write_header(archive_, entry.get()) != ARCHIVE_OK) return not_packed();
  return {};
}

Result<void> ArchiveWriter::write(std::string_view bytes) {
  const auto written = archive_write_data(archive_, bytes.data(), bytes.size());
  if (written != static_cast<la_ssize_t>(bytes.size())) return not_packed();
  return {};
}

Result<void> ArchiveWriter::note(const std::string& name, const std::string& sha256) {
  return spooled(list_.get(), line_of(sha256, name));
}

Result<void> ArchiveWriter::add(const std::string& name, std::string_view bytes) {
  if (auto begun = begin(name, bytes.size()); !begun) return begun;
  if (auto written = write(bytes); !written) return written;
  return note(name, assessment::sha256_of(bytes));
}

Result<std::optional<ArchiveWriter::Added>> ArchiveWriter::add_file(const std::string& name,
                                                                    const fs::path& file) {
  struct stat status{};
  if (::lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (auto begun = begin(name, size); !begun) return std::unexpected(begun.error());
  Sha256 digest;
  const auto read = read_in_pieces(file, [&](std::string_view bytes) {
    digest.add(bytes);
    return write(bytes);
  });
  if (!read) return std::unexpected(read.error());
  if (*read != size) return not_written(file, EBUSY);  // somebody writes to it
  Added added{digest.take(), size};
  if (auto noted = note(name, added.sha256); !noted) return std::unexpected(noted.error());
  return added;
}

Result<void> ArchiveWriter::add_list() {
  const long size = std::ftell(list_.get());
  if (size < 0) return not_written("tmpfile", errno);
  std::rewind(list_.get());
  if (auto begun = begin(std::string(list_name), static_cast<std::uint64_t>(size)); !begun) {
    return begun;
  }
  std::array<char, piece> block;
  while (const auto got = std::fread(block.data(), 1, block.size(), list_.get())) {
    if (auto written = write({block.data(), got}); !written) return written;
  }
  return {};
}

Result<void> ArchiveWriter::finish() {
  if (auto listed = add_list(); !listed) return listed;
  if (archive_write_close(archive_) != ARCHIVE_OK) return not_packed();
  if (::fsync(opened_) != 0) return not_written(part_, errno);
  if (::rename(part_.c_str(), file_.c_str()) != 0) return not_written(file_, errno);
  kept_ = true;
  return sync_folder(file_.parent_path());
}

ArchiveReader::ArchiveReader(fs::path file)
    : file_(std::move(file)), archive_(archive_read_new()), list_(std::tmpfile()) {}

ArchiveReader::~ArchiveReader() { archive_read_free(archive_); }

Result<std::unique_ptr<ArchiveReader>> ArchiveReader::open(const fs::path& file) {
  std::unique_ptr<ArchiveReader> reader(new ArchiveReader(file));
  if (!reader->list_) return not_written("tmpfile", errno);
  LIEM_CHECK(archive_read_support_filter_zstd(reader->archive_) == ARCHIVE_OK);
  LIEM_CHECK(archive_read_support_format_tar(reader->archive_) == ARCHIVE_OK);
  const auto opened = archive_read_open_filename(reader->archive_, file.c_str(), piece);
  if (opened == ARCHIVE_OK) return reader;
  const int reason = archive_errno(reader->archive_);
  const auto words = std::error_code(reason, std::generic_category()).message();
  if (reason == ENOENT || reason == EACCES) {
    return fail(errors::not_readable, {{"file", file.string()}, {"reason", words}});
  }
  return fail(errors::not_a_backup, {{"file", file.string()}});
}

std::unexpected<Error> ArchiveReader::damaged(const std::string& reason) const {
  return fail(errors::backup_damaged,
              {{"file", file_.string()}, {"entry", entry_}, {"reason", reason}});
}

std::unexpected<Error> ArchiveReader::cut() const {
  return fail(errors::backup_cut, {{"file", file_.string()}, {"entry", entry_}});
}

Result<std::optional<std::string>> ArchiveReader::next() {
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(archive_, &entry);
  if (status == ARCHIVE_EOF) return cut();
  if (status != ARCHIVE_OK) {
    if (entry_.empty()) return fail(errors::not_a_backup, {{"file", file_.string()}});
    return damaged(archive_error_string(archive_));
  }
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr || archive_entry_filetype(entry) != AE_IFREG) return damaged("?");
  if (name == list_name) {
    if (auto held = check_list(); !held) return std::unexpected(held.error());
    return std::nullopt;
  }
  entry_ = name;
  return entry_;
}

Result<void> ArchiveReader::read(const TakeBytes& take) {
  std::array<char, piece> block;
  Sha256 digest;
  while (true) {
    const auto got = archive_read_data(archive_, block.data(), block.size());
    if (got < 0) return damaged(archive_error_string(archive_));
    if (got == 0) break;
    const std::string_view bytes(block.data(), static_cast<std::size_t>(got));
    digest.add(bytes);
    if (auto taken = take(bytes); !taken) return taken;
  }
  return spooled(list_.get(), line_of(digest.take(), entry_));
}

// A line of the list against the entry that went by in its place.
Result<void> ArchiveReader::check_line(const std::string& line) {
  const auto read = line_from(list_.get());
  if (!read) return std::unexpected(read.error());
  if (*read == line) return {};
  const auto name = name_in(read->empty() ? line : *read);
  return fail(errors::backup_altered, {{"file", file_.string()}, {"entry", name}});
}

Result<void> ArchiveReader::check_list() {
  entry_ = list_name;
  std::rewind(list_.get());
  std::string line;
  std::array<char, piece> block;
  while (true) {
    const auto got = archive_read_data(archive_, block.data(), block.size());
    if (got < 0) return damaged(archive_error_string(archive_));
    if (got == 0) break;
    for (const char c : std::string_view(block.data(), static_cast<std::size_t>(got))) {
      line.push_back(c);
      if (c != '\n') continue;
      if (auto held = check_line(line); !held) return held;
      line.clear();
    }
  }
  // Nothing is left over on either side.
  return check_line(line);
}

}  // namespace liem::storage
