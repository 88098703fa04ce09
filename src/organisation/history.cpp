#include "organisation/history.h"

#include <algorithm>
#include <set>

#include "organisation/replay.h"

namespace liem::organisation {
namespace {

using Names = std::set<std::string>;

bool overlap(const Names& a, const Names& b) {
  return std::ranges::any_of(a, [&](const auto& name) { return b.contains(name); });
}

// The units whose name, place, extent or life the event changes.
Names changed_by(const Event& event, const History& history) {
  Names names(event.units.begin(), event.units.end());
  for (const auto& unit : event.born) names.insert(unit.id);
  for (const auto& share : event.into) names.insert(share.unit);
  for (const auto& id : history.units()) {
    for (const auto& version : *history.versions(id)) {
      if (version.event == event.id) names.insert(id);
    }
  }
  return names;
}

// The units a later event puts others under.
Names parents_named(const Event& event) {
  Names names;
  for (const auto& unit : event.born) names.insert(unit.parent);
  names.insert(event.parent);
  return names;
}

// Whether `later` counts on what `event` did. `listed_after`: it was recorded after it.
bool depends(const Event& later, const Event& event, bool listed_after, const History& history) {
  if (later.date < event.date) return false;
  Names born;
  for (const auto& unit : event.born) born.insert(unit.id);
  const auto changed = changed_by(later, history);
  if (overlap(changed, born) || overlap(parents_named(later), born)) return true;
  if (later.date == event.date && !listed_after) return false;
  return overlap(changed, changed_by(event, history));
}

std::string list_of(const std::vector<std::string>& ids) {
  std::string out;
  for (const auto& id : ids) out.append(out.empty() ? "" : ", ").append(id);
  return out;
}

}  // namespace

// Reads the list from its start, so that an undo sees what was recorded before it.
class Undoing {
 public:
  explicit Undoing(const std::vector<Event>& events)
      : events_(events), undone_(events.size()), places_() {}

  using Undone = std::vector<std::optional<std::string>>;
  std::expected<Undone, Problems> run() {
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (!places_.emplace(events_[i].id, i).second) {
        collect_.note(events_[i].error(errors::event_repeated));
      } else if (events_[i].kind == EventKind::undo) {
        undo(i);
      }
    }
    if (!collect_.clean()) return std::unexpected(std::move(collect_).problems());
    return std::move(undone_);
  }

 private:
  void undo(std::size_t place) {
    const Event& event = events_[place];
    const auto target = places_.find(event.undone);
    if (target == places_.end() || target->second == place) {
      collect_.note(event.error(errors::no_such_event, {{"undone", event.undone}}));
    } else if (undone_[target->second]) {
      collect_.note(event.error(errors::already_undone,
                                {{"undone", event.undone}, {"by", *undone_[target->second]}}));
    } else {
      check_dependents(event, place, target->second);
      undone_[target->second] = event.id;
      const Event& named = events_[target->second];
      // To undo an undo lets its event count again.
      if (named.kind == EventKind::undo) undone_[places_[named.undone]].reset();
    }
  }

  void check_dependents(const Event& undo, std::size_t place, std::size_t target) {
    if (events_[target].kind == EventKind::undo) return;
    History before;
    before.events_.assign(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(place));
    before.undone_.assign(undone_.begin(), undone_.begin() + static_cast<std::ptrdiff_t>(place));
    if (!Replay(before).run().empty()) return;  // told by the replay of the whole
    std::vector<std::string> dependents;
    for (std::size_t i = 0; i < place; ++i) {
      if (i == target || undone_[i] || events_[i].kind == EventKind::undo) continue;
      if (depends(events_[i], events_[target], i > target, before)) {
        dependents.push_back(events_[i].id);
      }
    }
    if (dependents.empty()) return;
    collect_.note(undo.error(errors::others_depend, {{"undone", events_[target].id},
                                                     {"dependents", list_of(dependents)}}));
  }

  const std::vector<Event>& events_;
  Undone undone_;
  std::map<std::string, std::size_t> places_;
  Collector collect_;
};

std::expected<History, Problems> history_of(std::vector<Event> events) {
  History history;
  history.events_ = std::move(events);
  auto undone = Undoing(history.events_).run();
  if (!undone) return std::unexpected(std::move(undone.error()));
  history.undone_ = std::move(*undone);
  auto problems = Replay(history).run();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return history;
}

std::expected<History, Problems> load_history(std::string_view text, std::string_view file) {
  auto events = load_events(text, file);
  if (!events) return std::unexpected(std::move(events.error()));
  return history_of(std::move(*events));
}

const std::vector<UnitVersion>* History::versions(std::string_view unit) const {
  const auto found = versions_.find(unit);
  return found == versions_.end() ? nullptr : &found->second;
}

const UnitVersion* History::on(std::string_view unit, const Date& date) const {
  const auto* all = versions(unit);
  if (all == nullptr) return nullptr;
  const auto found = std::ranges::find_if(
      *all, [&](const auto& one) { return one.from <= date && (!one.to || date <= *one.to); });
  return found == all->end() ? nullptr : &*found;
}

Tree History::tree_on(const Date& date) const {
  std::map<std::string_view, std::vector<const UnitVersion*>> below;
  for (const auto& id : order_) {
    if (const auto* unit = on(id, date)) below[unit->parent].push_back(unit);
  }
  struct Next {
    const UnitVersion* unit;
    std::optional<std::size_t> parent;
    int depth;
  };
  std::vector<Next> waiting;  // the next one last
  const auto push = [&](std::string_view parent, std::optional<std::size_t> place, int depth) {
    const auto& children = below[parent];
    for (auto it = children.rbegin(); it != children.rend(); ++it) {
      waiting.push_back({*it, place, depth});
    }
  };
  Tree tree{date, {}};
  push("", std::nullopt, 0);
  while (!waiting.empty()) {
    const auto [unit, parent, depth] = waiting.back();
    waiting.pop_back();
    tree.units.push_back({*unit, parent, depth});
    push(unit->id, tree.units.size() - 1, depth + 1);
  }
  return tree;
}

Descent History::successors(std::string_view unit, const Date& from, const Date& to) const {
  Descent descent;
  // Since when which part has been where; earlier days are taken first, so that parts that meet
  // again are added before they go on.
  std::map<std::pair<Date, std::string>, Rational> held{{{from, std::string(unit)}, 1}};
  while (!held.empty()) {
    const auto [since, holder] = held.begin()->first;
    const Rational part = held.begin()->second;
    held.erase(held.begin());
    const auto of = flows_of_.find(holder);
    std::optional<Date> next;
    for (const auto place : of == flows_of_.end() ? std::vector<std::size_t>{} : of->second) {
      const Flow& flow = flows_[place];
      if (flow.date <= since || flow.date > to || (next && flow.date != *next)) continue;
      next = flow.date;
      descent.steps.push_back({flow, part * flow.share});
      auto& there = held[{flow.date, flow.to}];
      there += part * flow.share;
    }
    if (next) continue;
    if (on(holder, to) != nullptr) {
      descent.shares[holder] += part;
    } else {
      descent.lost += part;
    }
  }
  std::ranges::stable_sort(descent.steps, {}, [](const auto& step) { return step.flow.date; });
  return descent;
}

Descent History::ancestors(std::string_view unit, const Date& at, const Date& back_to) const {
  Descent all;
  for (const auto& id : order_) {
    if (on(id, back_to) == nullptr) continue;
    auto forward = successors(id, back_to, at);
    const auto here = forward.shares.find(std::string(unit));
    if (here == forward.shares.end()) continue;
    all.shares.emplace(id, here->second);
    for (auto& step : forward.steps) all.steps.push_back(std::move(step));
  }
  std::ranges::stable_sort(all.steps, {}, [](const auto& step) { return step.flow.date; });
  return all;
}

}  // namespace liem::organisation
