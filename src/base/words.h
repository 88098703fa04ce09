// The same text in both languages.
#pragma once

#include <string>

#include "base/yaml.h"

namespace liem {

struct Words {
  std::string vi, en;
  bool operator==(const Words&) const = default;
};

// {vi: ..., en: ...} under `key`; both languages and nothing else.
Result<Words> words_at(const yaml::Node& node, std::string_view key);

}  // namespace liem
