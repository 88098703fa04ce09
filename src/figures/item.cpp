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
constexpr std::array<UnitName, 7> unit_names = {{
    {UnitKind::count, "count", "", ""},
    {UnitKind::money, "money", "đồng", "đồng"},
    {UnitKind::days, "days", "ngày", "days"},
    {UnitKind::percent, "percent", "%", "%"},
    {UnitKind::yes_no, "yes_no", "có/không", "yes/no"},
    {UnitKind::index, "index", "điểm chỉ số", "index points"},
    {UnitKind::level, "level", "mức", "level"},
}};

template <class Way>
struct WayName {
  Way way;
  std::string_view name;
  std::initializer_list<UnitKind> fitting;  // the units whose figures it makes sense of
};

constexpr auto every_unit = {UnitKind::count,  UnitKind::money, UnitKind::days, UnitKind::percent,
                             UnitKind::yes_no, UnitKind::index, UnitKind::level};
constexpr auto adding_up = {UnitKind::count, UnitKind::money, UnitKind::days};
constexpr auto in_order = {UnitKind::count,   UnitKind::money, UnitKind::days,
                           UnitKind::percent, UnitKind::index, UnitKind::level};
constexpr auto with_mean = {UnitKind::count, UnitKind::money, UnitKind::days, UnitKind::percent,
                            UnitKind::index};
constexpr auto questions = {UnitKind::yes_no};

constexpr std::array<WayName<RollUp>, 6> roll_ups = {{{RollUp::sum, "sum", adding_up},
                                                      {RollUp::last, "last", every_unit},
                                                      {RollUp::max, "max", in_order},
                                                      {RollUp::any, "any", questions},
                                                      {RollUp::all, "all", questions},
                                                      {RollUp::apart, "apart", every_unit}}};
constexpr std::array<WayName<Merge>, 3> merges = {{{Merge::add, "add", adding_up},
                                                   {Merge::mean, "mean", with_mean},
                                                   {Merge::apart, "apart", every_unit}}};

// The way named under `key`, or `usual` where there is no such key; `refusal` where the unit's
// figures cannot be put together so.
template <class Way, std::size_t size>
Way read_way(Loading& loading, const yaml::Node& node, std::string_view key, UnitKind unit,
             const std::array<WayName<Way>, size>& ways, Way usual, ErrorCode refusal) {
  if (!node.has(key)) return usual;
  const auto name = loading.text_at(node, key);
  if (!name) return usual;
  std::string known;
  for (const auto& way : ways) {
    if (std::ranges::find(way.fitting, unit) == way.fitting.end()) continue;
    if (way.name == *name) return way.way;
    known.append(known.empty() ? "" : ", ").append(way.name);
  }
  loading.note(
      (*node.at(key))
          .error(refusal,
                 {{"way", *name}, {"unit", std::string(name_of(unit))}, {"known", known}}));
  return usual;
}

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
  if (!loading.check_keys(node,
                          {"label", "unit", "register", "roll_up", "merge", "wordings", "topics"}))
    return std::nullopt;
  auto label = loading.words_at(node, "label");
  auto register_id = loading.text_at(node, "register");
  const auto unit_node = loading.take(node.at("unit"));
  auto unit = unit_node ? read_unit(loading, *unit_node) : std::nullopt;
  const auto wordings = node.has("wordings") ? loading.take(node.at("wordings")) : std::nullopt;
  auto read = wordings ? read_wordings(loading, *wordings) : std::vector<Wording>();
  auto topics = read_phrases(loading, node, "topics");
  if (!label || !register_id || !unit) return std::nullopt;
  const UnitKind kind = unit->kind;
  return DataItem{
      id,
      std::move(*label),
      std::move(*unit),
      read_way(loading, node, "roll_up", kind, roll_ups, usual_roll_up(kind), errors::bad_roll_up),
      read_way(loading, node, "merge", kind, merges, usual_merge(kind), errors::bad_merge),
      std::move(*register_id),
      std::move(read),
      std::move(topics),
      0};
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

Unit unit_of(UnitKind kind) {
  return named_unit(*std::ranges::find(unit_names, kind, &UnitName::kind));
}

std::optional<UnitKind> unit_kind_named(std::string_view name) {
  const auto* found = std::ranges::find(unit_names, name, &UnitName::name);
  if (found == unit_names.end()) return std::nullopt;
  return found->kind;
}

std::string_view name_of(RollUp way) {
  return std::ranges::find(roll_ups, way, &WayName<RollUp>::way)->name;
}

std::string_view name_of(Merge way) {
  return std::ranges::find(merges, way, &WayName<Merge>::way)->name;
}

RollUp usual_roll_up(UnitKind kind) {
  return std::ranges::find(adding_up, kind) == adding_up.end() ? RollUp::apart : RollUp::sum;
}

Merge usual_merge(UnitKind kind) {
  return std::ranges::find(adding_up, kind) == adding_up.end() ? Merge::apart : Merge::add;
}

void ItemCatalogue::add(DataItem item) {
  const auto known = items_.find(item.id);
  item.index = known == items_.end() ? items_.size() : known->second.index;
  items_.insert_or_assign(item.id, std::move(item));
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
