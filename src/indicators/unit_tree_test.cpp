#include "indicators/unit_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indicators/score_json.h"
#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using testing::ElementsAre;
using testing_set::items;
using testing_set::set_text;

constexpr auto top = figures::Tree::none;

struct Tree {
  IndicatorSet set;
  std::vector<UnitAnswers> units;
  std::vector<std::uint32_t> parents;

  explicit Tree(const std::string& rule, const std::string& more_items = "")
      : set(load_set(
                set_text(rule), "set.yaml",
                figures::load_items(std::string(testing_set::items_text) + more_items, "items.yaml")
                    .value(),
                std::string(64, '0'))
                .value()) {}

  Tree& unit(const std::string& id, std::uint32_t parent, const std::string& inputs) {
    auto own = load_inputs("{set: " + set.id + ", inputs: {" + inputs + "}}", id, set).value();
    auto alone = score(set, own);
    units.push_back(
        {{id, {id, id}},
         std::make_shared<const ScoredInputs>(ScoredInputs{std::move(own), std::move(alone)})});
    parents.push_back(parent);
    return *this;
  }
  std::vector<std::shared_ptr<const ScoredInputs>> scored() const {
    return score_units(set, units, *figures::Tree::of(parents));
  }
};

const std::string ratio =
    "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: not_applicable}";

Points points_of(const ScoredInputs& scored) { return scored.score.find("T")->points; }

TEST(UnitTree, ScoresAUnitOnTheFiguresOfThoseBelowTogether) {
  const auto all = Tree(ratio)
                       .unit("tinh", top, "")
                       .unit("so-a", 0, "t.done: 1, t.due: 4")
                       .unit("so-b", 0, "t.done: 5, t.due: 8")
                       .scored();
  EXPECT_EQ(points_of(*all[0]).reached, 2);
  EXPECT_EQ(points_of(*all[1]).reached, 1);
  const auto& done = all[0]->inputs.at("t.done");
  EXPECT_EQ(done.number(), 6);
  EXPECT_EQ(done.source.kind, SourceKind::units);
  ASSERT_EQ(done.rolled_up->parts.size(), 2u);
  EXPECT_EQ(done.rolled_up->parts[1].unit->id, "so-b");
  EXPECT_EQ(done.rolled_up->parts[1].figure.figure.value, 5);
}

TEST(UnitTree, SaysWhoIsMissingAndDoesNotScoreWhatIsNotWhole) {
  const auto all = Tree(ratio)
                       .unit("tinh", top, "")
                       .unit("so-a", 0, "t.done: 1, t.due: 4")
                       .unit("so-b", 0, "")
                       .scored();
  EXPECT_EQ(all[0]->score.find("T")->state, State::not_available);
  const auto& done = all[0]->inputs.at("t.done");
  EXPECT_EQ(done.state, AnswerState::not_available);
  EXPECT_EQ(done.rolled_up->whole.so_far, 1);
  EXPECT_EQ(done.rolled_up->parts[1].figure.figure.state, AnswerState::blank);
}

TEST(UnitTree, KeepsWhatOnlyTheUnitItselfSaysWithItsSource) {
  const auto all = Tree(ratio)
                       .unit("tinh", top, "t.done: {value: 3, source: {register: book}}, t.due: 4")
                       .unit("so-a", 0, "")
                       .scored();
  EXPECT_EQ(points_of(*all[0]).reached, 3);
  const auto& done = all[0]->inputs.at("t.done");
  EXPECT_EQ(done.source.text, "book");
  EXPECT_EQ(done.rolled_up, nullptr);
}

TEST(UnitTree, DoesNotMissThoseBelowAUnitThatAloneSpeaksOfAFigure) {
  const auto all = Tree(ratio)
                       .unit("tinh", top, "")
                       .unit("huyen", 0, "t.done: 1, t.due: 2")
                       .unit("xa-a", 1, "")
                       .unit("so-b", 0, "t.done: 1, t.due: 2")
                       .scored();
  EXPECT_EQ(points_of(*all[0]).reached, 2);
  EXPECT_EQ(points_of(*all[1]).reached, 2);
  EXPECT_EQ(all[2]->score.find("T")->state, State::blank);
}

TEST(UnitTree, AddsTheUnitsOwnToThoseBelowAndNamesIt) {
  const auto all = Tree(ratio)
                       .unit("tinh", top, "t.done: 2, t.due: 2")
                       .unit("so-a", 0, "t.done: 1, t.due: 2")
                       .scored();
  EXPECT_EQ(points_of(*all[0]).reached, 3);
  const auto& parts = all[0]->inputs.at("t.done").rolled_up->parts;
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_TRUE(parts[0].own);
  EXPECT_EQ(parts[0].unit->id, "tinh");
}

TEST(UnitTree, RollsUpLevelByLevel) {
  const auto all = Tree(ratio)
                       .unit("tinh", top, "")
                       .unit("huyen", 0, "")
                       .unit("xa-a", 1, "t.done: 1, t.due: 2")
                       .unit("xa-b", 1, "t.done: 1, t.due: 2")
                       .scored();
  EXPECT_EQ(points_of(*all[0]).reached, 2);
  EXPECT_EQ(points_of(*all[1]).reached, 2);
  EXPECT_EQ(all[0]->inputs.at("t.done").rolled_up->parts[0].figure.tally.given, 2u);
}

TEST(UnitTree, HandsTheUnitsBelowToARuleThatInherits) {
  const std::string rule = "{kind: inherited, how: mean, rule: " + ratio + ", nothing_below: own}";
  const auto all = Tree(rule)
                       .unit("tinh", top, "")
                       .unit("so-a", 0, "t.done: 1, t.due: 4")
                       .unit("so-b", 0, "t.done: 2, t.due: 2")
                       .scored();
  EXPECT_EQ(points_of(*all[0]).reached, Decimal::parse("2.5"));
  // Whatever asks again with these answers sees the units below as well.
  Inputs again = all[0]->inputs;
  again.self["T"] = 1;
  EXPECT_EQ(score(Tree(rule).set, again).find("T")->points.reached, Decimal::parse("2.5"));
}

const std::string last_item =
    "  t.head: {label: {vi: x, en: x}, unit: {count: {vi: x, en: x}}, register: r, roll_up: "
    "last}\n";
const std::string count_of_last = "{kind: count, input: t.head, points_each: 1, cap: 4}";

TEST(UnitTree, TakesTheValueGivenLastAndOneWithoutADayAsOfTheLastDayOfTheYear) {
  const auto dated = Tree(count_of_last, last_item)
                         .unit("tinh", top, "")
                         .unit("so-a", 0, "t.head: {value: 3, day: 2025-03-01}")
                         .unit("so-b", 0, "t.head: {value: 2, day: 2025-11-30}")
                         .scored();
  EXPECT_EQ(points_of(*dated[0]).reached, 2);
  EXPECT_EQ(dated[0]->inputs.at("t.head").day, make_date(2025, 11, 30));
  const auto undated = Tree(count_of_last, last_item)
                           .unit("tinh", top, "")
                           .unit("so-a", 0, "t.head: 1")
                           .unit("so-b", 0, "t.head: {value: 2, day: 2025-11-30}")
                           .scored();
  EXPECT_EQ(points_of(*undated[0]).reached, 1);
  EXPECT_EQ(undated[0]->inputs.at("t.head").day, std::nullopt);
}

TEST(UnitTree, DoesNotUseSumsThatContradictEachOther) {
  const auto all = Tree(ratio)
                       .unit("tinh", top, "")
                       .unit("so-a", 0, "t.done: 5, t.due: {state: not_applicable, ground: g}")
                       .unit("so-b", 0, "t.done: 1, t.due: 2")
                       .scored();
  EXPECT_EQ(all[0]->score.find("T")->state, State::not_available);
  EXPECT_TRUE(all[0]->inputs.at("t.done").rolled_up->contradictory);
  EXPECT_EQ(points_of(*all[0]).reached, 0);
}

TEST(UnitTree, TellsWhyAFigureConcernsNoneOfTheUnits) {
  const auto all = Tree(ratio)
                       .unit("tinh", top, "")
                       .unit("so-a", 0, "t.done: {state: not_applicable, ground: one}")
                       .unit("so-b", 0, "t.done: {state: not_applicable, ground: two}")
                       .scored();
  EXPECT_EQ(all[0]->inputs.at("t.done").ground, "one; two");
}

TEST(UnitTree, NamesUntilWhenTheValuesOfTheUnitsBelowWereTold) {
  const auto said = [](const std::string& day) {
    const auto all = Tree(ratio)
                         .unit("tinh", top, "")
                         .unit("so-a", 0, "t.done: 1, t.due: {value: 2" + day + "}")
                         .scored();
    return testing_set::catalogue().render(below_dates(all[0]->inputs), Locale::en);
  };
  EXPECT_THAT(said(", day: 2024-06-30"),
              testing::StartsWith("Rolled up from 1 unit below. Date of the values: up to "
                                  "2024-06-30, one without a day counts as of the last day"));
  EXPECT_THAT(said(""), testing::HasSubstr("Date of the tree: not told"));
}

}  // namespace
}  // namespace liem::indicators
