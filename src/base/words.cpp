#include "base/words.h"

namespace liem {

Result<Words> words_at(const yaml::Node& node, std::string_view key) {
  const auto both = node.at(key);
  if (!both) return std::unexpected(both.error());
  if (auto known = both->only({"vi", "en"}); !known) return std::unexpected(known.error());
  auto vi = both->text_at("vi");
  if (!vi) return std::unexpected(vi.error());
  auto en = both->text_at("en");
  if (!en) return std::unexpected(en.error());
  return Words{std::move(*vi), std::move(*en)};
}

}  // namespace liem
