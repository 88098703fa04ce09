// What must hold of every score, whatever set and answers it comes from.
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;

int any_of(int count) { return *rc::gen::inRange(0, count); }
std::string pick(const std::vector<std::string>& choices) {
  return choices[static_cast<std::size_t>(any_of(static_cast<int>(choices.size())))];
}

std::string any_policy() { return pick({"full", "none", "{points: 1.5}", "not_applicable"}); }

// A rule for a leaf of 4 points that looks at shares alone.
std::string any_ratio() {
  const std::string ratio = "done: t.done, obliged: t.due, no_occurrence: " + any_policy();
  const std::string bands =
      ", bands: [{from: 0, below: 33.3, points: 0.5}, {from: 33.3, below: 80, points: 2}, {from: "
      "80, points: 4}]";
  return pick({"{kind: ratio, " + ratio + "}", "{kind: ratio, " + ratio + bands + "}",
               "{kind: ratio, " + ratio + ", floor: 40, ceiling: 90}",
               "{kind: parts, parts: [{title: {vi: a, en: a}, points: 3, ratio: {" + ratio +
                   "}}, {title: {vi: b, en: b}, points: 1, ratio: {done: t.settled, obliged: "
                   "t.asked, no_occurrence: full}}]}"});
}

// A rule for a leaf of 4 points.
std::string any_rule() {
  const std::string ratio = "done: t.done, obliged: t.due, no_occurrence: " + any_policy();
  return pick(
      {any_ratio(), any_ratio(), any_ratio(), any_ratio(), "{kind: documented, input: t.yes}",
       "{kind: documented, input: 't.done > 3 or not t.also'}",
       "{kind: checklist, parts: [{input: t.yes, points: 3, title: {vi: a, en: a}}, {input: "
       "t.also, points: 1, title: {vi: b, en: b}}]}",
       "{kind: count, input: t.done + t.due, points_each: 0.3, cap: 4}",
       "{kind: external_index, input: t.share, scale: 100}",
       "{kind: deduction, input: t.days, points_each: 0.7, floor: 0.5}",
       "{kind: bonus, input: t.asked, points_each: 0.7, most: 4}",
       "{kind: formula, gives: points, ceiling: 4, expression: 'if(t.yes, ratio(t.done, t.due) * "
       "3, "
       "t.share * 4) + count(t.also)', no_occurrence: " +
           any_policy() + "}",
       "{kind: formula, gives: points, floor: 0, expression: '4 - number(t.days) * 0.9'}",
       "{kind: inherited, how: mean, nothing_below: own, rule: {kind: ratio, " + ratio + "}}"});
}

std::string leaf(const std::string& code, const std::string& rule, const std::string& more) {
  return "      - code: " + code +
         "\n        title: {vi: x, en: x}\n        points: 4\n        provenance: assumed\n"
         "        rule_provenance: assumed\n        legal_basis: [law]\n"
         "        evidence: [{vi: x, en: x}]\n" +
         more + "        rule: " + rule + "\n";
}

// Two groups of two leaves each; some move their points, some stand beside one outside the sum.
std::string any_set(std::string (*rule)() = any_rule) {
  std::string text =
      "id: small\nversion: '1'\ntitle: {vi: x, en: x}\nsource: {vi: x, en: x}\n"
      "period: {from: '12-16', to: '12-15'}\nrounding: {" +
      pick({"decimals: 2", "step: 0.25", "decimals: 0"}) + ", mode: " + pick({"half_up", "down"}) +
      ", at: " + pick({"leaf", "group", "total"}) +
      ", provenance: assumed}\npoints: 16\ncriteria:\n";
  for (const std::string group : {"A", "B"}) {
    text += "  - code: " + group +
            "\n    title: {vi: x, en: x}\n    points: 8\n    provenance: assumed\n";
    if (any_of(2) == 0) text += "    not_applicable: " + any_policy() + "\n";
    text += "    children:\n";
    const std::string moves = "        not_applicable: {move_to: " + group + ".2}\n";
    text += leaf(group + ".1", rule(),
                 pick({"", moves, "        not_applicable: " + any_policy() + "\n"}));
    text += leaf(group + ".2", rule(), "");
    if (any_of(2) == 0) continue;
    text += leaf(group + ".3",
                 pick({"{kind: deduction, input: t.days, points_each: 0.7, floor: 0}",
                       "{kind: bonus, input: t.asked, points_each: 0.7, most: 4}"}),
                 "        sum: outside\n");
  }
  return text;
}

// Answers in every state; what is done never more than what was due.
std::string any_answers() {
  std::string flow;
  const auto give = [&](const std::string& id, const std::string& value) {
    const int state = any_of(6);
    if (state == 0) return;
    flow += id + ": " +
            (state == 1   ? "{state: not_applicable, ground: g}"
             : state == 2 ? "{state: not_available}"
                          : value) +
            ", ";
  };
  for (const auto& [done, due] : {std::pair{"t.done", "t.due"}, {"t.settled", "t.asked"}}) {
    const int obliged = any_of(12);
    give(done, std::to_string(any_of(obliged + 1)));
    give(due, std::to_string(obliged));
  }
  give("t.days", std::to_string(any_of(12)));
  give("t.share", std::to_string(any_of(101)));
  for (const auto* id : {"t.yes", "t.also"}) give(id, pick({"true", "false"}));
  return "set: small\ninputs: {" + flow + "}\n";
}

void check_bounds(const CriterionScore& score) {
  const Points& points = score.points;
  RC_ASSERT(!points.reached.is_negative());
  RC_ASSERT(points.reached <= points.reachable);
  RC_ASSERT(points.reachable <= points.maximum);
  for (const auto& child : score.children) check_bounds(child);
}

// "Points: 2.67", or the value cut after six places where the set does not round.
void check_last_line(const CriterionScore& score, const Catalogue& words) {
  const std::string last = say(score.steps.back(), words).en;
  const std::string exact = ": " + format_number(score.points.reached, Locale::en);
  RC_ASSERT((last.ends_with(exact) || last.ends_with("…")));
  for (const auto& child : score.children) check_last_line(child, words);
}

TEST(EveryScore, StaysWithinZeroReachableAndMaximumAtEveryLevel) {
  const auto words = catalogue();
  EXPECT_TRUE(rc::check([&] {
    const auto set = load_set(any_set(), "s", items(), "");
    RC_ASSERT(set.has_value());
    const auto inputs = load_inputs(any_answers(), "i", *set);
    RC_ASSERT(inputs.has_value());
    const auto scored = score(*set, *inputs);
    check_bounds(scored.total);
    check_last_line(scored.total, words);
  }));
}

TEST(EveryScore, StaysWithinItsBoundsAboveUnitsWhateverTheyAnswer) {
  EXPECT_TRUE(rc::check([&] {
    const auto set = load_set(any_set(), "s", items(), "").value();
    std::vector<Inputs> answers;
    for (int i = 0; i < 3; ++i) answers.push_back(load_inputs(any_answers(), "i", set).value());
    std::vector<Score> scores;
    for (const auto& inputs : answers) scores.push_back(score(set, inputs));
    std::vector<UnitBelow> units;
    for (std::size_t i = 0; i < 3; ++i) units.push_back({"U", &answers[i], &scores[i]});
    const auto inputs = load_inputs(any_answers(), "i", set).value();
    const auto scored = score(set, inputs, units);
    check_bounds(scored.total);
    std::ranges::rotate(units, units.begin() + 1);  // the order of units does not matter
    RC_ASSERT(score(set, inputs, units).total.points == scored.total.points);
  }));
}

// Figures so large that two words do not hold what is computed of them, and small ones that do.
TEST(EveryScore, IsTheSameHoweverLargeTheFiguresOfTheSameShares) {
  EXPECT_TRUE(rc::check([] {
    const auto set = load_set(any_set(any_ratio), "s", items(), "").value();
    const auto small = load_inputs(any_answers(), "i", set).value();
    Inputs large = small;
    const auto times = *rc::gen::element<std::int64_t>(1'000'000'007, 9'999'999'999'999'937);
    for (const auto* id : {"t.done", "t.due"}) {
      Answer& answer = large.answers[id];
      if (answer.state != AnswerState::given) continue;
      answer.value = Decimal::multiply(answer.number(), times).value();
    }
    const auto before = score(set, small), after = score(set, large);
    for (const auto* code : {"", "A", "A.1", "A.2", "B", "B.1", "B.2"}) {
      RC_ASSERT(before.find(code)->state == after.find(code)->state);
      RC_ASSERT(before.find(code)->points == after.find(code)->points);
    }
  }));
}

TEST(EveryRatio, NeverFallsWhenMoreIsObligedAndDone) {
  const std::string ratio = "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: none";
  const std::vector<IndicatorSet> sets = {
      set_with(ratio + "}"), set_with(ratio + ", floor: 40, ceiling: 90}"),
      set_with(ratio + ", bands: [{from: 0, below: 50, points: 1}, {from: 50, points: 4}]}")};
  EXPECT_TRUE(rc::check([&] {
    const int due = *rc::gen::inRange(0, 1000), done = *rc::gen::inRange(0, due + 1);
    const int more = *rc::gen::inRange(0, 1000);
    const auto reached = [](const IndicatorSet& set, int of_done, int of_due) {
      return score_of(set, "{t.done: " + std::to_string(of_done) +
                               ", t.due: " + std::to_string(of_due) + "}")
          .find("T")
          ->points.reached;
    };
    for (const auto& set : sets) {
      RC_ASSERT(reached(set, done, due) <= reached(set, done + more, due + more));
    }
  }));
}

}  // namespace
}  // namespace liem::indicators
