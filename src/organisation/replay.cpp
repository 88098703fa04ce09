#include "organisation/replay.h"

#include <algorithm>
#include <set>

namespace liem::organisation {
namespace {

Date day_before(const Date& date) { return std::chrono::sys_days(date) - std::chrono::days(1); }

bool may_stand_alone(UnitKind kind) {
  return kind == UnitKind::nation || kind == UnitKind::region || kind == UnitKind::province;
}

}  // namespace

Problems Replay::run() {
  std::map<Date, Day> days;
  for (std::size_t i = 0; i < history_.events_.size(); ++i) {
    if (event(i).kind == EventKind::undo || history_.undone_[i]) continue;
    days[event(i).date].push_back(i);
  }
  for (const auto& [date, day] : days) {
    today_ = date;
    run_day(day);
    if (!collect_.clean()) break;
  }
  return std::move(collect_).problems();
}

bool Replay::continues(const Event& event, std::string_view unit) {
  return std::ranges::find(event.into, unit, &Share::unit) != event.into.end();
}

void Replay::run_day(const Day& day) {
  acts_.clear();
  for (const auto place : day) claim_acts(place);
  check_contradictions();
  for (const auto place : day) check_shares(event(place));
  if (!collect_.clean()) return;
  for (const auto place : day) begin_units(event(place));
  for (const auto place : day) end_units(event(place));
  for (const auto place : day) rename_unit(event(place));
  for (const auto place : day) move_units(event(place));
  for (const auto place : day) move_children(event(place));
  for (const auto place : day) add_flows(place);
  check_targets(day);
  check_merges(day);
  if (collect_.clean()) check_parents();
}

void Replay::claim_acts(std::size_t place) {
  const Event& one = event(place);
  for (const auto& unit : one.born) claim(place, unit.id, Act::begin);
  for (const auto& unit : one.units) {
    check_there(one, unit);
    switch (one.kind) {
      case EventKind::rename:
        claim(place, unit, Act::rename);
        break;
      case EventKind::move:
        claim(place, unit, Act::move);
        break;
      default:
        claim(place, unit, Act::pass_on);
    }
  }
}

void Replay::claim(std::size_t place, const std::string& unit, Act act) {
  const auto [first, fresh] = acts_[unit].emplace(act, place);
  if (fresh) return;
  collect_.note(event(place).error(
      errors::contradiction,
      {{"unit", unit}, {"other", event(first->second).id}, {"date", to_iso(today_)}}));
}

// A unit that begins does nothing else on its first day, one that ends nothing on its last.
void Replay::check_contradictions() {
  for (const auto& [unit, acts] : acts_) {
    const auto begun = acts.find(Act::begin);
    const auto passed = acts.find(Act::pass_on);
    const bool ends = passed != acts.end() && !continues(event(passed->second), unit);
    for (const auto& [act, place] : acts) {
      const bool after_birth = begun != acts.end() && act != Act::begin;
      const bool beside_end = ends && act != Act::pass_on && act != Act::begin;
      if (!after_birth && !beside_end) continue;
      const auto other = after_birth ? begun->second : passed->second;
      collect_.note(event(place).error(
          errors::contradiction,
          {{"unit", unit}, {"other", event(other).id}, {"date", to_iso(today_)}}));
    }
  }
}

void Replay::check_there(const Event& one, const std::string& unit) {
  if (alive(unit)) return;
  const auto acts = acts_.find(unit);
  // Born today: told as a contradiction.
  if (acts != acts_.end() && acts->second.contains(Act::begin)) return;
  collect_.note(one.error(errors::not_on_day, {{"unit", unit}, {"date", to_iso(today_)}}));
}

void Replay::check_shares(const Event& one) {
  std::set<std::string> seen;
  Rational sum = 0;
  for (const auto& share : one.into) {
    sum += share.share;
    if (seen.insert(share.unit).second) continue;
    collect_.note(one.error(errors::share_twice, {{"unit", share.unit}}));
  }
  if (one.into.empty() || sum == Rational(1)) return;
  std::string written;
  for (const auto& share : one.into)
    written.append(written.empty() ? "" : " + ").append(share.written);
  collect_.note(one.error(errors::shares_not_one, {{"unit", one.units.front()}, {"sum", written}}));
}

void Replay::begin_units(const Event& one) {
  for (const auto& unit : one.born) {
    auto& versions = history_.versions_[unit.id];
    if (!versions.empty()) {
      collect_.note(one.error(errors::id_used, {{"unit", unit.id}}));
      continue;
    }
    history_.order_.push_back(unit.id);
    alive_.insert(unit.id);
    versions.push_back({unit.id, unit.name, unit.kind, unit.parent, today_, {}, one.id, one.basis});
  }
}

void Replay::end_units(const Event& one) {
  if (one.kind == EventKind::rename || one.kind == EventKind::move) return;
  for (const auto& unit : one.units) {
    if (continues(one, unit)) continue;
    current(unit).to = day_before(today_);
    alive_.erase(unit);
  }
}

// The version that holds from today, made anew unless an event of today has made it already.
UnitVersion& Replay::change(const Event& one, const std::string& unit) {
  auto& versions = history_.versions_[unit];
  if (versions.back().from == today_) {
    versions.back().event = one.id;
    return versions.back();
  }
  auto next = versions.back();
  versions.back().to = day_before(today_);
  next.from = today_;
  next.event = one.id;
  next.basis = one.basis;
  versions.push_back(std::move(next));
  return versions.back();
}

void Replay::rename_unit(const Event& one) {
  if (one.kind != EventKind::rename) return;
  const auto& unit = one.units.front();
  const auto& now = current(unit);
  const bool same_name = !one.name || *one.name == now.name;
  const bool same_kind = !one.becomes || *one.becomes == now.kind;
  if (same_name && same_kind) {
    collect_.note(one.error(errors::nothing_changes, {{"unit", unit}}));
    return;
  }
  auto& changed = change(one, unit);
  if (one.name) changed.name = *one.name;
  if (one.becomes) changed.kind = *one.becomes;
}

void Replay::move_units(const Event& one) {
  if (one.kind != EventKind::move) return;
  for (const auto& unit : one.units) {
    if (current(unit).parent == one.parent) {
      collect_.note(one.error(errors::nothing_changes, {{"unit", unit}}));
      continue;
    }
    change(one, unit).parent = one.parent;
  }
}

// Those that no event of today has placed elsewhere.
void Replay::move_children(const Event& one) {
  if (one.kind != EventKind::abolish || one.parent.empty()) return;
  std::vector<std::string> children;
  for (const auto& id : alive_) {
    if (current(id).parent == one.units.front()) children.push_back(id);
  }
  for (const auto& child : children) change(one, child).parent = one.parent;
}

void Replay::add_flows(std::size_t place) {
  const Event& one = event(place);
  if (one.kind == EventKind::create) return;
  for (const auto& unit : one.units) {
    for (const auto& share : one.into) {
      history_.flows_of_[unit].push_back(history_.flows_.size());
      history_.flows_.push_back({today_, place, unit, share.unit, share.share});
    }
  }
}

void Replay::check_targets(const Day& day) {
  for (const auto place : day) {
    for (const auto& share : event(place).into) {
      if (alive(share.unit)) continue;
      collect_.note(
          event(place).error(errors::not_on_day, {{"unit", share.unit}, {"date", to_iso(today_)}}));
    }
  }
}

// One unit alone that becomes a new one is renamed, unless a part of another joins it today.
void Replay::check_merges(const Day& day) {
  std::map<std::string, std::set<std::string>> sources;
  for (const auto place : day) {
    for (const auto& share : event(place).into) {
      sources[share.unit].insert(event(place).units.begin(), event(place).units.end());
    }
  }
  for (const auto place : day) {
    const Event& one = event(place);
    if (one.kind != EventKind::merge) continue;
    auto joined = sources[one.into.front().unit];
    if (one.born.empty()) joined.insert(one.into.front().unit);
    if (joined.size() < 2) {
      collect_.note(one.error(errors::merge_of_one, {{"unit", one.units.front()}}));
    }
  }
}

void Replay::check_parents() {
  for (const auto& id : alive_) check_parent(current(id));
  if (!collect_.clean()) return;
  for (const auto& id : alive_) {
    const UnitVersion& start = current(id);
    const auto* above = &start;
    std::size_t steps = 0;
    for (; !above->parent.empty() && steps <= alive_.size(); ++steps) {
      above = &current(above->parent);
    }
    if (above->parent.empty() || start.from != today_) continue;
    collect_.note(
        event_of(start).error(errors::parent_circle, {{"unit", id}, {"date", to_iso(today_)}}));
  }
}

void Replay::check_parent(const UnitVersion& unit) {
  const Event& maker = event_of(unit);
  const Args args{{"unit", unit.id}, {"parent", unit.parent}, {"date", to_iso(today_)}};
  if (unit.parent.empty()) {
    if (!may_stand_alone(unit.kind)) collect_.note(maker.error(errors::needs_parent, args));
    return;
  }
  if (alive(unit.parent)) return;
  const auto parent = acts_.find(unit.parent);
  if (parent != acts_.end() && parent->second.contains(Act::pass_on)) {
    const auto ender = parent->second.at(Act::pass_on);
    collect_.note(event(ender).error(errors::left_behind, args));
  } else if (const auto born = day_of_birth(unit.parent); born && *born > today_) {
    auto later = args;
    later.emplace_back("born", to_iso(*born));
    collect_.note(maker.error(errors::parent_later, std::move(later)));
  } else {
    collect_.note(maker.error(errors::parent_missing, args));
  }
}

const Event& Replay::event_of(const UnitVersion& unit) const {
  return *std::ranges::find(history_.events_, unit.event, &Event::id);
}

std::optional<Date> Replay::day_of_birth(std::string_view unit) const {
  for (std::size_t i = 0; i < history_.events_.size(); ++i) {
    if (history_.undone_[i]) continue;
    const auto& born = event(i).born;
    if (std::ranges::find(born, unit, &NewUnit::id) != born.end()) return event(i).date;
  }
  return std::nullopt;
}

}  // namespace liem::organisation
