#include "indicators/bulk.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using figures::Figure;
using figures::Tree;

// 0 is the nation, 1 and 2 its provinces, 3 to 6 communes of these.
const std::vector<std::uint32_t> parents = {Tree::none, 0, 0, 1, 1, 2, 2};
const std::vector<std::string> names = {"N", "P", "Q", "a", "b", "c", "d"};

// Every rule that reads numbers or yes and no, and one that inherits.
IndicatorSet many_kinds() {
  const auto leaf = [](const std::string& code, const std::string& rule) {
    return "  - code: " + code +
           "\n    title: {vi: x, en: x}\n    points: 4\n    provenance: assumed\n"
           "    rule_provenance: assumed\n    legal_basis: [law]\n"
           "    evidence: [{vi: x, en: x}]\n    rule: " +
           rule + "\n";
  };
  const std::string ratio =
      "{kind: ratio, done: t.done, obliged: t.due, beyond: full, "
      "no_occurrence: not_applicable}";
  const std::string text =
      "id: small\nversion: '1'\ntitle: {vi: x, en: x}\nsource: {vi: x, en: x}\n"
      "period: {from: '12-16', to: '12-15'}\nrounding: " +
      published_rounding + "\npoints: 16\ncriteria:\n" + leaf("R", ratio) +
      leaf("C", "{kind: count, input: t.settled, points_each: 0.3, cap: 4}") +
      leaf("D", "{kind: documented, input: t.yes}") +
      leaf("I", "{kind: inherited, how: weighted_mean, weight: t.due, nothing_below: own, rule: " +
                    ratio + "}");
  return load_set(text, "s", items(), std::string(64, 'a')).value();
}

Figure any_figure(figures::UnitKind kind) {
  const auto state = *rc::gen::element(AnswerState::given, AnswerState::given, AnswerState::given,
                                       AnswerState::blank, AnswerState::not_applicable,
                                       AnswerState::not_available);
  if (state != AnswerState::given) return {state, {}, 0};
  return {state, *rc::gen::inRange<std::int64_t>(0, kind == figures::UnitKind::yes_no ? 2 : 9), 0};
}

figures::RollUps any_figures(const IndicatorSet& set) {
  figures::Table table(set.items.items().size(), parents.size());
  for (const auto& [id, item] : set.items.items()) {
    for (std::size_t unit = 0; unit < parents.size(); ++unit) {
      if (unit > 2 || item.roll_up == figures::RollUp::apart) {
        table.set(item.index, unit, any_figure(item.unit.kind));
      }
    }
  }
  return {table, *Tree::of(parents), ways_of(set)};
}

// The same figures as a file of inputs would bring them.
Inputs inputs_of_unit(const IndicatorSet& set, const figures::RollUps& figures, std::size_t unit) {
  Inputs inputs;
  for (const auto& [id, item] : set.items.items()) {
    const Figure figure = figures.at(item.index, unit).figure;
    Answer answer;
    answer.state = figure.state;
    if (figure.state == AnswerState::given) {
      answer.value = figure.value;
      if (item.unit.kind == figures::UnitKind::yes_no) answer.value = figure.value == 1;
    }
    inputs.answers[id] = answer;
  }
  return inputs;
}

// One unit after the other through score(), those below first.
std::vector<Score> one_by_one(const IndicatorSet& set, const figures::RollUps& figures) {
  std::vector<Inputs> inputs;
  for (std::size_t unit = 0; unit < parents.size(); ++unit) {
    inputs.push_back(inputs_of_unit(set, figures, unit));
  }
  std::vector<Score> scores(parents.size());
  for (const auto unit : figures.tree().upwards()) {
    std::vector<UnitBelow> below;
    for (const auto one : figures.tree().below(unit)) {
      below.push_back({names[one], &inputs[one], &scores[one]});
    }
    scores[unit] = score(set, inputs[unit], below);
  }
  return scores;
}

void expect_same(const CriterionScore& a, const CriterionScore& b, const Catalogue& words) {
  RC_ASSERT(a.code == b.code);
  RC_ASSERT(a.state == b.state);
  RC_ASSERT(a.points == b.points);
  RC_ASSERT(say(a.steps, words) == say(b.steps, words));
  RC_ASSERT(say(a.rule_text, words) == say(b.rule_text, words));
  RC_ASSERT(a.children.size() == b.children.size());
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    expect_same(a.children[i], b.children[i], words);
  }
}

void expect_points(const BulkScores& bulk, std::size_t unit, const CriterionScore& score,
                   std::size_t& place) {
  const auto points = bulk.at(unit, place++);
  RC_ASSERT(points.state == score.state);
  RC_ASSERT(points.points == score.points);
  for (const auto& child : score.children) expect_points(bulk, unit, child, place);
}

TEST(BulkScores, AreThoseOfEachUnitByItselfStepByStep) {
  const auto set = many_kinds();
  const auto words = catalogue();
  EXPECT_TRUE(rc::check([&] {
    BulkScores bulk(set, any_figures(set), names);
    const auto scores = one_by_one(set, bulk.figures());
    for (std::size_t unit = 0; unit < parents.size(); ++unit) {
      std::size_t place = 0;
      expect_points(bulk, unit, scores[unit].total, place);
      expect_same(bulk.explanation_of(unit), scores[unit].total, words);
    }
  }));
}

TEST(BulkScores, OfOneChangedFigureAreThoseOfAllFiguresAnew) {
  const auto set = many_kinds();
  EXPECT_TRUE(rc::check([&] {
    BulkScores changed(set, any_figures(set), names);
    for (int i = 0; i < 4; ++i) {
      const auto& item = *set.items.find(
          *rc::gen::element<std::string>("t.done", "t.due", "t.yes", "t.settled", "t.paid"));
      changed.set(item.index, *rc::gen::inRange<std::size_t>(3, parents.size()),
                  any_figure(item.unit.kind));
    }
    const BulkScores anew(set, changed.figures(), names);
    for (std::size_t unit = 0; unit < parents.size(); ++unit) {
      for (std::size_t place = 0; place < anew.places().size(); ++place) {
        const auto a = changed.at(unit, place), b = anew.at(unit, place);
        RC_ASSERT(a.state == b.state);
        RC_ASSERT(a.points == b.points);
      }
    }
  }));
}

TEST(BulkScores, OfAProvinceAreNotAvailableWhereACommuneHasNoFigureYet) {
  const auto set = many_kinds();
  figures::Table table(set.items.items().size(), parents.size());
  const auto give = [&](const std::string& id, std::size_t unit, std::int64_t value) {
    table.set(set.items.find(id)->index, unit, {AnswerState::given, value, 0});
  };
  for (const std::size_t unit : {3, 4}) give("t.due", unit, 10);
  give("t.done", 3, 9);
  const BulkScores bulk(set, {table, *Tree::of(parents), ways_of(set)}, names);
  EXPECT_EQ(bulk.at(3, 1).points.reached, dec("3.6"));
  EXPECT_EQ(bulk.at(1, 1).state, State::not_available) << "commune b did not say what was done";
}

}  // namespace
}  // namespace liem::indicators
