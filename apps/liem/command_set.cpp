#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "indicators/inputs_writing.h"
#include "indicators/moved_answers.h"
#include "indicators/set_difference.h"
#include "liem/commands.h"
#include "liem/shipped.h"

namespace liem::app {
namespace {

using namespace indicators;

struct Checked {
  std::string file;
  EndFiles ends;  // of a mapping
};

int check_mapping_file(const Context& context, const NamedFile& file, const EndFiles& ends) {
  const auto mapping = check_mapping(context.share, file, ends);
  if (!mapping) return refuse(context, mapping.error());
  Args args = {{"from", mapping->from}, {"to", mapping->to}};
  for (std::size_t kind = 0; kind <= static_cast<std::size_t>(Change::added); ++kind) {
    const auto change = static_cast<Change>(kind);
    const auto count = std::ranges::count(mapping->criteria, change, &MappedCriteria::change);
    args.emplace_back(std::string(name_of(change)), std::to_string(count));
  }
  fmt::print("{}\n", context.catalogue.render({"app.mapping_is_sound", args}, context.locale));
  return 0;
}

int check_set(const Context& context, const std::string& file) {
  const auto set = find_set(context.share, file);
  if (!set) return refuse(context, set.error());
  const auto leaves = leaves_of(*set);
  const auto assumed = std::ranges::count(leaves, Provenance::assumed, &Criterion::provenance);
  const auto assumed_rules = std::ranges::count_if(
      leaves, [](const auto* leaf) { return leaf->leaf->rule_provenance == Provenance::assumed; });
  fmt::print("{}\n", context.catalogue.render({"app.set_is_sound",
                                               {{"set", set->id},
                                                {"version", set->version},
                                                {"points", set->points.to_string()},
                                                {"leaves", std::to_string(leaves.size())},
                                                {"assumed", std::to_string(assumed)},
                                                {"rules", std::to_string(assumed_rules)}}},
                                              context.locale));
  return 0;
}

int check(const Context& context, const Checked& options) {
  const auto file = set_file(context.share, options.file);
  if (!file) return refuse(context, file.error());
  if (is_mapping(file->bytes, file->name)) return check_mapping_file(context, *file, options.ends);
  return check_set(context, options.file);
}

struct TwoSets {
  std::string from, to;
  std::string mapping;
  std::string format = "text";
};

int show_difference(const Context& context, const TwoSets& options) {
  const auto from = find_set(context.share, options.from);
  if (!from) return refuse(context, from.error());
  const auto to = find_set(context.share, options.to);
  if (!to) return refuse(context, to.error());
  // Without a mapping the codes are compared as they stand, which always can be said.
  const auto found = find_mapping(context.share, *from, *to, options.mapping);
  if (!found && !options.mapping.empty()) return refuse(context, found.error());
  const auto difference =
      difference_of(*from, *to, found ? found->mapping : same_codes(*from, *to));
  if (options.format == "json") {
    fmt::print("{}\n", boost::json::serialize(difference_json(difference, *from, *to)));
  } else {
    fmt::print("{}", difference_text(difference, *from, *to, context.catalogue, context.locale));
  }
  return 0;
}

// What a person has to look at goes to stderr, so that the answers alone can be kept.
void tell(const Context& context, const std::string& id, const std::vector<std::string>& names) {
  if (names.empty()) return;
  std::string all;
  for (const auto& name : names) all.append(all.empty() ? "" : ", ").append(name);
  fmt::print(stderr, "liem: {}\n",
             context.catalogue.render({id, {{"names", all}}}, context.locale));
}

std::string way_text(const std::vector<std::string>& way) {
  std::string out;
  for (const auto& id : way) out.append(out.empty() ? "" : " → ").append(id);
  return out;
}

// Where the way leads over sets in between, "gifts.reported (pctn-2017 → pctn-2023)": the step
// after which no rule reads the item any more.
std::vector<std::string> with_steps(const std::vector<std::string>& items,
                                    const FoundMapping& found, const IndicatorSet& from) {
  if (found.between.empty()) return items;
  std::vector<std::vector<std::string>> read = {items_read(from)};
  for (const auto& set : found.between) read.push_back(items_read(set));
  std::vector<std::string> out;
  for (const auto& id : items) {
    std::size_t after = read.size();  // sets up to the last that reads it
    while (after > 0 && !std::ranges::binary_search(read[after - 1], id)) --after;
    out.push_back(
        after == 0 ? id : fmt::format("{} ({} → {})", id, found.way[after - 1], found.way[after]));
  }
  return out;
}

// What became of each leaf with points of the unit's own that the way changed or lost.
void tell_changes(const Context& context, const Inputs& inputs, const Mapping& mapping) {
  const auto join = [](const std::vector<std::string>& codes) {
    std::string all;
    for (const auto& code : codes) all.append(all.empty() ? "" : ", ").append(code);
    return all.empty() ? std::string("–") : all;
  };
  for (const auto& one : mapping.criteria) {
    const bool own = std::ranges::any_of(
        one.from, [&](const std::string& code) { return inputs.self.contains(code); });
    if (one.change == Change::kept || !own) continue;
    const auto& reason = context.locale == Locale::vi ? one.reason.vi : one.reason.en;
    fmt::print(stderr, "liem: {} → {}: {}\n", join(one.from), join(one.to), reason);
  }
}

int map_answers(const Context& context, const std::string& file, const TwoSets& options) {
  const auto from = find_set(context.share, options.from);
  if (!from) return refuse(context, from.error());
  const auto to = find_set(context.share, options.to);
  if (!to) return refuse(context, to.error());
  const auto found = find_mapping(context.share, *from, *to, options.mapping);
  if (!found) return refuse(context, found.error());
  const auto text = listed(read_user_file(file, largest_data_file));
  if (!text) return refuse(context, text.error());
  const auto inputs = load_inputs(*text, file, *from);
  if (!inputs) return refuse(context, inputs.error());
  const auto moved = move_answers(*inputs, *from, *to, found->mapping);
  if (!moved) return refuse(context, {moved.error()});
  fmt::print("{}", inputs_yaml(moved->inputs));
  if (!found->between.empty()) tell(context, "app.mapped_over", {way_text(found->way)});
  tell(context, "app.answers_not_counted", with_steps(moved->not_counted, *found, *from));
  tell(context, "app.answers_set_aside", moved->set_aside);
  tell(context, "app.self_set_aside", moved->self_set_aside);
  tell_changes(context, *inputs, found->mapping);
  tell(context, "app.newly_asked", newly_read(*from, *to));
  return 0;
}

void add_check(CLI::App& group, Run& run) {
  auto* command = group.add_subcommand(
      "check", "list every problem of the file of a set, or of a mapping between two");
  auto options = std::make_shared<Checked>();
  command->add_option("set", options->file, "a YAML file, or the id of a shipped set")->required();
  command->add_option("--from", options->ends.from,
                      "for a mapping whose first set is not shipped: the set's file");
  command->add_option("--to", options->ends.to, "likewise of its second set");
  command->callback([&run, options] {
    run = [options](const Context& context) { return check(context, *options); };
  });
}

void add_difference(CLI::App& group, Run& run) {
  auto* command = group.add_subcommand("diff", "what differs between two sets");
  auto options = std::make_shared<TwoSets>();
  command->add_option("from", options->from, "id of a shipped set, or a file")->required();
  command->add_option("to", options->to, "likewise")->required();
  command->add_option("--mapping", options->mapping, "which criterion is which, a YAML file");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) { return show_difference(context, *options); };
  });
}

void add_map(CLI::App& group, Run& run) {
  auto* command =
      group.add_subcommand("map", "a unit's answers brought to another set; none is lost");
  auto options = std::make_shared<TwoSets>();
  auto file = std::make_shared<std::string>();
  command->add_option("answers", *file, "the unit's answers, YAML or JSON")->required();
  command->add_option("--from", options->from, "the set they answer: id or file")->required();
  command->add_option("--to", options->to, "the set they are to answer: id or file")->required();
  command->add_option("--mapping", options->mapping,
                      "which criterion is which, a YAML file; the shipped one where left out");
  command->callback([&run, options, file] {
    run = [options, file](const Context& context) { return map_answers(context, *file, *options); };
  });
}

}  // namespace

void add_set(CLI::App& root, Run& run) {
  auto* group = root.add_subcommand("set", "check and compare indicator sets");
  group->require_subcommand(1);
  add_check(*group, run);
  add_difference(*group, run);
  add_map(*group, run);
}

}  // namespace liem::app
