// Lists of names in the files of data/workflow/, each name held against those there are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/loading.h"

namespace liem::workflow {

using Names = std::vector<std::string>;

// What a name may be, with the kind of thing it names as people know it from the file.
struct Known {
  std::string_view kind;
  Names names;
};

Names names_of(const auto& list) { return Names(std::begin(list), std::end(list)); }

// Notes what it refuses.
class NameReader {
 public:
  Names list_at(const yaml::Node& node, std::string_view key);  // of any names, once each
  Names list_at(const yaml::Node& node, std::string_view key, const Known& known);
  // Of the list itself.
  Names list(const yaml::Node& list);
  Names list(const yaml::Node& list, const Known& known);
  // The name under `key`; empty where it is absent or not one of `known`.
  std::string name_at(const yaml::Node& node, std::string_view key, const Known& known);
  bool check(const yaml::Node& node, const std::string& name, const Known& known);

  Loading loading;
};

}  // namespace liem::workflow
