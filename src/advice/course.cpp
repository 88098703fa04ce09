#include "advice/course.h"

#include <algorithm>
#include <limits>
#include <map>

#include "advice/course_prices.h"

namespace liem::advice::course {
namespace {

using knapsack::Budget;
using knapsack::Items;
using knapsack::Limits;
using knapsack::Option;
using knapsack::price_bits;

struct State {
  Option so_far;
  Standing at;
  Wide rank = 0;  // its bound
};
using States = std::vector<State>;

constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

bool cheaper(const Option& a, const Option& b) {
  if (a.money != b.money) return a.money < b.money;
  if (a.days != b.days) return a.days < b.days;
  return knapsack::goes_before(a.items, b.items);
}

bool better(const Option& a, const Option& b) {
  return a.value != b.value ? a.value > b.value : cheaper(a, b);
}

// Values of criteria whose actions are all decided, computed once.
class Closed {
 public:
  explicit Closed(const Problem& problem) : problem_(problem), known_(problem.runs.size()) {
    for (std::size_t run = 0; run < problem.runs.size(); ++run) {
      known_[run].resize(problem.runs[run].joint->leaves.size());
    }
  }
  std::optional<std::int64_t> value(std::size_t run, std::size_t leaf, const State& state) {
    const Joint::Leaf& closed = problem_.runs[run].joint->leaves[leaf];
    Standing key;
    for (const auto piece : closed.pieces) key.push_back(state.at[piece]);
    auto& known = known_[run][leaf];
    const auto found = known.find(key);
    if (found != known.end()) return found->second;
    const auto value = problem_.runs[run].value_of(leaf, state.so_far.items & closed.actions);
    known.emplace(std::move(key), value);
    return value;
  }

 private:
  const Problem& problem_;
  std::vector<std::vector<std::map<Standing, std::optional<std::int64_t>>>> known_;
};

// What deciding one action of a run means for the rest.
struct Step {
  std::size_t action = 0;
  std::vector<std::pair<std::size_t, std::size_t>> moves;  // pieces, with their own step
  std::vector<std::size_t> closes;                         // leaves
  // Of the actions decided before: those it needs, those it cannot go with, those that need it.
  Items needs, excludes, needed_by;
  Items asked;  // of those decided before, those that this or a later one needs or excludes
};

bool names(const std::vector<std::size_t>& list, std::size_t action) {
  return std::ranges::find(list, action) != list.end();
}

void find_links(const std::vector<Action>& actions, const Joint& joint, std::vector<Step>& steps) {
  for (std::size_t later = 0; later < steps.size(); ++later) {
    const auto own = joint.course[later];
    for (std::size_t before = 0; before < later; ++before) {
      const auto other = joint.course[before];
      const bool needs = names(actions[own].needs, other);
      const bool needed = names(actions[other].needs, own);
      const bool apart = names(actions[own].excludes, other) || names(actions[other].excludes, own);
      if (needs) steps[later].needs.set(other);
      if (needed) steps[later].needed_by.set(other);
      if (apart) steps[later].excludes.set(other);
      if (!needs && !needed && !apart) continue;
      for (std::size_t step = before + 1; step <= later; ++step) steps[step].asked.set(other);
    }
  }
}

std::vector<Step> steps_of(const std::vector<Action>& actions, const Joint& joint) {
  std::vector<Step> steps(joint.course.size());
  for (std::size_t step = 0; step < steps.size(); ++step) steps[step].action = joint.course[step];
  for (std::size_t p = 0; p < joint.pieces.size(); ++p) {
    const auto& own = joint.pieces[p].steps;
    for (std::size_t i = 0; i < own.size(); ++i) steps[own[i]].moves.emplace_back(p, i);
  }
  for (std::size_t leaf = 0; leaf < joint.leaves.size(); ++leaf) {
    steps[joint.leaves[leaf].closes - 1].closes.push_back(leaf);
  }
  find_links(actions, joint, steps);
  return steps;
}

class Search {
 public:
  Search(const Problem& problem, const Budget& budget, const Limits& limits, Closed& closed)
      : problem_(problem),
        budget_(budget),
        limits_(limits),
        closed_(closed),
        stages_(stages_of(problem)) {
    for (const auto& run : problem.runs) {
      decided_.push_back(decided_before(*run.joint));
      steps_.push_back(steps_of(*problem.actions, *run.joint));
    }
  }

  std::size_t states() const { return states_; }

  // Nothing where the limit was met, or no choice keeps the budget.
  std::optional<Option> most_value() {
    aim_ = {Aim::What::value, budget_, 0};
    const Partial root = start();
    fit(root, 100);
    const auto more = [&](const State& state) {
      return !best_ || value_of(state.rank) > best_->value;
    };
    for (const std::size_t width : {std::size_t{32}, std::size_t{512}}) {
      run(more, 0, width);
      if (best_) fit_along(*best_);
    }
    if (!run(more, 0, everything)) return std::nullopt;
    return best_;
  }

  // Of choices with at least this value the cheapest; `known` is one.
  std::optional<Option> cheapest(const Option& known) {
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
    if (!run_staged(good_enough, 0, everything)) return std::nullopt;
    return best_;
  }

  // All that may be within twice the slack of `best`.
  std::optional<std::vector<Option>> within(const Option& best, std::int64_t slack) {
    aim_ = {Aim::What::value, budget_, 0};
    best_ = best;
    fit(start(), 100);
    fit_along(best);
    const auto near = [&](const State& state) {
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

  Partial start() const { return {0, Option{}, first_standing(0)}; }
  Standing first_standing(std::size_t run) const {
    return Standing(run < problem_.runs.size() ? problem_.runs[run].joint->pieces.size() : 0, 0);
  }

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
    State state{Option{}, first_standing(0), 0};
    const std::size_t every = std::max<std::size_t>(1, stages_.size() / most);
    for (std::size_t stage = 0; stage < stages_.size(); ++stage) {
      if (stage > 0 && stage % every == 0) fit({stage, state.so_far, state.at}, 25);
      States next;
      expand(state, stage, next);
      const auto on_way = std::ranges::find_if(next, [&](const State& one) {
        return (one.so_far.items & decided_items(stage)) == (choice.items & decided_items(stage));
      });
      if (on_way == next.end()) return;
      state = std::move(*on_way);
    }
  }
  // The actions up to a stage.
  Items decided_items(std::size_t stage) const {
    Items out;
    for (std::size_t s = 0; s <= stage; ++s) {
      const auto [run, step] = stages_[s];
      if (run < problem_.runs.size()) {
        out.set(problem_.runs[run].joint->course[step]);
      } else {
        for (const auto& option : problem_.groups[step]) out |= option.items;
      }
    }
    return out;
  }

  void expand(const State& state, std::size_t stage, States& out) {
    const auto [run, step] = stages_[stage];
    if (run < problem_.runs.size()) {
      decide(state, run, step, Decision::leave, out);
      decide(state, run, step, Decision::take, out);
      return;
    }
    for (const auto& option : problem_.groups[step]) {
      State next = state;
      next.so_far.value += option.value;
      next.so_far.days += option.days;
      next.so_far.money += option.money;
      next.so_far.items |= option.items;
      push(std::move(next), out);
    }
  }
  void push(State next, States& out) const {
    const bool within = next.so_far.days <= budget_.days && next.so_far.money <= budget_.money;
    if (within) out.push_back(std::move(next));
  }

  enum class Decision { leave, take };
  void decide(const State& state, std::size_t run, std::size_t at, Decision decision, States& out) {
    const Step& step = steps_[run][at];
    const bool take = decision == Decision::take;
    const Items& before = state.so_far.items;
    const bool breaks = take ? (step.needs & ~before).any() || (step.excludes & before).any()
                             : (step.needed_by & before).any();
    if (breaks) return;
    State next = state;
    if (take) {
      const Action& action = (*problem_.actions)[step.action];
      next.so_far.days += action.day_hundredths;
      next.so_far.money += action.money;
      next.so_far.items.set(step.action);
    }
    const Joint& joint = *problem_.runs[run].joint;
    for (const auto& [piece, own] : step.moves) {
      move(joint.pieces[piece], own, take, next.at[piece]);
    }
    for (const auto leaf : step.closes) {
      const auto value = closed_.value(run, leaf, next);
      if (!value) return;
      next.so_far.value += *value;
      for (const auto piece : joint.leaves[leaf].pieces) next.at[piece] = 0;
    }
    if (at + 1 == joint.course.size()) next.at = first_standing(run + 1);
    push(std::move(next), out);
  }
  static void move(const Piece& piece, std::size_t own, bool take, std::int64_t& at) {
    if (!piece.listed) {
      if (take) at = std::min(piece.room, at + piece.adds[own]);
      return;
    }
    at = (take ? piece.taken : piece.left)[own][static_cast<std::size_t>(at)];
  }

  template <class GoodEnough>
  bool run(const GoodEnough& good_enough, std::int64_t slack, std::size_t width) {
    return run_staged([&](const State& state, std::size_t) { return good_enough(state); }, slack,
                      width);
  }
  template <class GoodEnough>
  bool run_staged(const GoodEnough& good_enough, std::int64_t slack, std::size_t width) {
    last_ = {State{Option{}, first_standing(0), 0}};
    for (std::size_t stage = 0; stage < stages_.size(); ++stage) {
      States grown, next;
      for (const auto& state : last_) {
        next.clear();
        expand(state, stage, next);
        for (auto& one : next) {
          if (++states_ > limits_.states) return false;
          one.rank = least_bound(stage + 1, one);
          if (good_enough(one, stage + 1)) grown.push_back(std::move(one));
        }
      }
      drop_beaten(grown, stage + 1, slack);
      if (grown.size() > width) {
        std::ranges::stable_sort(grown, std::greater{}, &State::rank);
        grown.resize(width);
      }
      last_ = std::move(grown);
    }
    for (const auto& state : last_) {
      if (!best_ || better(state.so_far, *best_)) best_ = state.so_far;
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

  // What must be the same of two for one to beat the other: pieces whose standings are not
  // ordered, and actions that later ones ask for.
  Standing likeness(const State& state, std::size_t stage) const {
    if (stage == stages_.size()) return {};
    const auto [run, step] = stages_[stage];
    if (run == problem_.runs.size()) return {};
    const Joint& joint = *problem_.runs[run].joint;
    Standing out;
    for (std::size_t p = 0; p < joint.pieces.size(); ++p) {
      if (!is_ordered(joint.pieces[p], decided_[run][step][p])) out.push_back(state.at[p]);
    }
    const Items& asked = steps_[run][step].asked;
    for (auto i = asked._Find_first(); i < asked.size(); i = asked._Find_next(i)) {
      out.push_back(state.so_far.items.test(i) ? 1 : 0);
    }
    return out;
  }
  // Nothing moves it any more, or a higher standing is worth no less.
  static bool is_ordered(const Piece& piece, std::size_t own) {
    return piece.rising || own == piece.steps.size();
  }
  // Whether every piece of `a` is worth no less than that of `b`, whatever follows.
  bool stands_no_lower(const State& a, const State& b, std::size_t stage) const {
    const auto run = stage == stages_.size() ? problem_.runs.size() : stages_[stage].run;
    if (run == problem_.runs.size()) return true;
    const Joint& joint = *problem_.runs[run].joint;
    for (std::size_t p = 0; p < joint.pieces.size(); ++p) {
      if (a.at[p] == b.at[p]) continue;
      const Piece& piece = joint.pieces[p];
      if (piece.rising && a.at[p] > b.at[p]) continue;
      if (!piece.listed || decided_[run][stages_[stage].step][p] < piece.steps.size()) return false;
      const auto gain = [&](std::int64_t at) { return piece.gain[static_cast<std::size_t>(at)]; };
      if (gain(a.at[p]) <= gain(b.at[p])) return false;
    }
    return true;
  }

  // Drops states that another beats or equals in all, as far as it looks: every pair among few,
  // else those likely to beat many.
  void drop_beaten(States& states, std::size_t stage, std::int64_t slack) const {
    std::map<Standing, States> alike;
    for (auto& state : states) alike[likeness(state, stage)].push_back(std::move(state));
    states.clear();
    for (auto& [key, list] : alike) {
      std::ranges::sort(list,
                        [](const State& a, const State& b) { return better(a.so_far, b.so_far); });
      keep_unbeaten(list, stage, slack, states);
    }
  }
  void keep_unbeaten(States& list, std::size_t stage, std::int64_t slack, States& kept) const {
    constexpr std::size_t looked_at = 128;
    const std::size_t first = kept.size();
    std::vector<std::size_t> rivals;  // places in kept, the strongest bounds first
    for (auto& one : list) {
      const bool beaten = std::ranges::any_of(
          rivals, [&](std::size_t place) { return beats(kept[place], one, stage, slack); });
      if (beaten) continue;
      kept.push_back(std::move(one));
      rivals.push_back(kept.size() - 1);
      if (rivals.size() > looked_at) {
        const auto weakest = std::ranges::min_element(
            rivals, {}, [&](std::size_t place) { return kept[place].rank; });
        rivals.erase(weakest);
      }
    }
    drop_same_standing(kept, first, stage, slack);
  }
  // Among all of one standing, as listed groups are.
  void drop_same_standing(States& kept, std::size_t first, std::size_t stage,
                          std::int64_t slack) const {
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
        kept.back().rank = least_bound(stage, kept.back());
      }
    }
  }
  bool beats(const State& a, const State& b, std::size_t stage, std::int64_t slack) const {
    const Option &one = a.so_far, &other = b.so_far;
    if (one.days > other.days || one.money > other.money) return false;
    if (one.value < other.value + 2 * slack || (slack > 0 && one.value == other.value))
      return false;
    const bool same =
        one.value == other.value && one.days == other.days && one.money == other.money;
    if (same && !knapsack::goes_before(one.items, other.items)) return false;
    return stands_no_lower(a, b, stage);
  }

  const Problem& problem_;
  Budget budget_;
  Limits limits_;
  Closed& closed_;
  std::vector<Stage> stages_;
  std::vector<std::vector<std::vector<std::size_t>>> decided_;
  std::vector<std::vector<Step>> steps_;  // by run
  Aim aim_;
  std::vector<Fit> fits_;
  std::size_t states_ = 0;
  std::optional<Option> best_;
  States last_;
};

}  // namespace

knapsack::Answer solve(const Problem& problem, const Budget& budget, const Limits& limits) {
  Closed closed(problem);
  Search search(problem, budget, limits, closed);
  auto most = search.most_value();
  if (!most) return {std::nullopt, search.states() > limits.states};
  Search second(problem, budget, limits, closed);
  const auto cheapest = second.cheapest(*most);
  return {knapsack::Solved{cheapest.value_or(*most), search.states() + second.states()}, false};
}

std::optional<std::vector<Option>> near_best(const Problem& problem, const Budget& budget,
                                             std::int64_t slack, const Limits& limits) {
  Closed closed(problem);
  Search first(problem, budget, limits, closed);
  const auto best = first.most_value();
  if (!best) return std::nullopt;
  Search second(problem, budget, limits, closed);
  return second.within(*best, slack);
}

}  // namespace liem::advice::course
