// The file a package is: a ZIP whose members are stored as they are, so that the same members make
// the same bytes anywhere and none can unpack to more than the file holds.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "storage/file_bytes.h"

struct archive;

namespace liem::storage {

namespace errors {
inline constexpr ErrorCode not_a_zip{"package.not_a_zip", ErrorKind::bad_input};
inline constexpr ErrorCode zip_damaged{"package.zip_damaged", ErrorKind::bad_input};
inline constexpr ErrorCode package_exists{"package.file_exists", ErrorKind::conflict};
}  // namespace errors

// Written beside its place, readable by its owner alone, and there only once finish() is reached.
class PackageWriter {
 public:
  // errors::package_exists where the file is there already.
  static Result<std::unique_ptr<PackageWriter>> create(const std::filesystem::path& file);
  ~PackageWriter();
  PackageWriter(const PackageWriter&) = delete;
  PackageWriter& operator=(const PackageWriter&) = delete;

  Result<void> add(const std::string& name, std::string_view bytes);
  Result<void> finish();

 private:
  explicit PackageWriter(std::filesystem::path file);
  Result<void> open();
  std::unexpected<Error> not_packed() const;

  std::filesystem::path file_, part_;
  int opened_ = -1;
  bool kept_ = false;
  ::archive* archive_;
};

// Its members in their order, as its directory names them.
class PackageReader {
 public:
  // errors::not_a_zip.
  static Result<std::unique_ptr<PackageReader>> open(const std::filesystem::path& file);
  ~PackageReader();
  PackageReader(const PackageReader&) = delete;
  PackageReader& operator=(const PackageReader&) = delete;

  // The name of the next member, empty where it has none that can be read; nothing behind the last.
  Result<std::optional<std::string>> next();
  // The member next() named, once; stops where `take` refuses. errors::zip_damaged.
  Result<void> read(const TakeBytes& take);

 private:
  explicit PackageReader(std::filesystem::path file);
  std::unexpected<Error> damaged() const;

  std::filesystem::path file_;
  ::archive* archive_;
  std::string entry_;
};

}  // namespace liem::storage
