#include "advice/outcomes.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "advice/standings.h"

namespace liem::advice {
namespace {

using knapsack::Items;
using knapsack::Option;

// Which of the actions belong together.
class Unions {
 public:
  explicit Unions(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t one) {
    while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
    return one;
  }
  void join(std::size_t a, std::size_t b) {  // the smaller place stays the root
    const std::size_t first = root(a), second = root(b);
    parent_[std::max(first, second)] = std::min(first, second);
  }

 private:
  std::vector<std::size_t> parent_;
};

bool same_leaf(const CriterionScore& a, const CriterionScore& b) {
  return a.state == b.state && a.points == b.points;
}

// The leaves whose rule reads a figure the action changes, and those that move with it otherwise.
std::set<std::size_t> touched(const IndicatorSet& set, const Inputs& inputs,
                              const std::vector<LeafScore>& leaves,
                              const std::vector<Action>& actions, std::size_t which) {
  std::set<std::size_t> out;
  const Score moved =
      indicators::score(set, after_actions(set, inputs, actions, with_needs(actions, which)));
  const auto after = leaf_scores(set, moved);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const auto read = indicators::inputs_of(leaves[i].criterion->leaf->rule);
    const bool reads = std::ranges::any_of(actions[which].effects, [&](const Effect& effect) {
      return std::ranges::find(read, effect.id) != read.end();
    });
    if (reads || !same_leaf(*leaves[i].score, *after[i].score)) out.insert(i);
  }
  return out;
}

// How the figures of a cluster stand after some of its actions: for each figure the action whose
// value holds (or none) and what is added. Actions that exclude or need others count themselves.
struct Standing {
  std::map<std::string, std::pair<int, Decimal>> figures;
  std::string linked;  // the bound actions chosen, as bits
  auto operator<=>(const Standing&) const = default;
};

class Enumeration {
 public:
  Enumeration(const IndicatorSet& set, const Inputs& inputs, const std::vector<Action>& actions,
              const StepsBudget& budget, std::size_t most)
      : actions_(actions), budget_(budget), most_(most) {
    rooms_ = rooms_of(set, inputs, actions);
    for (std::size_t i = 0; i < actions.size(); ++i) {
      for (const auto* list : {&actions[i].excludes, &actions[i].needs}) {
        for (const auto other : *list) {
          bound_.set(i);
          bound_.set(other);
        }
      }
    }
    number_values();
  }

  // Nothing where there are too many.
  std::optional<std::vector<knapsack::Group>> ways(const std::vector<std::size_t>& cluster) {
    std::map<Standing, knapsack::Group> all = {{Standing{}, {Option{}}}};
    for (const auto action : cluster) {
      std::map<Standing, knapsack::Group> grown = all;
      for (const auto& [standing, costs] : all) take(action, standing, costs, grown);
      all = std::move(grown);
      if (all.size() > most_) return std::nullopt;
      std::size_t ways = 0;
      for (auto& [standing, costs] : all) {
        knapsack::drop_beaten(costs, 0);
        ways += costs.size();
      }
      if (ways > 4 * most_) return std::nullopt;
    }
    std::vector<knapsack::Group> out;
    for (auto& [standing, costs] : all) {
      if (keeps_links(costs.front().items)) out.push_back(std::move(costs));
    }
    return out;
  }

 private:
  void take(std::size_t which, const Standing& standing, const knapsack::Group& costs,
            std::map<Standing, knapsack::Group>& grown) const {
    const Action& action = actions_[which];
    Standing next = standing;
    for (const auto& effect : action.effects) {
      auto& figure = next.figures.try_emplace(effect.id, -1, Decimal()).first->second;
      if (effect.value) figure.first = value_places_.at(&effect);
      if (effect.add) figure.second += *effect.add;
      const auto room = rooms_.find(effect.id);
      if (room != rooms_.end()) figure.second = std::min(figure.second, room->second);
    }
    if (bound_.test(which)) next.linked.append(std::to_string(which)).append(",");
    knapsack::Group more;
    for (Option cost : costs) {
      cost.days += action.day_hundredths;
      cost.money += action.money;
      cost.items.set(which);
      const bool within = cost.days <= budget_.day_hundredths && cost.money <= budget_.money;
      if (within) more.push_back(std::move(cost));
    }
    if (more.empty()) return;
    auto& list = grown[std::move(next)];
    list.insert(list.end(), more.begin(), more.end());
  }
  // The same value from two actions has one number.
  void number_values() {
    std::map<std::string, std::vector<const Effect*>> seen;
    for (const auto& action : actions_) {
      for (const auto& effect : action.effects) {
        if (!effect.value) continue;
        auto& values = seen[effect.id];
        const auto same = std::ranges::find_if(
            values, [&](const Effect* other) { return same_answer(*other->value, *effect.value); });
        value_places_[&effect] = static_cast<int>(same - values.begin());
        if (same == values.end()) values.push_back(&effect);
      }
    }
  }
  bool keeps_links(const Items& items) const {
    for (const auto i : actions_in(items)) {
      for (const auto need : actions_[i].needs) {
        if (!items.test(need)) return false;
      }
      for (const auto excluded : actions_[i].excludes) {
        if (items.test(excluded)) return false;
      }
    }
    return true;
  }

  const std::vector<Action>& actions_;
  StepsBudget budget_;
  std::size_t most_;
  Items bound_;  // those that exclude or need another, and those others
  std::map<const Effect*, int> value_places_;
  std::map<std::string, Decimal> rooms_;
};

// What the ways of a cluster come to, scored; ways whose answers the rules refuse are left out.
void score_ways(const IndicatorSet& set, const Inputs& inputs, const std::vector<Action>& actions,
                std::vector<knapsack::Group> ways, Cluster& cluster) {
  for (auto& costs : ways) {
    const auto chosen = actions_in(costs.front().items);
    const Inputs after = after_actions(set, inputs, actions, chosen);
    if (!chosen.empty() && !indicators::check_inputs(after, "", set).empty()) continue;
    const Score scored = indicators::score(set, after);
    const auto leaves = leaf_scores(set, scored);
    Outcome outcome{std::move(costs), {}, {}};
    for (const auto leaf : cluster.leaves) {
      outcome.counted.push_back(leaves[leaf].counted());
      outcome.states.push_back(leaves[leaf].score->state);
    }
    cluster.outcomes.push_back(std::move(outcome));
  }
}

std::vector<Cluster> gather(const IndicatorSet& set, const Inputs& inputs,
                            const std::vector<LeafScore>& leaves,
                            const std::vector<Action>& actions) {
  Unions unions(actions.size());
  std::vector<std::set<std::size_t>> touches;
  std::map<std::size_t, std::size_t> first_at_leaf;
  std::map<std::string, std::size_t> first_at_figure;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    touches.push_back(touched(set, inputs, leaves, actions, i));
    for (const auto leaf : touches[i])
      unions.join(i, first_at_leaf.try_emplace(leaf, i).first->second);
    for (const auto& effect : actions[i].effects) {
      unions.join(i, first_at_figure.try_emplace(effect.id, i).first->second);
    }
    for (const auto other : actions[i].excludes) unions.join(i, other);
    for (const auto other : actions[i].needs) unions.join(i, other);
  }
  std::map<std::size_t, Cluster> by_root;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    Cluster& cluster = by_root[unions.root(i)];
    cluster.actions.push_back(i);
    for (const auto leaf : touches[i]) {
      if (std::ranges::find(cluster.leaves, leaf) == cluster.leaves.end()) {
        cluster.leaves.push_back(leaf);
      }
    }
  }
  std::vector<Cluster> out;
  for (auto& [root, cluster] : by_root) out.push_back(std::move(cluster));
  return out;
}

}  // namespace

std::vector<std::size_t> actions_in(const Items& items) {
  std::vector<std::size_t> out;
  for (std::size_t i = items._Find_first(); i < items.size(); i = items._Find_next(i)) {
    out.push_back(i);
  }
  return out;
}

Result<std::vector<Cluster>> clusters_of(const IndicatorSet& set, const Inputs& inputs,
                                         const std::vector<Action>& actions,
                                         const StepsBudget& budget, const StepsLimits& limits) {
  const Score base = indicators::score(set, inputs);
  const auto leaves = leaf_scores(set, base);
  auto clusters = gather(set, inputs, leaves, actions);
  Enumeration enumeration(set, inputs, actions, budget, limits.together);
  for (auto& cluster : clusters) {
    auto ways = enumeration.ways(cluster.actions);
    const bool listed = ways.has_value();
    if (!listed) ways.emplace(1, knapsack::Group{Option{}});  // to do nothing
    score_ways(set, inputs, actions, std::move(*ways), cluster);
    if (listed) continue;
    auto joint = take_apart(set, inputs, actions, cluster.actions, cluster.leaves, limits);
    if (!joint) return std::unexpected(joint.error());
    cluster.joint = std::make_shared<const Joint>(std::move(*joint));
  }
  return clusters;
}

}  // namespace liem::advice
