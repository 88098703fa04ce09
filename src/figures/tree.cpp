#include "figures/tree.h"

#include <algorithm>

namespace liem::figures {

std::optional<Tree> Tree::of(std::vector<std::uint32_t> parents) {
  const std::size_t units = parents.size();
  Tree tree;
  tree.begins_.assign(units + 1, 0);
  for (const auto parent : parents) {
    if (parent != none && parent >= units) return std::nullopt;
    if (parent != none) ++tree.begins_[parent + 1];
  }
  for (std::size_t unit = 0; unit < units; ++unit) tree.begins_[unit + 1] += tree.begins_[unit];
  tree.children_.resize(tree.begins_[units]);
  auto next = tree.begins_;
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    if (parents[unit] == none) {
      tree.upwards_.push_back(unit);  // downwards for now, from the units at the top
    } else {
      tree.children_[next[parents[unit]]++] = unit;
    }
  }
  tree.parents_ = std::move(parents);
  for (std::size_t i = 0; i < tree.upwards_.size(); ++i) {
    const auto below = tree.below(tree.upwards_[i]);
    tree.upwards_.insert(tree.upwards_.end(), below.begin(), below.end());
  }
  if (tree.upwards_.size() != units) return std::nullopt;  // a circle is below no unit at the top
  std::ranges::reverse(tree.upwards_);
  return tree;
}

}  // namespace liem::figures
