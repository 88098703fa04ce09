#include "assessment/series.h"

#include <algorithm>
#include <map>
#include <set>

namespace liem::assessment {
namespace {

using figures::Carriage;
using figures::CarriedReport;
using figures::Reported;
using organisation::History;
using organisation::Tree;

// Finds for units of many days where they are in the tree of one day.
class Carrier {
 public:
  Carrier(const History& units, const Tree& tree) : units_(units), tree_(tree) {}

  // `day`: one on which the unit is there.
  Carriage carry(const std::string& unit, const Date& day) {
    return day <= tree_.date ? forward(unit, day) : backward(unit, day);
  }

 private:
  Carriage forward(const std::string& unit, const Date& day) const {
    Carriage out;
    const auto descent = units_.successors(unit, day, tree_.date);
    for (const auto& [id, share] : descent.shares) {
      out.landings.push_back({*tree_.place_of(id), share, true});
    }
    out.lost = descent.lost;
    return out;
  }

  // A unit of a later day stands at the lowest place that has all it is made of below it.
  Carriage backward(const std::string& unit, const Date& day) {
    const auto& made_of = ancestors_on(day)[unit];
    if (made_of.empty()) {
      const auto& parent = units_.on(unit, day)->parent;
      auto out = parent.empty() ? Carriage{} : backward(parent, day);
      for (auto& landing : out.landings) landing.own = false;
      return out;
    }
    auto lowest = std::optional(made_of.front());
    for (const auto place : made_of) lowest = common(lowest, place);
    Carriage out;
    if (lowest) out.landings.push_back({*lowest, 1, made_of.size() == 1});
    if (made_of.size() > 1) out.mixed_in = made_of;
    return out;
  }

  std::optional<std::size_t> common(std::optional<std::size_t> a,
                                    std::optional<std::size_t> b) const {
    while (a != b && a && b) {  // parents stand first
      auto& lower = *a > *b ? a : b;
      lower = tree_.units[*lower].parent;
    }
    return a && b ? a : std::nullopt;
  }

  using Places = std::map<std::string, std::vector<std::size_t>>;
  Places& ancestors_on(const Date& day) {
    const auto [known, fresh] = ancestors_.try_emplace(day);
    if (!fresh) return known->second;
    for (std::size_t place = 0; place < tree_.units.size(); ++place) {
      const auto later = units_.successors(tree_.units[place].unit.id, tree_.date, day);
      for (const auto& [id, share] : later.shares) known->second[id].push_back(place);
    }
    return known->second;
  }

  const History& units_;
  const Tree& tree_;
  std::map<Date, Places> ancestors_;
};

struct Years {
  int from, to;
};

Years years_of(const std::vector<Reported>& reports) {
  const auto [least, most] = std::ranges::minmax(reports, {}, &Reported::year);
  return {least.year, most.year};
}

// Every unit that ever reports the item has a row in each year at whose end it was there: for a
// year in which it ended its successors may answer.
std::vector<Reported> with_blanks(const History& units, std::vector<Reported> reports,
                                  const Years& years) {
  std::set<std::pair<std::string, int>> rows;
  std::set<std::string> reporters;
  for (const auto& one : reports) {
    rows.emplace(one.unit, one.year);
    reporters.insert(one.unit);
  }
  for (const auto& unit : reporters) {
    for (int year = years.from; year <= years.to; ++year) {
      const bool there = units.on(unit, assessed_year(year).to) != nullptr;
      if (!there || rows.contains({unit, year})) continue;
      reports.push_back({unit, year, figures::ReportState::blank, {}, {}, 0});
    }
  }
  std::erase_if(reports,
                [&](const auto& one) { return one.year < years.from || one.year > years.to; });
  std::map<std::string_view, std::size_t> order;
  for (const auto& id : units.units()) order.emplace(id, order.size());
  std::ranges::stable_sort(reports, {},
                           [&](const auto& one) { return std::pair(order[one.unit], one.year); });
  return reports;
}

std::vector<CarriedReport> carried(const History& units, std::vector<Reported> reports,
                                   Carrier& carrier) {
  std::vector<CarriedReport> out;
  for (auto& report : reports) {
    auto carriage = carrier.carry(report.unit, *day_of_report(units, report.unit, report.year));
    out.push_back({std::move(report), std::move(carriage)});
  }
  return out;
}

// Both lists with a row wherever either has one; the missing side is blank.
void keep_in_step(std::vector<Reported>& a, std::vector<Reported>& b) {
  const auto add_missing = [](std::vector<Reported>& to, const std::vector<Reported>& from) {
    std::set<std::pair<std::string, int>> there;
    for (const auto& one : to) there.emplace(one.unit, one.year);
    for (const auto& one : from) {
      if (there.contains({one.unit, one.year})) continue;
      to.push_back({one.unit, one.year, figures::ReportState::blank, {}, {}, 0});
    }
  };
  add_missing(a, b);
  add_missing(b, a);
}

Result<const figures::DataItem*> find_item(const ProvinceHistory& history, const std::string& id) {
  const auto* item = history.items.find(id);
  if (item == nullptr || !history.reports.contains(id)) {
    return fail(errors::no_series_item, {{"item", id}});
  }
  return item;
}

struct Asked {
  const figures::DataItem* item = nullptr;
  const figures::DataItem* of = nullptr;
  Years years{};
};

Result<Asked> check(const ProvinceHistory& history, const SeriesQuery& query) {
  Asked asked;
  const auto item = find_item(history, query.item);
  if (!item) return std::unexpected(item.error());
  asked.item = *item;
  if (query.of) {
    const auto of = find_item(history, *query.of);
    if (!of) return std::unexpected(of.error());
    asked.of = *of;
    for (const auto* one : {asked.item, asked.of}) {
      if (one->merge != figures::Merge::add) {
        return fail(errors::ratio_not_additive, {{"item", one->id}});
      }
    }
  }
  asked.years = years_of(history.reports.at(query.item));
  asked.years = {query.from.value_or(asked.years.from), query.to.value_or(asked.years.to)};
  if (asked.years.from > asked.years.to || asked.years.from < figures::first_report_year ||
      asked.years.to > figures::last_report_year) {
    return fail(errors::bad_years, {{"from", std::to_string(asked.years.from)},
                                    {"to", std::to_string(asked.years.to)}});
  }
  return asked;
}

void put_years(Series& out, const Years& years, const Tree& tree) {
  figures::Parents parents;
  for (const auto& one : tree.units) parents.push_back(one.parent);
  const auto node = *tree.place_of(out.unit.id);
  for (int year = years.from; year <= years.to; ++year) {
    SeriesYear one{year, assessed_year(year), {}, {}, {}};
    one.value = consolidate(out.reports, parents, node, year, out.item.merge);
    if (out.of) {
      one.numerator = std::move(one.value);
      one.denominator = consolidate(out.of_reports, parents, node, year, out.of->merge);
      one.value = figures::percentage(*one.numerator, *one.denominator);
    }
    out.years.push_back(std::move(one));
  }
}

}  // namespace

Result<Series> series(const ProvinceHistory& history, const SeriesQuery& query) {
  const auto asked = check(history, query);
  if (!asked) return std::unexpected(asked.error());
  const Tree tree = history.units.tree_on(query.tree);
  const auto* unit = tree.find(query.unit);
  if (unit == nullptr) {
    return fail(errors::unit_not_in_tree, {{"unit", query.unit}, {"date", to_iso(query.tree)}});
  }
  Series out;
  out.item = *asked->item;
  out.unit = unit->unit;
  out.tree = query.tree;
  Carrier carrier(history.units, tree);
  auto reports = history.reports.at(out.item.id);
  if (asked->of != nullptr) {
    out.of = *asked->of;
    auto others = history.reports.at(out.of->id);
    keep_in_step(reports, others);
    out.of_reports = carried(history.units,
                             with_blanks(history.units, std::move(others), asked->years), carrier);
  }
  out.reports =
      carried(history.units, with_blanks(history.units, std::move(reports), asked->years), carrier);
  if (out.of) pair_up(out.reports, out.of_reports);
  put_years(out, asked->years, tree);
  return out;
}

}  // namespace liem::assessment
