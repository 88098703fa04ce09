#include "advice/course_rivals.h"

#include <algorithm>
#include <map>

namespace liem::advice::course {

void Rivals::drop_beaten(States& states, std::size_t stage,
                         const std::function<Wide(const State&)>& bound) const {
  std::map<Standing, States> alike;
  for (auto& state : states) alike[walk_.likeness(state, stage)].push_back(std::move(state));
  states.clear();
  for (auto& [key, list] : alike) {
    std::ranges::sort(list, knapsack::better, &State::so_far);
    const std::size_t first = states.size();
    keep_unbeaten(list, stage, states);
    drop_same_standing(states, first, slack_, bound);
  }
}

void Rivals::keep_unbeaten(States& list, std::size_t stage, States& kept) const {
  constexpr std::size_t looked_at = 128;
  std::vector<std::size_t> rivals;  // places in kept, the strongest bounds first
  for (auto& one : list) {
    const bool beaten = std::ranges::any_of(
        rivals, [&](std::size_t place) { return beats(kept[place], one, stage); });
    if (beaten) continue;
    kept.push_back(std::move(one));
    rivals.push_back(kept.size() - 1);
    if (rivals.size() > looked_at) {
      const auto weakest =
          std::ranges::min_element(rivals, {}, [&](std::size_t place) { return kept[place].rank; });
      rivals.erase(weakest);
    }
  }
}

// Among all of one standing, as listed groups are.
void Rivals::drop_same_standing(States& kept, std::size_t first, std::int64_t slack,
                                const std::function<Wide(const State&)>& bound) {
  if (kept.size() - first <= 1) return;
  std::map<Standing, knapsack::Group> by_standing;
  for (std::size_t i = first; i < kept.size(); ++i) {
    by_standing[std::move(kept[i].at)].push_back(std::move(kept[i].so_far));
  }
  kept.resize(first);
  for (auto& [at, group] : by_standing) {
    knapsack::drop_beaten(group, slack);
    for (auto& one : group) {
      kept.push_back({std::move(one), at, 0});
      kept.back().rank = bound(kept.back());
    }
  }
}

bool Rivals::beats(const State& a, const State& b, std::size_t stage) const {
  const knapsack::Option &one = a.so_far, &other = b.so_far;
  if (one.days > other.days || one.money > other.money) return false;
  if (one.value < other.value + 2 * slack_ || (slack_ > 0 && one.value == other.value)) {
    return false;
  }
  const bool same = one.value == other.value && one.days == other.days && one.money == other.money;
  if (same && !knapsack::goes_before(one.items, other.items)) return false;
  return walk_.stands_no_lower(a, b, stage);
}

}  // namespace liem::advice::course
