#include "liem/shipped.h"

#include <fmt/format.h>

#include "assessment/digest.h"

namespace liem::app {
namespace {

constexpr std::size_t largest_file = std::size_t{16} << 20;

}  // namespace

std::expected<law::Law, Problems> shipped_law(const Share& share) {
  std::vector<law::File> files;
  for (const auto& name : share.list("law")) {
    auto text = listed(share.read(name));
    if (!text) return std::unexpected(text.error());
    files.push_back({share.display_name(name), std::move(*text)});
  }
  return law::load_law(files);
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

std::expected<indicators::IndicatorSet, Problems> find_set(const Share& share,
                                                           const std::string& named) {
  const auto items = shipped_items(share);
  if (!items) return std::unexpected(items.error());
  const std::string shipped = fmt::format("indicator-sets/{}.yaml", named);
  const bool is_id = named.find_first_of("/.") == std::string::npos;
  const auto bytes = listed(is_id ? share.read(shipped) : read_user_file(named, largest_file));
  if (!bytes) return std::unexpected(bytes.error());
  return indicators::load_set(*bytes, is_id ? share.display_name(shipped) : named, *items,
                              assessment::sha256_of(*bytes));
}

int refuse(const Context& context, const Problems& problems) {
  for (const auto& problem : problems) context.report(problem);
  return 1;
}

}  // namespace liem::app
