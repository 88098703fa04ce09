#include "advice/best_steps.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <random>

#include "advice/testing_steps.h"
#include "advice/words.h"

namespace liem::advice {
namespace {

using namespace testing_steps;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> refusals(const IndicatorSet& set, const std::string& list) {
  const auto actions = load_actions(list, "actions.yaml", set);
  return actions ? std::vector<std::string>{} : english(actions.error());
}

std::vector<std::string> chosen(const BestSteps& best, const std::vector<Action>& actions) {
  std::vector<std::string> ids;
  for (const auto& one : best.chosen) ids.push_back(actions[one.action].id);
  return ids;
}

TEST(Actions, AreReadWithTheirCostsAndChanges) {
  const auto set = set_with(ratio);
  const auto actions = actions_of(set, R"(
- {id: hurry, title: Đôn đốc, days: 2.5, money: 1500000, changes: [{id: t.done, add: 1}]}
- {id: write, title: Ban hành, days: 1, money: 0, changes: [{id: n.yes, value: true}], needs: [hurry]}
)");
  ASSERT_EQ(actions.size(), 2u);
  EXPECT_EQ(actions[0].day_hundredths, 250);
  EXPECT_EQ(actions[0].money, 1'500'000);
  EXPECT_EQ(*actions[0].effects[0].add, 1);
  EXPECT_TRUE(actions[1].effects[0].value->yes());
  EXPECT_THAT(actions[1].needs, ElementsAre(0u));
}

TEST(Actions, EveryRefusalNamesThePlaceAndTheMend) {
  const auto set = set_with(ratio);
  const auto with = [](const std::string& fields) {
    return "- {id: a, title: x, days: 1, money: 1, changes: [{id: t.done, add: 1}]}\n- {" + fields +
           "}\n";
  };
  const std::string costs = "title: x, days: 1, money: 1, ";
  const std::string change = "changes: [{id: t.done, add: 1}]";
  const std::pair<std::string, std::string> cases[] = {
      {with("id: Á, " + costs + change), "actions.yaml:2: the action id “Á” cannot be used"},
      {with("id: a, " + costs + change), "actions.yaml:2: an action “a” stands already"},
      {with("id: b, needs: [c], " + costs + change),
       "actions.yaml:2: there is no other action “c”"},
      {with("id: b, excludes: [b], " + costs + change),
       "actions.yaml:2: there is no other action “b”"},
      {with("id: b, title: x, days: -1, money: 1, " + change),
       "actions.yaml:2: “-1” is no number of person-days"},
      {with("id: b, title: x, days: 0.125, money: 1, " + change),
       "actions.yaml:2: “0.125” is no number of person-days"},
      {with("id: b, title: x, days: 1, money: 0.5, " + change),
       "actions.yaml:2: “0.5” is no sum of money"},
      {with("id: b, " + costs + "changes: [{id: t.done}]"),
       "actions.yaml:2: “t.done” needs exactly one of “value” (put in place) and “add”"},
      {with("id: b, " + costs + "changes: []"), "actions.yaml:2: the action changes no figure"},
      {with("id: b, " + costs + "changes: [{id: n.yes, add: 1}]"),
       "actions.yaml:2: 1 cannot be added to “n.yes”"},
      {with("id: b, " + costs + "changes: [{id: t.done, add: 0}]"),
       "actions.yaml:2: 0 cannot be added to “t.done”"},
      {with("id: b, " + costs + "changes: [{id: t.done, add: 0.5}]"),
       "actions.yaml:2: “t.done” cannot be “0.5”"},
      {with("id: b, " + costs + "changes: [{id: t.none, add: 1}]"),
       "actions.yaml:2: there is no data item “t.none”"},
      {"[]", "actions.yaml:1: the list of actions is empty"},
  };
  for (const auto& [list, words] : cases) {
    const auto lines = refusals(set, list);
    ASSERT_FALSE(lines.empty()) << list;
    EXPECT_THAT(lines[0], HasSubstr(words)) << list;
  }
  std::string many;
  for (int i = 0; i < 201; ++i) many += fmt::format("- {{id: a{}, {}{}}}\n", i, costs, change);
  EXPECT_THAT(refusals(set, many).at(0),
              HasSubstr("there are 201 actions, 200 at most; leave some out"));
  std::string changes = "{id: t.done, add: 1}";
  for (int i = 0; i < 50; ++i) changes += ", {id: t.done, add: 1}";
  EXPECT_THAT(refusals(set, "- {id: a, " + costs + "changes: [" + changes + "]}").at(0),
              HasSubstr("actions.yaml:1: the action changes 51 figures, 50 at most"));
}

TEST(Actions, ThatReportLessOrAddToNothingOrDoMoreThanObligedAreRefused) {
  const auto set = set_with(ratio);
  const auto refused = [&](const std::string& answers, const std::string& change) {
    const auto actions =
        actions_of(set, "- {id: a, title: x, days: 1, money: 1, changes: [" + change + "]}");
    const auto found =
        best_steps(set, inputs_of(set, answers), actions, {100, 100}, "actions.yaml");
    return found ? std::string() : english(found.error()).at(0);
  };
  EXPECT_THAT(refused("{t.done: 3, t.due: 4}", "{id: t.due, value: 3}"),
              HasSubstr("reporting less is no way to win points"));
  EXPECT_THAT(refused("{t.done: 3, t.due: 4}", "{id: t.due, add: -1}"),
              HasSubstr("reporting less is no way to win points"));
  EXPECT_THAT(refused("{t.due: 4}", "{id: t.done, add: 1}"), HasSubstr("has nothing to add to"));
  EXPECT_THAT(refused("{t.done: 3, t.due: 4}", "{id: t.done, value: 5}"),
              HasSubstr("actions.yaml:1: “t.done” is 5, more than “t.due” with 4"));
}

TEST(BestSteps, ChoosesWhatWinsMostWithinBothBudgets) {
  const auto set = set_with(ratio);
  const auto inputs = inputs_of(set, "{t.done: 0, t.due: 4, n.yes: false}");
  const auto actions = actions_of(set, R"(
- {id: plan, title: Ban hành, days: 5, money: 0, changes: [{id: n.yes, value: true}]}
- {id: one, title: Một, days: 1, money: 1000000, changes: [{id: t.done, add: 1}]}
- {id: three, title: Ba, days: 4, money: 2000000, changes: [{id: t.done, add: 3}]}
)");
  EXPECT_THAT(chosen(best_of(set, inputs, actions, {500, 0}), actions), ElementsAre("plan"));
  EXPECT_THAT(chosen(best_of(set, inputs, actions, {500, 3'000'000}), actions),
              ElementsAre("plan"));
  const auto all = best_of(set, inputs, actions, {1000, 3'000'000});
  EXPECT_THAT(chosen(all, actions), ElementsAre("plan", "one", "three"));
  EXPECT_EQ(all.won, 10);
  EXPECT_TRUE(all.proven);
  EXPECT_THAT(chosen(best_of(set, inputs, actions, {0, 0}), actions), ElementsAre());
}

TEST(BestSteps, ActionsOnOneCriterionCountOnlyAsFarAsItGoes) {
  const auto set = set_with(ratio);
  const auto inputs = inputs_of(set, "{t.done: 2, t.due: 4, n.yes: true}");
  const auto actions = actions_of(set, R"(
- {id: a, title: x, days: 2, money: 0, changes: [{id: t.done, add: 2}]}
- {id: b, title: x, days: 1, money: 0, changes: [{id: t.done, add: 1}]}
- {id: c, title: x, days: 0.5, money: 0, changes: [{id: t.done, add: 1}]}
)");
  const auto best = best_of(set, inputs, actions, {1000, 0});
  EXPECT_THAT(chosen(best, actions), ElementsAre("b", "c")) << "the fewest days that fill it";
  EXPECT_EQ(best.inputs.at("t.done").number(), 4);
  EXPECT_EQ(best.chosen[0].marginal, 1);
}

TEST(BestSteps, KeepsToWhatExcludesAndWhatNeeds) {
  const auto set = set_with(ratio);
  const auto inputs = inputs_of(set, "{t.done: 0, t.due: 4, n.yes: false}");
  const auto actions = actions_of(set, R"(
- {id: own, title: x, days: 1, money: 0, changes: [{id: t.done, add: 2}], excludes: [hired]}
- {id: hired, title: x, days: 0, money: 100, changes: [{id: t.done, add: 1}]}
- {id: plan, title: x, days: 1, money: 0, changes: [{id: n.yes, value: true}], needs: [hired]}
)");
  const auto best = best_of(set, inputs, actions, {1000, 1000});
  EXPECT_THAT(chosen(best, actions), ElementsAre("hired", "plan")) << "7 points, not 2 or 1";
  EXPECT_EQ(best.chosen[0].marginal, 7) << "without it the plan falls too";
  EXPECT_EQ(best.chosen[1].marginal, 6);
}

TEST(BestSteps, TellsWhatADayAndAMillionMoreWouldBuy) {
  const auto set = set_with(ratio);
  const auto inputs = inputs_of(set, "{t.done: 0, t.due: 4, n.yes: false}");
  const auto actions = actions_of(set, R"(
- {id: plan, title: x, days: 2, money: 1000000, changes: [{id: n.yes, value: true}]}
- {id: one, title: x, days: 1, money: 0, changes: [{id: t.done, add: 1}]}
)");
  const auto best = best_of(set, inputs, actions, {200, 0});
  EXPECT_THAT(chosen(best, actions), ElementsAre("one"));
  EXPECT_EQ(best.one_day_more, 0);
  EXPECT_EQ(best.one_million_more, 5) << "the plan in place of the one";
  const auto said = indicators::say(best_sentences(best), advice_words());
  EXPECT_THAT(
      said.en,
      HasSubstr("1 action for 1 person-day and 0 đồng: the total goes from 0 / 10 reachable so far "
                "to 1 / 10 (maximum 10), 1 more."));
  EXPECT_THAT(said.en, HasSubstr("Proven: no other choice wins more."));
}

TEST(BestSteps, ActionsThatMakeACriterionApplyAreWeighedWithTheRescaling) {
  const auto set =
      set_with("{kind: ratio, done: t.done, obliged: t.due, no_occurrence: not_applicable}");
  const auto inputs = inputs_of(set, "{t.done: 0, t.due: 0, n.yes: false}");
  const auto actions = actions_of(set, R"(
- {id: begin, title: x, days: 1, money: 0, changes: [{id: t.due, value: 4}, {id: t.done, value: 4}]}
- {id: plan, title: x, days: 1, money: 0, changes: [{id: n.yes, value: true}]}
)");
  const auto one = best_of(set, inputs, actions, {100, 0});
  EXPECT_THAT(chosen(one, actions), ElementsAre("plan")) << "10 points of 10, as T does not apply";
  EXPECT_EQ(one.won, 10);
}

TEST(BestSteps, FindsWhatTryingEverySubsetFinds) {
  same_as_trying(set_with(two_ratios),
                 "{t.done: 0, t.due: 7, t.settled: 1, t.asked: 3, n.yes: false}");
}

TEST(BestSteps, FindsItAlsoWhereTheWholeIsRoundedOnlyAtTheEnd) {
  same_as_trying(
      set_with(two_ratios, "{decimals: 1, mode: half_up, at: total, provenance: assumed}"),
      "{t.done: 0, t.due: 7, t.settled: 1, t.asked: 3, n.yes: false}");
}

// The shipped set with criteria that do not apply, 200 actions over all of it: how much is looked
// at is the measure, as clocks differ.
TEST(BestSteps, TwoHundredActionsAreDecidedAfterFewPartialSets) {
  const auto set = shipped_set();
  auto inputs = inputs_of(set, "{}");
  const std::pair<const char*, const char*> ratios[] = {
      {"policy.issued", "policy.due"},
      {"review.done", "review.due"},
      {"disclosure.on_time", "disclosure.due"},
      {"cashless.cashless", "cashless.total"},
      {"conflict.handled", "conflict.found"},
      {"rotation.done", "rotation.due"},
      {"declarations.submitted", "declarations.obliged"},
      {"non_state.disclosed", "non_state.obliged"},
      {"inspections.done", "inspections.planned"},
      {"petitions.solved", "petitions.in_jurisdiction"},
      {"heads.handled", "heads.responsible"},
      {"discipline.handled", "discipline.violators"},
      {"internal_checks.done", "internal_checks.planned"}};
  for (const auto& [done, due] : ratios) {
    for (const auto& [id, value] : {std::pair(done, 20), std::pair(due, 100)}) {
      indicators::Answer answer;
      answer.state = indicators::AnswerState::given;
      answer.value = Decimal(value);
      inputs.answers.insert_or_assign(id, answer);
    }
  }
  std::mt19937 random(7);
  std::string list;
  for (int i = 0; i < 200; ++i) {
    list += fmt::format(
        "- {{id: a{}, title: x, days: {}, money: {}, changes: [{{id: {}, add: {}}}]}}\n", i,
        1 + random() % 30, random() % 50 * 500'000, ratios[i % 13].first, 1 + random() % 12);
  }
  const auto actions = actions_of(set, list);
  const auto best = best_of(set, inputs, actions, {60'000, 400'000'000});
  EXPECT_GT(best.won, 0);
  EXPECT_LE(best.day_hundredths, 60'000);
  EXPECT_LE(best.money, 400'000'000);
  EXPECT_TRUE(best.proven);
  EXPECT_LT(best.states, 2'000'000u);
}

TEST(BestSteps, RefusesToLookAtMoreCasesThanItIsLetAndSaysToPlanSmaller) {
  const auto set = set_with(ratio);
  const auto inputs = inputs_of(set, "{t.done: 0, t.due: 4, n.yes: false}");
  const auto actions = actions_of(set, R"(
- {id: one, title: x, days: 1, money: 1, changes: [{id: t.done, add: 1}]}
- {id: plan, title: x, days: 2, money: 0, changes: [{id: n.yes, value: true}]}
)");
  StepsLimits limits;
  limits.states = 1;
  const auto found = best_steps(set, inputs, actions, {300, 1}, "actions.yaml", limits);
  ASSERT_FALSE(found);
  EXPECT_EQ(english(found.error()).at(0),
            "actions.yaml: more than 1 cases would have to be looked at to prove the best choice; "
            "leave out some actions or plan in smaller budgets");
}

// The group's points come from no leaf of it.
TEST(BestSteps, RefusesASetWhosePointsAreNotTheSumOfItsLeavesAndNamesAnotherWay) {
  auto text = set_text("{kind: documented, input: t.yes}");
  text.replace(text.find("points: 10"), 10, "points: 14");
  text +=
      "  - code: D\n    title: {vi: x, en: x}\n    points: 4\n    provenance: assumed\n"
      "    not_applicable: full\n    children:\n      - {code: D.1, title: {vi: x, en: x}, points: "
      "4, provenance: assumed, rule_provenance: assumed, legal_basis: [law], evidence: [{vi: x, "
      "en: x}], rule: {kind: documented, input: t.also}}\n";
  const auto set = indicators::load_set(text, "s", items(), "").value();
  const auto inputs =
      inputs_of(set, "{t.yes: false, n.yes: false, t.also: {state: not_applicable, ground: g}}");
  const auto actions = actions_of(
      set, "- {id: plan, title: x, days: 1, money: 0, changes: [{id: n.yes, value: true}]}");
  const auto found = best_steps(set, inputs, actions, {100, 0}, "actions.yaml");
  ASSERT_FALSE(found);
  EXPECT_EQ(english(found.error()).at(0),
            "actions.yaml: the points of set small do not add up from the criteria these actions "
            "touch, so the best choice cannot be proven; ask what-if for each choice");
}

TEST(BestSteps, SayWhatIsReachedOfWhatIsReachableSoFar) {
  const auto set = set_with(ratio);
  const auto inputs = inputs_of(set, "{t.done: 1, t.due: 4}");
  const auto actions = actions_of(
      set, "- {id: plan, title: x, days: 1, money: 0, changes: [{id: n.yes, value: true}]}");
  const auto said = [&](std::int64_t days) {
    const auto best = best_of(set, inputs, actions, {days, 0});
    return indicators::say(best_sentences(best), advice_words()).en;
  };
  EXPECT_THAT(said(100), HasSubstr("the total goes from 1 / 4 reachable so far to 7 / 10 "
                                   "(maximum 10), 6 more."));
  EXPECT_THAT(said(0), HasSubstr("no action wins points; 1 / 4 reachable so far are reached "
                                 "(maximum 10)."));
}

}  // namespace
}  // namespace liem::advice
