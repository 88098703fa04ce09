// Reading a data file to its end while noting every problem on the way.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.h"
#include "base/yaml.h"

namespace liem {

class Loading {
 public:
  // The value, or nothing with its error noted.
  template <class T>
  std::optional<T> take(Result<T> result) {
    if (result) return std::move(*result);
    note(std::move(result.error()));
    return std::nullopt;
  }
  void note(Error error) { problems_.push_back(std::move(error)); }

  // Notes each key outside `known`; false where the node is no map.
  bool check_keys(const yaml::Node& node, std::initializer_list<std::string_view> known);
  // Both languages of `node`, each present and not blank.
  std::optional<Words> words(const yaml::Node& node);
  std::optional<Words> words_at(const yaml::Node& node, std::string_view key);
  std::optional<std::string> text_at(const yaml::Node& node, std::string_view key);

  bool clean() const { return problems_.empty(); }
  Problems&& problems() && { return std::move(problems_); }
  std::size_t count() const { return problems_.size(); }

 private:
  Problems problems_;
};

}  // namespace liem
