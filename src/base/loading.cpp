#include "base/loading.h"

#include <algorithm>

namespace liem {

bool Loading::check_keys(const yaml::Node& node, std::initializer_list<std::string_view> known) {
  const auto entries = take(node.entries());
  if (!entries) return false;
  for (const auto& [name, value] : *entries) {
    if (std::ranges::find(known, name) != known.end()) continue;
    std::string list;
    for (const auto key : known) list.append(list.empty() ? "" : ", ").append(key);
    note(value.error(yaml::errors::unknown_key, {{"key", name}, {"known", list}}));
  }
  return true;
}

std::optional<std::string> Loading::text_at(const yaml::Node& node, std::string_view key) {
  const auto child = take(node.at(key));
  if (!child) return std::nullopt;
  auto text = take(child->text());
  if (text && text->find_first_not_of(" \t\n") == std::string::npos) {
    note(child->error(yaml::errors::empty_text, {{"key", std::string(key)}}));
    return std::nullopt;
  }
  return text;
}

std::optional<Words> Loading::words(const yaml::Node& node) {
  if (!check_keys(node, {"vi", "en"})) return std::nullopt;
  auto vi = text_at(node, "vi");
  auto en = text_at(node, "en");
  if (!vi || !en) return std::nullopt;
  return Words{std::move(*vi), std::move(*en)};
}

std::optional<Words> Loading::words_at(const yaml::Node& node, std::string_view key) {
  const auto child = take(node.at(key));
  return child ? words(*child) : std::nullopt;
}

}  // namespace liem
