#include "assessment/history_plan.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <map>
#include <set>

#include "assessment/history_words.h"
#include "indicators/sentence.h"

namespace liem::assessment {
namespace {

using Change = HistoryPlan::Change;
using UnitChange = HistoryPlan::UnitChange;
using ValueChange = HistoryPlan::ValueChange;
using Way = ValueChange::Way;
using organisation::History;
using organisation::UnitVersion;

constexpr std::array<std::string_view, 4> change_names{"begins", "never_begins", "stands", "gone"};
constexpr std::array<std::string_view, 4> way_names{"add", "mean", "apart", "lost"};

std::vector<UnitChange> unit_changes(const History& before, const History& after) {
  static const std::vector<UnitVersion> none;
  std::vector<UnitChange> out;
  const auto versions = [](const History& history, const std::string& unit) -> const auto& {
    const auto* all = history.versions(unit);
    return all == nullptr ? none : *all;
  };
  for (const auto& id : after.units()) {
    const auto& old = versions(before, id);
    const auto& now = versions(after, id);
    if (old.empty()) out.push_back({Change::begins, now.front()});
    for (const auto& version : now) {
      if (old.empty() && version == now.front() && !version.to) continue;
      if (std::ranges::find(old, version) == old.end()) out.push_back({Change::stands, version});
    }
    for (const auto& version : old) {
      if (std::ranges::find(now, version.from, &UnitVersion::from) != now.end()) continue;
      out.push_back({Change::gone, version});
    }
  }
  for (const auto& id : before.units()) {
    if (after.versions(id) != nullptr) continue;
    out.push_back({Change::never_begins, before.versions(id)->front()});
  }
  return out;
}

// What one unit reported, by the way its items are consolidated.
std::map<Way, ValueChange> values_of(const std::string& unit, const figures::Reports& reports,
                                     const figures::ItemCatalogue& items) {
  constexpr std::array<Way, 3> ways{Way::add, Way::mean, Way::apart};
  std::map<Way, ValueChange> out;
  for (const auto& [item, all] : reports) {
    for (const auto& report : all) {
      if (report.unit != unit) continue;
      const Way way = ways[static_cast<std::size_t>(items.find(item)->merge)];
      auto [found, fresh] = out.try_emplace(way);
      auto& change = found->second;
      change.way = way;
      if (change.items.empty() || change.items.back() != item) change.items.push_back(item);
      change.first = fresh ? report.year : std::min(change.first, report.year);
      change.last = fresh ? report.year : std::max(change.last, report.year);
    }
  }
  return out;
}

// Flows whose event does not count in the other history.
std::vector<organisation::Flow> flows_only_in(const History& here, const History& there) {
  std::set<std::string> known;
  for (const auto& flow : there.flows()) known.insert(there.events()[flow.event].id);
  std::vector<organisation::Flow> out;
  for (const auto& flow : here.flows()) {
    if (!known.contains(here.events()[flow.event].id)) out.push_back(flow);
  }
  return out;
}

void add_flows(HistoryPlan& plan, const std::vector<organisation::Flow>& flows, bool no_longer,
               const figures::Reports& reports, const figures::ItemCatalogue& items) {
  for (const auto& flow : flows) {
    if (flow.from == flow.to && flow.share == Rational(1)) continue;
    plan.passings.push_back({flow, no_longer});
    for (auto& [way, change] : values_of(flow.from, reports, items)) {
      change.no_longer = no_longer;
      change.estimated = flow.share != Rational(1) && way != Way::apart;
      change.date = flow.date;
      change.from = flow.from;
      change.to = flow.to;
      change.share = flow.share;
      plan.values.push_back(std::move(change));
    }
  }
}

// Units that end now without a successor.
void add_lost(std::vector<ValueChange>& out, const History& before, const History& after,
              const figures::Reports& reports, const figures::ItemCatalogue& items) {
  for (const auto& id : after.units()) {
    const auto& last = after.versions(id)->back();
    const auto* old = before.versions(id);
    if (!last.to || (old != nullptr && old->back().to)) continue;
    const Date end = std::chrono::sys_days(*last.to) + std::chrono::days(1);
    if (after.successors(id, *last.to, end).lost.is_zero()) continue;
    ValueChange change{Way::lost, false, false, end, id, {}, 1, {}, 0, 0};
    for (const auto& [way, part] : values_of(id, reports, items)) {
      change.items.insert(change.items.end(), part.items.begin(), part.items.end());
    }
    if (!change.items.empty()) out.push_back(std::move(change));
  }
}

indicators::Sentence unit_sentence(const UnitChange& change, const History& after,
                                   const Catalogue& catalogue) {
  const auto& unit = change.unit;
  const auto parent =
      unit.parent.empty() ? Words{"-", "-"} : name_on(after, unit.parent, unit.from);
  switch (change.change) {
    case Change::begins:
      return {"history.plan.begins", {{"unit", unit.name}, {"date", date_words(unit.from)}}};
    case Change::never_begins:
      return {"history.plan.never_begins", {{"unit", unit.name}}};
    case Change::gone:
      return {"history.plan.gone",
              {{"unit", name_on(after, unit.id, unit.from)},
               {"date", date_words(unit.from)},
               {"name", unit.name},
               {"kind", kind_words(unit.kind, catalogue)},
               {"parent", parent}}};
    case Change::stands:
      break;
  }
  const auto until =
      unit.to ? indicators::say({"history.plan.until", {{"date", date_words(*unit.to)}}}, catalogue)
              : indicators::say(indicators::Sentence{"history.plan.holds", {}}, catalogue);
  return {"history.plan.changes",
          {{"unit", unit.id},
           {"date", date_words(unit.from)},
           {"name", unit.name},
           {"kind", kind_words(unit.kind, catalogue)},
           {"parent", parent},
           {"until", until}}};
}

// The unit that passes is called as it was the day before, or as it is now where it goes on.
indicators::Sentence passing_sentence(const HistoryPlan::Passing& passing, const History& after) {
  const auto& flow = passing.flow;
  const Date before = std::chrono::sys_days(flow.date) - std::chrono::days(1);
  return {passing.no_longer ? "history.plan.passes_no_longer" : "history.plan.passes",
          {{"date", date_words(flow.date)},
           {"share", share_words(flow.share)},
           {"from", name_on(after, flow.from, before)},
           {"to", name_on(after, flow.to, flow.date)}}};
}

indicators::Sentence value_sentence(const ValueChange& change, const History& after) {
  const Date before = std::chrono::sys_days(change.date) - std::chrono::days(1);
  constexpr std::array<std::string_view, 4> ids{"history.plan.add", "history.plan.mean",
                                                "history.plan.apart", "history.plan.lost"};
  std::string_view id = ids[static_cast<std::size_t>(change.way)];
  if (change.way == Way::add && change.estimated) id = "history.plan.add_estimated";
  if (change.no_longer) id = "history.plan.no_longer";
  return {id,
          {{"from", name_on(after, change.from, before)},
           {"to", name_on(after, change.to, change.date)},
           {"share", share_words(change.share)},
           {"count", Decimal(static_cast<std::int64_t>(change.items.size()))},
           {"first", std::to_string(change.first)},
           {"last", std::to_string(change.last)}}};
}

void add_line(Words& text, const Words& line, std::string_view indent) {
  text.vi.append(indent).append(line.vi).append("\n");
  text.en.append(indent).append(line.en).append("\n");
}

}  // namespace

HistoryPlan plan_of(const History& before, const History& after, const figures::Reports& reports,
                    const figures::ItemCatalogue& items) {
  HistoryPlan plan;
  plan.units = unit_changes(before, after);
  add_flows(plan, flows_only_in(after, before), false, reports, items);
  add_flows(plan, flows_only_in(before, after), true, reports, items);
  add_lost(plan.values, before, after, reports, items);
  return plan;
}

Words plan_text(const HistoryPlan& plan, const History& after, const Catalogue& catalogue) {
  Words text;
  add_line(text, indicators::say(indicators::Sentence{"history.plan_title", {}}, catalogue), "");
  for (const auto& change : plan.units) {
    add_line(text, indicators::say(unit_sentence(change, after, catalogue), catalogue), "  ");
  }
  for (const auto& passing : plan.passings) {
    add_line(text, indicators::say(passing_sentence(passing, after), catalogue), "  ");
  }
  if (plan.values.empty()) {
    add_line(text, indicators::say(indicators::Sentence{"history.plan.no_values", {}}, catalogue),
             "");
    return text;
  }
  add_line(text, indicators::say(indicators::Sentence{"history.plan_values", {}}, catalogue), "");
  for (const auto& change : plan.values) {
    add_line(text, indicators::say(value_sentence(change, after), catalogue), "  ");
  }
  return text;
}

boost::json::object plan_json(const HistoryPlan& plan, const History& after,
                              const Catalogue& catalogue) {
  namespace json = boost::json;
  const auto words = [](const Words& both) {
    return json::object{{"vi", both.vi}, {"en", both.en}};
  };
  json::array units, passings, values;
  for (const auto& change : plan.units) {
    const auto& unit = change.unit;
    const auto name = change_names[static_cast<std::size_t>(change.change)];
    units.push_back(
        {{"change", json::string(name.data(), name.size())},
         {"unit", unit.id},
         {"name", words(unit.name)},
         {"from", to_iso(unit.from)},
         {"to", unit.to ? json::value(to_iso(*unit.to)) : json::value(nullptr)},
         {"text", words(indicators::say(unit_sentence(change, after, catalogue), catalogue))}});
  }
  for (const auto& passing : plan.passings) {
    const auto& flow = passing.flow;
    passings.push_back(
        {{"date", to_iso(flow.date)},
         {"from", flow.from},
         {"to", flow.to},
         {"share", flow.share.rounded(6, Rounding::half_up).to_string()},
         {"no_longer", passing.no_longer},
         {"text", words(indicators::say(passing_sentence(passing, after), catalogue))}});
  }
  for (const auto& change : plan.values) {
    json::array items;
    for (const auto& item : change.items) items.push_back(json::value(item));
    const auto name = way_names[static_cast<std::size_t>(change.way)];
    values.push_back({{"way", json::string(name.data(), name.size())},
                      {"no_longer", change.no_longer},
                      {"estimated", change.estimated},
                      {"date", to_iso(change.date)},
                      {"from", change.from},
                      {"to", change.to.empty() ? json::value(nullptr) : json::value(change.to)},
                      {"share", change.share.rounded(6, Rounding::half_up).to_string()},
                      {"items", std::move(items)},
                      {"text", words(indicators::say(value_sentence(change, after), catalogue))}});
  }
  return {{"units", std::move(units)},
          {"passings", std::move(passings)},
          {"values", std::move(values)}};
}

}  // namespace liem::assessment
