// The plan of a round: rounds made from a set or from last year's, documents to issue, who answers
// what.
#include <algorithm>
#include <map>

#include "assessment/round_plan.h"
#include "assessment/set_shelf.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/routes/routes.h"
#include "http/work_json.h"
#include "http/writing.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Assignment;
using assessment::RoundTask;
using assessment::RoundWanted;
using assessment::WorkDesk;

constexpr std::size_t plan_body = std::size_t{16} << 10, assignments_body = std::size_t{256} << 10;
constexpr std::size_t longest_title = 300, longest_task = 1000, most_assignments = 2000;

Result<Words> words_in(const json::object& object, std::string_view field) {
  const auto* value = object.if_contains({field.data(), field.size()});
  if (value == nullptr || !value->is_object()) return bad_field(std::string(field), "{vi, en}");
  auto vi = text_field(value->as_object(), "vi", longest_title);
  if (!vi) return std::unexpected(vi.error());
  auto en = text_field(value->as_object(), "en", longest_title);
  if (!en) return std::unexpected(en.error());
  return Words{std::move(*vi), std::move(*en)};
}

Result<int> year_in(const json::object& object) {
  const auto* value = object.if_contains("year");
  if (value == nullptr || !value->is_int64()) return bad_field("year", "2026");
  return static_cast<int>(std::clamp<std::int64_t>(value->as_int64(), 0, 9999));
}

Result<std::map<std::string, Date>> deadlines_in(const WorkDesk& at, const json::object& object) {
  std::map<std::string, Date> out;
  const auto* value = object.if_contains("deadlines");
  if (value == nullptr || value->is_null()) return out;
  if (!value->is_object()) return bad_field("deadlines", "{step: 2026-01-31}");
  for (const auto& [step, day] : value->as_object()) {
    if (!workflow::holds(at.flow.steps, std::string_view(step))) {
      return bad_field("deadlines", "step");
    }
    const auto read = day_or_nothing(value->as_object(), std::string_view(step));
    if (!read) return std::unexpected(read.error());
    if (*read) out[std::string(step)] = **read;
  }
  return out;
}

Result<RoundWanted> wanted_in(const WorkDesk& at, const json::object& body) {
  if (auto known =
          only_fields(body, {"id", "title", "year", "from", "to", "set", "copy_from", "deadlines"});
      !known) {
    return std::unexpected(known.error());
  }
  auto id = text_field(body, "id", 64);
  if (!id) return std::unexpected(id.error());
  auto title = words_in(body, "title");
  if (!title) return std::unexpected(title.error());
  const auto year = year_in(body);
  if (!year) return std::unexpected(year.error());
  const auto from = day_or_nothing(body, "from"), to = day_or_nothing(body, "to");
  for (const auto* day : {&from, &to}) {
    if (!*day) return std::unexpected(day->error());
  }
  auto set = text_or_nothing(body, "set", 100);
  if (!set) return std::unexpected(set.error());
  auto copy_from = text_or_nothing(body, "copy_from", 64);
  if (!copy_from) return std::unexpected(copy_from.error());
  auto deadlines = deadlines_in(at, body);
  if (!deadlines) return std::unexpected(deadlines.error());
  return RoundWanted{std::move(*id),
                     std::move(*title),
                     *year,
                     *from,
                     *to,
                     std::move(*set).value_or(""),
                     std::move(*copy_from).value_or(""),
                     std::move(*deadlines)};
}

json::object task_json(const RoundTask& task) {
  return {{"id", task.id},
          {"title", task.title},
          {"due", date_or_null(task.due)},
          {"unit", task.unit},
          {"state", std::string(assessment::name_of(task.state))},
          {"document", task.document},
          {"reason", task.reason}};
}

json::array tasks_json(const std::vector<RoundTask>& tasks) {
  json::array out;
  for (const auto& one : tasks) out.push_back(task_json(one));
  return out;
}

json::object planned_json(const assessment::RoundPlan& plan) {
  json::array deadlines, left_out;
  for (const auto& due : plan.deadlines) {
    deadlines.push_back(json::object{{"step", due.step}, {"due", to_iso(due.due)}});
  }
  for (const auto& unit : plan.left_out) left_out.push_back(unit_reference(unit));
  return {{"round", to_json(plan.import.round)},
          {"copied_from", filled_or_null(plan.copied_from)},
          {"units", plan.import.units.size()},
          {"left_out", std::move(left_out)},
          {"new_units", json::array(plan.new_units.begin(), plan.new_units.end())},
          {"deadlines", std::move(deadlines)},
          {"assignments", plan.assignments.size()},
          {"assignments_dropped", plan.assignments_dropped},
          {"tasks", tasks_json(plan.tasks)}};
}

// Empty where the field is absent, null or empty.
Result<std::string> line_in(const json::object& object, std::string_view field) {
  const auto* value = object.if_contains({field.data(), field.size()});
  if (value != nullptr && value->is_string() && value->as_string().empty()) return "";
  auto text = text_or_nothing(object, field, longest_task);
  if (!text) return std::unexpected(text.error());
  return std::move(*text).value_or("");
}

Result<RoundTask> task_in(const json::object& body, std::string id) {
  if (auto known = only_fields(body, {"title", "due", "unit", "state", "document", "reason"});
      !known) {
    return std::unexpected(known.error());
  }
  auto title = text_field(body, "title", longest_task);
  if (!title) return std::unexpected(title.error());
  const auto due = day_or_nothing(body, "due");
  if (!due) return std::unexpected(due.error());
  auto unit = line_in(body, "unit"), state = line_in(body, "state");
  auto document = line_in(body, "document"), reason = line_in(body, "reason");
  for (const auto* part : {&unit, &state, &document, &reason}) {
    if (!*part) return std::unexpected(part->error());
  }
  const auto known = assessment::task_state_of(state->empty() ? "open" : *state);
  if (!known) return bad_field("state", "open, done, dropped");
  return RoundTask{std::move(id),        std::move(*title), *due, std::move(*unit), *known,
                   std::move(*document), std::move(*reason)};
}

Result<std::vector<Assignment>> assignments_in(const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"assignments"}); !known) {
    return std::unexpected(known.error());
  }
  const auto* list = body->if_contains("assignments");
  if (list == nullptr || !list->is_array() || list->as_array().size() > most_assignments) {
    return bad_field("assignments", "array, 0.." + std::to_string(most_assignments));
  }
  std::vector<Assignment> out;
  for (const auto& one : list->as_array()) {
    if (!one.is_object()) return bad_field("assignments", "{criterion, account}");
    const auto& fields = one.as_object();
    if (auto known = only_fields(fields, {"criterion", "account"}); !known) {
      return std::unexpected(known.error());
    }
    auto criterion = text_field(fields, "criterion", 50);
    if (!criterion) return std::unexpected(criterion.error());
    auto account = text_field(fields, "account", 100);
    if (!account) return std::unexpected(account.error());
    out.push_back({in(call, "unit"), std::move(*criterion), std::move(*account)});
  }
  return out;
}

class PlanRoutes {
 public:
  explicit PlanRoutes(const Services& services) : services_(services) {}

  Result<Response> list_sets(const WorkDesk& at, const Call&) const;
  Result<Response> plan(const WorkDesk& at, const Call& call) const;
  Result<Response> get_plan(const WorkDesk& at, const Call& call) const;
  Result<Response> add_task(const WorkDesk& at, const Call& call) const;
  Result<Response> change_task(const WorkDesk& at, const Call& call) const;
  Result<Response> get_assignments(const WorkDesk& at, const Call& call) const;
  Result<Response> assign(const WorkDesk& at, const Call& call) const;

 private:
  json::array obstacles(const Problems& found) const {
    return WorkWriter(services_.flow, services_.catalogue).obstacles(found);
  }
  Result<json::object> assignments(const WorkDesk& at, const Call& call) const;
  Result<json::value> standing_task(const WorkDesk& at, const Call& call) const;

  const Services& services_;
};

Result<Response> PlanRoutes::list_sets(const WorkDesk& at, const Call&) const {
  if (!assessment::may(at.desk.viewer, assessment::Action::see_rounds, "")) {
    return fail(assessment::errors::no_right,
                {{"role", std::string(assessment::name_of(at.desk.viewer.role))}});
  }
  json::array sets;
  for (const auto& one : services_.shelf.sets) sets.push_back(to_json(one));
  return json_answer(json::object{{"sets", std::move(sets)},
                                  {"why_not", obstacles(assessment::why_not_plan(at))}});
}

Result<Response> PlanRoutes::plan(const WorkDesk& at, const Call& call) const {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  const auto wanted = wanted_in(at, *body);
  if (!wanted) return std::unexpected(wanted.error());
  return response_of(
      create_once(services_, at.desk, call, asked_of(call), [&]() -> Result<Response> {
        const auto plan = assessment::plan_round(at, services_.shelf, *wanted);
        if (!plan) return std::unexpected(plan.error());
        if (auto added = assessment::add_planned(at, *plan); !added) {
          return std::unexpected(added.error());
        }
        auto answer = json_answer(planned_json(*plan));
        answer.status = 201;
        return answer;
      }));
}

Result<Response> PlanRoutes::get_plan(const WorkDesk& at, const Call& call) const {
  const auto view = assessment::plan_view(at, in(call, "round"));
  if (!view) return std::unexpected(view.error());
  json::array units;
  for (const auto& unit : view->units) units.push_back(unit_reference(unit));
  return json_answer(json::object{{"round", view->round.id},
                                  {"copied_from", text_or_null(view->copied_from)},
                                  {"tasks", tasks_json(view->tasks)},
                                  {"units", std::move(units)},
                                  {"why_not", obstacles(view->why_not)}});
}

Result<Response> PlanRoutes::add_task(const WorkDesk& at, const Call& call) const {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  const auto task = task_in(*body, "");
  if (!task) return std::unexpected(task.error());
  return response_of(
      create_once(services_, at.desk, call, asked_of(call), [&]() -> Result<Response> {
        const auto put = assessment::put_task(at, in(call, "round"), *task);
        if (!put) return std::unexpected(put.error());
        auto answer = tagged_answer(task_json(*put));
        answer.status = 201;
        return answer;
      }));
}

Result<json::value> PlanRoutes::standing_task(const WorkDesk& at, const Call& call) const {
  const auto view = assessment::plan_view(at, in(call, "round"));
  if (!view) return std::unexpected(view.error());
  const auto found = std::ranges::find(view->tasks, in(call, "task"), &RoundTask::id);
  if (found == view->tasks.end()) {
    return fail(assessment::errors::no_task, {{"task", in(call, "task")}});
  }
  return json::value(task_json(*found));
}

Result<Response> PlanRoutes::change_task(const WorkDesk& at, const Call& call) const {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  const auto task = task_in(*body, in(call, "task"));
  if (!task) return std::unexpected(task.error());
  return response_of(in_one_write(at.desk, call, [&]() -> Result<Response> {
    const auto current = standing_task(at, call);
    if (!current) return std::unexpected(current.error());
    if (auto unchanged = check_unchanged(call, *current); !unchanged) {
      return std::unexpected(unchanged.error());
    }
    const auto put = assessment::put_task(at, in(call, "round"), *task);
    if (!put) return std::unexpected(put.error());
    return tagged_answer(task_json(*put));
  }));
}

Result<json::object> PlanRoutes::assignments(const WorkDesk& at, const Call& call) const {
  const auto view = assessment::assignments_of(at, in(call, "round"), in(call, "unit"));
  if (!view) return std::unexpected(view.error());
  json::array people, all;
  for (const auto& one : view->people) {
    people.push_back(person_json(one.account, one.name));
  }
  for (const auto& one : view->all) {
    all.push_back(json::object{{"criterion", one.criterion}, {"account", one.account}});
  }
  return json::object{{"people", std::move(people)},
                      {"assignments", std::move(all)},
                      {"why_not", obstacles(view->why_not)}};
}

Result<Response> PlanRoutes::get_assignments(const WorkDesk& at, const Call& call) const {
  const auto found = assignments(at, call);
  if (!found) return std::unexpected(found.error());
  return tagged_answer(*found);
}

Result<Response> PlanRoutes::assign(const WorkDesk& at, const Call& call) const {
  const auto all = assignments_in(call);
  if (!all) return std::unexpected(all.error());
  return response_of(in_one_write(at.desk, call, [&]() -> Result<Response> {
    const auto current = assignments(at, call);
    if (!current) return std::unexpected(current.error());
    if (auto unchanged = check_unchanged(call, *current); !unchanged) {
      return std::unexpected(unchanged.error());
    }
    const auto done = assessment::assign(at, in(call, "round"), in(call, "unit"), *all);
    if (!done) return std::unexpected(done.error());
    return get_assignments(at, call);
  }));
}

}  // namespace

void add_plan_routes(Router& router, const Services& services) {
  using Handle = Result<Response> (PlanRoutes::*)(const WorkDesk&, const Call&) const;
  const auto add = [&](Method method, const std::string& path, std::size_t body, Handle handle) {
    const bool writes = method != Method::get;
    Route route{method,
                path,
                Access::signed_in,
                Cost::library,
                writes ? "application/json" : "",
                body,
                [&services, handle](const Call& call) {
                  return at_work_desk(services, call, [&](const WorkDesk& at) {
                    return (PlanRoutes(services).*handle)(at, call);
                  });
                }};
    route.rehearses = writes;
    router.add(std::move(route));
  };
  const std::string rounds = "/api/v1/rounds", round = rounds + "/{round}";
  const std::string assignments = round + "/units/{unit}/assignments";
  add(Method::get, "/api/v1/indicator-sets", 0, &PlanRoutes::list_sets);
  add(Method::post, rounds, plan_body, &PlanRoutes::plan);
  add(Method::get, round + "/plan", 0, &PlanRoutes::get_plan);
  add(Method::post, round + "/tasks", plan_body, &PlanRoutes::add_task);
  add(Method::put, round + "/tasks/{task}", plan_body, &PlanRoutes::change_task);
  add(Method::get, assignments, 0, &PlanRoutes::get_assignments);
  add(Method::put, assignments, assignments_body, &PlanRoutes::assign);
}

}  // namespace liem::http
