#include "items.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/yaml.h"
#include "text/words.h"

namespace liem::golden {
namespace {

// Letters without marks, digits and punctuation: documents differ in how they write marks.
std::string plain(std::string_view text) {
  std::string out = text::folded(text::in_one_line(text));
  std::erase_if(out, [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == ' '; });
  return out;
}

bool starts(const Document& document, const reading::Figure& figure, const std::string& quote) {
  const auto rest = text::clip(document.text, figure.span.begin, quote.size() * 2 + 60);
  return plain(rest).starts_with(plain(quote));
}

Result<std::vector<ItemTruth>> truths_of(const yaml::Node& node) {
  std::vector<ItemTruth> out;
  const auto entries = node.items();
  if (!entries) return std::unexpected(entries.error());
  for (const auto& entry : *entries) {
    const auto pair = entry.entries();
    if (!pair) return std::unexpected(pair.error());
    for (const auto& [quote, item] : *pair) {
      auto id = item.text();
      if (!id) return std::unexpected(id.error());
      out.push_back({quote, std::move(*id)});
    }
  }
  return out;
}

}  // namespace

Result<ItemTruths> load_item_truths(const std::string& file) {
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  const auto root = yaml::parse(text.str(), file);
  if (!root) return std::unexpected(root.error());
  const auto documents = root->entries();
  if (!documents) return std::unexpected(documents.error());
  ItemTruths out;
  for (const auto& [name, list] : *documents) {
    auto truths = truths_of(list);
    if (!truths) return std::unexpected(truths.error());
    out[name] = std::move(*truths);
  }
  return out;
}

ItemTally& ItemTally::operator+=(const ItemTally& other) {
  truth += other.truth;
  right += other.right;
  for (std::size_t i = 0; i < linked.size(); ++i) {
    linked[i] += other.linked[i];
    wrong[i] += other.wrong[i];
  }
  misses.insert(misses.end(), other.misses.begin(), other.misses.end());
  return *this;
}

ItemTally compare_items(const Document& document, const reading::Reading& reading,
                        const std::vector<ItemTruth>& truths) {
  ItemTally out;
  std::vector<bool> met(truths.size(), false), found(truths.size(), false);
  for (const auto& figure : reading.figures) {
    const auto words = text::in_one_line(text::clip(document.text, figure.span.begin, 60));
    std::vector<std::size_t> meant;
    for (std::size_t i = 0; i < truths.size(); ++i) {
      if (starts(document, figure, truths[i].quote)) meant.push_back(i);
    }
    for (const std::size_t i : meant) met[i] = true;
    for (const auto& link : figure.items) {
      const auto level = static_cast<std::size_t>(link.confidence);
      ++out.linked[level];
      const auto truth =
          std::ranges::find_if(meant, [&](std::size_t i) { return truths[i].item == link.item; });
      if (truth != meant.end()) {
        found[*truth] = true;
        continue;
      }
      ++out.wrong[level];
      out.misses.push_back(fmt::format("{}: {} link: {} by {} [{}]", document.name,
                                       figures::name_of(link.confidence), link.item, link.rule,
                                       words));
    }
  }
  for (std::size_t i = 0; i < truths.size(); ++i) {
    ++out.truth;
    if (found[i]) ++out.right;
    if (!found[i]) {
      out.misses.push_back(fmt::format("{}: {}: {} [{}]", document.name,
                                       met[i] ? "not linked" : "NO SUCH FIGURE", truths[i].item,
                                       truths[i].quote));
    }
  }
  return out;
}

}  // namespace liem::golden
