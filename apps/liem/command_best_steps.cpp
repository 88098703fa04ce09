#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "advice/advice_json.h"
#include "liem/advice_text.h"
#include "liem/answers_files.h"
#include "liem/commands.h"
#include "liem/shipped.h"

namespace liem::app {
namespace {

struct BestStepsOptions {
  std::string set = "pctn-2024";
  std::string inputs, actions;
  std::string days = "0", money = "0";
  std::vector<std::string> below;
  std::string format = "text";
};

int find_best_steps(const Context& context, const BestStepsOptions& options) {
  const auto set = find_set(context.share, options.set);
  if (!set) return refuse(context, set.error());
  const auto days = advice::day_hundredths(options.days);
  if (!days) return refuse(context, {days.error()});
  const auto money = advice::whole_money(options.money);
  if (!money) return refuse(context, {money.error()});
  const auto inputs = load_answers(options.inputs, options.below, *set);
  if (!inputs) return refuse(context, inputs.error());
  const auto text = read_user_file(options.actions, largest_answers);
  if (!text) return refuse(context, {text.error()});
  const auto actions = advice::load_actions(*text, options.actions, *set);
  if (!actions) return refuse(context, actions.error());
  const advice::StepsBudget budget{*days, *money};
  const auto best = advice::best_steps(*set, *inputs, *actions, budget, options.actions);
  if (!best) return refuse(context, best.error());
  if (options.format == "json") {
    fmt::print("{}\n", boost::json::serialize(advice::best_steps_json(*best, *actions, budget, *set,
                                                                      *inputs, context.catalogue)));
  } else {
    fmt::print("{}", best_steps_text(*best, *actions, *set, context));
  }
  return 0;
}

}  // namespace

void add_best_steps(CLI::App& root, Run& run) {
  auto* command = root.add_subcommand(
      "best-steps", "of possible actions, those that win most points within a budget");
  auto options = std::make_shared<BestStepsOptions>();
  command->add_option("--set", options->set, "id of a shipped indicator set, or a YAML file")
      ->capture_default_str();
  command->add_option("--inputs", options->inputs, "the unit's answers, YAML or JSON")->required();
  add_below(*command, options->below);
  command->add_option("--actions", options->actions, "the possible actions, YAML or JSON")
      ->required();
  command->add_option("--days", options->days, "person-days there are, e.g. 12.5")->required();
  command->add_option("--money", options->money, "whole đồng there are")->required();
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) { return find_best_steps(context, *options); };
  });
}

}  // namespace liem::app
