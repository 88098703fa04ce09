#include <fmt/format.h>
#include <unistd.h>

#include <boost/json/serialize.hpp>
#include <cstdlib>

#include "assessment/digest.h"
#include "indicators/bundle.h"
#include "indicators/errors.h"
#include "indicators/score_json.h"
#include "indicators/score_text.h"
#include "liem/answers_files.h"
#include "liem/commands.h"
#include "liem/score_bundle.h"
#include "liem/score_report.h"
#include "liem/shipped.h"
#include "reading/reading_json.h"

namespace liem::app {
namespace {

using namespace indicators;

struct ScoreOptions {
  std::string set = "pctn-2024";
  std::string inputs;
  std::string format = "text";
  std::string criterion;
  std::string report, last_year;
  std::vector<std::string> below;
  std::string bundle, recompute;
};

void print(const Context& context, const ScoreOptions& options, const BundleScore& scored,
           const std::optional<CheckedReport>& checked) {
  const auto& [set, own, result] = scored;
  const Inputs inputs = checked ? with_places(own, *checked, options.report) : own;
  if (options.format == "json") {
    auto json = options.criterion.empty()
                    ? score_json(result, set, inputs, context.catalogue)
                    : explanation_json(options.criterion, result, set, inputs, context.catalogue);
    if (checked) json["findings"] = reading::to_json(checked->findings, context.catalogue);
    fmt::print("{}\n", boost::json::serialize(json));
    return;
  }
  const bool colour = isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
  const TextStyle style{context.locale, colour ? Colour::terminal : Colour::plain};
  fmt::print("{}", options.criterion.empty()
                       ? score_text(result, set, inputs, context.catalogue, style)
                       : explanation_text(options.criterion, result, set, inputs, context.catalogue,
                                          style));
  if (checked) fmt::print("{}", to_text(checked->findings, context));
}

std::expected<std::optional<CheckedReport>, Problems> check(const Context& context,
                                                            const ScoreOptions& options,
                                                            const IndicatorSet& set,
                                                            const NamedFile& answers) {
  if (options.report.empty()) return std::nullopt;
  // A report is held against what the unit itself answers.
  const auto own = load_inputs(answers.bytes, answers.name, set);
  if (!own) return std::unexpected(own.error());
  std::optional<Inputs> last_year;
  if (!options.last_year.empty()) {
    const auto text = listed(read_user_file(options.last_year, largest_data_file));
    if (!text) return std::unexpected(text.error());
    auto loaded = load_inputs(*text, options.last_year, set);
    if (!loaded) return std::unexpected(loaded.error());
    last_year = std::move(*loaded);
  }
  auto found = listed(
      check_report(context, {options.report, 0}, set, *own, last_year ? &*last_year : nullptr));
  if (!found) return std::unexpected(found.error());
  return std::move(*found);
}

int score_file(const Context& context, const ScoreOptions& options) {
  const auto bundle = gather_bundle(context, options.set, options.inputs, options.below);
  if (!bundle) return refuse(context, bundle.error());
  const auto scored =
      score_bundle(*bundle, [](std::string_view bytes) { return assessment::sha256_of(bytes); });
  if (!scored) return refuse(context, scored.error());
  const IndicatorSet& set = scored->set;
  if (!options.criterion.empty() && !can_be_explained(set, options.criterion)) {
    return refuse(context, {fail(indicators::errors::no_such_criterion,
                                 {{"set", set.id}, {"code", options.criterion}})
                                .error()});
  }
  const auto checked = check(context, options, set, bundle->inputs);
  if (!checked) return refuse(context, checked.error());
  if (!options.bundle.empty()) {
    const auto written = write_bundle(context, *bundle, *scored, options.bundle);
    if (!written) return refuse(context, {written.error()});
  }
  print(context, options, *scored, *checked);
  return 0;
}

}  // namespace

void add_score(CLI::App& root, Run& run) {
  auto* command = root.add_subcommand("score", "points of a unit's answers, with every step");
  auto options = std::make_shared<ScoreOptions>();
  command->add_option("--set", options->set, "id of a shipped indicator set, or a YAML file")
      ->capture_default_str();
  auto* source = command->add_option_group("source");
  source->add_option("--inputs", options->inputs, "the unit's answers, YAML or JSON");
  source->add_option(
      "--recompute", options->recompute,
      "a file that --bundle wrote: compute it again from itself alone and say whether "
      "it comes out the same");
  source->require_option(1);
  add_below(*command, options->below);
  command->add_option("--bundle", options->bundle,
                      "write the score here with all it came from, to be computed again");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_option("--criterion", options->criterion,
                      "explain this one only, e.g. B.1.9, or total");
  auto* report = command->add_option("--report", options->report,
                                     "the unit's report: say where it differs from the answers and "
                                     "which criteria it says nothing about");
  command
      ->add_option("--last-year", options->last_year,
                   "the unit's answers of the year before: say what changed beyond reason")
      ->needs(report);
  command->callback([&run, options] {
    run = [options](const Context& context) {
      if (!options->recompute.empty()) return recompute_file(context, options->recompute);
      return score_file(context, *options);
    };
  });
}

}  // namespace liem::app
