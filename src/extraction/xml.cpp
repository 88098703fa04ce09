#include "extraction/xml.h"

#include <algorithm>
#include <charconv>

namespace liem::extraction::xml {
namespace {

bool is_too_deep(const pugi::xml_node& root) {
  int depth = 0;
  for (auto node = root.first_child(); node;) {
    if (depth > deepest) return true;
    if (node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    while (node && !node.next_sibling() && node != root) {
      node = node.parent();
      --depth;
    }
    if (!node || node == root) return false;
    node = node.next_sibling();
  }
  return false;
}

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

Result<void> parse(pugi::xml_document& document, std::string& bytes, std::string_view part) {
  if (bytes.find("<!ENTITY") != std::string::npos) {
    return fail(errors::xml_bomb, {{"part", std::string(part)}});
  }
  const auto parsed = document.load_buffer_inplace(
      bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_auto);
  if (parsed.status == pugi::status_out_of_memory) return fail(errors::too_much_memory);
  if (!parsed) {
    return fail(errors::broken, {{"reason", std::string(part) + ": " + parsed.description() + " (" +
                                                std::to_string(parsed.offset) + ")"}});
  }
  if (is_too_deep(document)) return fail(errors::xml_bomb, {{"part", std::string(part)}});
  return {};
}

Result<void> read(Archive& archive, const std::string& name, Part& part) {
  auto bytes = archive.read(name);
  if (!bytes) return std::unexpected(bytes.error());
  part.bytes = std::move(*bytes);
  return parse(part.document, part.bytes, name);
}

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

bool is(const pugi::xml_node& node, std::string_view name) { return local_name(node) == name; }

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const auto& candidate : node.children()) {
    if (is(candidate, name)) return candidate;
  }
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const auto& candidate : node.attributes()) {
    if (without_prefix(candidate.name()) == name) return candidate.value();
  }
  return {};
}

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

int whole_attribute(const pugi::xml_node& node, std::string_view name, int otherwise) {
  return whole(attribute(node, name)).value_or(otherwise);
}

int count_attribute(const pugi::xml_node& node, std::string_view name, int otherwise) {
  return std::clamp(whole_attribute(node, name, otherwise), 0, most_counted);
}

}  // namespace liem::extraction::xml
