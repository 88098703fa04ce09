#include "advice/standings.h"

#include <algorithm>
#include <numeric>

#include "advice/levers.h"

namespace liem::advice {
namespace {

// Which value holds: that of the action with this place, as long as an earlier one of the list is
// still to be decided; then the number of the value itself.
constexpr int as_now = -1, undecided = 1000;

}  // namespace

std::map<std::string, Decimal> rooms_of(const IndicatorSet& set, const Inputs& inputs,
                                        const std::vector<Action>& actions) {
  std::map<std::string, Decimal> rooms;
  std::set<std::string, std::less<>> changed, not_only_added;
  for (const auto& action : actions) {
    for (const auto& effect : action.effects) {
      changed.insert(effect.id);
      if (!effect.add || effect.add->is_negative()) not_only_added.insert(effect.id);
    }
  }
  for (const auto& action : actions) {
    for (const auto& effect : action.effects) {
      if (not_only_added.contains(effect.id) || rooms.contains(effect.id)) continue;
      const auto against = obliged_for(set, effect.id);
      if (std::ranges::any_of(against, [&](const auto& id) { return changed.contains(id); })) {
        continue;
      }
      const auto most = limit_of(set, inputs, effect.id);
      const Answer& now = inputs.at(effect.id);
      const bool given = now.state == indicators::AnswerState::given;
      if (most && given) rooms[effect.id] = std::max(Decimal(), *most - now.number());
    }
  }
  return rooms;
}

Standings::Standings(const IndicatorSet& set, const Inputs& inputs,
                     const std::vector<Action>& actions, const std::vector<std::string>& figures)
    : inputs_(inputs),
      actions_(actions),
      figures_(figures),
      rooms_(rooms_of(set, inputs, actions)) {}

// The first action of the list that puts the same value there.
int Standings::number_of_value(std::size_t figure, const Answer& value) const {
  if (same_answer(inputs_.at(figures_[figure]), value)) return as_now;
  for (std::size_t i = 0; i < actions_.size(); ++i) {
    for (const auto& effect : actions_[i].effects) {
      const bool same = effect.id == figures_[figure] && effect.value;
      if (same && same_answer(*effect.value, value)) return static_cast<int>(i);
    }
  }
  return as_now;
}

Standings::Standing Standings::after(Standing standing, std::size_t action) const {
  const int own = undecided + static_cast<int>(action);
  for (const auto& effect : actions_[action].effects) {
    const auto place = std::ranges::find(figures_, effect.id);
    if (place == figures_.end()) continue;
    auto& figure = standing[static_cast<std::size_t>(place - figures_.begin())];
    if (effect.value && (figure.first < undecided || figure.first <= own)) figure.first = own;
    if (effect.add) figure.second += *effect.add;
    const auto room = rooms_.find(effect.id);
    if (room != rooms_.end()) figure.second = std::min(figure.second, room->second);
  }
  return standing;
}

// Names a value that no action of those from `from` on can be earlier in the list than.
void Standings::settle(Standing& standing, const std::vector<std::size_t>& own,
                       std::size_t from) const {
  for (std::size_t f = 0; f < standing.size(); ++f) {
    if (standing[f].first < undecided) continue;
    const auto holder = static_cast<std::size_t>(standing[f].first - undecided);
    const auto sets = [&](std::size_t action) {
      return std::ranges::any_of(actions_[action].effects, [&](const Effect& effect) {
        return effect.id == figures_[f] && effect.value;
      });
    };
    const bool open =
        std::any_of(own.begin() + static_cast<std::ptrdiff_t>(from), own.end(),
                    [&](std::size_t action) { return action < holder && sets(action); });
    if (open) continue;
    for (const auto& effect : actions_[holder].effects) {  // its last value holds
      if (effect.id == figures_[f] && effect.value) {
        standing[f].first = number_of_value(f, *effect.value);
      }
    }
  }
}

std::int32_t Standings::number(Standing standing, const knapsack::Items& example) {
  const auto next = static_cast<std::int32_t>(examples_.size());
  const auto [place, fresh] = numbers_.try_emplace(std::move(standing), next);
  if (fresh) {
    examples_.push_back(example);
    by_number_.push_back(&place->first);
  }
  return place->second;
}

bool Standings::list(const std::vector<std::size_t>& own, std::size_t most) {
  constexpr std::size_t moves_each = 50;
  before_ = {{number(Standing(figures_.size(), {as_now, Decimal()}), {})}};
  std::size_t moves = 0;
  for (std::size_t step = 0; step < own.size(); ++step) {
    auto& taken = taken_.emplace_back();
    auto& left = left_.emplace_back();
    std::set<std::int32_t> then;
    const auto now = before_.back();
    for (const auto standing : now) {
      const Standing& from = *by_number_[static_cast<std::size_t>(standing)];
      const knapsack::Items example = examples_[static_cast<std::size_t>(standing)];
      Standing done = after(from, own[step]), not_done = from;
      settle(done, own, step + 1);
      settle(not_done, own, step + 1);
      knapsack::Items with = example;
      with.set(own[step]);
      left.push_back(number(std::move(not_done), example));
      taken.push_back(number(std::move(done), with));
      then.insert({left.back(), taken.back()});
      if (count() > most || ++moves > moves_each * most) return false;
    }
    before_.emplace_back(then.begin(), then.end());
  }
  return true;
}

void Standings::sort_by_sum() {
  std::vector<std::int32_t> order(count());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [&](std::int32_t one) {
    return (*by_number_[static_cast<std::size_t>(one)])[0].second;
  });
  std::vector<std::int32_t> rank(count());
  std::vector<knapsack::Items> examples;
  for (std::size_t i = 0; i < order.size(); ++i) {
    rank[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
    examples.push_back(examples_[static_cast<std::size_t>(order[i])]);
  }
  examples_ = std::move(examples);
  for (auto* lists : {&before_, &taken_, &left_}) {
    for (auto& list : *lists) {
      for (auto& one : list) one = rank[static_cast<std::size_t>(one)];
    }
  }
}

void Standings::hand_over(Piece& piece) {
  const auto by_standing = [&](std::size_t step, const std::vector<std::int32_t>& to) {
    std::vector<std::int32_t> out(count(), -1);
    for (std::size_t i = 0; i < to.size(); ++i) {
      out[static_cast<std::size_t>(before_[step][i])] = to[i];
    }
    return out;
  };
  for (std::size_t step = 0; step < taken_.size(); ++step) {
    piece.taken.push_back(by_standing(step, taken_[step]));
    piece.left.push_back(by_standing(step, left_[step]));
  }
  piece.before = std::move(before_);
}

}  // namespace liem::advice
