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
       "{kind: formula, gives: share, expression: 'ratio(t.done, t.due)', no_occurrence: " +
           any_policy() + ", bands: [{from: 0, below: 60, points: 1}, {from: 60, points: 4}]}",
       "{kind: rubric, input: t.level, levels: [{level: 1, points: 1.5, title: {vi: a, en: a}}, "
       "{level: 2, points: 4, title: {vi: b, en: b}}]}",
       "{kind: inherited, how: " + pick({"recomputed", "mean", "weighted_mean, weight: t.due"}) +
           ", nothing_below: " + pick({"own", "none", "not_applicable"}) +
           ", rule: {kind: ratio, " + ratio + "}}"});
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
      pick({"decimals: 2", "step: 0.25", "decimals: 0"}) +
      ", mode: " + pick({"half_up", "half_even", "half_down", "up", "down"}) +
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
  give("t.level", std::to_string(1 + any_of(2)));
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

// "Points: 2.67"; where the set does not round, the value cut after six places: "Points: 2.666666…"
// of a score that shows 2.666667.
void check_last_line(const CriterionScore& score, const Catalogue& words) {
  const std::string last = say(score.steps.back(), words).en;
  if (const std::string cut = "…"; last.ends_with(cut)) {
    const auto number = last.substr(last.rfind(' ') + 1);
    const Decimal shown = dec(number.substr(0, number.size() - cut.size()));
    RC_ASSERT(shown <= score.points.reached);
    RC_ASSERT(score.points.reached <= shown + Decimal::of(1, 6));
  } else {
    RC_ASSERT(last.ends_with(": " + format_number(score.points.reached, Locale::en)));
  }
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
  const auto words = catalogue();
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
    std::ranges::rotate(units, units.begin() + any_of(3));  // the order of units does not matter
    for (const auto* code : {"", "A", "A.1", "A.2", "B", "B.1", "B.2"}) {
      const auto turned = score(set, inputs, units);
      RC_ASSERT(turned.find(code)->state == scored.find(code)->state);
      RC_ASSERT(turned.find(code)->points == scored.find(code)->points);
    }
    check_last_line(scored.total, words);
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
  const std::string bands = ", bands: [{from: 0, below: 50, points: 1}, {from: 50, points: 4}]";
  const std::vector<IndicatorSet> sets = {
      set_with(ratio + "}"),
      set_with(ratio + ", floor: 40, ceiling: 90}"),
      set_with(ratio + bands + "}"),
      set_with("{kind: parts, parts: [{title: {vi: a, en: a}, points: 3, ratio: {done: t.done, "
               "obliged: t.due, no_occurrence: none, floor: 10}}, {title: {vi: b, en: b}, points: "
               "1, ratio: {done: t.done, obliged: t.due, no_occurrence: full, ceiling: 80}}]}"),
      set_with("{kind: formula, gives: share, expression: 'min(ratio(t.done, t.due), 1)', "
               "no_occurrence: none}"),
      set_with("{kind: formula, gives: share, expression: 'ratio(t.done, t.due)', no_occurrence: "
               "none" +
               bands + "}"),
      set_with("{kind: formula, gives: points, ceiling: 4, expression: 'ratio(t.done, t.due) * 5', "
               "no_occurrence: none}"),
      set_with("{kind: inherited, how: mean, nothing_below: own, rule: " + ratio + "}}")};
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

// Points of T of a unit above others with these figures.
Decimal reached_above(const IndicatorSet& set,
                      const std::vector<std::pair<int, int>>& done_of_due) {
  std::vector<Inputs> answers;
  for (const auto& [done, due] : done_of_due) {
    answers.push_back(load_inputs("set: small\ninputs: {t.done: " + std::to_string(done) +
                                      ", t.due: " + std::to_string(due) + "}\n",
                                  "i", set)
                          .value());
  }
  std::vector<Score> scores;
  for (const auto& inputs : answers) scores.push_back(score(set, inputs));
  std::vector<UnitBelow> units;
  for (std::size_t i = 0; i < answers.size(); ++i) units.push_back({"U", &answers[i], &scores[i]});
  const auto above = load_inputs("set: small\ninputs: {}\n", "i", set).value();
  return score(set, above, units).find("T")->points.reached;
}

IndicatorSet inherited_by(const std::string& how) {
  return set_with("{kind: inherited, how: " + how +
                  ", nothing_below: none, rule: {kind: ratio, done: t.done, obliged: t.due, "
                  "no_occurrence: none}}");
}

std::pair<int, int> any_done_of_due() {
  const int due = *rc::gen::inRange(1, 100);
  return {*rc::gen::inRange(0, due + 1), due};
}

TEST(EveryInherited, NeverFallsWhenAUnitBelowIsObligedAndDoesMore) {
  // A weight that grows with what a unit was obliged moves the mean by itself.
  const std::vector<IndicatorSet> sets = {inherited_by("recomputed"), inherited_by("mean")};
  EXPECT_TRUE(rc::check([&] {
    std::vector<std::pair<int, int>> units = {any_done_of_due(), any_done_of_due()};
    auto more = units;
    const int added = *rc::gen::inRange(0, 100);
    more[0].first += added;
    more[0].second += added;
    for (const auto& set : sets) RC_ASSERT(reached_above(set, units) <= reached_above(set, more));
  }));
}

TEST(EveryInherited, IsTheSameForAUnitInTwoPartsWhereTheSumOfFiguresIsScored) {
  const auto set = inherited_by("recomputed");
  EXPECT_TRUE(rc::check([&] {
    const auto other = any_done_of_due(), first = any_done_of_due(), second = any_done_of_due();
    const std::pair<int, int> whole = {first.first + second.first, first.second + second.second};
    RC_ASSERT(reached_above(set, {other, whole}) == reached_above(set, {other, first, second}));
    RC_ASSERT(reached_above(set, {first, other, second}) == reached_above(set, {whole, other}));
  }));
}

// What each part of a leaf gives, from its explanation.
std::vector<Rational> parts_of(const CriterionScore& leaf) {
  for (const auto& step : leaf.steps) {
    if (step.id != "indicators.step.sum") continue;
    std::vector<Rational> out;
    for (const auto& term : std::get<std::vector<Term>>(step.values[0].second)) {
      out.push_back(term.points);
    }
    return out;
  }
  return {};
}

TEST(EveryPart, GivesNoMoreThanItsPointsAndNoLessThanNothing) {
  const std::string figures = "done: t.done, obliged: t.due, no_occurrence: ";
  const std::string others = "done: t.settled, obliged: t.asked, beyond: full, no_occurrence: ";
  EXPECT_TRUE(rc::check([&] {
    const auto set =
        set_with("{kind: parts, parts: [{title: {vi: a, en: a}, points: 2.5, ratio: {" + figures +
                 pick({"full", "none", "{points: 1}"}) +
                 "}}, {title: {vi: b, en: b}, points: 1.5, ratio: {" + others +
                 pick({"full", "none"}) + "}}]}");
    const auto [done, due] = any_done_of_due();
    const auto leaf =
        *score_of(set, "{t.done: " + std::to_string(done) + ", t.due: " + std::to_string(due) +
                           ", t.settled: " + std::to_string(any_of(50)) +
                           ", t.asked: " + std::to_string(any_of(20)) + "}")
             .find("T");
    const auto parts = parts_of(leaf);
    RC_ASSERT(parts.size() == 2u);
    const Rational most[] = {Rational(dec("2.5")), Rational(dec("1.5"))};
    for (std::size_t i = 0; i < 2; ++i) {
      RC_ASSERT(parts[i] >= Rational(0));
      RC_ASSERT(parts[i] <= most[i]);
    }
  }));
}

}  // namespace
}  // namespace liem::indicators
