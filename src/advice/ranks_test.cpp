#include "advice/ranks.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "advice/margin.h"
#include "advice/testing_advice.h"
#include "advice/words.h"

namespace liem::advice {
namespace {

using namespace testing_advice;

// T of 4 and N of 6 points, both assumed.
const std::string ratio =
    "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: not_applicable}";

std::vector<UnitRank> ranks_of(const IndicatorSet& set, const std::vector<std::string>& answers,
                               int percent) {
  std::vector<indicators::Score> scores;
  for (const auto& one : answers) scores.push_back(indicators::score(set, inputs_of(set, one)));
  std::vector<const indicators::Score*> pointers;
  for (const auto& score : scores) pointers.push_back(&score);
  return ranks(set, pointers, percent);
}

TEST(Ranks, EqualPointsShareARankAndTheNextIsSkipped) {
  const auto found =
      ranks_of(set_with(ratio),
               {"{t.done: 1, t.due: 4, n.yes: true}", "{t.done: 4, t.due: 4, n.yes: true}",
                "{t.done: 1, t.due: 4, n.yes: true}", "{t.done: 0, t.due: 4, n.yes: false}"},
               0);
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].unit, 1u);
  EXPECT_EQ(found[1].unit, 0u);
  EXPECT_EQ(found[1].rank, 2);
  EXPECT_EQ(found[2].rank, 2);
  EXPECT_EQ(found[3].rank, 4);
  for (const auto& one : found)
    EXPECT_FALSE(one.rests_on_assumption()) << "nothing moves within 0 percent";
}

TEST(Ranks, ThatChangePlacesWithinTheBoundsRestOnAnAssumption) {
  const std::vector<std::string> answers = {"{t.done: 0, t.due: 4, n.yes: true}",    // 6: all of N
                                            "{t.done: 4, t.due: 4, n.yes: false}"};  // 4: all of T
  const auto set = set_with(ratio);
  const auto narrow = ranks_of(set, answers, 20);
  EXPECT_FALSE(narrow[0].rests_on_assumption()) << "T at most 4.8, N at least 5.2";
  const auto wide = ranks_of(set, answers, 40);
  ASSERT_TRUE(wide[0].rests_on_assumption()) << "T 5.6, N 4.4";
  EXPECT_EQ(wide[0].highest, 1);
  EXPECT_EQ(wide[0].lowest, 2);
  EXPECT_TRUE(wide[0].attained);
  ASSERT_NE(wide[0].decided_by, nullptr);
  EXPECT_EQ(wide[0].decided_by->code, "T");
  const auto said = indicators::say(rank_sentences(wide[0], 40), advice_words());
  EXPECT_EQ(said.en,
            "Rank 1; rests on assumed points: may be 1 to 2 when they move within ±40 %. What "
            "decides most: T x.");
}

TEST(Ranks, PublishedPointsDoNotMove) {
  auto set = set_with(ratio);
  for (auto& criterion : set.criteria) criterion.provenance = indicators::Provenance::published;
  const auto found = ranks_of(
      set, {"{t.done: 0, t.due: 4, n.yes: true}", "{t.done: 4, t.due: 4, n.yes: false}"}, 90);
  for (const auto& one : found) EXPECT_FALSE(one.rests_on_assumption());
}

// Where a criterion applies to one of the two only, the ends are outer ones; the mark is not.
TEST(Ranks, RestOnAnAssumptionWhereSomePointsWithinTheBoundsChangeThemAndNowhereElse) {
  const auto set =
      set_with("{kind: ratio, done: t.done, obliged: t.due, no_occurrence: not_applicable}");
  const bool holds = rc::check([&] {
    std::vector<indicators::Score> scores;
    std::vector<const indicators::Score*> pointers;
    for (int i = 0; i < 3; ++i) {
      const int due = *rc::gen::element(0, 4);
      scores.push_back(
          indicators::score(set, inputs_of(set, fmt::format("{{t.done: {}, t.due: {}, n.yes: {}}}",
                                                            *rc::gen::inRange(0, due + 1), due,
                                                            *rc::gen::arbitrary<bool>()))));
    }
    for (const auto& score : scores) pointers.push_back(&score);
    const MarginFinder finder(set, 40);
    const auto rank_at = [&](std::size_t unit, const Rational& more) {
      const Weights weights = {{&set.criteria[0], Rational(4) + more},
                               {&set.criteria[1], Rational(6) - more}};
      return std::ranges::count_if(pointers, [&](const auto* other) {
        return finder.total(*other, weights) > finder.total(*pointers[unit], weights);
      });
    };
    for (const auto& one : ranks(set, pointers, 40)) {
      const Rational most = Rational::quotient(16, 10);  // 40 percent of 4
      const auto now = rank_at(one.unit, Rational());
      const bool changes =
          rank_at(one.unit, most) != now || rank_at(one.unit, Rational() - most) != now;
      RC_ASSERT(one.rests_on_assumption() == changes);
    }
  });
  EXPECT_TRUE(holds);
}

TEST(Margin, GivesWhatIsLeftToTheLargestGainsFirst) {
  const std::vector<Bounds> bounds = {{1, 3}, {1, 3}, {2, 2}};
  const auto weights = best_weights(bounds, {Rational(1), Rational(2), Rational(9)}, 7);
  EXPECT_EQ(weights[0], Rational(2));
  EXPECT_EQ(weights[1], Rational(3));
  EXPECT_EQ(weights[2], Rational(2));
}

// No weights tried within the bounds ever show a rank outside the two ends.
TEST(Ranks, NoWeightsWithinTheBoundsLeadOutsideThem) {
  const auto set = shipped_set();
  std::vector<indicators::Score> scores;
  for (const auto* unit :
       {"so-xay-dung", "so-y-te", "so-noi-vu", "so-tu-phap", "so-tai-chinh", "so-cong-thuong"}) {
    scores.push_back(indicators::score(set, demo_inputs(set, unit)));
  }
  std::vector<const indicators::Score*> pointers;
  for (const auto& score : scores) pointers.push_back(&score);
  const auto found = ranks(set, pointers, 30);
  const MarginFinder finder(set, 30);
  const bool holds = rc::check([&] {
    Weights weights;
    const auto move = [&](const auto& self,
                          const std::vector<indicators::Criterion>& criteria) -> void {
      std::vector<Bounds> bounds;
      std::vector<Rational> wish;
      Rational sum;
      for (const auto& one : criteria) {
        const bool moves = one.provenance == indicators::Provenance::assumed;
        const Rational most =
            moves ? Rational(one.points) * Rational::quotient(30, 100) : Rational();
        bounds.push_back({Rational(one.points) - most, Rational(one.points) + most});
        wish.push_back(Rational(*rc::gen::inRange(0, 100)));
        sum += Rational(one.points);
      }
      const auto chosen = best_weights(bounds, wish, sum);
      for (std::size_t i = 0; i < criteria.size(); ++i) {
        weights[&criteria[i]] = chosen[i];
        if (!criteria[i].children.empty()) self(self, criteria[i].children);
      }
    };
    move(move, set.criteria);
    for (const auto& one : found) {
      int rank = 1;
      for (std::size_t other = 0; other < scores.size(); ++other) {
        if (finder.total(scores[other], weights) > finder.total(scores[one.unit], weights)) ++rank;
      }
      RC_ASSERT(one.highest <= rank);
      RC_ASSERT(rank <= one.lowest);
    }
  });
  EXPECT_TRUE(holds);
}

// Where all the same criteria apply, the margin is the best over every corner of the bounds.
TEST(Margin, IsTheBestOverEveryCornerTried) {
  const auto set = set_with(ratio);
  const bool holds = rc::check([&] {
    const auto some = [&] {
      return indicators::score(
          set, inputs_of(set, fmt::format("{{t.done: {}, t.due: 4, n.yes: {}}}",
                                          *rc::gen::inRange(0, 5), *rc::gen::inRange(0, 2) == 1)));
    };
    const auto a = some(), b = some();
    const MarginFinder finder(set, 25);
    const auto found = finder.most(a, b);
    Rational best = finder.total(a, {}) - finder.total(b, {});
    for (const int sign : {-1, 1}) {
      const Weights corner = {{&set.criteria[0], Rational(4 + sign)},
                              {&set.criteria[1], Rational(6 - sign)}};
      best = std::max(best, finder.total(a, corner) - finder.total(b, corner));
    }
    RC_ASSERT(found.exact);
    RC_ASSERT(found.points == best);
    RC_ASSERT(finder.total(a, found.weights) - finder.total(b, found.weights) == best);
  });
  EXPECT_TRUE(holds);
}

TEST(Bounds, RefusesWhatIsNoWholePercentUpToTheWidestAndSaysWhatFits) {
  for (const auto* text : {"91", "-1", "2.5", "x", ""}) {
    const auto bounds = parse_bounds(text);
    ASSERT_FALSE(bounds) << text;
    EXPECT_EQ(
        english({bounds.error()}).at(0),
        fmt::format("“{}” cannot be the bounds; give a whole number from 0 to 90 (percent)", text));
  }
}

}  // namespace
}  // namespace liem::advice
