#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>

#include "assessment/history_plan.h"
#include "assessment/history_words.h"
#include "assessment/series_json.h"
#include "indicators/sentence.h"
#include "liem/commands.h"
#include "liem/history_files.h"
#include "liem/replace_file.h"
#include "liem/shipped.h"

namespace liem::app {
namespace {

namespace json = boost::json;
using organisation::Event;
using organisation::EventKind;
using organisation::History;

constexpr ErrorCode nothing_to_undo{"app.nothing_to_undo", ErrorKind::not_found};

struct UnitsOptions {
  std::string file, event_file, unit, on, from, to, event;
  std::string basis = "không nêu văn bản";  // kept in the file, so in the law's language
  std::string format = "text";
  bool dry_run = false;
};

std::string in(const Context& context, const Words& words) {
  return context.locale == Locale::vi ? words.vi : words.en;
}
std::string say(const Context& context, const indicators::Sentence& sentence) {
  return in(context, indicators::say(sentence, context.catalogue));
}
bool as_json(const UnitsOptions& options) { return options.format == "json"; }
void print(const json::value& value) { fmt::print("{}\n", json::serialize(value)); }

struct FileOfEvents {
  std::string text;
  History history;
};

std::expected<FileOfEvents, Problems> load(const std::string& file) {
  auto text = read_user_file(file, largest_history_file);
  if (!text) return std::unexpected(Problems{text.error()});
  auto history = organisation::load_history(*text, file);
  if (!history) return std::unexpected(std::move(history.error()));
  return FileOfEvents{std::move(*text), std::move(*history)};
}

int check(const Context& context, const UnitsOptions& options) {
  const auto loaded = load(options.file);
  if (!loaded) return refuse(context, loaded.error());
  const auto events = static_cast<std::int64_t>(loaded->history.events().size());
  const auto units = static_cast<std::int64_t>(loaded->history.units().size());
  if (as_json(options)) {
    print(json::object{{"events", events}, {"units", units}});
  } else {
    fmt::print(
        "{}\n",
        say(context,
            {"history.checked",
             {{"file", options.file}, {"events", Decimal(events)}, {"units", Decimal(units)}}}));
  }
  return 0;
}

int show_tree(const Context& context, const UnitsOptions& options) {
  const auto loaded = load(options.file);
  if (!loaded) return refuse(context, loaded.error());
  const Date on = *parse_iso_date(options.on);
  if (as_json(options)) {
    print(assessment::tree_json(loaded->history, on, context.catalogue));
    return 0;
  }
  const auto tree = loaded->history.tree_on(on);
  fmt::print("{}\n", say(context, {"history.tree_of", {{"date", assessment::date_words(on)}}}));
  for (const auto& [unit, parent, depth] : tree.units) {
    fmt::print("{:{}}{} ({}) [{}]\n", "", 2 * depth + 2, in(context, unit.name),
               in(context, assessment::kind_words(unit.kind, context.catalogue)), unit.id);
  }
  return 0;
}

void print_path(const Context& context, const UnitsOptions& options, const History& history,
                const organisation::Descent& descent, const Date& from, const Date& to) {
  const bool forward = from <= to;
  fmt::print("{}\n", say(context, {forward ? "history.path_forward" : "history.path_back",
                                   {{"unit", assessment::name_on(history, options.unit, from)},
                                    {"from", assessment::date_words(from)},
                                    {"to", assessment::date_words(to)}}}));
  for (const auto& [unit, share] : descent.shares) {
    fmt::print("  {}\n", say(context, {forward ? "history.path_to" : "history.path_share",
                                       {{"unit", assessment::name_on(history, unit, to)},
                                        {"share", assessment::share_words(share)}}}));
  }
  if (!descent.lost.is_zero()) {
    fmt::print("  {}\n", say(context, {"history.path_lost",
                                       {{"share", assessment::share_words(descent.lost)}}}));
  }
  for (const auto& step : descent.steps) {
    if (step.flow.from == step.flow.to && step.flow.share == Rational(1)) continue;
    fmt::print("    {}\n", in(context, assessment::step_words(history, step, context.catalogue)));
  }
}

int show_path(const Context& context, const UnitsOptions& options) {
  const auto loaded = load(options.file);
  if (!loaded) return refuse(context, loaded.error());
  const Date from = *parse_iso_date(options.from), to = *parse_iso_date(options.to);
  const auto& history = loaded->history;
  if (history.on(options.unit, from) == nullptr) {
    return refuse(context, {fail(assessment::errors::unit_not_in_tree,
                                 {{"unit", options.unit}, {"date", to_iso(from)}})
                                .error()});
  }
  const auto descent = from <= to ? history.successors(options.unit, from, to)
                                  : history.ancestors(options.unit, from, to);
  if (as_json(options)) {
    print(assessment::descent_json(history, descent, context.catalogue));
  } else {
    print_path(context, options, history, descent, from, to);
  }
  return 0;
}

// The history with the events at its end, and what that changes.
int add(const Context& context, const UnitsOptions& options, const FileOfEvents& before,
        const std::vector<Event>& events) {
  auto all = before.history.events();
  all.insert(all.end(), events.begin(), events.end());
  const auto after = organisation::history_of(std::move(all));
  if (!after) return refuse(context, after.error());
  // "[]" is a list nothing can be added to the end of.
  std::string text = before.history.events().empty() ? "" : before.text;
  if (!text.empty() && text.back() != '\n') text += '\n';
  text += organisation::to_yaml(events);
  const auto again = organisation::load_history(text, options.file);
  if (!again) return refuse(context, again.error());
  const auto values = values_beside(context.share, options.file);
  if (!values) return refuse(context, values.error());
  const auto plan = assessment::plan_of(before.history, *after, values->reports, values->items);
  if (!options.dry_run) {
    if (auto put = replace_file(options.file, before.text, text); !put) {
      return refuse(context, {put.error()});
    }
  }
  if (as_json(options)) {
    auto out = assessment::plan_json(plan, *after, context.catalogue);
    out["written"] = !options.dry_run;
    print(out);
    return 0;
  }
  fmt::print("{}", in(context, assessment::plan_text(plan, *after, context.catalogue)));
  fmt::print("{}\n",
             say(context, {options.dry_run ? "history.dry_run" : "history.written",
                           {{"file", options.file},
                            {"events", Decimal(static_cast<std::int64_t>(events.size()))}}}));
  return 0;
}

int apply(const Context& context, const UnitsOptions& options) {
  const auto before = load(options.file);
  if (!before) return refuse(context, before.error());
  const auto text = read_user_file(options.event_file, largest_history_file);
  if (!text) return refuse(context, {text.error()});
  const auto events = organisation::load_events(*text, options.event_file);
  if (!events) return refuse(context, events.error());
  return add(context, options, *before, *events);
}

Date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

bool records(const History& history, const std::string& event) {
  return std::ranges::find(history.events(), event, &Event::id) != history.events().end();
}

std::string free_id(const History& history, const std::string& undone) {
  std::string id = "undo-" + undone;
  for (int number = 2; records(history, id); ++number)
    id = fmt::format("undo-{}-{}", undone, number);
  return id;
}

int undo(const Context& context, const UnitsOptions& options) {
  const auto before = load(options.file);
  if (!before) return refuse(context, before.error());
  if (!records(before->history, options.event)) {
    return refuse(
        context,
        {fail(nothing_to_undo, {{"file", options.file}, {"event", options.event}}).error()});
  }
  Event event;
  event.id = free_id(before->history, options.event);
  event.kind = EventKind::undo;
  event.date = options.on.empty() ? today() : *parse_iso_date(options.on);
  event.basis = options.basis;
  event.undone = options.event;
  event.place = {options.file, static_cast<int>(std::ranges::count(before->text, '\n')) + 1};
  return add(context, options, *before, {event});
}

using Work = int (*)(const Context&, const UnitsOptions&);

CLI::App* command(CLI::App& units, Run& run, const std::shared_ptr<UnitsOptions>& options,
                  const char* name, const char* about, Work work) {
  auto* made = units.add_subcommand(name, about);
  made->add_option("FILE", options->file, "the file of events, e.g. data/demo/history/units.yaml")
      ->required();
  made->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  made->callback([&run, options, work] {
    run = [options, work](const Context& context) { return work(context, *options); };
  });
  return made;
}

}  // namespace

void add_units(CLI::App& root, Run& run) {
  auto* units = root.add_subcommand("units", "units over time: trees, paths, recorded events");
  units->require_subcommand(1);
  auto options = std::make_shared<UnitsOptions>();
  command(*units, run, options, "check", "every problem of a file of events", &check);
  auto* tree = command(*units, run, options, "tree", "the units of a day", &show_tree);
  tree->add_option("--on", options->on, "the day, e.g. 2025-07-01")->required()->check(is_date());
  auto* path =
      command(*units, run, options, "path", "where a unit's parts went, or came from", &show_path);
  path->add_option("--unit", options->unit, "id of the unit")->required();
  path->add_option("--from", options->from, "a day on which it is there")
      ->required()
      ->check(is_date());
  path->add_option("--to", options->to, "a later day, or an earlier one to look back")
      ->required()
      ->check(is_date());
  auto* applied = command(*units, run, options, "apply",
                          "add events to the end of the file, wholly or not at all", &apply);
  applied->add_option("EVENTS", options->event_file, "a file with one event or a list of them")
      ->required();
  auto* undone = command(*units, run, options, "undo", "add an event that undoes another", &undo);
  undone->add_option("EVENT", options->event, "id of the event that shall not count")->required();
  undone->add_option("--basis", options->basis, "why, or by which document")->capture_default_str();
  undone->add_option("--on", options->on, "day of the undo; today where not given")
      ->check(is_date());
  for (auto* one : {applied, undone}) {
    one->add_flag("--dry-run", options->dry_run, "only say what would change");
  }
}

}  // namespace liem::app
