#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>

#include "assessment/acts.h"
#include "assessment/set_move.h"
#include "indicators/score_json.h"
#include "indicators/sentence.h"
#include "liem/commands.h"
#include "liem/machine.h"
#include "liem/place_options.h"
#include "liem/province_choice.h"
#include "liem/shipped.h"
#include "liem/terminal_user.h"

namespace liem::app {
namespace {

namespace json = boost::json;
using assessment::SetMovePlan;
using assessment::UnitMove;

namespace errors {
constexpr ErrorCode who_and_why{"app.who_and_why", ErrorKind::bad_input};
}  // namespace errors

struct RoundOptions {
  PlaceOptions place;
  std::string province, round, set, mapping;
  std::string by, reason;
  std::string format = "text";
  bool apply = false;
};

std::expected<SetMovePlan, Problems> plan(const Context& context, assessment::Store& store,
                                          const RoundOptions& options) {
  const auto province = listed(choose_province(store, options.place.shown(), options.province));
  if (!province) return std::unexpected(province.error());
  const auto files = round_set_files(context.share, options.set);
  if (!files) return std::unexpected(files.error());
  std::optional<NamedFile> mapping;
  if (!options.mapping.empty()) {
    auto bytes = listed(read_user_file(options.mapping, largest_data_file));
    if (!bytes) return std::unexpected(bytes.error());
    mapping = {options.mapping, std::move(*bytes)};
  }
  const auto library = listed(new_library(context.share));
  if (!library) return std::unexpected(library.error());
  return assessment::plan_set_move(store, **library, *province, options.round, *files, mapping);
}

json::array names_json(const std::vector<std::string>& names) {
  return json::array(names.begin(), names.end());
}

json::array criteria_json(const std::vector<assessment::MovedCriterion>& criteria) {
  json::array out;
  for (const auto& [before, after] : criteria) {
    out.push_back(json::object{{"before", before}, {"after", after}});
  }
  return out;
}

json::object plan_json(const SetMovePlan& plan, const RoundOptions& options) {
  json::array units;
  for (const auto& unit : plan.units) {
    units.push_back(json::object{{"unit", unit.unit.id},
                                 {"before", indicators::points_json(unit.before)},
                                 {"after", indicators::points_json(unit.after)},
                                 {"not_counted", names_json(unit.not_counted)},
                                 {"set_aside", names_json(unit.set_aside)},
                                 {"self_set_aside", names_json(unit.self_set_aside)},
                                 {"given_again", names_json(unit.given_again)}});
  }
  return {{"round", plan.round.id},
          {"difference", indicators::difference_json(plan.difference, *plan.from, plan.to)},
          {"newly_asked", names_json(plan.newly_asked)},
          {"units", std::move(units)},
          {"rewritten", plan.move.answers.size()},
          {"criteria", criteria_json(plan.move.criteria)},
          {"applied", options.apply}};
}

class Writer {
 public:
  explicit Writer(const Context& context) : context_(context) {}

  std::string text(const SetMovePlan& plan, const RoundOptions& options) const {
    std::string out = indicators::difference_text(plan.difference, *plan.from, plan.to,
                                                  context_.catalogue, context_.locale);
    if (!plan.newly_asked.empty()) {
      out += say("app.newly_asked", {{"names", names(plan.newly_asked)}}) + "\n";
    }
    out += "\n" + say("app.points_before_after") + "\n";
    std::size_t unchanged = 0;
    for (const auto& unit : plan.units) {
      if (stays(unit)) {
        ++unchanged;
      } else {
        out += row(unit);
      }
    }
    if (unchanged > 0) {
      out += "  " + say("app.units_unchanged", {{"count", std::to_string(unchanged)}}) + "\n";
    }
    out += "\n" + say(options.apply ? "app.set_moved" : "app.set_move_planned",
                      {{"round", plan.round.id},
                       {"units", std::to_string(plan.units.size())},
                       {"rewritten", std::to_string(plan.move.answers.size())}});
    return out + "\n";
  }

 private:
  std::string say(std::string id, Args args = {}) const {
    return context_.catalogue.render({std::move(id), std::move(args)}, context_.locale);
  }
  static std::string names(const std::vector<std::string>& all) {
    std::string out;
    for (const auto& name : all) out.append(out.empty() ? "" : ", ").append(name);
    return out;
  }
  std::string points(const indicators::Points& points) const {
    return fmt::format("{} / {}", indicators::format_number(points.reached, context_.locale),
                       indicators::format_number(points.reachable, context_.locale));
  }
  static bool stays(const UnitMove& unit) {
    return unit.before == unit.after && unit.not_counted.empty() && unit.set_aside.empty() &&
           unit.self_set_aside.empty() && unit.given_again.empty();
  }
  std::string row(const UnitMove& unit) const {
    std::string out = fmt::format("  {:<32} {:>16} → {}\n", unit.unit.id, points(unit.before),
                                  points(unit.after));
    const auto add = [&](const std::string& id, const std::vector<std::string>& all) {
      if (!all.empty()) out += "    " + say(id, {{"names", names(all)}}) + "\n";
    };
    add("app.answers_not_counted", unit.not_counted);
    add("app.answers_set_aside", unit.set_aside);
    add("app.self_set_aside", unit.self_set_aside);
    add("app.given_again", unit.given_again);
    return out;
  }

  const Context& context_;
};

int move_set(const Context& context, const RoundOptions& options) {
  if (options.apply && (options.by.empty() || options.reason.empty())) {
    return refuse(context, {fail(errors::who_and_why).error()});
  }
  auto store = storage::open_store(options.place.place(), storage::Access::existing);
  if (!store) return refuse(context, {store.error()});
  auto planned = plan(context, **store, options);
  if (!planned) return refuse(context, planned.error());
  if (options.apply) {
    planned->move.by = options.by;
    planned->move.reason = options.reason;
    planned->move.at = system_now();
    planned->move.acts = assessment::acts::of_move(planned->move, terminal_user());
    const auto moved = (*store)->set_moves().move(planned->province, planned->move);
    if (!moved) return refuse(context, {moved.error()});
  }
  if (options.format == "json") {
    fmt::print("{}\n", json::serialize(plan_json(*planned, options)));
  } else {
    fmt::print("{}", Writer(context).text(*planned, options));
  }
  return 0;
}

json::object past_set_json(const assessment::PastSet& past) {
  return {{"id", past.set.id},
          {"version", past.set.version},
          {"sha256", past.set.sha256},
          {"until", to_iso(Date(std::chrono::floor<std::chrono::days>(past.until)))},
          {"by", past.by},
          {"reason", past.reason}};
}

std::string sets_text(const Context& context, const assessment::Round& round,
                      const std::vector<assessment::PastSet>& past) {
  const auto say = [&](std::string id, Args args) {
    return context.catalogue.render({std::move(id), std::move(args)}, context.locale) + "\n";
  };
  std::string out;
  for (const auto& one : past) {
    out += say("app.past_set",
               {{"set", one.set.id},
                {"version", one.set.version},
                {"until", to_iso(Date(std::chrono::floor<std::chrono::days>(one.until)))},
                {"by", one.by},
                {"reason", one.reason},
                {"sha256", one.set.sha256}});
  }
  return out +
         say("app.present_set",
             {{"set", round.set.id}, {"version", round.set.version}, {"sha256", round.set.sha256}});
}

// The sets that a round was pinned to, oldest first, and the one it stands on.
int show_sets(const Context& context, const RoundOptions& options) {
  auto store = storage::open_store(options.place.place(), storage::Access::existing);
  if (!store) return refuse(context, {store.error()});
  const auto province = choose_province(**store, options.place.shown(), options.province);
  if (!province) return refuse(context, {province.error()});
  const auto round = (*store)->round(*province, options.round);
  if (!round) return refuse(context, {round.error()});
  if (!*round) {
    return refuse(context,
                  {fail(assessment::errors::no_such_round, {{"round", options.round}}).error()});
  }
  const auto past = (*store)->set_moves().past_sets(*province, options.round);
  if (!past) return refuse(context, {past.error()});
  if (options.format == "text") {
    fmt::print("{}", sets_text(context, **round, *past));
    return 0;
  }
  json::array rows;
  for (const auto& one : *past) rows.push_back(past_set_json(one));
  const json::object now = {{"id", (*round)->set.id},
                            {"version", (*round)->set.version},
                            {"sha256", (*round)->set.sha256}};
  fmt::print("{}\n", json::serialize(json::object{
                         {"round", options.round}, {"set", now}, {"past", std::move(rows)}}));
  return 0;
}

void add_round_options(CLI::App& command, RoundOptions& options) {
  options.place.add_to(command, "folder of the data");
  command.add_option("--province", options.province,
                     "id of the province, where the data holds several");
  command.add_option("--round", options.round, "id of the round")->required();
  command.add_option("--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

void add_sets(CLI::App& group, Run& run) {
  auto* command =
      group.add_subcommand("sets", "the sets a round was pinned to, until when, and why left");
  auto options = std::make_shared<RoundOptions>();
  add_round_options(*command, *options);
  command->callback([&run, options] {
    run = [options](const Context& context) { return show_sets(context, *options); };
  });
}

}  // namespace

void add_round(CLI::App& root, Run& run) {
  auto* group = root.add_subcommand("round", "work on a round that was taken in");
  group->require_subcommand(1);
  add_sets(*group, run);
  auto* command = group->add_subcommand(
      "move-set", "bring a round to a corrected set: shows what would change, --apply writes it");
  auto options = std::make_shared<RoundOptions>();
  add_round_options(*command, *options);
  command->add_option("--set", options->set, "the set to move to: id of a shipped one, or a file")
      ->required();
  command->add_option("--mapping", options->mapping, "which criterion is which, a YAML file");
  command->add_flag("--apply", options->apply, "write it; without this nothing changes");
  command->add_option("--by", options->by, "who decided it; needed to apply");
  command->add_option("--reason", options->reason, "why; needed to apply");
  command->callback([&run, options] {
    run = [options](const Context& context) { return move_set(context, *options); };
  });
}

}  // namespace liem::app
