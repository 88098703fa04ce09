#include "assessment/round_work.h"

#include <algorithm>

#include "assessment/acts.h"
#include "assessment/notices.h"
#include "assessment/package_export.h"
#include "base/vietnam_time.h"
#include "indicators/mapping.h"

namespace liem::assessment {
namespace {

using indicators::leaves_of;
using workflow::Level;
using workflow::Situation;
using workflow::Transition;

std::vector<std::string> people_of(const Viewer& viewer) {
  const Doer doer = doer_of(viewer);
  std::vector<std::string> out{doer.account};
  if (!doer.for_account.empty()) out.push_back(doer.for_account);
  return out;
}

bool is_blank(const ScoredAnswers& scored, const std::string& code) {
  const auto* score = scored.score.find(code);
  return score == nullptr || score->state == indicators::State::blank;
}

// What the transition's completeness misses in the file, or in one criterion of it.
std::vector<std::string> missing_of(const UnitWork& work, const Transition& transition,
                                    std::string_view code) {
  std::vector<std::string> out;
  for (const auto& criterion : work.criteria) {
    const auto& one = criterion.criterion->code;
    if (!code.empty() && one != code) continue;
    const bool settled = criterion.state == "appraised" || criterion.state == "ruled";
    const bool missing =
        transition.complete == "all_appraised" ? !settled : is_blank(*work.assessment.scored, one);
    if (missing) out.push_back(one);
  }
  return out;
}

Situation situation_of(const WorkDesk& at, const WorkRecord& record, const Thing& thing) {
  const Viewer& viewer = at.desk.viewer;
  Situation out;
  out.state = record.state(thing);
  out.round = record.round_state();
  if (!thing.unit.empty()) out.file = record.file_state(thing.unit);
  out.role = name_of(viewer.role);
  const std::string& unit = thing.unit.empty() ? viewer.province : thing.unit;
  out.own = viewer.unit == unit;
  out.of_province = thing.unit == viewer.province;
  out.above = std::ranges::binary_search(viewer.below, unit);
  out.sees = may(viewer, Action::see_unit, unit);
  out.done = record.done_by(people_of(viewer), thing);
  out.today = at.today();
  return out;
}

std::vector<std::string> unset_steps(const WorkDesk& at, const std::vector<StepDue>& deadlines) {
  std::vector<std::string> out;
  for (const auto& step : at.flow.steps) {
    if (!due_of(deadlines, "", step)) out.push_back(step);
  }
  return out;
}

bool is_own(const Problems& why_not) {
  return std::ranges::none_of(why_not, [](const Error& one) {
    return one.message.id == workflow::errors::wrong_role.id ||
           one.message.id == workflow::errors::not_own_unit.id ||
           one.message.id == workflow::errors::not_above.id ||
           one.message.id == workflow::errors::of_province_alone.id;
  });
}

// Those of a level that are the asker's at all.
template <class WhyNot>
std::vector<PossibleAct> possible(const WorkDesk& at, Level level,
                                  const std::vector<StepDue>& deadlines, std::string_view unit,
                                  WhyNot stands_against) {
  std::vector<PossibleAct> out;
  for (const auto& transition : at.flow.transitions) {
    if (transition.of != level) continue;
    auto found = stands_against(transition);
    if (is_own(found)) {
      out.push_back({&transition, due_of(deadlines, unit, transition.step), std::move(found)});
    }
  }
  return out;
}

void add_criteria(UnitWork& work) {
  const auto& [inputs, score] = *work.assessment.scored;
  for (const auto* leaf : leaves_of(*work.assessment.set)) {
    CriterionWork one;
    one.criterion = leaf;
    one.state = work.record.state(work.thing(leaf->code));
    if (const auto self = inputs.self.find(leaf->code); self != inputs.self.end()) {
      one.self = self->second;
    }
    const auto* points = score.find(leaf->code);
    if (points != nullptr && points->state == indicators::State::scored) {
      one.computed = points->points.reached;
    }
    for (const auto& verdict : work.verdicts) {
      if (verdict.criterion == leaf->code) one.verdicts.push_back(verdict);
    }
    work.criteria.push_back(std::move(one));
  }
}

Result<WorkRecord> record_of(const Desk& desk, const std::string& round,
                             const std::optional<std::string>& unit) {
  const auto handed_in = desk.store.handed_in(desk.viewer.province, round, unit);
  if (!handed_in) return std::unexpected(handed_in.error());
  auto acts = desk.store.work().acts(desk.viewer.province, round, unit);
  if (!acts) return std::unexpected(acts.error());
  return WorkRecord(std::move(*acts), handed_in_with_round(*handed_in));
}

std::vector<std::string> unfinished_files(const RoundWork& work, const std::vector<Unit>& units) {
  std::vector<std::string> out;
  for (const auto& unit : units) {
    const bool asked = is_asked(work.round, unit, work.record);
    if (asked && work.record.file_state(unit.id) != "appraised") out.push_back(unit.name.vi);
  }
  return out;
}

Result<std::vector<std::string>> unreviewed(const WorkDesk& at, const RoundWork& work) {
  const auto set = at.desk.library.set(at.desk.store, at.desk.viewer.province, work.round);
  if (!set) return std::unexpected(set.error());
  std::vector<std::string> out;
  for (const auto* leaf : leaves_of(**set)) {
    if (work.record.state({at.desk.viewer.province, leaf->code}) != "reviewed") {
      out.push_back(leaf->code);
    }
  }
  return out;
}

}  // namespace

bool is_asked(const Round& round, const Unit& unit, const WorkRecord& record) {
  const bool ended = unit.to && *unit.to < round.to;
  return !ended || record.file_state(unit.id) != "drafting";
}

std::set<std::string, std::less<>> handed_in_with_round(const std::vector<Submission>& all) {
  std::set<std::string, std::less<>> out;
  for (const auto& one : all) {
    if (one.answers_sha256) out.insert(one.unit);
  }
  return out;
}

Date WorkDesk::today() const { return day_in_vietnam(now); }

Doer doer_of(const Viewer& viewer) {
  const auto acting = viewer.acting_for.value_or(ActingFor{});
  return {viewer.account, viewer.name, acting.account, acting.name};
}

const CriterionWork* UnitWork::find(std::string_view code) const {
  const auto found = std::ranges::find_if(
      criteria, [&](const CriterionWork& one) { return one.criterion->code == code; });
  return found == criteria.end() ? nullptr : &*found;
}

std::optional<Decimal> standing_points(const UnitWork& work, const CriterionWork& criterion,
                                       std::string_view act) {
  const Thing thing = work.thing(criterion.criterion->code);
  std::vector<Layer> before;
  if (act == "review") before = {Layer::submitted, Layer::appraised};
  if (act == "set_submitted" || act == "amend_appraisal") before = {Layer::appraised};
  if (act == "amend_review") before = {Layer::reviewed, Layer::submitted, Layer::appraised};
  for (const Layer layer : before) {
    if (const auto* score = work.record.score(layer, thing)) return score->points;
  }
  return criterion.self ? criterion.self : criterion.computed;
}

Problems why_not(const WorkDesk& at, const UnitWork& work, const Transition& transition,
                 std::string_view code, const std::optional<workflow::Given>& given) {
  Situation situation = situation_of(at, work.record, work.thing(code));
  situation.due = due_of(work.deadlines, work.assessment.unit.id, transition.step);
  if (!transition.complete.empty()) situation.missing = missing_of(work, transition, code);
  situation.received = work.received;
  if (const auto* criterion = work.find(code)) {
    situation.maximum = criterion->criterion->points;
    situation.standing_points = standing_points(work, *criterion, transition.act);
  }
  return workflow::why_not(transition, situation, given);
}

Problems why_not_plan(const WorkDesk& at) {
  Situation situation = situation_of(at, WorkRecord({}, {}), {});
  situation.state = situation.round = "absent";
  return workflow::why_not(*at.flow.find("plan"), situation, std::nullopt);
}

Problems why_not(const WorkDesk& at, const RoundWork& work, const Transition& transition,
                 const std::optional<workflow::Given>& given) {
  Situation situation = situation_of(at, work.record, {});
  situation.due = due_of(work.deadlines, "", transition.step);
  situation.received = work.received.has_value();
  if (const auto found = work.missing.find(transition.complete); found != work.missing.end()) {
    situation.missing = found->second;
  }
  return workflow::why_not(transition, situation, given);
}

Result<UnitWork> unit_work(const WorkDesk& at, const std::string& round, const std::string& unit) {
  const Desk& desk = at.desk;
  auto assessment = unit_assessment(desk, round, unit);
  if (!assessment) return std::unexpected(assessment.error());
  auto record = record_of(desk, round, unit);
  if (!record) return std::unexpected(record.error());
  auto deadlines = desk.store.work().deadlines(desk.viewer.province, round);
  if (!deadlines) return std::unexpected(deadlines.error());
  auto verdicts = desk.store.work().verdicts(desk.viewer.province, round, unit);
  if (!verdicts) return std::unexpected(verdicts.error());
  UnitWork work{std::move(*assessment),
                std::move(*record),
                std::move(*deadlines),
                std::move(*verdicts),
                {},
                {}};
  const auto received = desk.store.packages().received(desk.viewer.province, round);
  if (!received) return std::unexpected(received.error());
  work.received = received->has_value();
  add_criteria(work);
  return work;
}

Result<void> renew_record(const WorkDesk& at, UnitWork& work) {
  auto record = record_of(at.desk, work.assessment.round.id, work.assessment.unit.id);
  if (!record) return std::unexpected(record.error());
  work.record = std::move(*record);
  for (auto& one : work.criteria) one.state = work.record.state(work.thing(one.criterion->code));
  return {};
}

Result<UnitWork> unit_work(const WorkDesk& at, const RoundWork& round, const RoundScores& scores,
                           const Unit& unit) {
  const Desk& desk = at.desk;
  auto record = record_of(desk, round.round.id, unit.id);
  if (!record) return std::unexpected(record.error());
  auto set = desk.library.set(desk.store, desk.viewer.province, round.round);
  if (!set) return std::unexpected(set.error());
  auto scored = scores.of(unit.id);
  if (scored == nullptr) {
    auto none = desk.library.score(desk.store, desk.viewer.province, round.round, std::nullopt);
    if (!none) return std::unexpected(none.error());
    scored = std::move(*none);
  }
  UnitAssessment assessment{
      round.round, unit, {unit.id, {}, {}, {}, {}}, std::move(*set), std::move(scored), {}, {}};
  UnitWork work{std::move(assessment), std::move(*record), round.deadlines, {}, {}, {}};
  work.received = round.received.has_value();
  add_criteria(work);
  return work;
}

Result<void> tell_assigned(const Desk& desk, UnitWork& work) {
  const auto assigned = desk.store.plans().assignments(
      desk.viewer.province, work.assessment.round.id, work.assessment.unit.id);
  if (!assigned) return std::unexpected(assigned.error());
  for (auto& criterion : work.criteria) {
    for (const auto& one : *assigned) {
      if (one.criterion == criterion.criterion->code) criterion.assigned.push_back(one.account);
    }
  }
  return {};
}

Result<void> tell_for_view(const WorkDesk& at, UnitWork& work) {
  const std::string& unit = work.assessment.unit.id;
  const auto acts_on = [&](Level level, std::string_view code) {
    return possible(at, level, work.deadlines, unit, [&](const Transition& transition) {
      return why_not(at, work, transition, code, std::nullopt);
    });
  };
  work.acts = acts_on(Level::file, "");
  for (auto& criterion : work.criteria) {
    criterion.acts = acts_on(Level::criterion, criterion.criterion->code);
  }
  return tell_assigned(at.desk, work);
}

Result<void> allowed(const WorkDesk& at, const UnitWork& work, std::string_view act,
                     std::string_view code, const std::optional<workflow::Given>& given) {
  const auto blocks = why_not(at, work, *at.flow.find(act), code, given);
  if (blocks.empty()) return {};
  return std::unexpected(blocks.front());
}

Result<void> add_act(const WorkDesk& at, const std::string& round, const WorkAct& act) {
  const Desk& desk = at.desk;
  return desk.store.requests().together([&]() -> Result<void> {
    const auto position = desk.store.work().add_act(desk.viewer.province, round, act,
                                                    acts::of_work(desk.viewer, round, act));
    if (!position) return std::unexpected(position.error());
    return tell(at, round, act, *position);
  });
}

namespace {

FileStanding standing_of(const RoundWork& work, Unit unit,
                         const std::vector<const indicators::Criterion*>& leaves) {
  FileStanding out{std::move(unit), "", 0, {}, {}};
  const Thing file{out.unit.id, ""};
  out.state = work.record.state(file);
  out.version = work.record.version(out.unit.id);
  if (const auto* last = work.record.last_move(file)) out.handed_in = last->at;
  for (const auto* leaf : leaves) ++out.counts[work.record.state({out.unit.id, leaf->code})];
  return out;
}

}  // namespace

Result<RoundWork> round_work(const WorkDesk& at, const std::string& round_id) {
  const Desk& desk = at.desk;
  const std::string& province = desk.viewer.province;
  if (!may(desk.viewer, Action::list_units, "")) {
    return fail(errors::no_right, {{"role", std::string(name_of(desk.viewer.role))}});
  }
  auto round = find_round(desk, round_id);
  if (!round) return std::unexpected(round.error());
  auto units = desk.store.units(province, round_id);
  if (!units) return std::unexpected(units.error());
  auto record = record_of(desk, round_id, std::nullopt);
  if (!record) return std::unexpected(record.error());
  auto deadlines = desk.store.work().deadlines(province, round_id);
  if (!deadlines) return std::unexpected(deadlines.error());
  const auto set = desk.library.set(desk.store, province, *round);
  if (!set) return std::unexpected(set.error());
  RoundWork work{std::move(*round), std::move(*record), std::move(*deadlines), {}, {}, {}};
  work.missing["deadlines_set"] = unset_steps(at, work.deadlines);
  work.missing["files_appraised"] = unfinished_files(work, *units);
  auto reviewing = unreviewed(at, work);
  if (!reviewing) return std::unexpected(reviewing.error());
  work.missing["criteria_reviewed"] = std::move(*reviewing);
  const auto leaves = leaves_of(**set);
  for (auto& unit : *units) {
    const bool shown =
        may(desk.viewer, Action::see_unit, unit.id) && is_asked(work.round, unit, work.record);
    if (shown) work.files.push_back(standing_of(work, std::move(unit), leaves));
  }
  auto received = desk.store.packages().received(province, round_id);
  if (!received) return std::unexpected(received.error());
  work.received = std::move(*received);
  work.packed = !work.received && at.flow.is_submitted(work.record.round_state()) &&
                may_export(at.flow, desk.viewer).has_value();
  work.acts = possible(at, Level::round, work.deadlines, "", [&](const Transition& transition) {
    return why_not(at, work, transition, std::nullopt);
  });
  return work;
}

}  // namespace liem::assessment
