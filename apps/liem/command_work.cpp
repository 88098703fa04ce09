// The round's work at the terminal: the same questions and refusals as on the page. Whoever owns
// the data works for an account; record and log say so.
#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "assessment/lists.h"
#include "assessment/round_plan.h"
#include "assessment/work_acts.h"
#include "http/work_json.h"
#include "indicators/sentence.h"
#include "liem/commands.h"
#include "liem/shipped.h"
#include "liem/table_out.h"
#include "liem/work_place.h"

namespace liem::app {
namespace {

namespace json = boost::json;
using assessment::WorkDesk;

struct WorkOptions : OfficeOptions {
  std::string format = "text";
  std::string round, unit, act, reason, points;
  std::vector<std::string> criteria;
  bool each = false, dry_run = false;
  std::string title_vi, title_en, set, copy_from;
  int year = 0;
  bool apply = false;
};

class Teller {
 public:
  Teller(const Context& context, const WorkOptions& options)
      : context_(context),
        as_json_(options.format == "json"),
        table_(tables::format_named(options.format)) {}

  bool as_json() const { return as_json_; }
  std::optional<tables::Format> table_format() const { return table_; }
  assessment::ListWriter lists(std::chrono::sys_seconds now) const {
    return {context_.catalogue, context_.locale, now};
  }
  std::string say(std::string id, Args args = {}) const {
    return context_.catalogue.render({std::move(id), std::move(args)}, context_.locale);
  }
  std::string pick(const Words& words) const {
    return context_.locale == Locale::vi ? words.vi : words.en;
  }
  http::WorkWriter writer(const workflow::Workflow& flow) const {
    return {flow, context_.catalogue};
  }
  std::string day(const std::optional<Date>& date) const {
    if (!date) return "–";
    return context_.locale == Locale::vi ? to_vietnamese(*date) : to_iso(*date);
  }
  std::string number(const Decimal& value) const {
    return indicators::format_number(value, context_.locale);
  }
  void print_json(const json::value& value) const { fmt::print("{}\n", json::serialize(value)); }
  void obstacles(const Problems& found) const {
    for (const auto& one : found) {
      fmt::print("    {}\n", context_.catalogue.render(one.message, context_.locale));
    }
  }

 private:
  const Context& context_;
  bool as_json_;
  std::optional<tables::Format> table_;  // in place of both
};

Result<void> list_waiting(const WorkDesk& at, const Teller& tell) {
  const auto waiting = assessment::waiting_work(at);
  if (!waiting) return std::unexpected(waiting.error());
  if (const auto format = tell.table_format()) {
    return print_table(tell.lists(at.now).waiting(*waiting), *format);
  }
  if (tell.as_json()) {
    tell.print_json(tell.writer(at.flow).waiting(*waiting));
    return {};
  }
  if (waiting->empty()) fmt::print("{}\n", tell.say("app.nothing_waits"));
  for (const auto& one : *waiting) {
    fmt::print("{:<12} {:<12} {}: {}", tell.day(one.due), one.round.id,
               one.unit ? one.unit->id : one.round.id, tell.say("work_act." + one.transition->act));
    for (const auto& code : one.criteria) fmt::print(" {}", code);
    fmt::print("\n");
  }
  return {};
}

Result<void> show_file(const WorkDesk& at, const Teller& tell, const WorkOptions& options) {
  auto work = assessment::unit_work(at, options.round, options.unit);
  if (!work) return std::unexpected(work.error());
  if (auto told = assessment::tell_for_view(at, *work); !told) return told;
  if (tell.as_json()) {
    tell.print_json(tell.writer(at.flow).unit(*work));
    return {};
  }
  const auto& points = work->assessment.scored->score.total.points;
  fmt::print("{}: {} · {} / {}\n", tell.pick(work->assessment.unit.name),
             tell.say("file_state." + work->record.file_state(options.unit)),
             tell.number(points.reached), tell.number(points.reachable));
  const auto print_acts = [&](const std::vector<assessment::PossibleAct>& acts) {
    for (const auto& act : acts) {
      if (!act.why_not.empty()) continue;
      fmt::print("    {} ({})\n", tell.say("work_act." + act.transition->act), act.transition->act);
    }
  };
  print_acts(work->acts);
  for (const auto& one : work->criteria) {
    fmt::print("  {:<8} {:<24} {:>6} / {:<6} {}\n", one.criterion->code,
               tell.say("criterion_state." + one.state),
               one.computed ? tell.number(*one.computed) : "–", tell.number(one.criterion->points),
               tell.pick(one.criterion->title));
  }
  return {};
}

// All of it in one transaction, of which a dry run keeps nothing.
Result<void> in_one_write(const WorkDesk& at, const WorkOptions& options,
                          const std::function<Result<void>()>& write) {
  auto& requests = at.desk.store.requests();
  return options.dry_run ? requests.rehearse(write) : requests.together(write);
}

Result<void> do_on_unit(const WorkDesk& at, const Teller& tell, const WorkOptions& options,
                        const assessment::ActWanted& wanted) {
  std::vector<assessment::ActRow> rows;
  auto done = in_one_write(at, options, [&]() -> Result<void> {
    auto did = assessment::do_act(at, options.round, options.unit, wanted);
    if (!did) {
      return std::unexpected(did.error());
    }
    rows = std::move(*did);
    return {};
  });
  if (!done) return done;
  if (tell.as_json()) {
    tell.print_json(tell.writer(at.flow).done(rows));
    return {};
  }
  for (const auto& row : rows) {
    const auto kind = row.criterion.empty() ? "file_state." : "criterion_state.";
    fmt::print("{}: {}\n", row.criterion.empty() ? options.unit : row.criterion,
               tell.say(kind + row.state));
    tell.obstacles(row.why_not);
  }
  return {};
}

Result<void> do_on_round(const WorkDesk& at, const Teller& tell, const WorkOptions& options,
                         const assessment::ActWanted& wanted) {
  json::object after;
  auto done = in_one_write(at, options, [&]() -> Result<void> {
    if (auto did = assessment::do_act(at, options.round, wanted); !did) {
      return std::unexpected(did.error());
    }
    const auto work = assessment::round_work(at, options.round);
    if (!work) return std::unexpected(work.error());
    after = tell.writer(at.flow).round(*work);
    return {};
  });
  if (!done) return done;
  if (tell.as_json()) {
    tell.print_json(after);
  } else {
    const std::string state(after.at("state").as_string());
    fmt::print("{}: {}\n", options.round, tell.say("round_state." + state));
  }
  return {};
}

Result<void> do_one(const WorkDesk& at, const Teller& tell, const WorkOptions& options) {
  assessment::ActWanted wanted{options.act, options.criteria, "", {}, options.each};
  if (!options.reason.empty()) {
    auto reason = assessment::checked_reason(options.reason);
    if (!reason) return std::unexpected(reason.error());
    wanted.reason = std::move(*reason);
  }
  if (!options.points.empty()) {
    wanted.points = Decimal::parse(options.points);
    if (!wanted.points) return fail(workflow::errors::needs_points, {{"act", options.act}});
  }
  return options.unit.empty() ? do_on_round(at, tell, options, wanted)
                              : do_on_unit(at, tell, options, wanted);
}

Result<void> plan_one(const WorkDesk& at, const Teller& tell, const WorkOptions& options,
                      const assessment::SetShelf& shelf) {
  const assessment::RoundWanted wanted{
      options.round,    {options.title_vi, options.title_en}, options.year, {}, {}, options.set,
      options.copy_from};
  std::optional<assessment::RoundPlan> plan;
  auto& requests = at.desk.store.requests();
  const auto write = [&]() -> Result<void> {
    auto made = assessment::plan_round(at, shelf, wanted);
    if (!made) return std::unexpected(made.error());
    plan = std::move(*made);
    return assessment::add_planned(at, *plan);
  };
  auto done = options.apply ? requests.together(write) : requests.rehearse(write);
  if (!done) return done;
  const auto& round = plan->import.round;
  fmt::print("{}\n", tell.say(options.apply ? "app.round_planned" : "app.round_would_be_planned",
                              {{"round", round.id},
                               {"set", round.set.id},
                               {"units", std::to_string(plan->import.units.size())},
                               {"deadlines", std::to_string(plan->deadlines.size())},
                               {"assignments", std::to_string(plan->assignments.size())},
                               {"tasks", std::to_string(plan->tasks.size())}}));
  for (const auto& unit : plan->left_out) {
    fmt::print("  {}\n", tell.say("app.unit_left_out", {{"unit", unit.id}}));
  }
  return {};
}

void add_format(CLI::App& command, WorkOptions& options) {
  command.add_option("--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

void add_list(CLI::App& group, Run& run) {
  auto options = std::make_shared<WorkOptions>();
  auto* command = add_office_command(group, "list", "what waits for an account", *options);
  command->add_option("--format", options->format, "text, json, csv or xlsx")
      ->check(CLI::IsMember({"text", "json", "csv", "xlsx"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) {
      return at_work(context, *options, [&](const WorkDesk& at) {
        return list_waiting(at, Teller(context, *options));
      });
    };
  });
}

void add_show(CLI::App& group, Run& run) {
  auto options = std::make_shared<WorkOptions>();
  auto* command = add_office_command(group, "show", "where a unit's file stands", *options);
  add_format(*command, *options);
  command->add_option("round", options->round, "id of the round")->required();
  command->add_option("unit", options->unit, "id of the unit")->required();
  command->callback([&run, options] {
    run = [options](const Context& context) {
      return at_work(context, *options, [&](const WorkDesk& at) {
        return show_file(at, Teller(context, *options), *options);
      });
    };
  });
}

void add_do(CLI::App& group, Run& run) {
  auto options = std::make_shared<WorkOptions>();
  auto* command =
      add_office_command(group, "do", "does an act of data/workflow/round.yaml", *options);
  add_format(*command, *options);
  command->add_option("act", options->act, "such as hand_in, appraise, return, publish")
      ->required();
  command->add_option("round", options->round, "id of the round")->required();
  command->add_option("unit", options->unit, "id of the unit; without it, the round itself");
  command->add_option("--criteria", options->criteria, "codes; without them, the whole file")
      ->delimiter(',');
  command->add_option("--points", options->points, "such as 0.75; without, those that stand");
  command->add_option("--reason", options->reason, "why");
  command->add_flag("--each", options->each, "do those that may be done");
  command->add_flag("--dry-run", options->dry_run, "say what would be; keep nothing");
  command->callback([&run, options] {
    run = [options](const Context& context) {
      return at_work(context, *options, [&](const WorkDesk& at) {
        return do_one(at, Teller(context, *options), *options);
      });
    };
  });
}

void add_plan(CLI::App& group, Run& run) {
  auto options = std::make_shared<WorkOptions>();
  auto* command = add_office_command(
      group, "plan", "plans a round: shows what it would be, --apply makes it", *options);
  command->add_option("round", options->round, "its id, such as pctn-2026")->required();
  command->add_option("--year", options->year, "the assessed year")->required();
  command->add_option("--title", options->title_vi, "in Vietnamese")->required();
  command->add_option("--title-en", options->title_en, "in English")->required();
  command->add_option("--set", options->set, "id of a shipped set; else that of --copy-from");
  command->add_option("--copy-from", options->copy_from, "the round whose structure is taken");
  command->add_flag("--apply", options->apply, "make it; without this nothing changes");
  command->callback([&run, options] {
    run = [options](const Context& context) {
      auto trends = trend_reference(context.share);
      if (!trends) return refuse(context, trends.error());
      const auto shelf = set_shelf(context.share, std::move(trends->mappings));
      if (!shelf) return refuse(context, shelf.error());
      return at_work(context, *options, [&](const WorkDesk& at) {
        return plan_one(at, Teller(context, *options), *options, *shelf);
      });
    };
  });
}

}  // namespace

void add_work(CLI::App& root, Run& run) {
  auto* group = root.add_subcommand("work", "a round's work: what waits, acts, the next plan");
  group->require_subcommand(1);
  add_list(*group, run);
  add_show(*group, run);
  add_do(*group, run);
  add_plan(*group, run);
}

}  // namespace liem::app
