#include "organisation/units.h"

#include <algorithm>
#include <array>
#include <map>

#include "organisation/collector.h"

namespace liem::organisation {
namespace {

constexpr std::array<std::pair<std::string_view, UnitKind>, 11> kind_names{{
    {"nation", UnitKind::nation},
    {"region", UnitKind::region},
    {"province", UnitKind::province},
    {"department", UnitKind::department},
    {"district", UnitKind::district},
    {"town", UnitKind::town},
    {"city", UnitKind::city},
    {"commune", UnitKind::commune},
    {"ward", UnitKind::ward},
    {"township", UnitKind::township},
    {"enterprise", UnitKind::enterprise},
}};

Result<UnitKind> kind_at(const yaml::Node& node) {
  const auto name = node.text_at("kind");
  if (!name) return std::unexpected(name.error());
  const auto kind = unit_kind_of(*name);
  // A round is one province's of today: nothing above it, and no level that has ended.
  constexpr std::array of_a_round{UnitKind::province, UnitKind::department, UnitKind::commune,
                                  UnitKind::ward, UnitKind::enterprise};
  if (kind && std::ranges::find(of_a_round, *kind) != of_a_round.end()) return *kind;
  return std::unexpected(node.error(errors::bad_kind, {{"kind", *name}}));
}

Unit read_unit(const yaml::Node& node, Collector& collect) {
  collect.check(node.only({"id", "name", "kind", "parent", "from", "to", "basis"}));
  Unit unit;
  unit.id = collect.take(node.text_at("id"));
  if (!is_id(unit.id)) collect.note(node.error(errors::bad_id, {{"id", unit.id}}));
  unit.name = collect.take(words_at(node, "name"));
  unit.kind = collect.take(kind_at(node));
  unit.parent = collect.take(node.text_or("parent", ""));
  unit.from = collect.take(node.date_at("from"));
  if (node.has("to")) unit.to = collect.take(node.date_at("to"));
  if (unit.to && *unit.to < unit.from) {
    collect.note(node.error(errors::ends_before_start, {{"id", unit.id}}));
  }
  unit.basis = collect.take(node.text_at("basis"));
  return unit;
}

using Places = std::map<std::string, std::size_t, std::less<>>;  // id -> place in the list

bool reaches_top(const std::vector<Unit>& units, const Places& places, std::size_t from) {
  for (std::size_t steps = 0; steps <= units.size(); ++steps) {
    const auto parent = places.find(units[from].parent);
    if (parent == places.end()) return true;
    from = parent->second;
  }
  return false;
}

void check_tree(const std::vector<Unit>& units, const std::vector<yaml::Node>& nodes,
                Collector& collect) {
  Places places;
  std::string province;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!places.emplace(units[i].id, i).second) {
      collect.note(nodes[i].error(errors::repeated, {{"id", units[i].id}}));
    }
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    if (unit.kind == UnitKind::province && !province.empty()) {
      collect.note(nodes[i].error(errors::second_province, {{"id", unit.id}, {"first", province}}));
    }
    if (unit.kind == UnitKind::province && province.empty()) province = unit.id;
    const bool top = unit.kind == UnitKind::province && unit.parent.empty();
    if (!top && !places.contains(unit.parent)) {
      collect.note(
          nodes[i].error(errors::unknown_parent, {{"id", unit.id}, {"parent", unit.parent}}));
    } else if (!top && !reaches_top(units, places, i)) {
      collect.note(nodes[i].error(errors::circle, {{"id", unit.id}}));
    }
  }
}

}  // namespace

std::optional<UnitKind> unit_kind_of(std::string_view name) {
  for (const auto& [known, kind] : kind_names) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

std::string_view name_of(UnitKind kind) {
  for (const auto& [name, known] : kind_names) {
    if (known == kind) return name;
  }
  return "";
}

std::vector<std::string_view> all_unit_kinds() {
  std::vector<std::string_view> out;
  for (const auto& [name, known] : kind_names) out.push_back(name);
  return out;
}

bool is_id(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, fits) &&
         text.front() != '-' && text.back() != '-';
}

bool exists_within(const Unit& unit, const Date& from, const Date& to) {
  return unit.from <= to && (!unit.to || *unit.to >= from);
}

std::expected<std::vector<Unit>, Problems> load_units(std::string_view text,
                                                      std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::unexpected(Problems{root.error()});
  const auto nodes = root->items();
  if (!nodes) return std::unexpected(Problems{nodes.error()});
  Collector collect;
  std::vector<Unit> units;
  for (const auto& node : *nodes) units.push_back(read_unit(node, collect));
  if (collect.clean()) check_tree(units, *nodes, collect);
  const auto is_province = [](const Unit& unit) { return unit.kind == UnitKind::province; };
  if (collect.clean() && std::ranges::none_of(units, is_province)) {
    collect.note(root->error(errors::no_province));
  }
  if (!collect.clean()) return std::unexpected(std::move(collect).problems());
  return units;
}

}  // namespace liem::organisation
