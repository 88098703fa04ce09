// A name or title in both languages.
#pragma once

#include <string>

#include "base/yaml.h"

namespace liem::organisation {

struct Words {
  std::string vi, en;
  bool operator==(const Words&) const = default;
};

Result<Words> words_at(const yaml::Node& node, std::string_view key);  // {vi: ..., en: ...}

}  // namespace liem::organisation
