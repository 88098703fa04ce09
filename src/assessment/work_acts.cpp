#include "assessment/work_acts.h"

#include <algorithm>

#include "assessment/acts.h"
#include "assessment/hand_in.h"
#include "assessment/mentions.h"
#include "assessment/notices.h"

namespace liem::assessment {
namespace {

using workflow::Level;
using workflow::Transition;

Result<const Transition*> find_act(const WorkDesk& at, const ActWanted& wanted, bool round) {
  const auto* transition = at.flow.find(wanted.act);
  const auto wanted_level = round                     ? Level::round
                            : wanted.criteria.empty() ? Level::file
                                                      : Level::criterion;
  if (transition == nullptr || transition->of != wanted_level || transition->apart) {
    return fail(errors::no_act, {{"act", wanted.act}});
  }
  return transition;
}

bool takes_points(const Transition& transition) {
  return std::ranges::find(transition.needs, workflow::Need::points) != transition.needs.end();
}

bool hands_in(const Transition& transition) {
  return transition.act == "hand_in" || transition.act == "hand_in_again";
}

WorkAct act_of(const WorkDesk& at, const Transition& transition, Thing thing,
               const ActWanted& wanted) {
  WorkAct act;
  act.thing = std::move(thing);
  act.act = transition.act;
  act.state = transition.to;
  act.by = doer_of(at.desk.viewer);
  act.at = at.now;
  act.reason = wanted.reason;
  return act;
}

class FileActs {
 public:
  FileActs(const WorkDesk& at, const std::string& round, const UnitWork& work,
           const Transition& transition, const ActWanted& wanted)
      : at_(at), round_(round), work_(work), transition_(transition), wanted_(wanted) {}

  Result<ActRow> on(const std::string& code) {
    ActRow row{code, work_.record.state(work_.thing(code)), {}};
    const auto points = points_for(code);
    row.why_not =
        why_not(at_, work_, transition_, code, workflow::Given{!wanted_.reason.empty(), points});
    if (!row.why_not.empty()) return row;
    auto act = act_of(at_, transition_, work_.thing(code), wanted_);
    if (takes_points(transition_)) act.points = points;
    if (auto done = carry_out(act); !done) return std::unexpected(done.error());
    if (!act.state.empty()) row.state = act.state;
    return row;
  }

 private:
  std::optional<Decimal> points_for(const std::string& code) const {
    if (wanted_.points || !takes_points(transition_)) return wanted_.points;
    const auto* criterion = work_.find(code);
    return criterion == nullptr ? std::nullopt
                                : standing_points(work_, *criterion, transition_.act);
  }

  Result<void> carry_out(WorkAct& act) {
    if (hands_in(transition_)) return hand_in(at_, round_, work_, act);
    return add_act(at_, round_, act);
  }

  const WorkDesk& at_;
  const std::string& round_;
  const UnitWork& work_;
  const Transition& transition_;
  const ActWanted& wanted_;
};

Result<void> renew_all(const WorkDesk& at, const std::string& round, UnitWork& work) {
  auto fresh = unit_work(at, round, work.assessment.unit.id);
  if (!fresh) return std::unexpected(fresh.error());
  work = std::move(*fresh);
  return {};
}

// Whom the reason names is somebody who may see it.
Result<void> check_named(const WorkDesk& at, const std::string& unit, const std::string& reason) {
  if (mentions_in(reason).empty()) return {};
  const auto people = people_seeing(at.desk.store, at.desk.viewer.province, unit);
  if (!people) return std::unexpected(people.error());
  return check_mentions(reason, *people);
}

}  // namespace

Result<std::vector<ActRow>> do_act(const WorkDesk& at, const std::string& round,
                                   const std::string& unit, const ActWanted& wanted) {
  const auto transition = find_act(at, wanted, false);
  if (!transition) return std::unexpected(transition.error());
  const auto codes = wanted.criteria.empty() ? std::vector<std::string>{""} : wanted.criteria;
  auto work = unit_work(at, round, unit);
  if (!work) return std::unexpected(work.error());
  std::vector<ActRow> rows;
  for (const auto& code : codes) {
    // Looked at anew each time: what was done to one criterion may bar the next.
    if (!rows.empty()) {
      auto again = hands_in(**transition) ? renew_all(at, round, *work) : renew_record(at, *work);
      if (!again) return std::unexpected(again.error());
    }
    if (!code.empty() && work->find(code) == nullptr) {
      return fail(errors::no_criterion, {{"set", work->assessment.set->id}, {"criterion", code}});
    }
    if (auto named = rows.empty() ? check_named(at, unit, wanted.reason) : Result<void>{}; !named) {
      return std::unexpected(named.error());
    }
    auto row = FileActs(at, round, *work, **transition, wanted).on(code);
    if (!row) return std::unexpected(row.error());
    if (!row->why_not.empty() && !wanted.each) return std::unexpected(row->why_not.front());
    rows.push_back(std::move(*row));
  }
  return rows;
}

Result<std::optional<PublishedDocument>> do_act(const WorkDesk& at, const std::string& round,
                                                const ActWanted& wanted) {
  const auto transition = find_act(at, wanted, true);
  if (!transition) return std::unexpected(transition.error());
  const auto work = round_work(at, round);
  if (!work) return std::unexpected(work.error());
  const auto blocks = why_not(at, *work, **transition, workflow::Given{!wanted.reason.empty(), {}});
  if (!blocks.empty()) return std::unexpected(blocks.front());
  if (auto named = check_named(at, "", wanted.reason); !named) {
    return std::unexpected(named.error());
  }
  auto act = act_of(at, **transition, {}, wanted);
  if ((*transition)->publishes) return publish(at, *work, act);
  if (auto added = add_act(at, round, act); !added) return std::unexpected(added.error());
  return std::nullopt;
}

Result<void> set_deadline(const WorkDesk& at, const std::string& round, const StepDue& due,
                          const std::string& reason) {
  if (std::ranges::find(at.flow.steps, due.step) == at.flow.steps.end()) {
    return fail(errors::no_step, {{"step", due.step}});
  }
  const workflow::Given given{!reason.empty(), {}};
  const auto& desk = at.desk;
  Problems blocks;
  if (due.unit.empty()) {
    const auto work = round_work(at, round);
    if (!work) return std::unexpected(work.error());
    blocks = why_not(at, *work, *at.flow.find("set_deadline"), given);
  } else {
    const auto work = unit_work(at, round, due.unit);
    if (!work) return std::unexpected(work.error());
    blocks = why_not(at, *work, *at.flow.find("put_off"), "", given);
  }
  if (!blocks.empty()) return std::unexpected(blocks.front());
  auto set = desk.store.work().set_deadline(
      desk.viewer.province, round, due, acts::of_deadline(desk.viewer, round, due, reason, at.now));
  return set ? tell(at, round, due) : set;
}

Result<JudgedEvidence> judge(const WorkDesk& at, const std::string& round, JudgedEvidence verdict) {
  const auto work = unit_work(at, round, verdict.unit);
  if (!work) return std::unexpected(work.error());
  if (auto may_judge = allowed(at, *work, "judge", verdict.criterion); !may_judge) {
    return std::unexpected(may_judge.error());
  }
  const auto& annex = work->assessment.submission.evidence;
  const auto index = static_cast<std::size_t>(verdict.document) - 1;
  if (verdict.document < 1 || index >= annex.size()) {
    return fail(errors::no_evidence_file, {{"report", round + "." + verdict.unit}});
  }
  if (std::ranges::find(annex[index].criteria, verdict.criterion) == annex[index].criteria.end()) {
    return fail(errors::not_for_criterion,
                {{"document", std::to_string(verdict.document)}, {"criterion", verdict.criterion}});
  }
  if (verdict.verdict != EvidenceVerdict::accepted && verdict.reason.empty()) {
    return fail(errors::verdict_reason, {{"field", "reason"}});
  }
  verdict.by = doer_of(at.desk.viewer);
  verdict.at = at.now;
  auto kept = at.desk.store.work().add_verdict(at.desk.viewer.province, round, verdict,
                                               acts::of_verdict(at.desk.viewer, round, verdict));
  if (!kept) return std::unexpected(kept.error());
  return verdict;
}

}  // namespace liem::assessment
