#include "advice/least_change.h"

#include <algorithm>

#include "advice/levers.h"
#include "advice/probe.h"
#include "advice/what_if.h"

namespace liem::advice {
namespace {

using namespace indicators;

// A change nobody works for: the answer is on its way, or does not concern the unit.
bool may_move(const InputLever& lever, const Inputs& inputs) {
  const AnswerState state = inputs.at(lever.id).state;
  return lever.lever != Lever::fixed &&
         (state == AnswerState::given || state == AnswerState::blank);
}

class Search {
 public:
  Search(const IndicatorSet& set, const Inputs& inputs, const Score& before, const Criterion& leaf)
      : set_(set), inputs_(inputs), before_(before), leaf_(leaf), now_(*before.find(leaf.code)) {
    for (auto& lever : levers_of(set, leaf, inputs)) {
      if (may_move(lever, inputs)) levers_.push_back(std::move(lever));
    }
  }

  bool movable() const { return !levers_.empty(); }

  std::vector<LeastStep> next() const {
    std::vector<LeastStep> steps;
    LeafProbe probe(set_, leaf_, inputs_);
    for (const auto& lever : levers_) {
      const auto found = least_above(probe, item(lever), lever, reached());
      if (!found) continue;
      Inputs after = inputs_;
      after.answers.insert_or_assign(lever.id, found->answer);
      steps.push_back(step(after, found->least));
    }
    std::ranges::stable_sort(
        steps, [](const auto& a, const auto& b) { return a.won_of_total > b.won_of_total; });
    return steps;
  }

  // Figure by figure to the most it can give, until all of the leaf's points are there; then each
  // is taken back as far as they stay.
  std::optional<LeastStep> full() const {
    LeafProbe probe(set_, leaf_, inputs_);
    if (!climb(probe)) return std::nullopt;
    std::size_t moved = 0;
    bool all_yes = true, proven = true;
    for (const auto& lever : levers_) {
      const Answer before = inputs_.at(lever.id);
      if (same_answer(before, probe.inputs().at(lever.id))) continue;
      take_back(probe, lever, before);
      if (same_answer(before, probe.inputs().at(lever.id))) continue;
      ++moved;
      all_yes = all_yes && lever.lever == Lever::say_yes;
      proven = proven && lever.lever != Lever::searched;
    }
    // Of several numbers one may be less where another is more, so only yes and no are proven.
    return step(probe.inputs(), proven && (moved == 1 || all_yes));
  }

 private:
  const Decimal& maximum() const { return now_.points.maximum; }
  Decimal reached() const { return now_.state == State::scored ? now_.points.reached : Decimal(); }
  const figures::DataItem& item(const InputLever& lever) const {
    return *set_.items.find(lever.id);
  }

  bool climb(LeafProbe& probe) const {
    Decimal have = reached();
    // A leaf that is scored only once several figures are there gains nothing from the first, so
    // blank figures are filled in first.
    fill_blanks(probe);
    for (bool moving = true; moving;) {
      moving = false;
      for (const auto& lever : levers_) {
        const auto found = least_for_most(probe, item(lever), lever, have);
        if (!found) continue;
        probe.set(lever.id, found->answer);
        have = found->points;
        moving = true;
        if (have == maximum()) return true;
      }
    }
    return false;
  }

  // Only where all that is missing may be moved: what was obliged cannot be made up.
  void fill_blanks(LeafProbe& probe) const {
    for (const auto& lever : levers_) {
      if (inputs_.at(lever.id).state != AnswerState::blank) continue;
      const bool yes_no = item(lever).unit.kind == figures::UnitKind::yes_no;
      Answer none = answer_of(0);
      if (yes_no) none.value = false;
      if (lever.lever == Lever::judged && !lever.levels.empty()) none = answer_of(lever.levels[0]);
      if (probe.points_with(lever.id, none)) probe.set(lever.id, none);
    }
  }

  void take_back(LeafProbe& probe, const InputLever& lever, const Answer& before) const {
    const Answer reached_with = probe.inputs().at(lever.id);
    probe.set(lever.id, before);
    if (probe.points() == maximum()) return;
    const auto less = least_for_most(probe, item(lever), lever, -1);
    const bool whole = less && less->points == maximum();
    probe.set(lever.id, whole ? less->answer : reached_with);
  }

  LeastStep step(const Inputs& inputs, bool least) const {
    const Score after = score(set_, inputs);
    LeastStep out;
    out.changes = differences(inputs_, inputs);
    out.after = after.find(leaf_.code)->points.reached;
    out.won = out.after - now_.points.reached;
    out.won_of_total = after.total.points.reached - before_.total.points.reached;
    out.least = least;
    for (const auto& changed : changed_points(before_, after)) {
      const bool is_leaf = changed.before->children.empty();
      if (is_leaf && changed.before->code != leaf_.code) out.also.push_back(changed.before->code);
    }
    return out;
  }

  const IndicatorSet& set_;
  const Inputs& inputs_;
  const Score& before_;
  const Criterion& leaf_;
  const CriterionScore& now_;
  std::vector<InputLever> levers_;
};

}  // namespace

std::vector<LeastChange> least_changes(const IndicatorSet& set, const Inputs& inputs,
                                       const Score& score, const std::vector<LostPoints>& lost) {
  std::vector<LeastChange> out;
  for (const auto& one : lost) {
    if (one.cause == Cause::refused_evidence) {
      out.push_back({one.code, one.points, {}, std::nullopt, false, one});
      continue;
    }
    const Search search(set, inputs, score, *set.find(one.code));
    out.push_back({one.code, one.points, search.next(), search.full(), search.movable(), one});
  }
  return out;
}

}  // namespace liem::advice
