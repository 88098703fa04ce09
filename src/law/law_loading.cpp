#include <fmt/format.h>

#include <charconv>

#include "base/date_arithmetic.h"
#include "base/loading.h"
#include "law/errors.h"
#include "law/law.h"
#include "law/names.h"

namespace liem::law {
namespace {

using yaml::Node;
using Entries = std::vector<std::pair<std::string, Node>>;

bool is_id(std::string_view id) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  };
  return !id.empty() && std::ranges::all_of(id, fits) && id.find('.') != id.npos &&
         id.front() != '.' && id.back() != '.' && id.find("..") == id.npos;
}

// What a value of the unit looks like; the same in every language.
std::string_view wanted(Unit unit) {
  switch (unit) {
    case Unit::fraction:
      return "2/3";
    case Unit::day_of_year:
      return "12-31";
    case Unit::percent:
      return "0 ... 100";
    case Unit::choices:
      return "id: {vi, en}";
    case Unit::money:
      return "50000000";
    default:
      return "0, 1, 2 ...";
  }
}

std::optional<Fraction> fraction_of(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  const auto whole = [](std::string_view digits) -> std::optional<int> {
    int value = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
  };
  const auto part = whole(text.substr(0, slash)), all = whole(text.substr(slash + 1));
  if (!part || !all || *part < 0 || *all < 1 || *part > *all) return std::nullopt;
  return Fraction{*part, *all};
}

std::optional<std::chrono::month_day> day_of_year(const std::string& text) {
  const auto date = parse_iso_date("2001-" + text);  // a year without 29 February
  if (!date) return std::nullopt;
  return date->month() / date->day();
}

std::optional<Decimal> number_of(std::string_view text, Unit unit) {
  const auto number = Decimal::parse(text);
  if (!number || number->is_negative()) return std::nullopt;
  if (unit == Unit::percent) return *number <= 100 ? number : std::nullopt;
  if (unit == Unit::money) return number->is_zero() || !number->is_whole() ? std::nullopt : number;
  constexpr int longest = 100'000;  // of anything counted; keeps dates within the calendar
  return number->is_whole() && *number <= longest ? number : std::nullopt;
}

class LawReader {
 public:
  void read(const NamedFile& file);
  std::expected<Law, Problems> finish() &&;

 private:
  void read_parameter(const std::string& id, const Node& node);
  std::optional<Period> read_period(const Node& node, Unit unit);
  std::optional<Value> read_value(const Node& node, Unit unit);
  std::optional<std::vector<Choice>> read_choices(const Node& node);
  void check_join(const Parameter& parameter, const Period& period, const Node& node);
  void read_calendar(const Node& root);
  void read_year(const std::string& name, const Node& node);
  void read_worked(const Node& node, int year, YearOfDays& days);
  bool within(const Node& node, const Date& date, int year);
  // The place in `list` of the name under `key`.
  std::optional<std::size_t> named_at(const Node& node, std::string_view key, const auto& list,
                                      ErrorCode code);
  Entries entries_at(const Node& node, std::string_view key);

  Loading loading_;
  Law law_;
  bool has_calendar_ = false;
};

std::optional<std::size_t> LawReader::named_at(const Node& node, std::string_view key,
                                               const auto& list, ErrorCode code) {
  const auto name = loading_.text_at(node, key);
  if (!name) return std::nullopt;
  const auto place = place_of(*name, list);
  if (!place) {
    loading_.note((*node.at(key)).error(code, {{"value", *name}, {"known", all_of(list)}}));
  }
  return place;
}

Entries LawReader::entries_at(const Node& node, std::string_view key) {
  const auto map = loading_.take(node.at(key));
  auto entries = map ? loading_.take(map->entries()) : std::nullopt;
  if (entries && entries->empty()) {
    loading_.note(map->error(errors::empty_list, {{"key", std::string(key)}}));
  }
  return std::move(entries).value_or(Entries{});
}

std::optional<std::vector<Choice>> LawReader::read_choices(const Node& node) {
  const auto entries = loading_.take(node.entries());
  if (!entries) return std::nullopt;
  std::vector<Choice> choices;
  for (const auto& [id, words] : *entries) {
    if (auto said = loading_.words(words)) choices.push_back({id, std::move(*said)});
  }
  if (entries->empty()) loading_.note(node.error(errors::empty_list, {{"key", "value"}}));
  return choices;
}

std::optional<Value> LawReader::read_value(const Node& node, Unit unit) {
  if (unit == Unit::choices) {
    auto choices = read_choices(node);
    if (!choices) return std::nullopt;
    return Value(std::move(*choices));
  }
  const std::string text = node.is_scalar() ? *node.text() : "";
  std::optional<Value> value;
  if (unit == Unit::fraction) {
    if (const auto fraction = fraction_of(text)) value = *fraction;
  } else if (unit == Unit::day_of_year) {
    if (const auto day = day_of_year(text)) value = *day;
  } else if (const auto number = number_of(text, unit)) {
    value = *number;
  }
  if (!value) {
    loading_.note(node.error(errors::wrong_value, {{"value", text},
                                                   {"unit", std::string(name_of(unit))},
                                                   {"wanted", std::string(wanted(unit))}}));
  }
  return value;
}

std::optional<Period> LawReader::read_period(const Node& node, Unit unit) {
  if (!loading_.check_keys(node, {"value", "basis", "from", "to", "status", "note"})) {
    return std::nullopt;
  }
  const auto value_node = loading_.take(node.at("value"));
  auto value = value_node ? read_value(*value_node, unit) : std::nullopt;
  auto basis = loading_.text_at(node, "basis");
  const auto from = loading_.take(node.date_at("from"));
  std::optional<Date> to;
  if (node.has("to")) to = loading_.take(node.date_at("to"));
  const auto status = named_at(node, "status", statuses, errors::unknown_status);
  std::optional<Words> note;
  if (node.has("note")) note = loading_.words_at(node, "note");
  if (from && to && *to < *from) {
    loading_.note(
        (*node.at("to"))
            .error(errors::ends_before_start, {{"from", to_iso(*from)}, {"to", to_iso(*to)}}));
    return std::nullopt;
  }
  if (!value || !basis || !from || !status) return std::nullopt;
  return Period{std::move(*value), std::move(*basis), *from, to, static_cast<Status>(*status),
                std::move(note)};
}

// Periods stand in the order of their days; the one before ends before the next begins.
void LawReader::check_join(const Parameter& parameter, const Period& period, const Node& node) {
  if (parameter.periods.empty()) return;
  const Period& before = parameter.periods.back();
  if (!before.to || *before.to >= period.from) {
    loading_.note(node.error(
        errors::overlap,
        {{"id", parameter.id},
         {"from", to_iso(period.from)},
         {"before", to_iso(before.from) + ".." + (before.to ? to_iso(*before.to) : "")}}));
    return;
  }
  const Date due = add_days(*before.to, 1);
  if (due < period.from) {
    law_.warnings.push_back(node.error(
        errors::gap,
        {{"id", parameter.id}, {"from", to_iso(due)}, {"to", to_iso(add_days(period.from, -1))}}));
  }
}

void LawReader::read_parameter(const std::string& id, const Node& node) {
  if (!is_id(id)) loading_.note(node.error(errors::bad_id, {{"id", id}}));
  if (law_.parameters.find(id) != nullptr) {
    loading_.note(node.error(errors::repeated_id, {{"id", id}}));
  }
  if (!loading_.check_keys(node, {"label", "unit", "periods"})) return;
  Parameter parameter{id, loading_.words_at(node, "label").value_or(Words{}), Unit::count, {}};
  const auto unit = named_at(node, "unit", units, errors::unknown_unit);
  const auto list = loading_.take(node.at("periods"));
  const auto nodes = list ? loading_.take(list->items()) : std::nullopt;
  if (nodes && nodes->empty()) {
    loading_.note(list->error(errors::empty_list, {{"key", "periods"}}));
  }
  if (!unit || !nodes) return;
  parameter.unit = static_cast<Unit>(*unit);
  for (const auto& place : *nodes) {
    auto period = read_period(place, parameter.unit);
    if (!period) continue;
    check_join(parameter, *period, place);
    parameter.periods.push_back(std::move(*period));
  }
  law_.parameters.add(std::move(parameter));
}

bool LawReader::within(const Node& node, const Date& date, int year) {
  if (static_cast<int>(date.year()) == year) return true;
  loading_.note(
      node.error(errors::outside_year, {{"date", to_iso(date)}, {"year", std::to_string(year)}}));
  return false;
}

void LawReader::read_worked(const Node& node, int year, YearOfDays& days) {
  const auto list = loading_.take(node.items());
  for (const auto& place : list.value_or(std::vector<Node>{})) {
    const auto date = loading_.take(place.date());
    if (!date || !within(place, *date, year)) continue;
    if (!law_.working_days.weekly_rest.contains(weekday_of(*date))) {
      loading_.note(place.error(errors::worked_is_no_rest_day, {{"date", to_iso(*date)}}));
    } else if (days.off.contains(*date)) {
      loading_.note(place.error(errors::worked_is_off, {{"date", to_iso(*date)}}));
    }
    days.worked.insert(*date);
  }
}

void LawReader::read_year(const std::string& name, const Node& node) {
  int year = 0;
  const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), year);
  if (failed != std::errc() || end != name.data() + name.size() || year < 1000 || year > 9999) {
    loading_.note(node.error(errors::bad_year, {{"value", name}}));
    return;
  }
  if (!loading_.check_keys(node, {"status", "off", "worked"})) return;
  YearOfDays days;
  const auto status = named_at(node, "status", statuses, errors::unknown_status);
  if (status) days.status = static_cast<Status>(*status);
  for (const auto& [text, words] : entries_at(node, "off")) {
    const auto date = parse_iso_date(text);
    if (!date) {
      loading_.note(words.error(
          errors::wrong_value,
          {{"value", text}, {"unit", "off"}, {"wanted", fmt::format("{}-12-31", name)}}));
    } else if (within(words, *date, year)) {
      days.off.emplace(*date, loading_.words(words).value_or(Words{}));
    }
  }
  if (node.has("worked")) read_worked(*node.at("worked"), year, days);
  law_.working_days.years.emplace(year, std::move(days));
}

void LawReader::read_calendar(const Node& root) {
  auto& days = law_.working_days;
  if (has_calendar_) loading_.note(root.error(errors::second_calendar));
  has_calendar_ = true;
  const auto rest = loading_.take(root.at("weekly_rest"));
  if (rest && loading_.check_keys(*rest, {"days", "basis"})) {
    days.weekly_rest_basis = loading_.text_at(*rest, "basis").value_or("");
    const auto list = loading_.take(rest->at("days"));
    const auto names = list ? loading_.take(list->items()) : std::nullopt;
    for (const auto& node : names.value_or(std::vector<Node>{})) {
      const auto name = loading_.take(node.text());
      if (!name) continue;
      const auto place = place_of(*name, weekdays);
      if (place) days.weekly_rest.insert(static_cast<unsigned>(*place));
      if (!place) {
        loading_.note(
            node.error(errors::unknown_weekday, {{"value", *name}, {"known", all_of(weekdays)}}));
      }
    }
  }
  days.holidays_basis = loading_.text_at(root, "holidays_basis").value_or("");
  for (const auto& [year, node] : entries_at(root, "years")) read_year(year, node);
}

void LawReader::read(const NamedFile& file) {
  const auto root = loading_.take(yaml::parse(file.bytes, file.name));
  if (!root ||
      !loading_.check_keys(*root, {"parameters", "weekly_rest", "holidays_basis", "years"})) {
    return;
  }
  if (root->has("weekly_rest") || root->has("years")) {
    read_calendar(*root);
  } else {
    for (const auto& [id, node] : entries_at(*root, "parameters")) read_parameter(id, node);
  }
}

std::expected<Law, Problems> LawReader::finish() && {
  if (loading_.clean() && !has_calendar_) loading_.note(fail(errors::no_calendar).error());
  if (!loading_.clean()) return std::unexpected(std::move(loading_).problems());
  return std::move(law_);
}

}  // namespace

std::expected<Law, Problems> load_law(std::span<const NamedFile> files) {
  LawReader reader;
  for (const auto& file : files) reader.read(file);
  return std::move(reader).finish();
}

}  // namespace liem::law
