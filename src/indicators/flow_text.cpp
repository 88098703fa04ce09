#include "indicators/flow_text.h"

namespace liem::indicators {

std::string flow_text(const yaml::Node& node) {
  std::string out;
  const auto add = [&](const std::string& part) {
    out.append(out.empty() ? "" : ", ").append(part);
  };
  if (const auto entries = node.is_map() ? node.entries() : std::unexpected(Error{})) {
    for (const auto& [key, value] : *entries) add(key + ": " + flow_text(value));
    return "{" + out + "}";
  }
  if (const auto items = node.is_list() ? node.items() : std::unexpected(Error{})) {
    for (const auto& item : *items) add(flow_text(item));
    return "[" + out + "]";
  }
  return node.text().value_or("");
}

}  // namespace liem::indicators
