// What waits for whoever asks: the acts that could be his next work.
#include <algorithm>

#include "assessment/round_work.h"
#include "indicators/mapping.h"

namespace liem::assessment {
namespace {

using workflow::holds;
using workflow::Level;
using workflow::Transition;

// What is past its deadline waits all the same.
bool waits(const Problems& why_not) {
  return std::ranges::all_of(
      why_not, [](const Error& one) { return one.message.id == workflow::errors::past_due.id; });
}

std::optional<WorkAct> last_of(const WorkRecord& record, const Thing& thing) {
  const auto* last = record.last_move(thing);
  return last == nullptr ? std::nullopt : std::optional(*last);
}

// A clerk's work is what he was assigned and what nobody was.
bool is_of_another(const Viewer& viewer, const CriterionWork& criterion) {
  return viewer.role == Role::clerk && !criterion.assigned.empty() &&
         std::ranges::none_of(criterion.assigned, [&](const std::string& account) {
           return involves(viewer, account);
         });
}

class Finder {
 public:
  Finder(const WorkDesk& at, RoundWork work) : at_(at), work_(std::move(work)) {}

  Result<void> find(std::vector<Waiting>& out);

 private:
  bool is_mine(const Transition& transition, std::string_view unit) const;
  Result<UnitWork> work_on(const Unit& unit);
  Result<void> find_in_file(const Unit& unit, std::vector<Waiting>& out);
  void add_criteria(const UnitWork& file, const Transition& transition,
                    std::vector<Waiting>& out) const;
  bool is_next(const UnitWork& file, const Transition& transition,
               const CriterionWork& criterion) const;
  bool concerns_me(const FileStanding& file) const;

  const WorkDesk& at_;
  RoundWork work_;
  std::shared_ptr<const RoundScores> scores_;  // once a file of another is looked at
};

bool Finder::is_mine(const Transition& transition, std::string_view unit) const {
  const Viewer& viewer = at_.desk.viewer;
  if (!holds(transition.roles, name_of(viewer.role))) return false;
  return transition.standing != workflow::Standing::own || viewer.unit == unit;
}

// Before a file is looked at closely: whether some act could be next in it.
bool Finder::concerns_me(const FileStanding& file) const {
  return std::ranges::any_of(at_.flow.transitions, [&](const Transition& one) {
    if (one.of == Level::round || one.waits_in.empty() || !is_mine(one, file.unit.id)) return false;
    if (!one.round.empty() && !holds(one.round, work_.record.round_state())) return false;
    if (one.of == Level::file) return holds(one.waits_in, file.state);
    return std::ranges::any_of(file.counts,
                               [&](const auto& count) { return holds(one.waits_in, count.first); });
  });
}

bool Finder::is_next(const UnitWork& file, const Transition& transition,
                     const CriterionWork& criterion) const {
  if (!holds(transition.waits_in, criterion.state)) return false;
  // What is answered already is no work; what came back is.
  const auto* score = file.assessment.scored->score.find(criterion.criterion->code);
  const bool answered = score != nullptr && score->state != indicators::State::blank;
  if (transition.act == "edit" && criterion.state != "returned" && answered) return false;
  if (transition.act == "edit" && is_of_another(at_.desk.viewer, criterion)) return false;
  return waits(why_not(at_, file, transition, criterion.criterion->code, std::nullopt));
}

void Finder::add_criteria(const UnitWork& file, const Transition& transition,
                          std::vector<Waiting>& out) const {
  Waiting found{work_.round, file.assessment.unit, {}, &transition, {}, {}};
  found.due = due_of(file.deadlines, file.assessment.unit.id, transition.step);
  for (const auto& criterion : file.criteria) {
    if (!is_next(file, transition, criterion)) continue;
    const auto& code = criterion.criterion->code;
    found.criteria.push_back(code);
    auto last = last_of(file.record, file.thing(code));
    if (last && (!found.last || found.last->at < last->at)) found.last = std::move(last);
  }
  if (!found.last) found.last = last_of(file.record, file.file());
  if (!found.criteria.empty()) out.push_back(std::move(found));
}

Result<UnitWork> Finder::work_on(const Unit& unit) {
  const Desk& desk = at_.desk;
  if (is_writer(desk.viewer, unit.id)) return unit_work(at_, work_.round.id, unit.id);
  if (!scores_) {
    auto all = desk.library.scores(desk.store, desk.viewer.province, work_.round);
    if (!all) return std::unexpected(all.error());
    scores_ = std::move(*all);
  }
  return unit_work(at_, work_, *scores_, unit);
}

Result<void> Finder::find_in_file(const Unit& unit, std::vector<Waiting>& out) {
  auto file = work_on(unit);
  if (!file) return std::unexpected(file.error());
  if (at_.desk.viewer.role == Role::clerk) {
    if (auto told = tell_assigned(at_.desk, *file); !told) return told;
  }
  for (const auto& transition : at_.flow.transitions) {
    if (transition.waits_in.empty() || !is_mine(transition, unit.id)) continue;
    if (transition.of == Level::criterion) add_criteria(*file, transition, out);
    if (transition.of != Level::file) continue;
    const bool next = holds(transition.waits_in, file->record.file_state(unit.id)) &&
                      waits(why_not(at_, *file, transition, "", std::nullopt));
    if (!next) continue;
    out.push_back({work_.round,
                   unit,
                   {},
                   &transition,
                   due_of(file->deadlines, unit.id, transition.step),
                   last_of(file->record, file->file())});
  }
  return {};
}

Result<void> Finder::find(std::vector<Waiting>& out) {
  for (const auto& act : work_.acts) {
    const bool next = holds(act.transition->waits_in, work_.record.round_state());
    if (!next || !waits(act.why_not)) continue;
    out.push_back(
        {work_.round, std::nullopt, {}, act.transition, act.due, last_of(work_.record, {})});
  }
  for (const auto& file : work_.files) {
    if (!concerns_me(file)) continue;
    if (auto found = find_in_file(file.unit, out); !found) return found;
  }
  return {};
}

}  // namespace

Result<std::vector<Waiting>> waiting_work(const WorkDesk& at) {
  std::vector<Waiting> out;
  if (!may(at.desk.viewer, Action::list_units, "")) return out;
  auto rounds = at.desk.store.rounds(at.desk.viewer.province);
  if (!rounds) return std::unexpected(rounds.error());
  for (const auto& round : *rounds) {
    auto work = round_work(at, round.id);
    if (!work) return std::unexpected(work.error());
    if (work->record.round_state() == "published") continue;
    if (auto found = Finder(at, std::move(*work)).find(out); !found) {
      return std::unexpected(found.error());
    }
  }
  std::ranges::stable_sort(out, [](const Waiting& a, const Waiting& b) {
    if (!a.due || !b.due) return a.due.has_value() && !b.due.has_value();
    return *a.due < *b.due;
  });
  return out;
}

}  // namespace liem::assessment
