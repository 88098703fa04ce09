#include "liem/shipped.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "assessment/digest.h"
#include "base/yaml.h"
#include "liem/commands.h"

namespace liem::app {

namespace errors {
constexpr ErrorCode no_mapping{"app.no_mapping", ErrorKind::not_found};
constexpr ErrorCode mapping_of_unknown_set{"app.mapping_of_unknown_set", ErrorKind::bad_input};
}  // namespace errors

namespace {

constexpr std::string_view published_name = "published/pctn-results.yaml";

using Sets = std::map<std::string, indicators::IndicatorSet>;  // by id

// What every set is written in: loaded once for however many sets.
struct SetGround {
  figures::ItemCatalogue items;
  law::Law law;
};

std::expected<SetGround, Problems> load_ground(const Share& share) {
  auto items = shipped_items(share);
  if (!items) return std::unexpected(items.error());
  auto law = shipped_law(share);
  if (!law) return std::unexpected(law.error());
  return SetGround{std::move(*items), std::move(*law)};
}

std::expected<indicators::IndicatorSet, Problems> find_set(const Share& share,
                                                           const std::string& named,
                                                           const SetGround& ground) {
  const auto file = set_file(share, named);
  if (!file) return std::unexpected(file.error());
  return indicators::load_set(file->bytes, file->name, ground.items,
                              assessment::sha256_of(file->bytes), ground.law.parameters);
}

std::expected<Sets, Problems> shipped_sets(const Share& share) {
  const auto ground = load_ground(share);
  if (!ground) return std::unexpected(ground.error());
  Sets sets;
  const std::string_view folder = "indicator-sets/", ending = ".yaml";
  for (const auto& name : share.list("indicator-sets")) {
    if (name.find('/', folder.size()) != name.npos || !name.ends_with(ending)) continue;
    const auto id = name.substr(folder.size(), name.size() - folder.size() - ending.size());
    auto set = find_set(share, id, *ground);
    if (!set) return std::unexpected(set.error());
    sets.emplace(set->id, std::move(*set));
  }
  return sets;
}

bool share_has(const Share& share, const std::string& set) {
  const auto sets = share.list("indicator-sets");
  return std::ranges::find(sets, "indicator-sets/" + set + ".yaml") != sets.end();
}

std::expected<indicators::Mapping, Problems> shipped_mapping(const Share& share,
                                                             const std::string& name,
                                                             const Sets& sets) {
  const auto text = listed(share.read(name));
  if (!text) return std::unexpected(text.error());
  const auto shown = share.display_name(name);
  const auto ends = listed(indicators::mapping_ends(*text, shown));
  if (!ends) return std::unexpected(ends.error());
  for (const auto& id : {ends->from, ends->to}) {
    if (sets.contains(id)) continue;
    return std::unexpected(
        Problems{fail(errors::mapping_of_unknown_set, {{"file", shown}, {"set", id}}).error()});
  }
  return indicators::load_mapping(*text, shown, sets.at(ends->from), sets.at(ends->to));
}

}  // namespace

std::expected<std::vector<NamedFile>, Problems> files_below(const Share& share,
                                                            std::string_view folder) {
  std::vector<NamedFile> files;
  for (const auto& name : share.list(folder)) {
    auto bytes = listed(share.read(name));
    if (!bytes) return std::unexpected(bytes.error());
    files.push_back({share.display_name(name), std::move(*bytes)});
  }
  return files;
}

std::expected<law::Law, Problems> shipped_law(const Share& share) {
  const auto files = files_below(share, "law");
  if (!files) return std::unexpected(files.error());
  return law::load_law(*files);
}

std::expected<assessment::SetFiles, Problems> round_set_files(const Share& share,
                                                              const std::string& set) {
  const std::string items = "figures/pctn.yaml";
  auto of_set = set_file(share, set);
  if (!of_set) return std::unexpected(of_set.error());
  auto items_bytes = listed(share.read(items));
  if (!items_bytes) return std::unexpected(items_bytes.error());
  auto law = files_below(share, "law");
  if (!law) return std::unexpected(law.error());
  return assessment::SetFiles{
      std::move(*of_set), {share.display_name(items), std::move(*items_bytes)}, std::move(*law)};
}

std::expected<figures::ItemCatalogue, Problems> shipped_items(const Share& share) {
  figures::ItemCatalogue all;
  for (const auto& name : share.list("figures")) {
    const auto text = listed(share.read(name));
    if (!text) return std::unexpected(text.error());
    const auto items = figures::load_items(*text, share.display_name(name));
    if (!items) return std::unexpected(items.error());
    for (const auto& [id, item] : items->items()) all.add(item);
  }
  return all;
}

std::expected<NamedFile, Problems> set_file(const Share& share, const std::string& named) {
  const std::string shipped = fmt::format("indicator-sets/{}.yaml", named);
  const bool is_id = named.find_first_of("/.") == std::string::npos;
  auto bytes = listed(is_id ? share.read(shipped) : read_user_file(named, largest_data_file));
  if (!bytes) return std::unexpected(bytes.error());
  return NamedFile{is_id ? share.display_name(shipped) : named, std::move(*bytes)};
}

std::expected<indicators::IndicatorSet, Problems> find_set(const Share& share,
                                                           const std::string& named) {
  const auto ground = load_ground(share);
  if (!ground) return std::unexpected(ground.error());
  return find_set(share, named, *ground);
}

namespace {

struct MappingFile {
  std::string shown, text;
  indicators::MappingEnds ends;
};

std::expected<std::vector<MappingFile>, Problems> mapping_files(const Share& share) {
  std::vector<MappingFile> files;
  for (const auto& name : share.list("indicator-sets/mappings")) {
    auto text = listed(share.read(name));
    if (!text) return std::unexpected(text.error());
    const auto shown = share.display_name(name);
    auto ends = listed(indicators::mapping_ends(*text, shown));
    if (!ends) return std::unexpected(ends.error());
    files.push_back({shown, std::move(*text), std::move(*ends)});
  }
  return files;
}

// The files that lead from one set to the other, as few as do; none where none do.
std::vector<const MappingFile*> shortest_way(const std::vector<MappingFile>& files,
                                             const std::string& from, const std::string& to) {
  std::map<std::string, std::vector<const MappingFile*>> ways = {{from, {}}};
  for (std::size_t length = 0; length < files.size() && !ways.contains(to); ++length) {
    const auto reached = ways;
    for (const auto& file : files) {
      const auto start = reached.find(file.ends.from);
      if (start == reached.end() || ways.contains(file.ends.to)) continue;
      auto way = start->second;
      way.push_back(&file);
      ways.emplace(file.ends.to, std::move(way));
    }
  }
  const auto found = ways.find(to);
  return found == ways.end() ? std::vector<const MappingFile*>{} : found->second;
}

}  // namespace

std::expected<FoundMapping, Problems> find_mapping(const Share& share,
                                                   const indicators::IndicatorSet& from,
                                                   const indicators::IndicatorSet& to,
                                                   const std::string& file) {
  FoundMapping out{{}, {from.id}, {}};
  if (!file.empty()) {
    const auto text = listed(read_user_file(file, largest_data_file));
    if (!text) return std::unexpected(text.error());
    auto mapping = indicators::load_mapping(*text, file, from, to);
    if (!mapping) return std::unexpected(mapping.error());
    return FoundMapping{std::move(*mapping), {from.id, to.id}, {}};
  }
  if (from.id == to.id) {
    return FoundMapping{indicators::same_codes(from, to), {from.id, to.id}, {}};
  }
  const auto files = mapping_files(share);
  if (!files) return std::unexpected(files.error());
  const auto way = shortest_way(*files, from.id, to.id);
  if (way.empty()) {
    return std::unexpected(
        Problems{fail(errors::no_mapping, {{"from", from.id}, {"to", to.id}}).error()});
  }
  for (std::size_t i = 0; i + 1 < way.size(); ++i) {
    auto set = find_set(share, way[i]->ends.to);
    if (!set) return std::unexpected(set.error());
    out.between.push_back(std::move(*set));
  }
  for (std::size_t i = 0; i < way.size(); ++i) {
    const auto& before = i == 0 ? from : out.between[i - 1];
    const auto& after = i + 1 == way.size() ? to : out.between[i];
    auto step = indicators::load_mapping(way[i]->text, way[i]->shown, before, after);
    if (!step) return std::unexpected(step.error());
    out.mapping = i == 0 ? std::move(*step) : indicators::composed(out.mapping, *step);
    out.way.push_back(after.id);
  }
  return out;
}

bool is_mapping(std::string_view text, std::string_view file) {
  const auto root = yaml::parse(text, file);
  return root && root->is_map() && !root->has("id") && (root->has("from") || root->has("to"));
}

std::expected<indicators::Mapping, Problems> check_mapping(const Share& share,
                                                           const NamedFile& file,
                                                           const EndFiles& sets) {
  const auto ends = listed(indicators::mapping_ends(file.bytes, file.name));
  if (!ends) return std::unexpected(ends.error());
  const auto end = [&](const std::string& id, const std::string& named) {
    auto set = find_set(share, named.empty() ? id : named);
    if (set || !named.empty() || share_has(share, id)) return set;
    return decltype(set)(std::unexpected(Problems{
        fail(errors::mapping_of_unknown_set, {{"file", file.name}, {"set", id}}).error()}));
  };
  const auto from = end(ends->from, sets.from), to = end(ends->to, sets.to);
  Problems problems;
  for (const auto* set : {&from, &to}) {
    if (!*set) std::ranges::copy(set->error(), std::back_inserter(problems));
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return indicators::load_mapping(file.bytes, file.name, *from, *to);
}

std::expected<workflow::Workflow, Problems> shipped_workflow(const Share& share) {
  const std::string name = "workflow/round.yaml";
  auto bytes = share.read(name);
  if (!bytes) return std::unexpected(Problems{bytes.error()});
  return workflow::load_workflow({name, std::move(*bytes)},
                                 {assessment::all_roles(), organisation::all_unit_kinds()});
}

std::expected<workflow::Notices, Problems> shipped_notices(const Share& share,
                                                           const workflow::Workflow& flow) {
  const std::string name = "workflow/notices.yaml";
  auto bytes = share.read(name);
  if (!bytes) return std::unexpected(Problems{bytes.error()});
  return workflow::load_notices({name, std::move(*bytes)}, flow, assessment::all_roles());
}

std::expected<indicators::TrendReference, Problems> trend_reference(const Share& share) {
  indicators::TrendReference reference;
  const auto published = listed(share.read(published_name));
  if (!published) return std::unexpected(published.error());
  auto results = indicators::load_published(*published, share.display_name(published_name));
  if (!results) return std::unexpected(results.error());
  reference.published = std::move(*results);
  const auto sets = shipped_sets(share);
  if (!sets) return std::unexpected(sets.error());
  for (const auto& [id, set] : *sets) reference.versions.emplace(id, set.version);
  for (const auto& name : share.list("indicator-sets/mappings")) {
    auto mapping = shipped_mapping(share, name, *sets);
    if (!mapping) return std::unexpected(mapping.error());
    reference.mappings.push_back({mapping->from, mapping->to, indicators::pairs_of(*mapping)});
  }
  return reference;
}

std::expected<assessment::SetShelf, Problems> set_shelf(
    const Share& share, std::vector<indicators::KnownMapping> mappings) {
  const auto sets = shipped_sets(share);
  if (!sets) return std::unexpected(sets.error());
  assessment::SetShelf shelf;
  for (const auto& [id, set] : *sets) {
    shelf.sets.push_back({set.id, set.version, set.sha256, set.title});
  }
  shelf.find = [&share](const std::string& id) { return round_set_files(share, id); };
  shelf.mappings = std::move(mappings);
  return shelf;
}

Result<std::unique_ptr<assessment::Library>> new_library(const Share& share) {
  auto lexicon = load_lexicon(share);
  if (!lexicon) return std::unexpected(lexicon.error());
  return std::make_unique<assessment::Library>(
      std::make_shared<const reading::Lexicon>(std::move(*lexicon)));
}

int refuse(const Context& context, const Problems& problems) {
  for (const auto& problem : problems) context.report(problem);
  return 1;
}

}  // namespace liem::app
