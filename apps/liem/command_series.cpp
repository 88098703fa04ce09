#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <memory>

#include "assessment/history_words.h"
#include "assessment/series_json.h"
#include "assessment/series_words.h"
#include "indicators/sentence.h"
#include "liem/commands.h"
#include "liem/history_files.h"
#include "liem/shipped.h"

namespace liem::app {

namespace errors {
constexpr ErrorCode never_changed{"series.never_changed", ErrorKind::bad_input};
}  // namespace errors

namespace {

namespace json = boost::json;
using assessment::ProvinceHistory;
using assessment::Series;
using assessment::SeriesQuery;

struct SeriesOptions {
  std::string history, item, of, unit, tree;
  std::string format = "text";
  int from = 0, to = 0, explain = 0;
  bool both = false;
};

std::string in(const Context& context, const Words& words) {
  return context.locale == Locale::vi ? words.vi : words.en;
}

std::optional<int> explained(const SeriesOptions& options) {
  return options.explain == 0 ? std::nullopt : std::optional(options.explain);
}

SeriesQuery query_of(const SeriesOptions& options, std::string unit, const Date& tree) {
  SeriesQuery query;
  query.item = options.item;
  if (!options.of.empty()) query.of = options.of;
  query.unit = std::move(unit);
  query.tree = tree;
  if (options.from != 0) query.from = options.from;
  if (options.to != 0) query.to = options.to;
  return query;
}

void print_parts(const Context& context, const ProvinceHistory& history, const Series& series,
                 const assessment::SeriesYear& year) {
  fmt::print("    {}\n", in(context, assessment::arithmetic(series, year, context.catalogue)));
  for (const auto& part : year.value.parts) {
    const auto words = assessment::part_words(series, year, part, history, context.catalogue);
    fmt::print("    {}\n", in(context, words.text));
    for (const auto& step : words.steps) fmt::print("        {}\n", in(context, step));
  }
}

void print_series(const Context& context, const ProvinceHistory& history, const Series& series,
                  std::optional<int> explain) {
  fmt::print("{}\n", in(context, assessment::title(series, context.catalogue)));
  for (const auto& year : series.years) {
    fmt::print("  {}\n", in(context, assessment::row(series, year, context.catalogue)));
    const bool apart = year.value.state == figures::SeriesState::apart;  // they are the value
    if (explain == year.year || apart) print_parts(context, history, series, year);
  }
}

// The days before and after the last time another unit became a part of this one, and of which
// units it was made then.
struct BothTrees {
  Date before{}, after{};
  std::vector<std::string> former;
};

Result<BothTrees> both_trees(const ProvinceHistory& history, const std::string& unit) {
  std::optional<Date> last;
  for (const auto& flow : history.units.flows()) {
    if (flow.to == unit && flow.from != unit) last = flow.date;
  }
  if (!last) return fail(errors::never_changed, {{"unit", unit}});
  BothTrees both{std::chrono::sys_days(*last) - std::chrono::days(1), *last, {}};
  // A province takes over what its districts had as well; only units of its own kind are compared.
  const auto kind = history.units.on(unit, both.after)->kind;
  const auto made_of = history.units.ancestors(unit, both.after, both.before);
  for (const auto& id : history.units.units()) {
    const auto* former = history.units.on(id, both.before);
    if (!made_of.shares.contains(id) || former == nullptr || former->kind != kind) continue;
    both.former.push_back(id);
  }
  return both;
}

Result<std::vector<Series>> asked_for(const ProvinceHistory& history, const SeriesOptions& options,
                                      const std::optional<BothTrees>& both) {
  std::vector<SeriesQuery> queries;
  if (both) {
    for (const auto& unit : both->former) queries.push_back(query_of(options, unit, both->before));
    queries.push_back(query_of(options, options.unit, both->after));
  } else {
    queries.push_back(query_of(options, options.unit, *parse_iso_date(options.tree)));
  }
  std::vector<Series> out;
  for (const auto& query : queries) {
    auto series = assessment::series(history, query);
    if (!series) return std::unexpected(series.error());
    out.push_back(std::move(*series));
  }
  return out;
}

int show_series(const Context& context, const SeriesOptions& options) {
  const auto history = load_history_folder(context.share, options.history);
  if (!history) return refuse(context, history.error());
  std::optional<BothTrees> both;
  if (options.both) {
    auto found = both_trees(*history, options.unit);
    if (!found) return refuse(context, {found.error()});
    both = std::move(*found);
  }
  const auto all = asked_for(*history, options, both);
  if (!all) return refuse(context, {all.error()});
  if (options.format == "json") {
    json::array out;
    for (const auto& series : *all) {
      out.push_back(
          assessment::series_json(series, *history, explained(options), context.catalogue));
    }
    fmt::print("{}\n", json::serialize(both ? json::value(out) : out.front()));
    return 0;
  }
  if (both) {
    fmt::print("{}\n",
               in(context, indicators::say({"series.both",
                                            {{"item", all->back().item.label},
                                             {"unit", all->back().unit.name},
                                             {"before", assessment::date_words(both->before)},
                                             {"after", assessment::date_words(both->after)}}},
                                           context.catalogue)));
  }
  for (const auto& series : *all) print_series(context, *history, series, explained(options));
  return 0;
}

}  // namespace

void add_series(CLI::App& root, Run& run) {
  auto options = std::make_shared<SeriesOptions>();
  auto* command = root.add_subcommand("series", "a data item over the years under a chosen tree");
  command->add_option("--history", options->history,
                      "folder with units.yaml and values.yaml; the sample where not given");
  command->add_option("--item", options->item, "id of the data item, e.g. declarations.obliged")
      ->required();
  command->add_option("--of", options->of, "show --item as a percentage of this item");
  command->add_option("--unit", options->unit, "id of the unit")->required();
  auto* trees = command->add_option_group("tree", "of which day the units are");
  trees->add_option("--tree", options->tree, "e.g. 2025-07-01")->check(is_date());
  trees->add_flag("--both", options->both,
                  "before and after the last day on which the unit took over another one");
  trees->require_option(1);
  command->add_option("--from", options->from, "first year");
  command->add_option("--to", options->to, "last year");
  command->add_option("--explain", options->explain, "open this year's value into its parts");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) { return show_series(context, *options); };
  });
}

}  // namespace liem::app
