#include "workflow/names.h"

#include <algorithm>

#include "workflow/workflow.h"

namespace liem::workflow {
namespace {

std::string joined(const Names& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

bool NameReader::check(const yaml::Node& node, const std::string& name, const Known& known) {
  if (std::ranges::find(known.names, name) != known.names.end()) return true;
  loading.note(node.error(
      errors::unknown_name,
      {{"kind", std::string(known.kind)}, {"name", name}, {"known", joined(known.names)}}));
  return false;
}

Names NameReader::list(const yaml::Node& list) {
  Names out;
  const auto items = loading.take(list.items());
  for (const auto& item : items.value_or(std::vector<yaml::Node>{})) {
    auto name = loading.take(item.text());
    if (!name) continue;
    if (std::ranges::find(out, *name) != out.end()) {
      loading.note(item.error(errors::repeated_name, {{"name", *name}}));
    }
    out.push_back(std::move(*name));
  }
  return out;
}

Names NameReader::list(const yaml::Node& list, const Known& known) {
  Names out = this->list(list);
  std::erase_if(out, [&](const auto& name) { return !check(list, name, known); });
  return out;
}

Names NameReader::list_at(const yaml::Node& node, std::string_view key) {
  if (!node.has(key)) return {};
  const auto found = loading.take(node.at(key));
  return found ? list(*found) : Names{};
}

Names NameReader::list_at(const yaml::Node& node, std::string_view key, const Known& known) {
  if (!node.has(key)) return {};
  const auto found = loading.take(node.at(key));
  return found ? list(*found, known) : Names{};
}

std::string NameReader::name_at(const yaml::Node& node, std::string_view key, const Known& known) {
  if (!node.has(key)) return "";
  const auto name = loading.text_at(node, key);
  if (!name || !check(*node.at(key), *name, known)) return "";
  return *name;
}

}  // namespace liem::workflow
