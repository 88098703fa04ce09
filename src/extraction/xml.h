// XML parts of office documents. Names are compared without their prefix: writers choose those.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "extraction/archive.h"

namespace liem::extraction::xml {

// Elements nested deeper than any office program writes; our walks recurse.
inline constexpr int deepest = 200;

// Refuses declarations of entities (nothing we read needs them), damage and deep nesting.
Result<void> parse(pugi::xml_document& document, std::string& bytes, std::string_view part);
// Parses a part of the archive; `bytes` holds what the document points into.
struct Part {
  std::string bytes;
  pugi::xml_document document;
};
Result<void> read(Archive& archive, const std::string& name, Part& part);

std::string_view local_name(const pugi::xml_node& node);
bool is(const pugi::xml_node& node, std::string_view name);
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
// The attribute's value, empty where it is missing.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);
std::optional<int> whole(std::string_view text);
// As an attribute: `otherwise` where it is missing or no number.
int whole_attribute(const pugi::xml_node& node, std::string_view name, int otherwise);
// The same for what counts from 0 or 1, brought into 0 to most_counted: callers count on from it.
inline constexpr int most_counted = 1 << 20;  // rows of a sheet, the most that any format counts
int count_attribute(const pugi::xml_node& node, std::string_view name, int otherwise);

}  // namespace liem::extraction::xml
