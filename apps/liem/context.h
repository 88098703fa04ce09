// What every command is handed: the shipped data, the words, the language of the terminal.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/messages.h"

namespace liem::app {

namespace errors {
inline constexpr ErrorCode unreadable{"app.unreadable", ErrorKind::unavailable};
inline constexpr ErrorCode not_written{"app.not_written", ErrorKind::unavailable};
}  // namespace errors

// Bytes of a set, a mapping or answers that a person names; what is larger is none.
inline constexpr std::size_t largest_data_file = std::size_t{16} << 20;

// The files of data/: those linked into the program, or a folder given with --share.
class Share {
 public:
  explicit Share(std::optional<std::filesystem::path> folder) : folder_(std::move(folder)) {}
  // `name` is relative to data/, e.g. "indicator-sets/pctn-2024.yaml".
  Result<std::string> read(std::string_view name) const;
  // Names below a folder of data/, sorted.
  std::vector<std::string> list(std::string_view folder) const;
  bool is_folder() const { return folder_.has_value(); }
  // How a person finds the file again: a path, or "data/..." for a linked one.
  std::string display_name(std::string_view name) const;

 private:
  std::optional<std::filesystem::path> folder_;
};

struct Context {
  Share share;
  Catalogue catalogue;
  Locale locale = Locale::vi;

  // Prints the error to stderr in the user's language as one line "liem: ...".
  void report(const Error& error) const;
};

Result<Catalogue> load_catalogue(const Share& share);

// The whole of a file given by the user, at most `limit` bytes.
Result<std::string> read_user_file(const std::filesystem::path& path, std::size_t limit);

}  // namespace liem::app
