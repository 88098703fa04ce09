#include "figures/item.h"

#include <algorithm>
#include <array>

#include "base/loading.h"

namespace liem::figures {
namespace {

struct UnitName {
  UnitKind kind;
  std::string_view name;
  std::string_view vi, en;
};

// A count brings its own words, so it has none here.
constexpr std::array<UnitName, 6> unit_names = {{
    {UnitKind::count, "count", "", ""},
    {UnitKind::money, "money", "đồng", "dong"},
    {UnitKind::percent, "percent", "%", "%"},
    {UnitKind::yes_no, "yes_no", "có/không", "yes/no"},
    {UnitKind::index, "index", "điểm chỉ số", "index points"},
    {UnitKind::level, "level", "mức", "level"},
}};

Unit named_unit(const UnitName& entry) {
  return {entry.kind, {std::string(entry.vi), std::string(entry.en)}};
}

std::optional<Unit> read_unit(Loading& loading, const yaml::Node& node) {
  if (node.is_map()) {
    if (!loading.check_keys(node, {"count"})) return std::nullopt;
    auto words = loading.words_at(node, "count");
    if (!words) return std::nullopt;
    return Unit{UnitKind::count, std::move(*words)};
  }
  const auto name = loading.take(node.text());
  if (!name) return std::nullopt;
  const auto kind = unit_kind_named(*name);
  if (!kind || *kind == UnitKind::count) {
    loading.note(node.error(errors::unknown_unit, {{"unit", *name}}));
    return std::nullopt;
  }
  return named_unit(*std::ranges::find(unit_names, *kind, &UnitName::kind));
}

bool is_id(std::string_view id) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  };
  return !id.empty() && std::ranges::all_of(id, fits) && id.find('.') != id.npos &&
         id.front() != '.' && id.back() != '.';
}

std::optional<DataItem> read_item(Loading& loading, const std::string& id, const yaml::Node& node) {
  if (!is_id(id)) loading.note(node.error(errors::bad_id, {{"id", id}}));
  if (!loading.check_keys(node, {"label", "unit", "register", "wordings", "topics"}))
    return std::nullopt;
  auto label = loading.words_at(node, "label");
  auto register_id = loading.text_at(node, "register");
  const auto unit_node = loading.take(node.at("unit"));
  auto unit = unit_node ? read_unit(loading, *unit_node) : std::nullopt;
  const auto wordings = node.has("wordings") ? loading.take(node.at("wordings")) : std::nullopt;
  auto read = wordings ? read_wordings(loading, *wordings) : std::vector<Wording>();
  auto topics = read_phrases(loading, node, "topics");
  if (!label || !register_id || !unit) return std::nullopt;
  return DataItem{id,
                  std::move(*label),
                  std::move(*unit),
                  std::move(*register_id),
                  std::move(read),
                  std::move(topics)};
}

void read_year_change(Loading& loading, const yaml::Node& root, ItemCatalogue& catalogue) {
  const auto node = loading.take(root.at("year_change"));
  if (!node || !loading.check_keys(*node, {"most_times", "least_count", "least_money"})) return;
  const auto times = loading.take(node->decimal_at("most_times"));
  const auto count = loading.take(node->decimal_at("least_count"));
  const auto money = loading.take(node->decimal_at("least_money"));
  if (times && count && money) catalogue.set_year_change({*times, *count, *money});
}

}  // namespace

std::string_view name_of(UnitKind kind) {
  return std::ranges::find(unit_names, kind, &UnitName::kind)->name;
}

std::optional<UnitKind> unit_kind_named(std::string_view name) {
  const auto* found = std::ranges::find(unit_names, name, &UnitName::name);
  if (found == unit_names.end()) return std::nullopt;
  return found->kind;
}

const DataItem* ItemCatalogue::find(std::string_view id) const {
  const auto found = items_.find(id);
  return found == items_.end() ? nullptr : &found->second;
}

std::expected<ItemCatalogue, Problems> load_items(std::string_view yaml, std::string_view file) {
  Loading loading;
  ItemCatalogue catalogue;
  const auto root = loading.take(yaml::parse(yaml, file));
  if (root && loading.check_keys(*root, {"year_change", "items"})) {
    if (root->has("year_change")) read_year_change(loading, *root, catalogue);
    const auto list = loading.take(root->at("items"));
    const auto entries = list ? loading.take(list->entries()) : std::nullopt;
    for (const auto& [id, node] :
         entries.value_or(std::vector<std::pair<std::string, yaml::Node>>{})) {
      if (auto item = read_item(loading, id, node)) catalogue.add(std::move(*item));
    }
  }
  if (!loading.clean()) return std::unexpected(std::move(loading).problems());
  return catalogue;
}

}  // namespace liem::figures
