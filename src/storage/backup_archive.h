// The file a backup is: a tar of named entries packed with zstd, whose last entry SHA256SUMS lists
// the hash of each other, so that `tar` and `sha256sum -c` can open and check one without Liêm.
// Entries go by in pieces; neither side holds more than one piece in memory.
#pragma once

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "storage/file_bytes.h"

struct archive;

namespace liem::storage {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using Spool = std::unique_ptr<std::FILE, CloseFile>;  // lines of the list, outside memory

// Written beside its place, readable by its owner alone, and there only once finish() is reached.
class ArchiveWriter {
 public:
  // errors::backup_exists where the file is there already.
  static Result<std::unique_ptr<ArchiveWriter>> create(const std::filesystem::path& file,
                                                       std::chrono::sys_seconds taken);
  ~ArchiveWriter();
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  struct Added {
    std::string sha256;
    std::uint64_t size = 0;
  };
  Result<void> add(const std::string& name, std::string_view bytes);
  // The bytes of a file nobody writes to; nothing where it is not there.
  Result<std::optional<Added>> add_file(const std::string& name, const std::filesystem::path& file);
  Result<void> finish();

 private:
  ArchiveWriter(std::filesystem::path file, std::chrono::sys_seconds taken);
  Result<void> open();
  Result<void> begin(const std::string& name, std::uint64_t size);
  Result<void> write(std::string_view bytes);
  Result<void> note(const std::string& name, const std::string& sha256);
  Result<void> add_list();
  std::unexpected<Error> not_packed() const;

  std::filesystem::path file_, part_;
  std::chrono::sys_seconds taken_;
  int opened_ = -1;
  bool kept_ = false;
  ::archive* archive_;
  Spool list_;
};

class ArchiveReader {
 public:
  // errors::not_a_backup where it is none.
  static Result<std::unique_ptr<ArchiveReader>> open(const std::filesystem::path& file);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  // The name of the next entry; nothing behind the last, once the list has borne out every one.
  // errors::backup_cut, backup_damaged or backup_altered name the entry.
  Result<std::optional<std::string>> next();
  // The entry next() named, once.
  Result<void> read(const TakeBytes& take);

  std::unexpected<Error> damaged(const std::string& reason) const;  // the entry under way

 private:
  explicit ArchiveReader(std::filesystem::path file);
  Result<void> check_list();
  Result<void> check_line(const std::string& line);
  std::unexpected<Error> cut() const;

  std::filesystem::path file_;
  ::archive* archive_;
  std::string entry_;
  Spool list_;
};

}  // namespace liem::storage
