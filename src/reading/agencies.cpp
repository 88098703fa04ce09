// data/reading/agencies.yaml into the lexicon.
#include "base/yaml.h"
#include "reading/lexicon.h"

namespace liem::reading {
namespace {

Result<std::vector<yaml::Node>> list_at(const yaml::Node& root, std::string_view key) {
  const auto list = root.at(key);
  if (!list) return std::unexpected(list.error());
  return list->items();
}

Result<void> add_texts(TextSet& set, const yaml::Node& root, std::string_view key) {
  const auto items = list_at(root, key);
  if (!items) return std::unexpected(items.error());
  for (const auto& item : *items) {
    auto word = item.text();
    if (!word) return std::unexpected(word.error());
    set.insert(std::move(*word));
  }
  return {};
}

Result<std::optional<Date>> date_or_none(const yaml::Node& node, std::string_view key) {
  if (!node.has(key)) return std::optional<Date>();
  const auto date = node.date_at(key);
  if (!date) return std::unexpected(date.error());
  return std::optional(*date);
}

Result<Agency> agency_of(const yaml::Node& node) {
  if (auto known = node.only({"names", "symbols", "since", "until", "source"}); !known) {
    return std::unexpected(known.error());
  }
  const auto since = date_or_none(node, "since");
  if (!since) return std::unexpected(since.error());
  const auto until = date_or_none(node, "until");
  if (!until) return std::unexpected(until.error());
  const bool bounded = since->has_value() || until->has_value();
  auto source = bounded ? node.text_at("source") : node.text_or("source", "");
  if (!source) return std::unexpected(source.error());
  return Agency{"", *since, *until, std::move(*source), false};
}

}  // namespace

Result<void> Lexicon::add_agency(const yaml::Node& node) {
  auto agency = agency_of(node);
  if (!agency) return std::unexpected(agency.error());
  const int id = static_cast<int>(agencies.size());
  const auto names = list_at(node, "names");
  if (!names) return std::unexpected(names.error());
  for (const auto& item : *names) {
    auto name = item.text();
    if (!name) return std::unexpected(name.error());
    if (!agency_names.add(*name, id)) return std::unexpected(item.error(errors::empty_phrase));
    if (agency->name.empty()) agency->name = std::move(*name);
  }
  TextSet symbols;
  if (auto added = add_texts(symbols, node, "symbols"); !added) return added;
  agency->has_symbols = !symbols.empty();
  for (const auto& symbol : symbols) agencies_of_symbol[symbol].push_back(id);
  agencies.push_back(std::move(*agency));
  return {};
}

Result<void> Lexicon::load_agencies(const Sources::File& file) {
  const auto root = yaml::parse(file.text, file.name);
  if (!root) return std::unexpected(root.error());
  if (auto known = root->only({"titles", "guarded", "look_alikes", "agencies"}); !known)
    return known;
  const auto titles = list_at(*root, "titles");
  if (!titles) return std::unexpected(titles.error());
  for (const auto& item : *titles) {
    const auto title = item.text();
    if (!title) return std::unexpected(title.error());
    if (!agency_titles.add(*title, 0)) return std::unexpected(item.error(errors::empty_phrase));
  }
  TextSet guarded;
  if (auto added = add_texts(guarded, *root, "guarded"); !added) return added;
  for (const auto& symbol : guarded) {
    guarded_symbols.push_back({symbol, utf8::letters_of(symbol)});
  }
  std::ranges::sort(guarded_symbols, {}, &Guarded::symbol);
  if (auto added = add_texts(look_alikes, *root, "look_alikes"); !added) return added;
  const auto list = list_at(*root, "agencies");
  if (!list) return std::unexpected(list.error());
  for (const auto& node : *list) {
    if (auto added = add_agency(node); !added) return added;
  }
  return {};
}

}  // namespace liem::reading
