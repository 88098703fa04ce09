// Documents with their truth written into them as tags (tests/golden/reading/README.md).
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "text/repair.h"

namespace liem::golden {

struct Tag {
  char kind = 0;  // c citation, r ratio, s sum, n none, f finding
  std::map<std::string, std::string> attributes;
  text::Span span;  // in Document::text
  std::string at(const std::string& name) const {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string() : found->second;
  }
};

struct Document {
  std::string name;
  std::string kind;
  std::vector<std::string> traps;
  std::string text;  // without front matter and tags: what the reader is given
  std::vector<Tag> tags;
};

// Every broken tag is an error naming file and line.
Result<Document> load_document(const std::filesystem::path& file);
Result<std::vector<Document>> load_corpus(const std::filesystem::path& folder);

}  // namespace liem::golden
