#include "liem/file_walk.h"

#include <algorithm>
#include <filesystem>

namespace liem::app {
namespace {

namespace fs = std::filesystem;

namespace errors {
constexpr ErrorCode unlisted{"read.unlisted", ErrorKind::unavailable};
}

bool is_passed_over(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name.starts_with("~$");
}

void walk(const fs::path& folder, FileWalk& walked) {
  std::vector<std::string> found;
  std::error_code failed;
  fs::recursive_directory_iterator entry(folder, failed), end;
  while (!failed && entry != end) {
    std::error_code unknown;
    if (is_passed_over(entry->path())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file(unknown)) {
      found.push_back(entry->path().string());
    }
    entry.increment(failed);
  }
  if (failed) {
    walked.problems.push_back(
        fail(errors::unlisted, {{"folder", folder.string()}, {"reason", failed.message()}})
            .error());
  }
  std::ranges::sort(found);
  walked.files.insert(walked.files.end(), found.begin(), found.end());
}

}  // namespace

FileWalk walk_files(const std::vector<std::string>& names) {
  FileWalk walked;
  for (const auto& name : names) {
    std::error_code unknown;
    if (fs::is_directory(name, unknown)) {
      walked.walked = true;
      walk(name, walked);
    } else {
      walked.files.push_back(name);
    }
  }
  return walked;
}

}  // namespace liem::app
