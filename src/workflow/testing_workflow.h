// The shipped workflow, small ones written in a test, and problems in words.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/messages.h"
#include "workflow/workflow.h"

namespace liem::workflow::testing_workflow {

inline std::string bytes_of(const std::string& path) {
  std::ifstream in(std::filesystem::path(LIEM_SOURCE_DIR) / path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline const Catalogue& words() {
  static const Catalogue catalogue = [] {
    Catalogue made;
    for (const auto* name : {"workflow.yaml", "role.yaml", "yaml.yaml"}) {
      const std::string path = std::string("data/locales/messages/") + name;
      EXPECT_TRUE(made.add(bytes_of(path), path));
    }
    return made;
  }();
  return catalogue;
}

inline std::vector<std::string> lines_of(const Problems& problems, Locale locale = Locale::en) {
  std::vector<std::string> lines;
  for (const auto& problem : problems) lines.push_back(words().render(problem.message, locale));
  return lines;
}

inline const std::vector<std::string_view>& all_roles() {
  static const std::vector<std::string_view> roles{
      "clerk", "head", "inspector", "committee", "reviewer", "auditor", "administrator"};
  return roles;
}

inline std::expected<Workflow, Problems> loaded(const std::string& text) {
  return load_workflow({"round.yaml", text}, {all_roles(), {"department", "commune", "ward"}});
}

inline const Workflow& shipped() {
  static const Workflow workflow = [] {
    auto made = loaded(bytes_of("data/workflow/round.yaml"));
    EXPECT_TRUE(made) << (made ? "" : lines_of(made.error()).front());
    return std::move(made).value();
  }();
  return workflow;
}

}  // namespace liem::workflow::testing_workflow
