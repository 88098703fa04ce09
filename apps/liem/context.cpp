#include "liem/context.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "base/embedded.h"

extern const liem::EmbeddedFile liem_data_files[];
extern const std::size_t liem_data_files_count;

namespace liem::app {
namespace {

namespace fs = std::filesystem;

namespace errors {
constexpr ErrorCode no_file{"app.no_file", ErrorKind::not_found};
constexpr ErrorCode not_a_file{"app.not_a_file", ErrorKind::bad_input};
constexpr ErrorCode unreadable{"app.unreadable", ErrorKind::unavailable};
constexpr ErrorCode too_large{"app.too_large", ErrorKind::too_large};
}  // namespace errors

}  // namespace

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
  for (const auto& name : share.list("locales/messages")) {
    auto text = share.read(name);
    if (!text) return std::unexpected(text.error());
    if (auto added = catalogue.add(*text, share.display_name(name)); !added) {
      return std::unexpected(added.error());
    }
  }
  return catalogue;
}

Result<std::string> read_user_file(const fs::path& path, std::size_t limit) {
  const Args file = {{"file", path.string()}};
  std::error_code failed;
  const auto status = fs::status(path, failed);
  if (!fs::exists(status)) return fail(errors::no_file, file);
  if (fs::is_directory(status)) return fail(errors::not_a_file, file);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> input(std::fopen(path.c_str(), "rb"),
                                                              &std::fclose);
  const auto unreadable = [&] {
    return fail(errors::unreadable, {{"file", path.string()}, {"reason", std::strerror(errno)}});
  };
  if (!input) return unreadable();
  std::string bytes;
  if (fs::is_regular_file(status)) bytes.reserve(std::min<std::uintmax_t>(fs::file_size(path), limit) + 1);
  char block[1 << 16];
  std::size_t got = 0;
  while ((got = std::fread(block, 1, sizeof block, input.get())) > 0) {
    bytes.append(block, got);
    if (bytes.size() > limit) {
      return fail(errors::too_large,
                  {{"file", path.string()}, {"limit_mb", std::to_string(limit >> 20)}});
    }
  }
  if (std::ferror(input.get())) return unreadable();
  return bytes;
}

}  // namespace liem::app
