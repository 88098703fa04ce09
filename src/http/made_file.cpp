#include "http/made_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "tables/table.h"

namespace liem::http {
namespace {

// A name only its owner may read, taken away again whatever happens.
class Name {
 public:
  explicit Name(std::string pattern) : path_(std::move(pattern)) {
    const int made = ::mkstemp(path_.data());
    there_ = made >= 0;
    if (there_) ::close(made);
  }
  ~Name() {
    if (there_) ::unlink(path_.c_str());
  }
  Name(const Name&) = delete;
  Name& operator=(const Name&) = delete;

  bool is_there() const { return there_; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool there_ = false;
};

}  // namespace

Result<std::shared_ptr<const OpenFile>> make_file(
    const std::function<Result<void>(const std::string& path)>& write) {
  std::error_code unknown;
  const auto folder = std::filesystem::temp_directory_path(unknown);
  const Name name((folder / "liem-XXXXXX").string());
  if (!name.is_there()) {
    return fail(tables::errors::not_written,
                {{"file", name.path()}, {"reason", std::strerror(errno)}});
  }
  if (auto written = write(name.path()); !written) return std::unexpected(written.error());
  return OpenFile::open(name.path());
}

}  // namespace liem::http
