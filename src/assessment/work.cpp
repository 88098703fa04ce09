#include "assessment/work.h"

#include <algorithm>
#include <array>

namespace liem::assessment {
namespace {

constexpr std::array<std::string_view, 3> verdict_names{"accepted", "partly", "refused"};

std::string_view first_state_of_file(bool handed_in) {
  return handed_in ? "handed_in" : "drafting";
}

bool sets(Layer layer, std::string_view act) {
  switch (layer) {
    case Layer::appraised:
      return act == "appraise" || act == "rule" || act == "amend_appraisal";
    case Layer::submitted:
      return act == "set_submitted";
    case Layer::reviewed:
      return act == "review" || act == "amend_review";
  }
  return false;
}

}  // namespace

WorkRecord::WorkRecord(std::vector<WorkAct> acts, std::set<std::string, std::less<>> handed_in)
    : acts_(std::move(acts)), handed_in_(std::move(handed_in)) {
  for (const auto& act : acts_) by_thing_[act.thing].push_back(&act);
}

const WorkAct* WorkRecord::last_move(const Thing& thing) const {
  const auto found = by_thing_.find(thing);
  if (found == by_thing_.end()) return nullptr;
  for (auto act = found->second.rbegin(); act != found->second.rend(); ++act) {
    if (!(*act)->state.empty()) return *act;
  }
  return nullptr;
}

std::string WorkRecord::round_state() const {
  const auto* last = last_move({});
  return last == nullptr ? "open" : last->state;
}

std::string WorkRecord::file_state(std::string_view unit) const {
  const auto* last = last_move({std::string(unit), ""});
  if (last != nullptr) return last->state;
  return std::string(first_state_of_file(handed_in_.contains(unit)));
}

std::string WorkRecord::state(const Thing& thing) const {
  if (thing.unit.empty()) return round_state();
  if (thing.criterion.empty()) return file_state(thing.unit);
  const auto* last = last_move(thing);
  if (last != nullptr) return last->state;
  return std::string(first_state_of_file(file_state(thing.unit) != "drafting"));
}

std::vector<const WorkAct*> WorkRecord::of(const Thing& thing) const {
  const auto found = by_thing_.find(thing);
  return found == by_thing_.end() ? std::vector<const WorkAct*>{} : found->second;
}

const WorkAct* WorkRecord::score(Layer layer, const Thing& criterion) const {
  const WorkAct* last = nullptr;
  for (const auto* act : of(criterion)) {
    if (sets(layer, act->act) && act->points) last = act;
  }
  return last;
}

int WorkRecord::version(std::string_view unit) const {
  int last = 0;
  for (const auto& act : acts_) {
    if (act.thing.unit == unit && act.version) last = std::max(last, *act.version);
  }
  return last;
}

std::vector<std::string> WorkRecord::done_by(const std::vector<std::string>& people,
                                             const Thing& thing) const {
  std::vector<std::string> out;
  const auto add = [&](const std::vector<const WorkAct*>& acts) {
    for (const auto* act : acts) {
      const bool theirs =
          std::ranges::any_of(people, [&](const auto& who) { return act->by.involves(who); });
      if (theirs) out.push_back(act->act);
    }
  };
  if (!thing.criterion.empty()) {
    add(of({thing.unit, ""}));
    add(of(thing));
    return out;
  }
  // A file's things stand together behind it, and all things behind the round.
  for (auto one = by_thing_.lower_bound(thing); one != by_thing_.end(); ++one) {
    if (!thing.unit.empty() && one->first.unit != thing.unit) break;
    add(one->second);
  }
  return out;
}

bool WorkRecord::ends_with(const Thing& thing, std::string_view act, const Doer& by) const {
  const auto found = by_thing_.find(thing);
  return found != by_thing_.end() && found->second.back()->act == act &&
         found->second.back()->by == by;
}

std::optional<Date> due_of(const std::vector<StepDue>& all, std::string_view unit,
                           std::string_view step) {
  std::optional<Date> out;
  for (const auto& one : all) {
    if (one.step != step) continue;
    if (one.unit == unit) return one.due;
    if (one.unit.empty()) out = one.due;
  }
  return out;
}

std::string_view name_of(EvidenceVerdict verdict) {
  return verdict_names[static_cast<std::size_t>(verdict)];
}

std::optional<EvidenceVerdict> evidence_verdict_of(std::string_view name) {
  const auto* found = std::ranges::find(verdict_names, name);
  if (found == verdict_names.end()) return std::nullopt;
  return static_cast<EvidenceVerdict>(found - verdict_names.begin());
}

}  // namespace liem::assessment
