#include <algorithm>
#include <map>

#include "base/loading.h"
#include "indicators/errors.h"
#include "indicators/mapping.h"

namespace liem::indicators {
namespace {

using yaml::Node;

// One set of the two, and the line at which each of its leaves was mapped.
struct Side {
  const IndicatorSet& set;
  std::string_view key;
  std::map<std::string, int> lines{};
};

struct Shape {
  Change change;
  std::size_t least_from, most_from, least_to, most_to;
};

constexpr std::size_t any = 1000;
constexpr std::array<Shape, 6> shapes = {{{Change::kept, 1, 1, 1, 1},
                                          {Change::renamed, 1, 1, 1, 1},
                                          {Change::merged, 2, any, 1, 1},
                                          {Change::split, 1, 1, 2, any},
                                          {Change::dropped, 1, any, 0, 0},
                                          {Change::added, 0, 0, 1, any}}};

// "1", "2 ...", "0": how many codes of a side a change has.
std::string wanted_count(std::size_t least, std::size_t most) {
  return std::to_string(least) + (most == any ? " ..." : "");
}

class MappingReader {
 public:
  MappingReader(const IndicatorSet& from, const IndicatorSet& to)
      : from_{from, "from"}, to_{to, "to"} {}

  Mapping read(const Node& root);
  Loading& loading() { return loading_; }

 private:
  void check_id(const Node& root, const Side& side);
  std::optional<Change> read_change(const Node& node);
  std::optional<MappedCriteria> read_criteria(const Node& node);
  std::vector<std::string> read_codes(const Node& node, Side& side);
  void read_code(const Node& node, Side& side, std::vector<std::string>& codes);
  void check_shape(const Node& node, const MappedCriteria& mapped);
  void check_title(const Node& node, const MappedCriteria& mapped);
  void check_cover(const Node& list, const Side& side);

  Side from_, to_;
  Loading loading_;
};

void MappingReader::check_id(const Node& root, const Side& side) {
  const auto id = loading_.text_at(root, side.key);
  if (!id || *id == side.set.id) return;
  loading_.note(
      (*root.at(side.key))
          .error(errors::other_end,
                 {{"key", std::string(side.key)}, {"set", *id}, {"wanted", side.set.id}}));
}

std::optional<Change> MappingReader::read_change(const Node& node) {
  const auto name = loading_.text_at(node, "kind");
  if (!name) return std::nullopt;
  std::string known;
  for (const auto& shape : shapes) {
    if (name_of(shape.change) == *name) return shape.change;
    known.append(known.empty() ? "" : ", ").append(name_of(shape.change));
  }
  loading_.note(
      (*node.at("kind")).error(errors::unknown_choice, {{"value", *name}, {"known", known}}));
  return std::nullopt;
}

void MappingReader::read_code(const Node& node, Side& side, std::vector<std::string>& codes) {
  const auto code = loading_.take(node.text());
  if (!code) return;
  codes.push_back(*code);
  const auto* criterion = side.set.find(*code);
  if (criterion == nullptr || !criterion->leaf) {
    loading_.note(node.error(criterion == nullptr ? errors::no_leaf_to_map : errors::group_to_map,
                             {{"set", side.set.id}, {"code", *code}}));
    return;
  }
  const auto [first, added] = side.lines.emplace(*code, node.line());
  if (added) return;
  loading_.note(node.error(
      errors::mapped_twice,
      {{"set", side.set.id}, {"code", *code}, {"first", std::to_string(first->second)}}));
}

std::vector<std::string> MappingReader::read_codes(const Node& node, Side& side) {
  std::vector<std::string> codes;
  if (!node.has(side.key)) return codes;
  const auto list = loading_.take(node.at(side.key));
  const auto nodes = list ? loading_.take(list->items()) : std::nullopt;
  for (const auto& one : nodes.value_or(std::vector<Node>{})) read_code(one, side, codes);
  return codes;
}

void MappingReader::check_shape(const Node& node, const MappedCriteria& mapped) {
  const auto& shape = *std::ranges::find(shapes, mapped.change, &Shape::change);
  const auto within = [](std::size_t count, std::size_t least, std::size_t most) {
    return least <= count && count <= most;
  };
  if (within(mapped.from.size(), shape.least_from, shape.most_from) &&
      within(mapped.to.size(), shape.least_to, shape.most_to)) {
    return;
  }
  loading_.note(
      node.error(errors::wrong_shape, {{"kind", std::string(name_of(mapped.change))},
                                       {"from", wanted_count(shape.least_from, shape.most_from)},
                                       {"to", wanted_count(shape.least_to, shape.most_to)}}));
}

// What is kept stands under the same title, so that a new title is never passed over.
void MappingReader::check_title(const Node& node, const MappedCriteria& mapped) {
  if (mapped.change != Change::kept || mapped.from.size() != 1 || mapped.to.size() != 1) return;
  const auto* before = from_.set.find(mapped.from.front());
  const auto* after = to_.set.find(mapped.to.front());
  if (before == nullptr || after == nullptr || before->title == after->title) return;
  loading_.note(node.error(errors::kept_under_other_title,
                           {{"old_code", mapped.from.front()}, {"code", mapped.to.front()}}));
}

std::optional<MappedCriteria> MappingReader::read_criteria(const Node& node) {
  if (!loading_.check_keys(node, {"kind", "from", "to", "reason"})) return std::nullopt;
  const auto change = read_change(node);
  MappedCriteria mapped{
      change.value_or(Change::kept), read_codes(node, from_), read_codes(node, to_), {}};
  mapped.reason = loading_.words_at(node, "reason").value_or(Words{});
  if (!change) return std::nullopt;
  check_shape(node, mapped);
  check_title(node, mapped);
  return mapped;
}

void MappingReader::check_cover(const Node& list, const Side& side) {
  std::string missing;
  for (const auto* leaf : leaves_of(side.set)) {
    if (!side.lines.contains(leaf->code)) {
      missing.append(missing.empty() ? "" : ", ").append(leaf->code);
    }
  }
  if (missing.empty()) return;
  loading_.note(list.error(errors::leaf_not_mapped, {{"set", side.set.id}, {"codes", missing}}));
}

Mapping MappingReader::read(const Node& root) {
  Mapping mapping{from_.set.id, to_.set.id, Provenance::assumed, {}};
  if (!loading_.check_keys(root, {"from", "to", "provenance", "criteria"})) return mapping;
  check_id(root, from_);
  check_id(root, to_);
  if (const auto provenance = loading_.text_at(root, "provenance")) {
    if (*provenance == "published") {
      mapping.provenance = Provenance::published;
    } else if (*provenance != "assumed") {
      loading_.note((*root.at("provenance"))
                        .error(errors::unknown_choice,
                               {{"value", *provenance}, {"known", "published, assumed"}}));
    }
  }
  const auto list = loading_.take(root.at("criteria"));
  const auto nodes = list ? loading_.take(list->items()) : std::nullopt;
  if (!nodes) return mapping;
  for (const auto& node : *nodes) {
    if (auto mapped = read_criteria(node)) mapping.criteria.push_back(std::move(*mapped));
  }
  check_cover(*list, from_);
  check_cover(*list, to_);
  return mapping;
}

}  // namespace

Result<MappingEnds> mapping_ends(std::string_view text, std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::unexpected(root.error());
  auto from = root->text_at("from");
  if (!from) return std::unexpected(from.error());
  auto to = root->text_at("to");
  if (!to) return std::unexpected(to.error());
  return MappingEnds{std::move(*from), std::move(*to)};
}

std::expected<Mapping, Problems> load_mapping(std::string_view text, std::string_view file,
                                              const IndicatorSet& from, const IndicatorSet& to) {
  MappingReader reader(from, to);
  std::optional<Mapping> mapping;
  if (const auto root = reader.loading().take(yaml::parse(text, file)))
    mapping = reader.read(*root);
  if (!reader.loading().clean()) return std::unexpected(std::move(reader.loading()).problems());
  return std::move(*mapping);
}

}  // namespace liem::indicators
