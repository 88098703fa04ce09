#include "assessment/pinned_set.h"

#include "assessment/digest.h"
#include "assessment/round_law.h"

namespace liem::assessment {

SetReference PinnedSet::reference() const { return {set.id, set.version, set.sha256, set.title}; }

std::optional<std::string> PinnedSet::law_sha256() const {
  return law_content ? std::optional(law_content->sha256) : std::nullopt;
}

std::vector<Content> PinnedSet::contents() const {
  std::vector<Content> out{set_content, items_content};
  if (law_content) out.push_back(*law_content);
  return out;
}

std::expected<PinnedSet, Problems> pin_set(const SetFiles& files, const Date& last_day) {
  auto items = figures::load_items(files.items.bytes, files.items.name);
  if (!items) return std::unexpected(items.error());
  auto set = load_round_set(files.set, *items, files.law, last_day);
  if (!set) return std::unexpected(set.error());
  auto law = assessment::law_content(*set, files.law);
  return PinnedSet{std::move(*set), std::move(*items), content_of(files.set.bytes),
                   content_of(files.items.bytes), std::move(law)};
}

}  // namespace liem::assessment
