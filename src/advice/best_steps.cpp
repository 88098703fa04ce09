#include "advice/best_steps.h"

#include <algorithm>
#include <numeric>

#include "advice/course.h"
#include "advice/errors.h"
#include "advice/outcomes.h"
#include "advice/sum_of_points.h"

namespace liem::advice {
namespace {

using knapsack::Items;
using knapsack::Option;

// What the actions chosen come to, scored in full.
struct Judged {
  Items items;
  std::int64_t days = 0, money = 0;
  Decimal total;
};

bool comes_first(const Judged& a, const Judged& b) {
  if (a.total != b.total) return a.total > b.total;
  if (a.money != b.money) return a.money < b.money;
  if (a.days != b.days) return a.days < b.days;
  return knapsack::goes_before(a.items, b.items);
}

struct Solution {
  Judged best;
  bool proven = true;
  Decimal at_most_more;
  std::size_t states = 0;
  bool proven_cheapest = true;   // of those of as many points
  std::int64_t least_money = 0;  // what any of those takes at least

  Decimal ceiling() const { return best.total + at_most_more; }
};

class Solver {
 public:
  Solver(const IndicatorSet& set, const Inputs& inputs, const std::vector<Action>& actions,
         const StepsLimits& limits)
      : set_(set), inputs_(inputs), actions_(actions), limits_(limits) {}

  Inputs after(const Items& items) const {
    return after_actions(set_, inputs_, actions_, actions_in(items));
  }
  Decimal total(const Items& items) const {
    return indicators::score(set_, after(items)).total.points.reached;
  }

  // Looks at what the actions come to, for every budget within this one.
  Result<void> prepare(const StepsBudget& most) {
    auto clusters = clusters_of(set_, inputs_, actions_, most, limits_);
    if (!clusters) return std::unexpected(clusters.error());
    clusters_ = std::move(*clusters);
    auto cases = cases_of(clusters_, limits_.cases);
    if (!cases) return std::unexpected(cases.error());
    cases_ = std::move(*cases);
    return {};
  }

  Result<Solution> solve(const StepsBudget& budget) const {
    std::optional<Solution> best;
    for (const auto& one : cases_) {
      auto answer = solve_case(one, budget);
      if (!answer) return std::unexpected(answer.error());
      if (*answer) merge(best, **answer);
    }
    LIEM_CHECK(best.has_value());  // to do nothing keeps every budget
    return std::move(*best);
  }

 private:
  static void merge(std::optional<Solution>& best, Solution next) {
    if (!best) {
      best = std::move(next);
      return;
    }
    const Decimal ceiling = std::max(best->ceiling(), next.ceiling());
    const std::size_t states = best->states + next.states;
    if (comes_first(next.best, best->best)) std::swap(*best, next);
    if (next.ceiling() >= best->best.total) {  // it may hold a choice of as many points
      best->proven_cheapest = best->proven_cheapest && next.proven_cheapest;
      best->least_money = std::min(best->least_money, next.least_money);
    }
    best->states = states;
    best->at_most_more = ceiling - best->best.total;
    best->proven = best->at_most_more.is_zero();
  }

  Judged judged(const Option& option) const {
    return {option.items, option.days, option.money, total(option.items)};
  }

  // Nothing where no choice of this case keeps the budget.
  Result<std::optional<Solution>> solve_case(const Case& which, const StepsBudget& budget) const {
    Items some;
    for (const auto* outcome : which.examples) some |= outcome->costs.front().items;
    const Score example = indicators::score(set_, after(some));
    const SumOfPoints sum(set_, example, clusters_, which);
    const knapsack::Budget limit{budget.day_hundredths, budget.money};
    const course::Problem course = course_of(sum);
    const bool listed = course.runs.empty();
    const auto found = listed ? knapsack::solve(sum.groups(), limit, {limits_.states})
                              : course::solve(course, limit, {limits_.states});
    if (found.gave_up) {
      return fail(errors::too_many_cases, {{"most", std::to_string(limits_.states)}});
    }
    if (!found.solved) return std::optional<Solution>{};
    const auto& solved = *found.solved;
    Solution answer{judged(solved.best), true, {}, solved.states, solved.proven_cheapest,
                    solved.least_money};
    if (!sum.describes(answer.best.total, solved.best.value)) {
      return fail(errors::points_do_not_add, {{"set", set_.id}});
    }
    if (sum.slack() > 0) look_again(sum, course, limit, solved.best, answer);
    return std::optional<Solution>{std::move(answer)};
  }

  // The clusters too large to list; empty where there are none.
  course::Problem course_of(const SumOfPoints& sum) const {
    const auto is_joint = [](const Cluster& cluster) { return cluster.joint != nullptr; };
    if (std::ranges::none_of(clusters_, is_joint)) return {};
    course::Problem problem{{}, sum.groups(), &actions_, 0};
    for (const auto& group : problem.groups) {
      for (const auto& option : group) problem.grain = std::gcd(problem.grain, option.value);
    }
    const Score now = indicators::score(set_, inputs_);
    const auto leaves = leaf_scores(set_, now);
    for (const auto& cluster : clusters_) {
      if (!cluster.joint) continue;
      const Joint& joint = *cluster.joint;
      course::Run run{&joint, {}, {}, {}};
      for (const auto& piece : joint.pieces) {
        auto& gains = run.gains.emplace_back();
        for (const auto gain : piece.listed ? piece.gain : piece.gain_within) {
          gains.push_back(sum.at_most(joint.leaves[piece.leaf].place, gain));
        }
      }
      for (const auto& leaf : joint.leaves) {
        run.bases.push_back(sum.at_most(leaf.place, leaf.base));
        problem.grain = std::gcd(
            problem.grain,
            sum.grain_of(leaf.place, set_.rounding, leaves[leaf.place].score->points.maximum));
      }
      run.value_of = [this, &sum, &joint](std::size_t at,
                                          const Items& items) -> std::optional<std::int64_t> {
        const auto place = joint.leaves[at].place;
        const auto points = points_after(set_, inputs_, actions_, place, items);
        if (!points) return std::nullopt;
        return sum.value_of(place, *points);
      };
      problem.runs.push_back(std::move(run));
    }
    return problem;
  }

  // Rounding above the leaves may put another choice of nearly as much first.
  void look_again(const SumOfPoints& sum, const course::Problem& course,
                  const knapsack::Budget& budget, const Option& known, Solution& answer) const {
    const knapsack::Limits limits{limits_.near_states};
    const auto near = course.runs.empty()
                          ? knapsack::near_best(sum.groups(), budget, sum.slack(), limits)
                          : course::near_best(course, budget, sum.slack(), limits);
    constexpr std::size_t most_scored = 2000;
    if (near && near->size() <= most_scored) {
      for (const auto& option : *near) {
        Judged other = judged(option);
        if (comes_first(other, answer.best)) answer.best = std::move(other);
      }
      answer.proven_cheapest = true;
      answer.least_money = answer.best.money;
      return;
    }
    answer.proven_cheapest = false;
    answer.least_money = 0;
    answer.at_most_more = std::max(Decimal(), sum.most(known.value) - answer.best.total);
    answer.proven = answer.at_most_more.is_zero();
  }

  const IndicatorSet& set_;
  const Inputs& inputs_;
  const std::vector<Action>& actions_;
  const StepsLimits& limits_;
  std::vector<Cluster> clusters_;
  std::vector<Case> cases_;  // of these clusters
};

// Also without those that need it, and those that need them.
Items without(const std::vector<Action>& actions, Items items, std::size_t which) {
  items.reset(which);
  for (bool falling = true; falling;) {
    falling = false;
    for (const auto i : actions_in(items)) {
      const bool lacks = std::ranges::any_of(actions[i].needs,
                                             [&](std::size_t need) { return !items.test(need); });
      if (lacks) items.reset(i);
      falling = falling || lacks;
    }
  }
  return items;
}

Problems one(Error error, std::string_view file) {
  error.message.args.insert(error.message.args.begin(), {"file", std::string(file)});
  return {std::move(error)};
}

}  // namespace

std::expected<BestSteps, Problems> best_steps(const IndicatorSet& set, const Inputs& inputs,
                                              const std::vector<Action>& actions,
                                              const StepsBudget& budget, std::string_view file,
                                              const StepsLimits& limits) {
  if (auto problems = check_actions(set, inputs, actions, file); !problems.empty()) {
    return std::unexpected(std::move(problems));
  }
  const StepsBudget day_more{budget.day_hundredths + 100, budget.money};
  const StepsBudget million_more{budget.day_hundredths, budget.money + 1'000'000};
  Solver solver(set, inputs, actions, limits);
  if (auto ready = solver.prepare({day_more.day_hundredths, million_more.money}); !ready) {
    return std::unexpected(one(ready.error(), file));
  }
  const auto answer = solver.solve(budget);
  if (!answer) return std::unexpected(one(answer.error(), file));
  const Judged& best = answer->best;
  BestSteps out;
  for (const auto i : actions_in(best.items)) {
    out.chosen.push_back({i, best.total - solver.total(without(actions, best.items, i))});
  }
  out.day_hundredths = best.days;
  out.money = best.money;
  out.inputs = solver.after(best.items);
  out.before = indicators::score(set, inputs);
  out.after = indicators::score(set, out.inputs);
  out.won = out.after.total.points.reached - out.before.total.points.reached;
  out.proven = answer->proven;
  out.at_most_more = answer->at_most_more;
  out.cheapest_proven = answer->proven_cheapest;
  out.at_most_cheaper = best.money - answer->least_money;
  out.states = answer->states;
  const auto more = [&](const StepsBudget& larger) -> std::expected<Decimal, Problems> {
    const auto next = solver.solve(larger);
    if (!next) return std::unexpected(one(next.error(), file));
    return std::max(Decimal(), next->best.total - best.total);
  };
  const auto day = more(day_more);
  if (!day) return std::unexpected(day.error());
  const auto million = more(million_more);
  if (!million) return std::unexpected(million.error());
  out.one_day_more = *day;
  out.one_million_more = *million;
  return out;
}

}  // namespace liem::advice
