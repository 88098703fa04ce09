#include "figures/roll_up.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <sstream>

#include "base/messages.h"

namespace liem::figures {
namespace {

using State = AnswerState;

Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

Figure given(const Decimal& value, std::int32_t day = 0) { return {State::given, value, day}; }

// Unit 0 is the province; 1, 2 and 3 stand below it; one item.
RollUps province(RollUp way, const std::vector<Figure>& below, const Figure& itself = {}) {
  Table table(1, below.size() + 1);
  table.set(0, 0, itself);
  std::vector<std::uint32_t> parents{Tree::none};
  for (std::size_t i = 0; i < below.size(); ++i) {
    table.set(0, i + 1, below[i]);
    parents.push_back(0);
  }
  return RollUps(std::move(table), *Tree::of(parents), {way});
}

RolledUp rolled(RollUp way, const std::vector<Figure>& below, const Figure& itself = {}) {
  return province(way, below, itself).at(0, 0);
}

TEST(RollUp, AddsUpWhatTheUnitsBelowGaveExactly) {
  const auto sum = rolled(RollUp::sum, {given(dec("0.1")), given(dec("12038291320")), given(0)});
  EXPECT_EQ(sum.figure, given(dec("12038291320.1")));
  EXPECT_EQ(sum.tally.given, 3u);
  EXPECT_EQ(sum.tally.missing(), 0u);
}

TEST(RollUp, AddsUpMoreThanAWordHolds) {
  const Figure most = given(dec("999999999999999999"));
  const auto sum = rolled(RollUp::sum, std::vector<Figure>(40, most));
  EXPECT_EQ(sum.figure, given(dec("39999999999999999960")));
}

TEST(RollUp, OfASumWithBlanksNeverLooksComplete) {
  const auto sum = rolled(RollUp::sum, {given(5), {}, {State::not_available, {}, 0}, given(2)});
  EXPECT_EQ(sum.figure.state, State::not_available);
  EXPECT_EQ(sum.so_far, Decimal(7));
  EXPECT_EQ(sum.tally.missing(), 2u);
  EXPECT_EQ(rolled(RollUp::max, {given(5), {}}).figure.state, State::not_available);
  EXPECT_EQ(rolled(RollUp::sum, {given(5), {State::not_available, {}, 0}}).figure.state,
            State::not_available);
}

TEST(RollUp, LeavesOutWhomItDoesNotConcern) {
  EXPECT_EQ(rolled(RollUp::sum, {given(5), {State::not_applicable, {}, 0}}).figure, given(5));
  EXPECT_EQ(rolled(RollUp::all, {given(1), {State::not_applicable, {}, 0}}).figure, given(1));
}

TEST(RollUp, KeepsZeroBlankNotApplicableAndNotAvailableApart) {
  const auto state = [](std::vector<State> states) {
    std::vector<Figure> figures;
    for (const auto one : states) figures.push_back({one, {}, 0});
    return rolled(RollUp::sum, figures).figure.state;
  };
  EXPECT_EQ(state({State::given}), State::given) << "a zero is a value";
  EXPECT_EQ(state({State::blank, State::not_available, State::not_applicable}), State::blank);
  EXPECT_EQ(state({State::not_available, State::not_applicable}), State::not_available);
  EXPECT_EQ(state({State::not_applicable, State::not_applicable}), State::not_applicable);
  EXPECT_EQ(state({}), State::blank);
}

TEST(RollUp, SettlesAnyAtTheFirstYesAndAllAtTheFirstNo) {
  EXPECT_EQ(rolled(RollUp::any, {given(0), given(1), {}}).figure, given(1));
  EXPECT_EQ(rolled(RollUp::any, {given(0), {}}).figure.state, State::not_available);
  EXPECT_EQ(rolled(RollUp::any, {given(0), given(0)}).figure, given(0));
  EXPECT_EQ(rolled(RollUp::all, {given(0), given(1), {}}).figure, given(0));
  EXPECT_EQ(rolled(RollUp::all, {given(1), {}}).figure.state, State::not_available);
  EXPECT_EQ(rolled(RollUp::all, {given(1), given(1)}).figure, given(1));
}

TEST(RollUp, TakesTheFigureGivenLastAndOfOneDayTheLarger) {
  EXPECT_EQ(rolled(RollUp::last, {given(9, 1), given(4, 3), given(6, 2), {}}).figure, given(4, 3));
  EXPECT_EQ(rolled(RollUp::last, {given(4, 3), given(5, 3)}).figure, given(5, 3));
  EXPECT_EQ(rolled(RollUp::last, {given(-4, -3), {}}).figure, given(-4, -3));
}

TEST(RollUp, TakesTheLargest) {
  EXPECT_EQ(rolled(RollUp::max, {given(-3), given(dec("-2.5"))}).figure, given(dec("-2.5")));
}

TEST(RollUp, KeepsApartWhatIsNobodysTogether) {
  EXPECT_EQ(rolled(RollUp::apart, {given(88)}, given(70)).figure, given(70));
  EXPECT_EQ(rolled(RollUp::apart, {given(88)}).figure.state, State::blank);
}

TEST(RollUp, CountsAUnitThatAnswersThroughThoseBelowOnlyWhereItSaysSomethingItself) {
  EXPECT_EQ(rolled(RollUp::sum, {given(5)}, given(2)).figure, given(7));
  EXPECT_EQ(rolled(RollUp::sum, {given(5)}).tally.given, 1u);
  EXPECT_EQ(rolled(RollUp::sum, {given(5)}, {State::not_available, {}, 0}).tally.missing(), 1u);
}

TEST(RollUp, SaysHowManyAreMissingInBothLanguages) {
  std::ifstream in(LIEM_SOURCE_DIR "/data/locales/messages/figures.yaml", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  Catalogue catalogue;
  ASSERT_TRUE(catalogue.add(text.str(), "figures.yaml"));
  const Tally partly{137, 2, 9, 1}, whole{140, 0, 0, 0};
  EXPECT_EQ(catalogue.render(said(partly), Locale::vi),
            "Mới tổng hợp từ 137 trên 140 đơn vị; còn 3 đơn vị chưa có số liệu");
  EXPECT_EQ(catalogue.render(said(partly), Locale::en),
            "Rolled up from 137 of 140 units so far; 3 have no figure yet");
  EXPECT_EQ(catalogue.render(said(whole), Locale::vi), "Tổng hợp từ 140 đơn vị");
  EXPECT_EQ(catalogue.render(said(whole), Locale::en), "Rolled up from 140 units");
}

TEST(Tree, RefusesACircleAndAParentThatIsNotThere) {
  EXPECT_FALSE(Tree::of({1, 2, 0}));
  EXPECT_FALSE(Tree::of({Tree::none, 1}));
  EXPECT_FALSE(Tree::of({Tree::none, 7}));
  EXPECT_TRUE(Tree::of({}));
  EXPECT_TRUE(Tree::of({Tree::none, 0, Tree::none}));
}

TEST(Tree, NamesThoseBelowBeforeTheUnitItself) {
  const auto tree = *Tree::of({2, 0, Tree::none, 0});
  const auto order = tree.upwards();
  const auto at = [&](std::uint32_t unit) { return std::ranges::find(order, unit); };
  EXPECT_LT(at(1), at(0));
  EXPECT_LT(at(3), at(0));
  EXPECT_LT(at(0), at(2));
  EXPECT_EQ(std::vector(tree.below(0).begin(), tree.below(0).end()),
            (std::vector<std::uint32_t>{1, 3}));
}

TEST(Table, HoldsWhatAnInputsFileMayHave) {
  EXPECT_TRUE(Table::holds(dec("999999999999.999999")));
  EXPECT_TRUE(Table::holds(dec("-999999999999999999")));
  EXPECT_FALSE(Table::holds(dec("1000000000000000000.1")));
  EXPECT_FALSE(Table::holds(dec("0.0000001")));
}

constexpr std::size_t items = 6;  // one for each way
const std::vector<RollUp> ways = {RollUp::sum, RollUp::last, RollUp::max,
                                  RollUp::any, RollUp::all,  RollUp::apart};

Figure any_figure(std::size_t item) {
  const auto state = *rc::gen::element(State::blank, State::given, State::given, State::given,
                                       State::not_applicable, State::not_available);
  if (state != State::given) return {state, {}, 0};
  const bool question = ways[item] == RollUp::any || ways[item] == RollUp::all;
  if (question) return given(*rc::gen::inRange<std::int64_t>(0, 2));
  return given(Decimal::of(*rc::gen::inRange(-500, 500), *rc::gen::inRange(0, 3)),
               *rc::gen::inRange(-2, 4));
}

// Every unit but the first stands under one of a smaller number.
std::vector<std::uint32_t> any_parents(std::uint32_t units) {
  std::vector<std::uint32_t> parents{Tree::none};
  for (std::uint32_t unit = 1; unit < units; ++unit) {
    parents.push_back(*rc::gen::inRange<std::uint32_t>(0, unit));
  }
  return parents;
}

// Some columns are whole and undated, as most are.
Table any_table(std::size_t units) {
  Table table(items, units);
  for (std::size_t item = 0; item < items; ++item) {
    const bool whole = *rc::gen::arbitrary<bool>();
    for (std::size_t unit = 0; unit < units; ++unit) {
      Figure figure = any_figure(item);
      if (whole) figure = {figure.state, figure.value.rounded(0, Rounding::down), 0};
      table.set(item, unit, figure);
    }
  }
  return table;
}

TEST(RollUp, DoesNotDependOnTheOrderOfUnits) {
  EXPECT_TRUE(rc::check([] {
    const auto units = *rc::gen::inRange<std::uint32_t>(1, 12);
    const auto parents = any_parents(units);
    const Table table = any_table(units);
    std::vector<std::uint32_t> new_number(units);
    std::iota(new_number.begin(), new_number.end(), 0u);
    const auto keys = *rc::gen::container<std::vector<int>>(units, rc::gen::arbitrary<int>());
    std::ranges::stable_sort(new_number, {}, [&](std::uint32_t unit) { return keys[unit]; });
    std::vector<std::uint32_t> new_parents(units);
    Table renumbered(items, units);
    for (std::uint32_t unit = 0; unit < units; ++unit) {
      new_parents[new_number[unit]] =
          parents[unit] == Tree::none ? Tree::none : new_number[parents[unit]];
      for (std::size_t item = 0; item < items; ++item) {
        renumbered.set(item, new_number[unit], table.at(item, unit));
      }
    }
    const RollUps before(table, *Tree::of(parents), ways);
    const RollUps after(renumbered, *Tree::of(new_parents), ways);
    for (std::size_t item = 0; item < items; ++item) {
      for (std::uint32_t unit = 0; unit < units; ++unit) {
        RC_ASSERT(before.at(item, unit) == after.at(item, new_number[unit]));
      }
    }
  }));
}

TEST(RollUp, OfOneChangedFigureIsThatOfAllFiguresAnew) {
  EXPECT_TRUE(rc::check([] {
    const auto units = *rc::gen::inRange<std::uint32_t>(1, 12);
    const auto tree = *Tree::of(any_parents(units));
    RollUps changed(any_table(units), tree, ways);
    for (int i = 0; i < 5; ++i) {
      const auto item = *rc::gen::inRange<std::size_t>(0, items);
      changed.set(item, *rc::gen::inRange<std::uint32_t>(0, units), any_figure(item));
    }
    const RollUps anew(changed.own(), tree, ways);
    for (std::size_t item = 0; item < items; ++item) {
      for (std::uint32_t unit = 0; unit < units; ++unit) {
        RC_ASSERT(changed.at(item, unit) == anew.at(item, unit));
        RC_ASSERT(anew.figure_at(item, unit) == anew.at(item, unit).figure);
      }
    }
  }));
}

// The roll-up of a unit told from its list of figures, without the tree.
TEST(RollUp, OfATreeIsThatOfItsUnitsInOneList) {
  EXPECT_TRUE(rc::check([] {
    const auto units = *rc::gen::inRange<std::uint32_t>(1, 12);
    const auto tree = *Tree::of(any_parents(units));
    const Table table = any_table(units);
    const RollUps rolled_up(table, tree, ways);
    Decimal sum;
    Tally tally;
    for (std::uint32_t unit = 0; unit < units; ++unit) {
      const Figure figure = table.at(0, unit);
      if (figure.state == State::given) sum += figure.value;
      tally.given += figure.state == State::given;
      tally.not_applicable += figure.state == State::not_applicable;
      tally.not_available += figure.state == State::not_available;
      tally.blank += figure.state == State::blank && !tree.has_below(unit);
    }
    RC_ASSERT(rolled_up.at(0, 0).so_far == sum);
    RC_ASSERT(rolled_up.at(0, 0).tally == tally);
  }));
}

}  // namespace
}  // namespace liem::figures
