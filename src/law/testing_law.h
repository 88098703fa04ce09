// The shipped law, and small ones written in a test.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/messages.h"
#include "law/law.h"

namespace liem::law::testing_law {

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline std::vector<std::string> lines_of(const Problems& problems, Locale locale = Locale::en) {
  const std::filesystem::path messages =
      std::filesystem::path(LIEM_SOURCE_DIR) / "data/locales/messages";
  Catalogue words;
  for (const auto* name : {"law.yaml", "yaml.yaml"}) {
    EXPECT_TRUE(words.add(bytes_of(messages / name), name));
  }
  std::vector<std::string> lines;
  for (const auto& problem : problems) lines.push_back(words.render(problem.message, locale));
  return lines;
}

inline Law shipped_law() {
  std::vector<NamedFile> files;
  const std::filesystem::path folder = std::filesystem::path(LIEM_SOURCE_DIR) / "data/law";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back({entry.path().filename().string(), bytes_of(entry.path())});
  }
  auto law = load_law(files);
  EXPECT_TRUE(law) << lines_of(law.error())[0];
  return std::move(law).value();
}

inline Date day(const char* iso) { return parse_iso_date(iso).value(); }

}  // namespace liem::law::testing_law
