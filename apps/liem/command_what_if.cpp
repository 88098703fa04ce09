#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "advice/advice_json.h"
#include "liem/advice_text.h"
#include "liem/answers_files.h"
#include "liem/commands.h"
#include "liem/shipped.h"

namespace liem::app {
namespace {

struct WhatIfOptions {
  std::string set = "pctn-2024";
  std::string inputs;
  std::vector<std::string> changes;
  std::vector<std::string> below;
  std::string format = "text";
};

// "id=83", "id=true", "id=blank", "id=not_available", "id=not_applicable:the ground".
Result<advice::AnswerChange> parse_change(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    return fail(errors::bad_change, {{"change", text}});
  }
  advice::AnswerChange change;
  change.id = text.substr(0, equals);
  const std::string value = text.substr(equals + 1);
  const std::string not_applicable = "not_applicable";
  if (value == "blank" || value == "not_available" || value == not_applicable) {
    change.state = value;
  } else if (value.starts_with(not_applicable + ":")) {
    change.state = not_applicable;
    change.ground = value.substr(not_applicable.size() + 1);
  } else {
    change.value = value;
  }
  return change;
}

int what_if(const Context& context, const WhatIfOptions& options) {
  const auto set = find_set(context.share, options.set);
  if (!set) return refuse(context, set.error());
  const auto inputs = load_answers(options.inputs, options.below, *set);
  if (!inputs) return refuse(context, inputs.error());
  std::vector<advice::AnswerChange> changes;
  for (const auto& text : options.changes) {
    auto change = parse_change(text);
    if (!change) return refuse(context, {change.error()});
    changes.push_back(std::move(*change));
  }
  const auto found = advice::what_if(*set, *inputs, changes, "--change");
  if (!found) return refuse(context, found.error());
  if (options.format == "json") {
    fmt::print("{}\n",
               boost::json::serialize(advice::what_if_json(*found, *set, context.catalogue)));
  } else {
    fmt::print("{}", what_if_text(*found, *set, context));
  }
  return 0;
}

}  // namespace

void add_what_if(CLI::App& root, Run& run) {
  auto* command = root.add_subcommand("what-if", "the points if other answers were given");
  auto options = std::make_shared<WhatIfOptions>();
  command->add_option("--set", options->set, "id of a shipped indicator set, or a YAML file")
      ->capture_default_str();
  command->add_option("--inputs", options->inputs, "the unit's answers, YAML or JSON")->required();
  add_below(*command, options->below);
  command
      ->add_option("--change", options->changes,
                   "id=value; also id=true, id=blank, id=not_available, "
                   "id=not_applicable:GROUND; may be repeated")
      ->required();
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) { return what_if(context, *options); };
  });
}

}  // namespace liem::app
