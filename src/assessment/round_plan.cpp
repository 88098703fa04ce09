#include "assessment/round_plan.h"

#include <algorithm>
#include <set>

#include "assessment/acts.h"
#include "assessment/history_desk.h"
#include "base/date_arithmetic.h"

namespace liem::assessment {
namespace {

constexpr int first_year = 2000, last_year = 2100;

Date moved(const Date& day, int years) { return add_months(day, 12 * years); }

class Planner {
 public:
  Planner(const WorkDesk& at, const SetShelf& shelf, const RoundWanted& wanted)
      : at_(at), shelf_(shelf), wanted_(wanted) {}

  Result<RoundPlan> run() {
    for (const auto step :
         {&Planner::set_round, &Planner::find_copied, &Planner::pin_set, &Planner::choose_units,
          &Planner::copy_deadlines, &Planner::copy_assignments, &Planner::copy_tasks}) {
      if (auto done = (this->*step)(); !done) return std::unexpected(done.error());
    }
    plan_.import.acts = {acts::of_plan(at_.desk.viewer, plan_, at_.now)};
    return std::move(plan_);
  }

 private:
  const std::string& province() const { return at_.desk.viewer.province; }
  Store& store() const { return at_.desk.store; }
  int years() const { return round().year - copied_->year; }
  const Round& round() const { return plan_.import.round; }

  bool is_asked(const std::string& unit) const {
    const auto& asked = plan_.import.units;
    return std::ranges::find(asked, unit, &Unit::id) != asked.end();
  }
  Result<void> set_round();
  Result<void> find_copied();
  Result<void> pin_set();
  Result<void> pin_shipped();
  Result<void> choose_units();
  Result<std::vector<Unit>> units_there(const std::vector<Unit>& known);
  Result<void> copy_deadlines();
  Result<void> copy_assignments();
  Result<void> copy_tasks();
  // Where the criteria of the round copied from lead to in the new set.
  Result<std::map<std::string, std::string>> ways() const;
  Result<std::set<std::pair<std::string, std::string>>> people() const;  // account, unit

  const WorkDesk& at_;
  const SetShelf& shelf_;
  const RoundWanted& wanted_;
  std::optional<Round> copied_;
  std::shared_ptr<const indicators::IndicatorSet> set_;
  RoundPlan plan_;
};

Result<void> Planner::set_round() {
  if (!organisation::is_id(wanted_.id)) {
    return fail(errors::bad_plan_id, {{"field", "id"}, {"id", wanted_.id}});
  }
  if (wanted_.year < first_year || wanted_.year > last_year) {
    return fail(errors::bad_plan_year, {{"field", "year"},
                                        {"first", std::to_string(first_year)},
                                        {"last", std::to_string(last_year)}});
  }
  const auto known = store().round(province(), wanted_.id);
  if (!known) return std::unexpected(known.error());
  if (*known) return fail(errors::round_exists, {{"round", wanted_.id}, {"province", province()}});
  const Period usual = assessed_year(wanted_.year);
  auto& out = plan_.import;
  out.province = province();
  out.round.id = wanted_.id;
  out.round.title = wanted_.title;
  out.round.year = wanted_.year;
  out.round.from = wanted_.from.value_or(usual.from);
  out.round.to = wanted_.to.value_or(usual.to);
  if (out.round.from <= out.round.to) return {};
  return fail(errors::bad_plan_period,
              {{"field", "to"}, {"from", to_iso(out.round.from)}, {"to", to_iso(out.round.to)}});
}

Result<void> Planner::find_copied() {
  if (wanted_.copy_from.empty()) return {};
  auto found = store().round(province(), wanted_.copy_from);
  if (!found) return std::unexpected(found.error());
  if (!*found) {
    return fail(errors::no_round_to_copy, {{"field", "copy_from"}, {"round", wanted_.copy_from}});
  }
  copied_ = std::move(**found);
  plan_.copied_from = copied_->id;
  return {};
}

Result<void> Planner::pin_set() {
  if (!wanted_.set.empty()) return pin_shipped();
  if (!copied_) return fail(errors::plan_wants_set, {{"field", "set"}});
  auto& round = plan_.import.round;
  round.set = copied_->set;
  round.items_sha256 = copied_->items_sha256;
  round.law_sha256 = copied_->law_sha256;
  auto set = at_.desk.library.set(store(), province(), *copied_);
  if (!set) return std::unexpected(set.error());
  set_ = std::move(*set);
  return {};
}

Result<void> Planner::pin_shipped() {
  if (std::ranges::find(shelf_.sets, wanted_.set, &SetReference::id) == shelf_.sets.end()) {
    std::string known;
    for (const auto& one : shelf_.sets) known += (known.empty() ? "" : ", ") + one.id;
    return fail(errors::no_shipped_set, {{"field", "set"}, {"set", wanted_.set}, {"known", known}});
  }
  auto files = shelf_.find(wanted_.set);
  if (!files) return std::unexpected(files.error().front());
  auto pinned = assessment::pin_set(*files, round().to);
  if (!pinned) return std::unexpected(pinned.error().front());
  auto& import = plan_.import;
  import.round.set = pinned->reference();
  import.round.items_sha256 = pinned->items_content.sha256;
  import.round.law_sha256 = pinned->law_sha256();
  import.contents = pinned->contents();
  set_ = std::make_shared<const indicators::IndicatorSet>(std::move(pinned->set));
  return {};
}

Result<void> Planner::choose_units() {
  std::string model = plan_.copied_from;
  if (model.empty()) {
    const auto rounds = store().rounds(province());  // newest first
    if (!rounds) return std::unexpected(rounds.error());
    if (!rounds->empty()) model = rounds->front().id;
  }
  std::vector<Unit> known;
  if (!model.empty()) {
    auto units = store().units(province(), model);
    if (!units) return std::unexpected(units.error());
    known = std::move(*units);
  }
  auto there = units_there(known);
  if (!there) return std::unexpected(there.error());
  if (there->empty()) return fail(errors::no_units_to_plan);
  plan_.import.units = std::move(*there);
  const auto ids = [](const std::vector<Unit>& units) {
    std::set<std::string> out;
    for (const auto& unit : units) out.insert(unit.id);
    return out;
  };
  const auto now = ids(plan_.import.units), before = ids(known);
  for (const auto& unit : known) {
    if (!now.contains(unit.id)) plan_.left_out.push_back(unit);
  }
  std::ranges::set_difference(now, before, std::back_inserter(plan_.new_units));
  return {};
}

// Those there on the round's last day, as far as it is known today; as the store knows them where
// they did not change since.
Result<std::vector<Unit>> Planner::units_there(const std::vector<Unit>& known) {
  const Date& day = round().to;
  std::vector<Unit> out;
  const auto history = units_over_time(at_.desk);
  if (!history) {
    if (history.error().message.id != errors::no_history.id) {
      return std::unexpected(history.error());
    }
    std::ranges::copy_if(known, std::back_inserter(out),
                         [&](const Unit& unit) { return !unit.to || day <= *unit.to; });
    return out;
  }
  std::set<std::string, std::less<>> inside{province()};
  for (const auto& [unit, parent, depth] : (*history)->units.tree_on(day).units) {
    if (unit.id != province() && !inside.contains(unit.parent)) continue;
    inside.insert(unit.id);
    const auto as_known = std::ranges::find(known, unit.id, &Unit::id);
    const bool same = as_known != known.end() && as_known->name == unit.name &&
                      as_known->kind == unit.kind &&
                      (unit.id == province() || as_known->parent == unit.parent);
    out.push_back(same ? *as_known
                       : Unit{unit.id, unit.name, unit.kind,
                              unit.id == province() ? "" : unit.parent, unit.from, unit.to,
                              unit.basis});
  }
  return out;
}

Result<void> Planner::copy_deadlines() {
  std::map<std::string, Date> due;
  if (copied_) {
    const auto before = store().work().deadlines(province(), copied_->id);
    if (!before) return std::unexpected(before.error());
    for (const auto& one : *before) {
      if (one.unit.empty()) due[one.step] = moved(one.due, years());
    }
  }
  for (const auto& [step, day] : wanted_.deadlines) due[step] = day;
  for (const auto& step : at_.flow.steps) {
    if (const auto found = due.find(step); found != due.end()) {
      plan_.deadlines.push_back({"", step, found->second});
    }
  }
  return {};
}

Result<std::map<std::string, std::string>> Planner::ways() const {
  const auto before = at_.desk.library.set(store(), province(), *copied_);
  if (!before) return std::unexpected(before.error());
  std::map<std::string, std::string> out;
  const auto pairs = indicators::way_between(**before, *set_, shelf_.mappings);
  if (pairs) out.insert(pairs->begin(), pairs->end());
  return out;
}

Result<std::set<std::pair<std::string, std::string>>> Planner::people() const {
  const auto accounts = store().accounts().all(province());
  if (!accounts) return std::unexpected(accounts.error());
  std::set<std::pair<std::string, std::string>> out;
  for (const auto& one : *accounts) {
    if (!one.disabled) out.emplace(one.account, one.unit);
  }
  return out;
}

Result<void> Planner::copy_assignments() {
  if (!copied_) return {};
  const auto before = store().plans().assignments(province(), copied_->id, std::nullopt);
  if (!before) return std::unexpected(before.error());
  const auto leads = ways();
  if (!leads) return std::unexpected(leads.error());
  const auto there = people();
  if (!there) return std::unexpected(there.error());
  for (const auto& one : *before) {
    const auto to = leads->find(one.criterion);
    if (to == leads->end() || !is_asked(one.unit) || !there->contains({one.account, one.unit})) {
      ++plan_.assignments_dropped;
    } else {
      plan_.assignments.push_back({one.unit, to->second, one.account});
    }
  }
  return {};
}

Result<void> Planner::copy_tasks() {
  if (!copied_) return {};
  auto before = store().plans().tasks(province(), copied_->id);
  if (!before) return std::unexpected(before.error());
  for (const auto& one : *before) {
    if (one.state == TaskState::dropped) continue;
    RoundTask task;
    task.id = std::to_string(plan_.tasks.size() + 1);
    task.title = one.title;
    if (one.due) task.due = moved(*one.due, years());
    if (is_asked(one.unit)) task.unit = one.unit;
    plan_.tasks.push_back(std::move(task));
  }
  return {};
}

// What the unit was assigned, together.
std::map<std::string, std::vector<Assignment>> by_unit(const std::vector<Assignment>& all) {
  std::map<std::string, std::vector<Assignment>> out;
  for (const auto& one : all) out[one.unit].push_back(one);
  return out;
}

Result<void> add_papers(Store& store, const RoundPlan& plan) {
  const auto& province = plan.import.province;
  const auto& round = plan.import.round.id;
  if (!plan.copied_from.empty()) {
    if (auto set = store.plans().set_copied_from(province, round, plan.copied_from); !set) {
      return set;
    }
  }
  for (const auto& [unit, all] : by_unit(plan.assignments)) {
    if (auto put = store.plans().assign(province, round, unit, all, std::nullopt); !put) return put;
  }
  for (const auto& task : plan.tasks) {
    if (auto put = store.plans().put_task(province, round, task, std::nullopt); !put) return put;
  }
  return {};
}

}  // namespace

Result<RoundPlan> plan_round(const WorkDesk& at, const SetShelf& shelf, const RoundWanted& wanted) {
  if (const auto blocks = why_not_plan(at); !blocks.empty()) return std::unexpected(blocks.front());
  return Planner(at, shelf, wanted).run();
}

Result<void> add_planned(const WorkDesk& at, const RoundPlan& plan) {
  Store& store = at.desk.store;
  const auto& round = plan.import.round.id;
  auto added = store.add_round(plan.import, [](std::size_t, std::size_t) {});
  if (!added) return added;
  for (const auto& due : plan.deadlines) {
    auto set = store.work().set_deadline(plan.import.province, round, due,
                                         acts::of_deadline(at.desk.viewer, round, due, "", at.now));
    if (!set) return set;
  }
  if (auto papers = add_papers(store, plan); !papers) return papers;
  WorkAct act;
  act.act = "plan";
  act.state = at.flow.find("plan")->to;
  act.by = doer_of(at.desk.viewer);
  act.at = at.now;
  return add_act(at, round, act);
}

}  // namespace liem::assessment
