#include "indicators/trend.h"

#include <gmock/gmock.h>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

std::vector<std::string> refusals(const std::string& text) {
  const auto results = load_published(text, "r");
  return results ? std::vector<std::string>{} : lines_of(results.error());
}

std::string point(const std::string& year, const std::string& points, const std::string& rest) {
  return "      - {year: " + year + ", points: " + points + ", " + rest +
         ", source: {vi: x, en: x}}\n";
}

const std::string head =
    "maximum: 100\nlines:\n  - id: mean\n    label: {vi: x, en: x}\n    points:\n";

TEST(PublishedResults, AreRefusedOutOfOrderAboveTheMaximumOrOfNoStatus) {
  EXPECT_THAT(
      refusals(head + point("2017", "61", "status: text") + point("2017", "101", "status: rumour")),
      ElementsAre("r:7: “rumour” cannot stand here; choose from: text, press, unconfirmed",
                  "r:7: 101 points lie outside 0 to the maximum 100; correct them"));
  EXPECT_THAT(
      refusals(head + point("2017", "61", "status: text") + point("2016", "60", "status: text")),
      ElementsAre("r:7: 2016 stands after 2017; put the years in order, one result each"));
  EXPECT_THAT(refusals(head + point("2017", "61", "status: text") +
                       "  - {id: mean, label: {vi: x, en: x}, points: []}\n"),
              ElementsAre("r:7: the list “points” is empty; give at least one",
                          "r:7: “mean” stands above already; use each id once"));
}

TEST(PublishedResults, JoinOnlyYearsOnOneKnownSet) {
  PublishedPoint before, after;
  EXPECT_TRUE(broken_between(before, after));  // neither set is known
  before.set = after.set = "pctn-2024";
  EXPECT_FALSE(broken_between(before, after));
  after.set = "pctn-2023";
  EXPECT_TRUE(broken_between(before, after));
}

IndicatorSet version(const std::string& rule, const std::string& sha256) {
  return load_set(set_text(rule), "s", items(), sha256).value();
}

TEST(Trend, RunsOnOverACorrectionThatChangesNoPointsAndNoRule) {
  const auto first = version("{kind: documented, input: t.yes}", "1");
  const auto same = version("{kind: documented, input: t.yes}", "2");
  const auto other = version("{kind: documented, input: t.also}", "3");
  const auto way = way_between(first, same, {});
  ASSERT_TRUE(way);
  EXPECT_TRUE(same_by_criterion(first, same, *way));
  EXPECT_FALSE(same_by_criterion(first, other, *way));
}

TEST(Trend, ComparesOnlyLeavesThatAreScoredOnBothSides) {
  const auto set = version("{kind: documented, input: t.yes}", "1");
  const auto whole = score_of(set, "{t.yes: true, n.yes: true}");
  const auto half = score_of(set, "{t.yes: false}");
  const auto part = comparable_part(*way_between(set, set, {}), whole, half);
  EXPECT_EQ(part.criteria, 1u);
  EXPECT_EQ(part.before, (Points{4, 4, 4}));
  EXPECT_EQ(part.after, (Points{0, 4, 4}));
}

}  // namespace
}  // namespace liem::indicators
