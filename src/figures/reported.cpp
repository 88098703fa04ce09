#include "figures/reported.h"

#include <algorithm>
#include <array>

#include "base/loading.h"

namespace liem::figures {
namespace {

constexpr std::array<std::pair<std::string_view, ReportState>, 4> state_names{{
    {"blank", ReportState::blank},
    {"given", ReportState::given},
    {"not_applicable", ReportState::not_applicable},
    {"not_available", ReportState::not_available},
}};
constexpr std::string_view not_there = "-";

bool fits(const Decimal& value, UnitKind kind) {
  if (value.is_negative()) return false;
  switch (kind) {
    case UnitKind::percent:
    case UnitKind::index:
      return value <= Decimal(100);
    case UnitKind::yes_no:
      return value == Decimal(0) || value == Decimal(1);
    case UnitKind::count:
    case UnitKind::money:
    case UnitKind::days:
    case UnitKind::level:
      return value.is_whole();
  }
  return false;
}

std::string with_year(std::string text, int year) {
  constexpr std::string_view mark = "{year}";
  for (auto at = text.find(mark); at != text.npos; at = text.find(mark)) {
    text.replace(at, mark.size(), std::to_string(year));
  }
  return text;
}

class Reader {
 public:
  Reader(const ItemCatalogue& items, Loading& loading) : items_(items), loading_(loading) {}

  void read(const yaml::Node& root) {
    if (!loading_.check_keys(root, {"from", "source", "values"})) return;
    from_ = checked_year(root, loading_.take(root.whole_at("from")));
    if (auto source = loading_.words_at(root, "source")) source_ = std::move(*source);
    const auto values = loading_.take(root.at("values"));
    if (!values || !from_) return;
    for (const auto& [unit, items] : entries(*values)) {
      for (const auto& [item, years] : entries(items)) read_item(unit, item, years);
    }
  }
  Reports reports() && { return std::move(reports_); }

 private:
  std::vector<std::pair<std::string, yaml::Node>> entries(const yaml::Node& node) {
    return loading_.take(node.entries())
        .value_or(std::vector<std::pair<std::string, yaml::Node>>());
  }
  std::optional<int> checked_year(const yaml::Node& node, std::optional<int> year) {
    if (!year || (*year >= first_report_year && *year <= last_report_year)) return year;
    loading_.note(node.error(errors::bad_year, {{"year", std::to_string(*year)}}));
    return std::nullopt;
  }

  void read_item(const std::string& unit, const std::string& id, const yaml::Node& years) {
    const DataItem* item = items_.find(id);
    if (item == nullptr) {
      loading_.note(years.error(errors::unknown_item, {{"item", id}}));
      return;
    }
    if (years.is_map()) return read_map(unit, *item, years);
    int year = *from_;
    for (const auto& node : loading_.take(years.items()).value_or(std::vector<yaml::Node>())) {
      if (checked_year(node, year)) read_value(unit, *item, year, node);
      ++year;
    }
  }

  void read_map(const std::string& unit, const DataItem& item, const yaml::Node& years) {
    for (const auto& [name, node] : entries(years)) {
      const auto number = Decimal::parse(name).and_then(&Decimal::to_int64);
      if (!number || *number < first_report_year || *number > last_report_year) {
        loading_.note(node.error(errors::bad_year, {{"year", name}}));
      } else {
        read_value(unit, item, static_cast<int>(*number), node);
      }
    }
  }

  void read_value(const std::string& unit, const DataItem& item, int year, const yaml::Node& node) {
    Words source = source_;
    auto written = node;
    if (node.is_map()) {
      if (!loading_.check_keys(node, {"value", "source"})) return;
      if (auto own = loading_.words_at(node, "source")) source = std::move(*own);
      const auto value = loading_.take(node.at("value"));
      if (!value) return;
      written = *value;
    }
    const auto text = loading_.take(written.text());
    if (!text || *text == not_there) return;
    Reported reported{unit, year, ReportState::given, {}, {}, node.line()};
    reported.source = {with_year(source.vi, year), with_year(source.en, year)};
    if (put_value(reported, *text, item, written)) reports_[item.id].push_back(reported);
  }

  bool put_value(Reported& reported, const std::string& text, const DataItem& item,
                 const yaml::Node& node) {
    for (const auto& [name, state] : state_names) {
      if (name != text || state == ReportState::given) continue;
      reported.state = state;
      return true;
    }
    const auto value = Decimal::parse(text);
    if (value && fits(*value, item.unit.kind)) {
      reported.value = *value;
      return true;
    }
    loading_.note(node.error(
        errors::bad_value,
        {{"value", text}, {"item", item.id}, {"kind", std::string(name_of(item.unit.kind))}}));
    return false;
  }

  const ItemCatalogue& items_;
  Loading& loading_;
  std::optional<int> from_;
  Words source_;
  Reports reports_;
};

}  // namespace

std::string_view name_of(ReportState state) {
  return std::ranges::find(state_names, state, &std::pair<std::string_view, ReportState>::second)
      ->first;
}

std::expected<Reports, Problems> load_reports(std::string_view text, std::string_view file,
                                              const ItemCatalogue& items) {
  Loading loading;
  Reader reader(items, loading);
  if (const auto root = loading.take(yaml::parse(text, file))) reader.read(*root);
  if (!loading.clean()) return std::unexpected(std::move(loading).problems());
  return std::move(reader).reports();
}

}  // namespace liem::figures
