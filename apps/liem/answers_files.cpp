#include "liem/answers_files.h"

#include <algorithm>
#include <system_error>

#include "liem/shipped.h"

namespace liem::app {

namespace fs = std::filesystem;

std::expected<indicators::Inputs, Problems> load_answers_file(const fs::path& file,
                                                              const indicators::IndicatorSet& set) {
  const auto text = listed(read_user_file(file, largest_answers));
  if (!text) return std::unexpected(text.error());
  return indicators::load_inputs(*text, file.string(), set);
}

std::expected<std::vector<UnitAnswers>, Problems> load_answers_folder(
    const fs::path& folder, const indicators::IndicatorSet& set) {
  std::error_code failed;
  const fs::path inside = folder / "submissions";
  const fs::path& root = fs::is_directory(inside, failed) ? inside : folder;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(root, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const fs::path file = entry->path() / "answers.yaml";
    std::error_code missing;
    if (fs::is_regular_file(file, missing)) files.push_back(file);
  }
  if (files.empty()) {
    return std::unexpected(
        Problems{fail(errors::no_answers, {{"folder", folder.string()}}).error()});
  }
  std::ranges::sort(files);
  std::vector<UnitAnswers> out;
  Problems problems;
  for (const auto& file : files) {
    auto inputs = load_answers_file(file, set);
    if (!inputs) {
      std::ranges::move(inputs.error(), std::back_inserter(problems));
      continue;
    }
    out.push_back({file.parent_path().filename().string(), file, std::move(*inputs)});
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return out;
}

}  // namespace liem::app
