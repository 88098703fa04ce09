// YAML (and so JSON) read with the place of every value, so that each refusal names file and line.
#pragma once

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"

namespace liem::yaml {

namespace errors {
inline constexpr ErrorCode broken{"yaml.broken", ErrorKind::bad_input};
inline constexpr ErrorCode not_utf8{"yaml.not_utf8", ErrorKind::bad_input};
inline constexpr ErrorCode second_document{"yaml.second_document", ErrorKind::bad_input};
inline constexpr ErrorCode tab{"yaml.tab", ErrorKind::bad_input};
inline constexpr ErrorCode open_list{"yaml.open_list", ErrorKind::bad_input};
inline constexpr ErrorCode open_map{"yaml.open_map", ErrorKind::bad_input};
inline constexpr ErrorCode open_quote{"yaml.open_quote", ErrorKind::bad_input};
inline constexpr ErrorCode bad_escape{"yaml.bad_escape", ErrorKind::bad_input};
inline constexpr ErrorCode missing_key{"yaml.missing_key", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_key{"yaml.unknown_key", ErrorKind::bad_input};
inline constexpr ErrorCode repeated_key{"yaml.repeated_key", ErrorKind::bad_input};
inline constexpr ErrorCode wrong_kind{"yaml.wrong_kind", ErrorKind::bad_input};
inline constexpr ErrorCode empty_text{"yaml.empty_text", ErrorKind::bad_input};
}  // namespace errors

class Node {
 public:
  Node() = default;
  Node(YAML::Node node, std::string file) : node_(std::move(node)), file_(std::move(file)) {}

  bool is_map() const { return node_.IsMap(); }
  bool is_list() const { return node_.IsSequence(); }
  bool is_scalar() const { return node_.IsScalar(); }
  bool has(std::string_view key) const;
  int line() const { return std::max(1, node_.Mark().line + 1); }  // counted from 1
  const std::string& file() const { return file_; }

  Result<Node> at(std::string_view key) const;
  Result<std::vector<Node>> items() const;                            // of a list
  Result<std::vector<std::pair<std::string, Node>>> entries() const;  // of a map; keys once each
  Result<void> only(std::initializer_list<std::string_view> keys) const;

  Result<std::string> text() const;
  Result<Decimal> decimal() const;
  Result<int> whole() const;
  Result<bool> boolean() const;
  Result<Date> date() const;

  Result<std::string> text_at(std::string_view key) const;
  // The text under `key`, or `otherwise` where the key is absent.
  Result<std::string> text_or(std::string_view key, std::string otherwise) const;
  Result<Decimal> decimal_at(std::string_view key) const;
  Result<int> whole_at(std::string_view key) const;
  Result<Date> date_at(std::string_view key) const;

  // An error at this node: {file} and {line} are put in front of `args`.
  Error error(ErrorCode code, Args args = {}) const;

 private:
  YAML::Node node_;
  std::string file_;
};

// One document in UTF-8; a second one is refused. Duplicate keys in any map are refused when its
// entries() are asked for.
Result<Node> parse(std::string_view text, std::string_view file);

}  // namespace liem::yaml
