// What hangs on a round's plan once it stands: documents to issue, who answers what.
#include <algorithm>
#include <set>

#include "assessment/acts.h"
#include "assessment/round_plan.h"
#include "base/utf8.h"
#include "indicators/mapping.h"

namespace liem::assessment {
namespace {

constexpr std::size_t shortest_title = 3, longest_title = 1000;  // bytes
constexpr std::size_t longest_document = 300;

bool is_line(const std::string& text, std::size_t shortest, std::size_t longest) {
  return text.size() >= shortest && text.size() <= longest && utf8::is_line(text);
}

Result<void> check_task(const RoundTask& task, const std::vector<Unit>& units) {
  if (!is_line(task.title, shortest_title, longest_title)) {
    return fail(errors::task_title, {{"field", "title"}, {"most", std::to_string(longest_title)}});
  }
  const bool done = task.state == TaskState::done;
  if (!is_line(task.document, done ? 1 : 0, longest_document)) {
    return fail(errors::task_document, {{"field", "document"}});
  }
  if (task.state == TaskState::dropped && task.reason.empty()) {
    return fail(errors::task_reason, {{"field", "reason"}});
  }
  const bool known =
      task.unit.empty() || std::ranges::find(units, task.unit, &Unit::id) != units.end();
  if (!known) return fail(errors::task_unit, {{"field", "unit"}, {"unit", task.unit}});
  return {};
}

bool writes(const WorkDesk& at, Role role) {
  return workflow::holds(at.flow.find("edit")->roles, name_of(role));
}

Result<std::vector<Account>> writers_of(const WorkDesk& at, const std::string& unit) {
  auto all = at.desk.store.accounts().all(at.desk.viewer.province);
  if (!all) return all;
  std::erase_if(*all, [&](const Account& one) {
    return one.unit != unit || one.disabled || !writes(at, one.role);
  });
  return all;
}

}  // namespace

std::string_view name_of(TaskState state) {
  switch (state) {
    case TaskState::open:
      return "open";
    case TaskState::done:
      return "done";
    case TaskState::dropped:
      return "dropped";
  }
  return "";
}

std::optional<TaskState> task_state_of(std::string_view name) {
  for (const auto state : {TaskState::open, TaskState::done, TaskState::dropped}) {
    if (name_of(state) == name) return state;
  }
  return std::nullopt;
}

Result<PlanView> plan_view(const WorkDesk& at, const std::string& round) {
  auto work = round_work(at, round);
  if (!work) return std::unexpected(work.error());
  PlanView out;
  const auto& province = at.desk.viewer.province;
  auto copied = at.desk.store.plans().copied_from(province, round);
  if (!copied) return std::unexpected(copied.error());
  auto tasks = at.desk.store.plans().tasks(province, round);
  if (!tasks) return std::unexpected(tasks.error());
  auto units = at.desk.store.units(province, round);
  if (!units) return std::unexpected(units.error());
  out.why_not = why_not(at, *work, *at.flow.find("plan_task"), std::nullopt);
  out.round = std::move(work->round);
  out.copied_from = std::move(*copied);
  out.tasks = std::move(*tasks);
  std::erase_if(*units,
                [&](const Unit& unit) { return !may(at.desk.viewer, Action::see_unit, unit.id); });
  out.units = std::move(*units);
  return out;
}

Result<RoundTask> put_task(const WorkDesk& at, const std::string& round, RoundTask task) {
  const auto view = plan_view(at, round);
  if (!view) return std::unexpected(view.error());
  if (!view->why_not.empty()) return std::unexpected(view->why_not.front());
  if (auto sound = check_task(task, view->units); !sound) return std::unexpected(sound.error());
  const auto before = std::ranges::find(view->tasks, task.id, &RoundTask::id);
  if (task.id.empty()) {
    task.id = std::to_string(view->tasks.size() + 1);  // none is ever taken away
  } else if (before == view->tasks.end()) {
    return fail(errors::no_task, {{"task", task.id}});
  }
  auto put = at.desk.store.plans().put_task(
      at.desk.viewer.province, round, task,
      acts::of_task(at.desk.viewer, round, before == view->tasks.end() ? nullptr : &*before, task,
                    at.now));
  if (!put) return std::unexpected(put.error());
  return task;
}

Result<AssignmentsView> assignments_of(const WorkDesk& at, const std::string& round,
                                       const std::string& unit) {
  const auto work = unit_work(at, round, unit);
  if (!work) return std::unexpected(work.error());
  AssignmentsView out;
  auto people = writers_of(at, unit);
  if (!people) return std::unexpected(people.error());
  auto all = at.desk.store.plans().assignments(at.desk.viewer.province, round, unit);
  if (!all) return std::unexpected(all.error());
  out.why_not = why_not(at, *work, *at.flow.find("assign"), "", std::nullopt);
  out.people = std::move(*people);
  out.all = std::move(*all);
  return out;
}

Result<void> assign(const WorkDesk& at, const std::string& round, const std::string& unit,
                    std::vector<Assignment> all) {
  const auto work = unit_work(at, round, unit);
  if (!work) return std::unexpected(work.error());
  if (auto may_assign = allowed(at, *work, "assign", ""); !may_assign) return may_assign;
  const auto people = writers_of(at, unit);
  if (!people) return std::unexpected(people.error());
  for (const auto& one : all) {
    if (work->find(one.criterion) == nullptr) {
      return fail(errors::no_criterion,
                  {{"set", work->assessment.set->id}, {"criterion", one.criterion}});
    }
    if (std::ranges::find(*people, one.account, &Account::account) == people->end()) {
      return fail(errors::not_of_unit, {{"field", "assignments"}, {"account", one.account}});
    }
  }
  std::ranges::sort(all);
  const auto again = std::ranges::unique(all);
  all.erase(again.begin(), again.end());
  return at.desk.store.plans().assign(
      at.desk.viewer.province, round, unit, all,
      acts::of_assignments(at.desk.viewer, round, unit, all, at.now));
}

}  // namespace liem::assessment
