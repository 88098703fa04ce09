#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "advice/advice_json.h"
#include "indicators/errors.h"
#include "indicators/trend.h"
#include "liem/advice_text.h"
#include "liem/answers_files.h"
#include "liem/commands.h"
#include "liem/shipped.h"

namespace liem::app {
namespace {

using indicators::Score;

struct AdviseOptions {
  std::string set = "pctn-2024";
  std::string inputs, last_year, last_year_set, peers;
  std::vector<std::string> refused;
  std::vector<std::string> below;
  std::string format = "text";
};

// The scores that the unit's is compared with; `comparison` points into them.
struct Compared {
  std::vector<Score> peers;
  std::optional<Score> last_year;
  advice::Comparison comparison;
};

std::expected<void, Problems> load_peers(const AdviseOptions& options,
                                         const indicators::IndicatorSet& set, Compared& out) {
  if (options.peers.empty()) return {};
  const auto units = load_answers_folder(options.peers, set);
  if (!units) return std::unexpected(units.error());
  for (const auto& unit : *units) {
    std::error_code differs;  // the unit itself is no peer of its own
    if (std::filesystem::equivalent(unit.file, options.inputs, differs)) continue;
    out.peers.push_back(indicators::score(set, unit.inputs));
  }
  for (const auto& peer : out.peers) out.comparison.peers.push_back(&peer);
  return {};
}

// Last year's points on a set of its own, led to the present codes by the shipped mappings.
std::expected<Score, Problems> led_from(const Share& share, const AdviseOptions& options,
                                        const indicators::IndicatorSet& set) {
  const auto before = find_set(share, options.last_year_set);
  if (!before) return std::unexpected(before.error());
  const auto found = find_mapping(share, *before, set, "");
  if (!found) return std::unexpected(found.error());
  const auto inputs = load_answers_file(options.last_year, *before);
  if (!inputs) return std::unexpected(inputs.error());
  return indicators::led_to(indicators::pairs_of(found->mapping),
                            indicators::score(*before, *inputs));
}

std::expected<void, Problems> load_last_year(const Context& context, const AdviseOptions& options,
                                             const indicators::IndicatorSet& set, Compared& out) {
  if (options.last_year.empty()) return {};
  if (options.last_year_set.empty()) {
    const auto inputs = load_answers_file(options.last_year, set);
    if (!inputs) return std::unexpected(inputs.error());
    out.last_year = indicators::score(set, *inputs);
  } else {
    auto led = led_from(context.share, options, set);
    if (!led) return std::unexpected(led.error());
    out.last_year = std::move(*led);
  }
  out.comparison.last_year = &*out.last_year;
  return {};
}

int advise(const Context& context, const AdviseOptions& options) {
  const auto set = find_set(context.share, options.set);
  if (!set) return refuse(context, set.error());
  for (const auto& code : options.refused) {
    const auto* criterion = set->find(code);
    if (criterion != nullptr && criterion->leaf) continue;
    return refuse(
        context,
        {fail(indicators::errors::no_such_criterion, {{"set", set->id}, {"code", code}}).error()});
  }
  const auto inputs = load_answers(options.inputs, options.below, *set);
  if (!inputs) return refuse(context, inputs.error());
  Compared compared;
  compared.comparison.refused_evidence = {options.refused.begin(), options.refused.end()};
  if (const auto peers = load_peers(options, *set, compared); !peers) {
    return refuse(context, peers.error());
  }
  if (const auto year = load_last_year(context, options, *set, compared); !year) {
    return refuse(context, year.error());
  }
  const auto& last_year_set = options.last_year_set.empty() ? set->id : options.last_year_set;
  const Score score = indicators::score(*set, *inputs);
  const auto lost = advice::lost_points(*set, *inputs, score, compared.comparison);
  const auto changes = advice::least_changes(*set, *inputs, score, lost);
  if (options.format == "json") {
    auto json = advice::advice_json(lost, changes, score, *set, *inputs, context.catalogue);
    json["peers"] = compared.peers.size();
    if (compared.last_year) json["last_year_set"] = last_year_set;
    fmt::print("{}\n", boost::json::serialize(json));
  } else {
    fmt::print("{}", advice_text(lost, changes, score, *set, *inputs, last_year_set, context));
  }
  return 0;
}

}  // namespace

void add_advise(CLI::App& root, Run& run) {
  auto* command = root.add_subcommand(
      "advise", "where a unit lost points, why, and the least changes that win some");
  auto options = std::make_shared<AdviseOptions>();
  command->add_option("--set", options->set, "id of a shipped indicator set, or a YAML file")
      ->capture_default_str();
  command->add_option("--inputs", options->inputs, "the unit's answers, YAML or JSON")->required();
  add_below(*command, options->below);
  command->add_option("--last-year", options->last_year, "the unit's answers of the year before");
  command->add_option("--last-year-set", options->last_year_set,
                      "the set they answer where it is another: criteria are led by the mappings");
  command->add_option("--peers", options->peers,
                      "a folder with the answers of other units: <unit>/answers.yaml");
  command->add_option("--refused", options->refused,
                      "a criterion whose evidence was refused, e.g. B.1.9; may be repeated");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) { return advise(context, *options); };
  });
}

}  // namespace liem::app
