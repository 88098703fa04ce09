// Best steps where many actions change the same figures.
#include <random>

#include "advice/testing_steps.h"

namespace liem::advice {
namespace {

using namespace testing_steps;

// Nothing is listed whole, so that the search over shared figures decides small questions too.
const StepsLimits one_by_one = [] {
  StepsLimits limits;
  limits.together = 0;
  return limits;
}();

TEST(SharedFigures, FindWhatTryingEverySubsetFinds) {
  same_as_trying(set_with(two_ratios),
                 "{t.done: 0, t.due: 7, t.settled: 1, t.asked: 3, n.yes: false}", one_by_one);
}

TEST(SharedFigures, FindItAlsoWhereTheWholeIsRoundedOnlyAtTheEnd) {
  same_as_trying(
      set_with(two_ratios, "{decimals: 1, mode: half_up, at: total, provenance: assumed}"),
      "{t.done: 0, t.due: 7, t.settled: 1, t.asked: 3, n.yes: false}", one_by_one);
}

// A ratio in bands, a count with a cap, a checklist and a ratio whose figure the count reads too.
IndicatorSet four_criteria() {
  const auto leaf = [](const std::string& code, int points, const std::string& rule) {
    return "  - {code: " + code + ", title: {vi: x, en: x}, points: " + std::to_string(points) +
           ", provenance: assumed, rule_provenance: assumed, legal_basis: [law], evidence: [{vi: "
           "x, en: x}], rule: " +
           rule + "}\n";
  };
  const std::string text =
      "id: small\nversion: '1'\ntitle: {vi: x, en: x}\nsource: {vi: x, en: x}\n"
      "period: {from: '12-16', to: '12-15'}\nrounding: " +
      published_rounding + "\npoints: 15\ncriteria:\n" +
      leaf("R", 4,
           "{kind: ratio, done: t.done, obliged: t.due, no_occurrence: full, bands: [{from: 0, "
           "below: 50, points: 0.5}, {from: 50, below: 90, points: 2}, {from: 90, points: 4}]}") +
      leaf("C", 3, "{kind: count, input: t.settled, points_each: 0.4, cap: 3}") +
      leaf("L", 4,
           "{kind: checklist, parts: [{input: t.yes, points: 1, title: {vi: x, en: x}}, {input: "
           "t.also, points: 1, title: {vi: x, en: x}}, {input: n.yes, points: 2, title: {vi: x, "
           "en: x}}]}") +
      leaf("S", 4,
           "{kind: ratio, done: t.settled, obliged: t.asked, no_occurrence: full, floor: 20, "
           "ceiling: 80}");
  auto set = indicators::load_set(text, "s", items(), "");
  EXPECT_TRUE(set) << (set ? "" : english(set.error()).at(0));
  return set.value();
}

const std::string little_done =
    "{t.done: 1, t.due: 9, t.settled: 0, t.asked: 8, t.yes: false, t.also: false, n.yes: false}";

// Most change figures of several criteria at once.
std::string crossing_actions() {
  std::string list;
  const int count = *rc::gen::inRange(2, 11);
  for (int i = 0; i < count; ++i) {
    const auto change = [] {
      return *rc::gen::element<std::string>(
          "{id: t.done, add: 1}", "{id: t.done, add: 3}", "{id: t.settled, add: 1}",
          "{id: t.settled, add: 2}", "{id: t.yes, value: true}", "{id: t.also, value: true}",
          "{id: n.yes, value: true}", "{id: t.settled, value: 4}", "{id: t.done, value: 5}");
    };
    std::string changes = change();
    if (*rc::gen::inRange(0, 2) == 0) changes += ", " + change();
    list += any_action(i, 5, changes);
  }
  return list;
}

TEST(SharedFigures, FindWhatTryingFindsWhereActionsCrossCriteria) {
  same_as_trying(four_criteria(), little_done, one_by_one, crossing_actions);
}

// Where only a sum is kept of a figure, as of money.
TEST(SharedFigures, FindItWhereStandingsAreTooManyToList) {
  StepsLimits limits = one_by_one;
  limits.standings = 2;
  same_as_trying(four_criteria(), little_done, limits, [] {
    std::string list;
    const int count = *rc::gen::inRange(2, 11);
    for (int i = 0; i < count; ++i) {
      list += fmt::format(
          "- {{id: a{}, title: x, days: {}, money: {}, changes: [{{id: {}, add: "
          "{}}}]}}\n",
          i, *rc::gen::inRange(0, 5), *rc::gen::inRange(0, 5),
          *rc::gen::element<std::string>("t.done", "t.settled"), *rc::gen::inRange(1, 5));
    }
    return list;
  });
}

// How much is looked at is the measure, as clocks differ.
std::size_t looked_at(const IndicatorSet& set, const std::string& answers, const std::string& list,
                      const StepsBudget& budget) {
  const auto actions = actions_of(set, list);
  const auto best = best_of(set, inputs_of(set, answers), actions, budget);
  EXPECT_GT(best.won, 0);
  EXPECT_TRUE(best.proven);
  EXPECT_LE(best.day_hundredths, budget.day_hundredths);
  EXPECT_LE(best.money, budget.money);
  return best.states;
}

TEST(SharedFigures, TwoHundredActionsOnOneRatioAreDecided) {
  std::mt19937 random(11);
  std::string list;
  for (int i = 0; i < 200; ++i) {
    list += fmt::format(
        "- {{id: a{}, title: x, days: {}, money: {}, changes: [{{id: t.done, add: {}}}]}}\n", i,
        1 + random() % 30, random() % 50 * 500'000, 1 + random() % 20);
  }
  EXPECT_LT(looked_at(set_with(ratio), "{t.done: 100, t.due: 3000, n.yes: false}", list,
                      {60'000, 400'000'000}),
            2'000'000u);
}

TEST(SharedFigures, TwoHundredActionsAcrossFourCriteriaAreDecided) {
  std::mt19937 random(12);
  const char* yes[] = {"t.yes", "t.also", "n.yes"};
  std::string list;
  for (int i = 0; i < 200; ++i) {
    std::string changes;
    const auto kind = random() % 4;
    if (kind != 1) changes += fmt::format("{{id: t.done, add: {}}}", 1 + random() % 12);
    if (kind == 0) changes += ", ";
    if (kind < 2) changes += fmt::format("{{id: t.settled, add: {}}}", 1 + random() % 5);
    if (kind == 3) changes += fmt::format(", {{id: {}, value: true}}", yes[random() % 3]);
    list += fmt::format("- {{id: a{}, title: x, days: {}, money: {}, changes: [{}]}}\n", i,
                        1 + random() % 30, random() % 50 * 500'000, changes);
  }
  EXPECT_LT(
      looked_at(four_criteria(),
                "{t.done: 20, t.due: 900, t.settled: 0, t.asked: 200, t.yes: false, t.also: false, "
                "n.yes: false}",
                list, {40'000, 200'000'000}),
      2'000'000u);
}

// Sums of 200 different amounts of money have more standings than any list holds.
const std::string amounts_of_money = [] {
  std::mt19937 random(13);
  std::string list;
  for (int i = 0; i < 200; ++i) {
    list += fmt::format(
        "- {{id: a{}, title: x, days: {}, money: {}, changes: [{{id: cashless.cashless, add: "
        "{}}}]}}\n",
        i, 1 + random() % 30, random() % 50 * 500'000, 1'000'000 + random() % 90'000'000);
  }
  return list;
}();
const std::string little_cashless = "{cashless.cashless: 1000000000, cashless.total: 20000000000}";
constexpr StepsBudget half_of_all{60'000, 400'000'000};

// The most points are found soon; the cheapest of so many equal choices is not.
TEST(SharedFigures, TwoHundredAmountsOfMoneyAreDecidedAndSayHowMuchLessTheSameMayTake) {
  const auto set = shipped_set();
  const auto best =
      best_of(set, inputs_of(set, little_cashless), actions_of(set, amounts_of_money), half_of_all);
  EXPECT_GT(best.won, 0);
  EXPECT_TRUE(best.proven);
  EXPECT_LT(best.states, 4'000'000u);
  EXPECT_FALSE(best.cheapest_proven);
  EXPECT_GT(best.at_most_cheaper, 0);
  EXPECT_LT(best.at_most_cheaper, best.money / 5);  // 38,938,905 of 370,000,000 when written
}

TEST(SharedFigures, AreRefusedWhereOneCriterionStandsInTooManyWays) {
  const auto set = set_with(
      "{kind: formula, gives: points, ceiling: 4, expression: 'number(t.done) * "
      "number(t.settled) * 0.001'}");
  std::string list;
  for (int i = 0; i < 10; ++i) {
    list += fmt::format(
        "- {{id: a{}, title: x, days: 1, money: 1, changes: [{{id: t.done, add: {}}}]}}\n", i,
        1 << i);
  }
  StepsLimits limits = one_by_one;
  limits.standings = 1000;
  const auto found = best_steps(set, inputs_of(set, "{t.done: 1, t.settled: 1}"),
                                actions_of(set, list), {10'000, 100}, "actions.yaml", limits);
  ASSERT_FALSE(found);
  EXPECT_EQ(english(found.error()).at(0),
            "actions.yaml: 10 actions touch T together and have more than 1000 different outcomes; "
            "join some of them or leave some out");
}

TEST(SharedFigures, AreRefusedWhereTheyDecideWhatApplies) {
  const auto set =
      set_with("{kind: ratio, done: t.done, obliged: t.due, no_occurrence: not_applicable}");
  const auto found =
      best_steps(set, inputs_of(set, "{t.done: 0, t.due: 0, n.yes: false}"), actions_of(set, R"(
- {id: begin, title: x, days: 1, money: 0, changes: [{id: t.due, value: 4}, {id: t.done, value: 4}]}
)"),
                 {100, 0}, "actions.yaml", one_by_one);
  ASSERT_FALSE(found);
  EXPECT_EQ(english(found.error()).at(0),
            "actions.yaml: 1 action that share figures also decide whether criterion T applies, "
            "so the best choice cannot be proven; leave out the actions that change this, or ask "
            "what-if for them");
}

}  // namespace
}  // namespace liem::advice
