#include <algorithm>
#include <array>

#include "indicators/rules/kind.h"

namespace liem::indicators {
namespace rules {
namespace {

struct Kind {
  std::string_view name;
  std::optional<Rule> (*read)(Reader&, const yaml::Node&);
};

// In the order of the alternatives of `Rule`.
constexpr std::array<Kind, std::variant_size_v<Rule>> kinds = {{
    {"documented", read_documented},
    {"checklist", read_checklist},
    {"ratio", read_ratio},
    {"parts", read_parts},
    {"count", read_count},
    {"external_index", read_external_index},
    {"rubric", read_rubric},
    {"deduction", read_deduction},
}};

std::vector<std::string> inputs(const Checklist& rule) {
  std::vector<std::string> ids;
  for (const auto& part : rule.parts) ids.push_back(part.input);
  return ids;
}
std::vector<std::string> inputs(const Ratio& rule) { return {rule.done, rule.obliged}; }
std::vector<std::string> inputs(const Parts& rule) {
  std::vector<std::string> ids;
  for (const auto& part : rule.parts) {
    for (const auto& id : {part.ratio.done, part.ratio.obliged}) {
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
  }
  return ids;
}
std::vector<std::string> inputs(const auto& rule) { return {rule.input}; }

}  // namespace

std::optional<Rule> read_rule(Reader& reader, const yaml::Node& node) {
  const auto name = reader.loading.text_at(node, "kind");
  if (!name) return std::nullopt;
  const auto* found = std::ranges::find(kinds, *name, &Kind::name);
  if (found != kinds.end()) return found->read(reader, node);
  std::string known;
  for (const auto& kind : kinds) known.append(known.empty() ? "" : ", ").append(kind.name);
  reader.loading.note(node.error(errors::unknown_rule, {{"kind", *name}, {"known", known}}));
  return std::nullopt;
}

}  // namespace rules

std::string_view kind_of(const Rule& rule) { return rules::kinds[rule.index()].name; }

std::vector<std::string> inputs_of(const Rule& rule) {
  return std::visit([](const auto& kind) { return rules::inputs(kind); }, rule);
}

}  // namespace liem::indicators
