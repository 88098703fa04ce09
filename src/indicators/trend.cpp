#include "indicators/trend.h"

#include <algorithm>
#include <map>

namespace liem::indicators {
namespace {

CodePairs own_codes(const IndicatorSet& set) {
  CodePairs pairs;
  for (const auto* leaf : leaves_of(set)) pairs.emplace_back(leaf->code, leaf->code);
  return pairs;
}

void add(Points& sum, const Points& points) {
  sum.reached += points.reached;
  sum.reachable += points.reachable;
  sum.maximum += points.maximum;
}

bool same_leaf(const Criterion* before, const Criterion* after) {
  return before != nullptr && after != nullptr && before->leaf && after->leaf &&
         before->points == after->points && before->leaf->rule_written == after->leaf->rule_written;
}

}  // namespace

std::optional<CodePairs> way_between(const IndicatorSet& from, const IndicatorSet& to,
                                     const std::vector<KnownMapping>& mappings) {
  if (from.id == to.id) return pairs_of(same_codes(from, to));
  std::map<std::string, CodePairs> reached = {{from.id, own_codes(from)}};
  // Each round leads one set further, so there are no more rounds than mappings.
  for (std::size_t round = 0; round < mappings.size() && !reached.contains(to.id); ++round) {
    for (const auto& mapping : mappings) {
      if (!reached.contains(mapping.from) || reached.contains(mapping.to)) continue;
      reached.emplace(mapping.to, joined(reached.at(mapping.from), mapping.pairs));
    }
  }
  const auto found = reached.find(to.id);
  if (found == reached.end()) return std::nullopt;
  return found->second;
}

bool same_by_criterion(const IndicatorSet& from, const IndicatorSet& to, const CodePairs& pairs) {
  if (from.sha256 == to.sha256) return true;
  if (pairs.size() != leaves_of(from).size() || pairs.size() != leaves_of(to).size()) return false;
  return std::ranges::all_of(pairs, [&](const auto& pair) {
    return same_leaf(from.find(pair.first), to.find(pair.second));
  });
}

Score led_to(const CodePairs& pairs, const Score& before) {
  Score led;
  for (const auto& [old_code, new_code] : pairs) {
    const auto* leaf = before.find(old_code);
    if (leaf == nullptr) continue;
    CriterionScore under_new = *leaf;
    under_new.code = new_code;
    led.total.children.push_back(std::move(under_new));
  }
  return led;
}

ComparablePart comparable_part(const CodePairs& pairs, const Score& before, const Score& after) {
  ComparablePart part;
  for (const auto& [old_code, new_code] : pairs) {
    const auto* old_leaf = before.find(old_code);
    const auto* new_leaf = after.find(new_code);
    if (old_leaf == nullptr || new_leaf == nullptr || old_leaf->state != State::scored ||
        new_leaf->state != State::scored) {
      continue;
    }
    ++part.criteria;
    add(part.before, old_leaf->points);
    add(part.after, new_leaf->points);
  }
  return part;
}

bool broken_between(const PublishedPoint& before, const PublishedPoint& after) {
  return !before.set || !after.set || *before.set != *after.set;
}

}  // namespace liem::indicators
