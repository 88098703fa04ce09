#include "indicators/mapping.h"

#include <algorithm>
#include <array>

namespace liem::indicators {
namespace {

constexpr std::array<std::string_view, 6> change_names = {"kept",  "renamed", "merged",
                                                          "split", "dropped", "new"};

void collect_leaves(const std::vector<Criterion>& criteria, std::vector<const Criterion*>& leaves) {
  for (const auto& criterion : criteria) {
    if (criterion.leaf) leaves.push_back(&criterion);
    collect_leaves(criterion.children, leaves);
  }
}

const MappedCriteria* with_code(const std::vector<MappedCriteria>& all, std::string_view code,
                                std::vector<std::string> MappedCriteria::* side) {
  const auto holds = [&](const MappedCriteria& one) {
    return std::ranges::find(one.*side, code) != (one.*side).end();
  };
  const auto found = std::ranges::find_if(all, holds);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name_of(Change change) { return change_names[static_cast<std::size_t>(change)]; }

const MappedCriteria* Mapping::of_old(std::string_view code) const {
  return with_code(criteria, code, &MappedCriteria::from);
}

const MappedCriteria* Mapping::of_new(std::string_view code) const {
  return with_code(criteria, code, &MappedCriteria::to);
}

std::vector<const Criterion*> leaves_of(const IndicatorSet& set) {
  std::vector<const Criterion*> leaves;
  collect_leaves(set.criteria, leaves);
  return leaves;
}

Mapping same_codes(const IndicatorSet& from, const IndicatorSet& to) {
  const auto leaf_of = [](const IndicatorSet& set, const std::string& code) {
    const auto* found = set.find(code);
    return found != nullptr && found->leaf ? found : nullptr;
  };
  Mapping mapping{from.id, to.id, Provenance::assumed, {}};
  for (const auto* leaf : leaves_of(from)) {
    const auto* same = leaf_of(to, leaf->code);
    if (same == nullptr) {
      mapping.criteria.push_back({Change::dropped, {leaf->code}, {}, leaf->title});
    } else {
      const auto change = same->title == leaf->title ? Change::kept : Change::renamed;
      mapping.criteria.push_back({change, {leaf->code}, {leaf->code}, same->title});
    }
  }
  for (const auto* leaf : leaves_of(to)) {
    if (leaf_of(from, leaf->code) != nullptr) continue;
    mapping.criteria.push_back({Change::added, {}, {leaf->code}, leaf->title});
  }
  return mapping;
}

CodePairs pairs_of(const Mapping& mapping) {
  CodePairs pairs;
  for (const auto& one : mapping.criteria) {
    if (one.change == Change::kept || one.change == Change::renamed) {
      pairs.emplace_back(one.from.front(), one.to.front());
    }
  }
  return pairs;
}

CodePairs joined(const CodePairs& first, const CodePairs& second) {
  CodePairs pairs;
  for (const auto& [old_code, between] : first) {
    const auto next = std::ranges::find(second, between, &CodePairs::value_type::first);
    if (next != second.end()) pairs.emplace_back(old_code, next->second);
  }
  return pairs;
}

}  // namespace liem::indicators
