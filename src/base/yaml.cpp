#include "base/yaml.h"

#include <algorithm>
#include <charconv>

namespace liem::yaml {
namespace {

template <class T>
Result<T> wrong(const Node& node, std::string_view wanted) {
  return std::unexpected(node.error(errors::wrong_kind, {{"wanted", std::string(wanted)}}));
}

template <class T>
Result<T> found_as(const Node& node, std::string_view key, Result<T> (Node::*read)() const) {
  auto child = node.at(key);
  if (!child) return std::unexpected(child.error());
  return ((*child).*read)();
}

}  // namespace

Error Node::error(ErrorCode code, Args args) const {
  args.insert(args.begin(), {{"file", file_}, {"line", std::to_string(line())}});
  return Error{code.kind, Message{std::string(code.id), std::move(args)}};
}

bool Node::has(std::string_view key) const {
  return node_.IsMap() && node_[std::string(key)].IsDefined();
}

Result<Node> Node::at(std::string_view key) const {
  if (!node_.IsMap()) return wrong<Node>(*this, "map");
  const YAML::Node child = node_[std::string(key)];
  if (!child.IsDefined()) {
    return std::unexpected(error(errors::missing_key, {{"key", std::string(key)}}));
  }
  return Node(child, file_);
}

Result<std::vector<Node>> Node::items() const {
  if (!node_.IsSequence()) return wrong<std::vector<Node>>(*this, "list");
  std::vector<Node> out;
  for (const auto& item : node_) out.emplace_back(item, file_);
  return out;
}

Result<std::vector<std::pair<std::string, Node>>> Node::entries() const {
  if (!node_.IsMap()) return wrong<std::vector<std::pair<std::string, Node>>>(*this, "map");
  std::vector<std::pair<std::string, Node>> out;
  for (const auto& entry : node_) {
    const Node key(entry.first, file_);
    if (!key.is_scalar()) return wrong<std::vector<std::pair<std::string, Node>>>(key, "text");
    auto name = entry.first.Scalar();
    const auto same = [&](const auto& earlier) { return earlier.first == name; };
    if (std::ranges::any_of(out, same)) {
      return std::unexpected(key.error(errors::repeated_key, {{"key", name}}));
    }
    out.emplace_back(std::move(name), Node(entry.second, file_));
  }
  return out;
}

Result<void> Node::only(std::initializer_list<std::string_view> keys) const {
  auto all = entries();
  if (!all) return std::unexpected(all.error());
  for (const auto& [name, node] : *all) {
    if (std::ranges::find(keys, name) != keys.end()) continue;
    std::string known;
    for (const auto key : keys) known.append(known.empty() ? "" : ", ").append(key);
    return std::unexpected(node.error(errors::unknown_key, {{"key", name}, {"known", known}}));
  }
  return {};
}

Result<std::string> Node::text() const {
  if (!node_.IsScalar()) return wrong<std::string>(*this, "text");
  return node_.Scalar();
}

Result<Decimal> Node::decimal() const {
  const auto value = node_.IsScalar() ? Decimal::parse(node_.Scalar()) : std::nullopt;
  if (!value) return wrong<Decimal>(*this, "decimal");
  return *value;
}

Result<int> Node::whole() const {
  int value = 0;
  const std::string text = node_.IsScalar() ? node_.Scalar() : "";
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || failed != std::errc() || end != text.data() + text.size()) {
    return wrong<int>(*this, "whole");
  }
  return value;
}

Result<bool> Node::boolean() const {
  const std::string text = node_.IsScalar() ? node_.Scalar() : "";
  if (text == "true") return true;
  if (text == "false") return false;
  return wrong<bool>(*this, "boolean");
}

Result<Date> Node::date() const {
  const auto value = node_.IsScalar() ? parse_iso_date(node_.Scalar()) : std::nullopt;
  if (!value) return wrong<Date>(*this, "date");
  return *value;
}

Result<std::string> Node::text_at(std::string_view key) const {
  return found_as(*this, key, &Node::text);
}
Result<std::string> Node::text_or(std::string_view key, std::string otherwise) const {
  if (!has(key)) return otherwise;
  return text_at(key);
}
Result<Decimal> Node::decimal_at(std::string_view key) const {
  return found_as(*this, key, &Node::decimal);
}
Result<int> Node::whole_at(std::string_view key) const {
  return found_as(*this, key, &Node::whole);
}
Result<Date> Node::date_at(std::string_view key) const {
  return found_as(*this, key, &Node::date);
}

Result<Node> parse(std::string_view text, std::string_view file) {
  try {
    return Node(YAML::Load(std::string(text)), std::string(file));
  } catch (const YAML::Exception& broken) {
    return fail(errors::broken, {{"file", std::string(file)},
                                 {"line", std::to_string(broken.mark.line + 1)},
                                 {"reason", broken.msg}});
  }
}

}  // namespace liem::yaml
