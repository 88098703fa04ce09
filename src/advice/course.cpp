#include "advice/course.h"

#include <algorithm>
#include <limits>

#include "advice/course_prices.h"
#include "advice/course_rivals.h"
#include "advice/course_walk.h"

namespace liem::advice::course {
namespace {

using knapsack::Budget;
using knapsack::cost_of;
using knapsack::Limits;
using knapsack::Option;
using knapsack::price_bits;

constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

// One search, stage by stage: states that none beats and whose bound is good enough go on.
class Search {
 public:
  Search(Walk& walk, const Limits& limits)
      : walk_(walk), problem_(walk.problem()), budget_(walk.budget()), limits_(limits) {}

  std::size_t states() const { return states_; }

  // Nothing where the limit was met, or no choice keeps the budget.
  std::optional<Option> most_value() {
    aim_ = {Aim::What::value, budget_, 0};
    fit(start(), 100);
    const auto more = [&](const State& state, std::size_t) {
      return !best_ || value_of(state.rank) > best_->value;
    };
    approach(more);
    if (!run(more, 0, everything)) return std::nullopt;
    return best_;
  }

  // Of choices with at least this value the cheapest; `known` is one.
  knapsack::Solved cheapest(const Option& known) {
    best_ = known;
    aim_ = {Aim::What::value, budget_, 0};
    fit(start(), 100);
    fit_along(known);
    const std::vector<Fit> by_value = std::move(fits_);
    const Aim value_aim = aim_;
    aim_ = {Aim::What::cost, budget_, known.value};
    fits_.clear();
    fit(start(), 100);
    const auto good_enough = [&](const State& state, std::size_t stage) {
      if (-floor_of(state.rank) > cost_of(*best_, budget_)) return false;
      return std::ranges::all_of(by_value, [&](const Fit& one) {
        return value_of(bound_of(one, value_aim, stage, state.so_far, state.at)) >= known.value;
      });
    };
    approach(good_enough);
    if (run(good_enough, 0, everything)) return {*best_, states_, true, best_->money};
    const Wide least = -floor_of(least_bound(0, walk_.start()));
    return {*best_, states_, false,
            std::clamp(knapsack::money_in(least, budget_), std::int64_t{0}, best_->money)};
  }

  // All that may be within twice the slack of `best`.
  std::optional<std::vector<Option>> within(const Option& best, std::int64_t slack) {
    aim_ = {Aim::What::value, budget_, 0};
    best_ = best;
    fit(start(), 100);
    fit_along(best);
    const auto near = [&](const State& state, std::size_t) {
      return value_of(state.rank) + 2 * slack >= best.value;
    };
    if (!run(near, slack, everything)) return std::nullopt;
    std::vector<Option> out;
    for (auto& state : last_) out.push_back(std::move(state.so_far));
    return out;
  }

 private:
  static Wide floor_of(Wide bound) { return bound >> price_bits; }
  // Of a bound on values, which come in grains.
  Wide value_of(Wide bound) const {
    const Wide all = floor_of(bound), rest = all % problem_.grain;
    return all - (rest < 0 ? rest + problem_.grain : rest);
  }

  Partial start() const { return {0, Option{}, walk_.start().at}; }

  void fit(const Partial& from, int tries) {
    Wide known = best_ ? Wide{best_->value} << price_bits : Wide{0};
    if (aim_.what == Aim::What::cost) known = -(cost_of(*best_, budget_) << price_bits);
    fits_.push_back(
        good_fit(problem_, aim_, from, known, fits_.empty() ? nullptr : &fits_[0], tries));
  }
  // Prices for what is left on the way of one good choice.
  void fit_along(const Option& choice) {
    constexpr std::size_t most = 4;
    fits_.erase(fits_.begin() + 1, fits_.end());
    State state = walk_.start();
    const std::size_t every = std::max<std::size_t>(1, walk_.stages() / most);
    for (std::size_t stage = 0; stage < walk_.stages(); ++stage) {
      if (stage > 0 && stage % every == 0) fit({stage, state.so_far, state.at}, 25);
      States next;
      walk_.expand(state, stage, next);
      const auto decided = walk_.decided_items(stage);
      const auto on_way = std::ranges::find_if(next, [&](const State& one) {
        return (one.so_far.items & decided) == (choice.items & decided);
      });
      if (on_way == next.end()) return;
      state = std::move(*on_way);
    }
  }

  // Narrow passes first, for something to beat.
  template <class GoodEnough>
  void approach(const GoodEnough& good_enough) {
    for (const std::size_t width : {std::size_t{32}, std::size_t{512}}) {
      run(good_enough, 0, width);
      if (best_) fit_along(*best_);
    }
  }

  template <class GoodEnough>
  bool run(const GoodEnough& good_enough, std::int64_t slack, std::size_t width) {
    const Rivals rivals(walk_, slack);
    last_ = {walk_.start()};
    for (std::size_t stage = 0; stage < walk_.stages(); ++stage) {
      const auto bound = [&](const State& one) { return least_bound(stage + 1, one); };
      States grown, next;
      for (const auto& state : last_) {
        next.clear();
        walk_.expand(state, stage, next);
        for (auto& one : next) {
          if (++states_ > limits_.states) return false;
          one.rank = bound(one);
          if (good_enough(one, stage + 1)) grown.push_back(std::move(one));
        }
      }
      rivals.drop_beaten(grown, stage + 1, bound);
      if (grown.size() > width) {
        std::ranges::stable_sort(grown, std::greater{}, &State::rank);
        grown.resize(width);
      }
      last_ = std::move(grown);
    }
    for (const auto& state : last_) {
      if (!best_ || knapsack::better(state.so_far, *best_)) best_ = state.so_far;
    }
    return true;
  }
  Wide least_bound(std::size_t stage, const State& state) const {
    Wide least = bound_of(fits_[0], aim_, stage, state.so_far, state.at);
    for (std::size_t i = 1; i < fits_.size(); ++i) {
      least = std::min(least, bound_of(fits_[i], aim_, stage, state.so_far, state.at));
    }
    return least;
  }

  Walk& walk_;
  const Problem& problem_;
  const Budget& budget_;
  Limits limits_;
  Aim aim_;
  std::vector<Fit> fits_;
  std::size_t states_ = 0;
  std::optional<Option> best_;
  States last_;
};

}  // namespace

knapsack::Answer solve(const Problem& problem, const Budget& budget, const Limits& limits) {
  Walk walk(problem, budget);
  Search search(walk, limits);
  const auto most = search.most_value();
  if (!most) return {std::nullopt, search.states() > limits.states};
  knapsack::Solved found = Search(walk, limits).cheapest(*most);
  found.states += search.states();
  return {std::move(found), false};
}

std::optional<std::vector<Option>> near_best(const Problem& problem, const Budget& budget,
                                             std::int64_t slack, const Limits& limits) {
  Walk walk(problem, budget);
  const auto best = Search(walk, limits).most_value();
  if (!best) return std::nullopt;
  return Search(walk, limits).within(*best, slack);
}

}  // namespace liem::advice::course
