#include "liem/context.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/embedded.h"
#include "liem/descriptor.h"

extern const liem::EmbeddedFile liem_data_files[];
extern const std::size_t liem_data_files_count;

namespace liem::app {

namespace errors {
constexpr ErrorCode no_file{"app.no_file", ErrorKind::not_found};
constexpr ErrorCode not_a_file{"app.not_a_file", ErrorKind::bad_input};
constexpr ErrorCode too_large{"app.too_large", ErrorKind::too_large};
constexpr ErrorCode silent{"app.silent", ErrorKind::unavailable};
}  // namespace errors

namespace fs = std::filesystem;

Result<std::string> Share::read(std::string_view name) const {
  if (folder_) return read_user_file(*folder_ / name, std::size_t{64} << 20);
  const auto* end = liem_data_files + liem_data_files_count;
  const auto* found =
      std::find_if(liem_data_files, end, [&](const auto& file) { return file.name == name; });
  if (found == end) return fail(errors::no_file, {{"file", display_name(name)}});
  return std::string(found->bytes());
}

std::vector<std::string> Share::list(std::string_view folder) const {
  const std::string prefix = std::string(folder) + "/";
  std::vector<std::string> names;
  if (folder_) {
    std::error_code failed;
    for (fs::recursive_directory_iterator it(*folder_ / folder, failed), end; !failed && it != end;
         it.increment(failed)) {
      if (it->is_regular_file()) names.push_back(fs::relative(it->path(), *folder_).string());
    }
  } else {
    for (std::size_t i = 0; i < liem_data_files_count; ++i) {
      if (std::string_view(liem_data_files[i].name).starts_with(prefix)) {
        names.emplace_back(liem_data_files[i].name);
      }
    }
  }
  std::ranges::sort(names);
  return names;
}

std::string Share::display_name(std::string_view name) const {
  return folder_ ? (*folder_ / name).string() : fmt::format("data/{}", name);
}

void Context::report(const Error& error) const {
  fmt::print(stderr, "liem: {}\n", catalogue.render(error.message, locale));
}

Result<Catalogue> load_catalogue(const Share& share) {
  Catalogue catalogue;
  const auto names = share.list("locales/messages");
  // A folder that brings no words of its own is answered for in the linked ones.
  if (names.empty() && share.is_folder()) return load_catalogue(Share(std::nullopt));
  for (const auto& name : names) {
    auto text = share.read(name);
    if (!text) return std::unexpected(text.error());
    if (auto added = catalogue.add(*text, share.display_name(name)); !added) {
      return std::unexpected(added.error());
    }
  }
  return catalogue;
}

Result<std::string> read_user_file(const fs::path& path, std::size_t limit) {
  const auto refuse = [&](ErrorCode code) {
    return fail(code, {{"file", path.string()},
                       {"reason", std::strerror(errno)},
                       {"limit_mb", std::to_string(limit >> 20)}});
  };
  // Not blocking: a pipe without a writer must not hang the other files.
  const Descriptor input(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (input.get() < 0) return refuse(errno == ENOENT ? errors::no_file : errors::unreadable);
  struct stat status{};
  if (fstat(input.get(), &status) != 0) return refuse(errors::unreadable);
  if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode)) return refuse(errors::not_a_file);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > limit) return refuse(errors::too_large);
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(size) + 1);
  std::array<char, 1 << 16> block;
  for (;;) {
    const auto got = ::read(input.get(), block.data(), block.size());
    if (got == 0) return bytes;
    if (got > 0) {
      bytes.append(block.data(), static_cast<std::size_t>(got));
      if (bytes.size() > limit) return refuse(errors::too_large);
    } else if (errno == EAGAIN) {
      constexpr int patience_ms = 10'000;
      pollfd waiting{input.get(), POLLIN, 0};
      if (poll(&waiting, 1, patience_ms) == 0) return refuse(errors::silent);
    } else if (errno != EINTR) {
      return refuse(errors::unreadable);
    }
  }
}

}  // namespace liem::app
