#include "indicators/set.h"

#include <algorithm>

#include "indicators/mapping.h"

namespace liem::indicators {
namespace {

bool walk_to(const std::vector<Criterion>& criteria, std::string_view code,
             std::vector<const Criterion*>& path) {
  for (const auto& criterion : criteria) {
    path.push_back(&criterion);
    if (criterion.code == code || walk_to(criterion.children, code, path)) return true;
    path.pop_back();
  }
  return false;
}

}  // namespace

std::string_view name_of(Provenance provenance) {
  return provenance == Provenance::published ? "published" : "assumed";
}

std::vector<const Criterion*> IndicatorSet::path_to(std::string_view code) const {
  std::vector<const Criterion*> path;
  walk_to(criteria, code, path);
  return path;
}

bool rests_on_law(const IndicatorSet& set) {
  return std::ranges::any_of(leaves_of(set),
                             [](const Criterion* one) { return !law_of(one->leaf->rule).empty(); });
}

const Criterion* IndicatorSet::find(std::string_view code) const {
  const auto path = path_to(code);
  return path.empty() ? nullptr : path.back();
}

}  // namespace liem::indicators
