// The states of a course and how deciding one action after another leads from one to the next.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "advice/course_bounds.h"

namespace liem::advice::course {

struct State {
  knapsack::Option so_far;
  Standing at;
  Wide rank = 0;  // its bound
};
using States = std::vector<State>;

// What deciding one action of a run means for the rest.
struct Step {
  std::size_t action = 0;
  std::vector<std::pair<std::size_t, std::size_t>> moves;  // pieces, with their own step
  std::vector<std::size_t> closes;                         // leaves
  // Of the actions decided before: those it needs, those it cannot go with, those that need it.
  knapsack::Items needs, excludes, needed_by;
  knapsack::Items
      asked;  // of those decided before, those that this or a later one needs or excludes
};

class Walk {
 public:
  Walk(const Problem& problem, const knapsack::Budget& budget);

  const Problem& problem() const { return problem_; }
  const knapsack::Budget& budget() const { return budget_; }
  std::size_t stages() const { return stages_.size(); }
  State start() const { return {knapsack::Option{}, first_standing(0), 0}; }

  // Adds the states that deciding a stage leads to, those that keep the budget and the rules.
  void expand(const State& state, std::size_t stage, States& out);

  // The actions up to a stage.
  knapsack::Items decided_items(std::size_t stage) const;

  // What must be the same of two states for one to beat the other: pieces whose standings are not
  // ordered, and actions that later ones ask for.
  Standing likeness(const State& state, std::size_t stage) const;

  // Whether every piece of `a` is worth no less than that of `b`, whatever follows.
  bool stands_no_lower(const State& a, const State& b, std::size_t stage) const;

 private:
  enum class Decision { leave, take };

  Standing first_standing(std::size_t run) const;
  void decide(const State& state, const Stage& stage, Decision decision, States& out);
  void push(State next, States& out) const;
  std::optional<std::int64_t> closed_value(std::size_t run, std::size_t leaf, const State& state);

  const Problem& problem_;
  knapsack::Budget budget_;
  std::vector<Stage> stages_;
  std::vector<std::vector<std::vector<std::size_t>>> decided_;  // by run, step and piece
  std::vector<std::vector<Step>> steps_;                        // by run
  // Values of criteria whose actions are all decided, computed once; by run and leaf.
  std::vector<std::vector<std::map<Standing, std::optional<std::int64_t>>>> closed_;
};

}  // namespace liem::advice::course
