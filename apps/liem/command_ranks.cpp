#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "advice/advice_json.h"
#include "indicators/score_json.h"
#include "liem/advice_text.h"
#include "liem/answers_files.h"
#include "liem/commands.h"
#include "liem/shipped.h"

namespace liem::app {
namespace {

struct RanksOptions {
  std::string set = "pctn-2024";
  std::string folder;
  std::string bounds = "20";
  std::string format = "text";
};

int show_ranks(const Context& context, const RanksOptions& options) {
  const auto percent = advice::parse_bounds(options.bounds);
  if (!percent) return refuse(context, {percent.error()});
  const auto set = find_set(context.share, options.set);
  if (!set) return refuse(context, set.error());
  const auto units = load_answers_folder(options.folder, *set);
  if (!units) return refuse(context, units.error());
  std::vector<indicators::Score> scores;
  for (const auto& unit : *units) scores.push_back(indicators::score(*set, unit.inputs));
  std::vector<std::string> names;
  std::vector<const indicators::Score*> pointers;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    names.push_back((*units)[i].unit);
    pointers.push_back(&scores[i]);
  }
  const auto ranks = advice::ranks(*set, pointers, *percent);
  if (options.format == "text") {
    fmt::print("{}", ranks_text(ranks, names, pointers, *percent, context));
    return 0;
  }
  boost::json::array rows;
  for (const auto& one : ranks) {
    auto row = advice::rank_json(one, scores[one.unit], *percent, context.catalogue);
    row["unit"] = names[one.unit];
    rows.push_back(std::move(row));
  }
  const boost::json::object json = {
      {"set", indicators::set_json(*set)}, {"bounds", *percent}, {"units", std::move(rows)}};
  fmt::print("{}\n", boost::json::serialize(json));
  return 0;
}

}  // namespace

void add_ranks(CLI::App& root, Run& run) {
  auto* command = root.add_subcommand(
      "ranks", "ranks of units, and how they move if the assumed points move within bounds");
  auto options = std::make_shared<RanksOptions>();
  command->add_option("folder", options->folder, "<unit>/answers.yaml for each unit")->required();
  command->add_option("--set", options->set, "id of a shipped indicator set, or a YAML file")
      ->capture_default_str();
  command->add_option("--bounds", options->bounds, "percent by which assumed points may move")
      ->capture_default_str();
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) { return show_ranks(context, *options); };
  });
}

}  // namespace liem::app
