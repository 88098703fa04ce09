#include "figures/series.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <random>

namespace liem::figures {
namespace {

using testing::ElementsAre;

// 0 a province, 1 and 2 districts, 3 and 4 communes of 1, 5 of 2.
const Parents province{{}, 0, 0, 1, 1, 2};

CarriedReport given(std::int64_t value, std::vector<Landing> landings) {
  return {{"u", 2020, ReportState::given, value, {}, 1}, {std::move(landings), {}, 0}};
}
CarriedReport without(ReportState state, std::size_t node) {
  return {{"u", 2020, state, {}, {}, 1}, {{{node, 1, true}}, {}, 0}};
}
Rational tenths(std::int64_t value) { return Rational::quotient(value, 10); }

Consolidated add(const std::vector<CarriedReport>& reports, std::size_t node) {
  return consolidate(reports, province, node, 2020, Merge::add);
}

TEST(Series, AddsEverythingBelowAUnit) {
  const std::vector<CarriedReport> reports{given(7, {{3}}), given(5, {{4}}), given(11, {{5}}),
                                           given(2, {{1}})};
  EXPECT_EQ(add(reports, 0).value, Rational(25));
  EXPECT_EQ(add(reports, 1).value, Rational(14));
  EXPECT_EQ(add(reports, 1).state, SeriesState::given);
  EXPECT_FALSE(add(reports, 1).estimated);
}

TEST(Series, MarksAShareOfAValueAsAnEstimateUntilAllPartsMeetAgain) {
  const std::vector<CarriedReport> reports{given(60, {{3, tenths(6)}, {4, tenths(4)}})};
  EXPECT_EQ(add(reports, 3).value, Rational(36));
  EXPECT_TRUE(add(reports, 3).estimated);
  EXPECT_EQ(add(reports, 3).parts[0].state, PartState::estimated);
  EXPECT_EQ(add(reports, 1).value, Rational(60));
  EXPECT_FALSE(add(reports, 1).estimated);
}

TEST(Series, NeverTakesABlankForZero) {
  const auto blank = add({without(ReportState::blank, 3)}, 1);
  EXPECT_EQ(blank.state, SeriesState::blank);
  EXPECT_EQ(blank.value, std::nullopt);
  const auto partial = add({without(ReportState::not_available, 3), given(4, {{4}})}, 1);
  EXPECT_EQ(partial.state, SeriesState::partial);
  EXPECT_EQ(partial.value, Rational(4));
  EXPECT_EQ(add({without(ReportState::not_available, 3)}, 1).state, SeriesState::not_available);
  EXPECT_EQ(add({given(0, {{3}})}, 1).value, Rational(0));
}

TEST(Series, MissesNothingWhereAnItemDoesNotApply) {
  EXPECT_EQ(add({without(ReportState::not_applicable, 3), given(4, {{4}})}, 1).state,
            SeriesState::given);
  EXPECT_EQ(add({without(ReportState::not_applicable, 3)}, 1).state, SeriesState::not_applicable);
}

TEST(Series, TellsWhereNobodyReports) {
  EXPECT_EQ(add({given(4, {{3}})}, 2).state, SeriesState::nothing);
}

TEST(Series, KeepsValuesApartThatMayNotBeAdded) {
  const std::vector<CarriedReport> reports{given(80, {{0}}), given(90, {{0}}), given(70, {{1}})};
  const auto apart = consolidate(reports, province, 0, 2020, Merge::apart);
  EXPECT_EQ(apart.state, SeriesState::apart);
  EXPECT_EQ(apart.value, std::nullopt);
  EXPECT_EQ(apart.parts.size(), 2U) << "the district's own value is not the province's";
  const auto mean = consolidate(reports, province, 0, 2020, Merge::mean);
  EXPECT_EQ(mean.value, Rational(85));
}

TEST(Series, AppliesSharesToAdditiveItemsOnly) {
  const std::vector<CarriedReport> reports{given(80, {{3, tenths(6)}, {4, tenths(4)}})};
  const auto mean = consolidate(reports, province, 3, 2020, Merge::mean);
  EXPECT_EQ(mean.value, Rational(80));
  EXPECT_TRUE(mean.estimated);
  EXPECT_EQ(consolidate(reports, province, 3, 2020, Merge::apart).value, Rational(80));
}

TEST(Series, TellsWhatIsOnlyKnownTogetherWithOthers) {
  CarriedReport later = given(9, {{1, 1, false}});
  later.carriage.mixed_in = {3, 4};
  EXPECT_EQ(add({later}, 3).state, SeriesState::mixed);
  EXPECT_EQ(add({later}, 1).value, Rational(9));
  EXPECT_EQ(add({later, given(2, {{3}})}, 3).state, SeriesState::partial);
  EXPECT_EQ(consolidate({later}, province, 1, 2020, Merge::apart).state, SeriesState::nothing)
      << "what stands below is not the unit's own value";
}

TEST(Series, ComputesARatioAnewFromItsParts) {
  std::vector<CarriedReport> done{given(9, {{3}}), given(1, {{4}}), without(ReportState::blank, 5)};
  std::vector<CarriedReport> due{given(10, {{3}}), given(90, {{4}}), given(50, {{5}})};
  pair_up(done, due);
  const auto ratio = percentage(add(done, 0), add(due, 0));
  EXPECT_EQ(ratio.value, Rational(10)) << "10 of 100, not the mean of 90 % and 1.1 %";
  EXPECT_EQ(ratio.state, SeriesState::partial);
  EXPECT_EQ(percentage(add({given(0, {{3}})}, 0), add({given(0, {{3}})}, 0)).state,
            SeriesState::not_applicable);
}

// A tree of up to 12 nodes and up to 12 reports, each in thirds on nodes drawn at random.
struct World {
  Parents parents{std::nullopt};
  std::vector<CarriedReport> reports;
};

World any_world() {
  World world;
  const auto nodes = *rc::gen::inRange<std::size_t>(1, 13);
  for (std::size_t i = 1; i < nodes; ++i) {
    world.parents.emplace_back(*rc::gen::inRange<std::size_t>(0, i));
  }
  const auto count = *rc::gen::inRange(0, 13);
  for (int i = 0; i < count; ++i) {
    auto report = given(*rc::gen::inRange(0, 1000), {});
    for (int third = 0; third < 3; ++third) {
      report.carriage.landings.push_back(
          {*rc::gen::inRange<std::size_t>(0, nodes), Rational::quotient(1, 3), true});
    }
    report.report.state = *rc::gen::element(ReportState::given, ReportState::given,
                                            ReportState::blank, ReportState::not_available);
    world.reports.push_back(std::move(report));
  }
  return world;
}

Rational value_or_zero(const Consolidated& one) { return one.value.value_or(Rational(0)); }

TEST(SeriesProperty, NothingIsLostOrCountedTwiceOverALevel) {
  EXPECT_TRUE(rc::check("a unit is its children and what stands at it", [] {
    const auto world = any_world();
    const auto top = consolidate(world.reports, world.parents, 0, 2020, Merge::add);
    Rational below = 0, own = 0;
    for (std::size_t node = 1; node < world.parents.size(); ++node) {
      if (world.parents[node] != 0U) continue;
      below += value_or_zero(consolidate(world.reports, world.parents, node, 2020, Merge::add));
    }
    for (const auto& [report, carriage] : world.reports) {
      if (report.state != ReportState::given) continue;
      for (const auto& landing : carriage.landings) {
        if (landing.node == 0) own += Rational(report.value) * landing.share;
      }
    }
    RC_ASSERT(value_or_zero(top) == below + own);
  }));
}

TEST(SeriesProperty, TheOrderOfUnitsDoesNotMatter) {
  EXPECT_TRUE(rc::check("shuffled reports give the same value and state", [] {
    auto world = any_world();
    const auto node = *rc::gen::inRange<std::size_t>(0, world.parents.size());
    const auto merge = *rc::gen::element(Merge::add, Merge::mean, Merge::apart);
    const auto before = consolidate(world.reports, world.parents, node, 2020, merge);
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    std::ranges::shuffle(world.reports, random);
    const auto after = consolidate(world.reports, world.parents, node, 2020, merge);
    RC_ASSERT(before.value == after.value);
    RC_ASSERT(before.state == after.state);
    RC_ASSERT(before.estimated == after.estimated);
  }));
}

TEST(SeriesProperty, AValueIsOnlyThereWhereSomebodyGaveOne) {
  EXPECT_TRUE(rc::check("blank and not available never become zero", [] {
    auto world = any_world();
    for (auto& [report, carriage] : world.reports) {
      if (report.state == ReportState::given) report.state = ReportState::blank;
    }
    for (std::size_t node = 0; node < world.parents.size(); ++node) {
      RC_ASSERT(!consolidate(world.reports, world.parents, node, 2020, Merge::add).value);
    }
  }));
}

}  // namespace
}  // namespace liem::figures
