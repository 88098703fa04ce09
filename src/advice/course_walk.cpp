#include "advice/course_walk.h"

#include <algorithm>

namespace liem::advice::course {
namespace {

using knapsack::Items;

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

void move(const Piece& piece, std::size_t own, bool take, std::int64_t& at) {
  if (!piece.listed) {
    if (take) at = std::min(piece.room, at + piece.adds[own]);
    return;
  }
  at = (take ? piece.taken : piece.left)[own][static_cast<std::size_t>(at)];
}

// Nothing moves it any more, or a higher standing is worth no less.
bool is_ordered(const Piece& piece, std::size_t own) {
  return piece.rising || own == piece.steps.size();
}

}  // namespace

Walk::Walk(const Problem& problem, const knapsack::Budget& budget)
    : problem_(problem), budget_(budget), stages_(stages_of(problem)) {
  for (const auto& run : problem.runs) {
    decided_.push_back(decided_before(*run.joint));
    steps_.push_back(steps_of(*problem.actions, *run.joint));
    closed_.emplace_back(run.joint->leaves.size());
  }
}

Standing Walk::first_standing(std::size_t run) const {
  return Standing(run < problem_.runs.size() ? problem_.runs[run].joint->pieces.size() : 0, 0);
}

void Walk::expand(const State& state, std::size_t stage, States& out) {
  const auto [run, step] = stages_[stage];
  if (run < problem_.runs.size()) {
    decide(state, stages_[stage], Decision::leave, out);
    decide(state, stages_[stage], Decision::take, out);
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

void Walk::push(State next, States& out) const {
  const bool within = next.so_far.days <= budget_.days && next.so_far.money <= budget_.money;
  if (within) out.push_back(std::move(next));
}

void Walk::decide(const State& state, const Stage& stage, Decision decision, States& out) {
  const Step& step = steps_[stage.run][stage.step];
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
  const Joint& joint = *problem_.runs[stage.run].joint;
  for (const auto& [piece, own] : step.moves) move(joint.pieces[piece], own, take, next.at[piece]);
  for (const auto leaf : step.closes) {
    const auto value = closed_value(stage.run, leaf, next);
    if (!value) return;
    next.so_far.value += *value;
    for (const auto piece : joint.leaves[leaf].pieces) next.at[piece] = 0;
  }
  if (stage.step + 1 == joint.course.size()) next.at = first_standing(stage.run + 1);
  push(std::move(next), out);
}

std::optional<std::int64_t> Walk::closed_value(std::size_t run, std::size_t leaf,
                                               const State& state) {
  const Joint::Leaf& closed = problem_.runs[run].joint->leaves[leaf];
  Standing key;
  for (const auto piece : closed.pieces) key.push_back(state.at[piece]);
  auto& known = closed_[run][leaf];
  const auto found = known.find(key);
  if (found != known.end()) return found->second;
  const auto value = problem_.runs[run].value_of(leaf, state.so_far.items & closed.actions);
  known.emplace(std::move(key), value);
  return value;
}

Items Walk::decided_items(std::size_t stage) const {
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

Standing Walk::likeness(const State& state, std::size_t stage) const {
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

bool Walk::stands_no_lower(const State& a, const State& b, std::size_t stage) const {
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

}  // namespace liem::advice::course
