#include "organisation/history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/messages.h"

namespace liem::organisation {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using testing::UnorderedElementsAre;

// A province with two districts of two communes each; the shape of a real one before 2025-07-01.
constexpr std::string_view beginning = R"(
- id: start
  date: 2004-01-01
  kind: create
  basis: "QĐ 1"
  units:
    - {id: tinh, name: {vi: Tỉnh, en: Province}, kind: province}
    - {id: huyen-a, name: {vi: Huyện A, en: District A}, kind: district, parent: tinh}
    - {id: huyen-b, name: {vi: Huyện B, en: District B}, kind: district, parent: tinh}
    - {id: a1, name: {vi: A1, en: A1}, kind: commune, parent: huyen-a}
    - {id: a2, name: {vi: A2, en: A2}, kind: commune, parent: huyen-a}
    - {id: b1, name: {vi: B1, en: B1}, kind: commune, parent: huyen-b}
    - {id: b2, name: {vi: B2, en: B2}, kind: township, parent: huyen-b}
)";

std::string join_a() {
  return R"(
- id: join-a
  date: 2020-01-01
  kind: merge
  basis: "NQ 2"
  from: [a1, a2]
  into: {id: a, name: {vi: A, en: A}, kind: commune, parent: huyen-a}
)";
}

Date day(std::string_view text) { return *parse_iso_date(text); }

History history(const std::string& more) {
  auto loaded = load_history(std::string(beginning) + more, "units.yaml");
  EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().front().message.id);
  return loaded ? std::move(*loaded) : History();
}

const Catalogue& words() {
  static const Catalogue catalogue = [] {
    Catalogue all;
    for (const std::string name : {"organisation", "yaml"}) {
      std::ifstream in(std::string(LIEM_SOURCE_DIR) + "/data/locales/messages/" + name + ".yaml");
      std::ostringstream text;
      text << in.rdbuf();
      EXPECT_TRUE(all.add(text.str(), name));
    }
    return all;
  }();
  return catalogue;
}

// What a person is told, in English; the Vietnamese must be there too and hold no raw argument.
std::vector<std::string> refusals(const std::string& more) {
  std::vector<std::string> out;
  const auto loaded = load_history(std::string(beginning) + more, "u.yaml");
  for (const auto& problem : loaded ? Problems() : loaded.error()) {
    const auto vi = words().render(problem.message, Locale::vi);
    EXPECT_EQ(vi.find('{'), std::string::npos) << vi;
    out.push_back(words().render(problem.message, Locale::en));
  }
  return out;
}

std::vector<std::string> ids_on(const History& history, std::string_view date) {
  std::vector<std::string> ids;
  for (const auto& one : history.tree_on(day(date)).units) ids.push_back(one.unit.id);
  return ids;
}

TEST(History, ShowsTheTreeOfAnyDay) {
  const auto units = history(join_a());
  EXPECT_THAT(ids_on(units, "2003-12-31"), ElementsAre());
  EXPECT_THAT(ids_on(units, "2019-12-31"),
              ElementsAre("tinh", "huyen-a", "a1", "a2", "huyen-b", "b1", "b2"));
  EXPECT_THAT(ids_on(units, "2020-01-01"),
              ElementsAre("tinh", "huyen-a", "a", "huyen-b", "b1", "b2"));
  EXPECT_EQ(units.versions("a1")->back().to, day("2019-12-31"));
}

TEST(History, KeepsWhatAUnitWasCalledBeforeAndTheDocumentThatChangedIt) {
  const auto units = history(R"(
- id: town
  date: 2015-05-01
  kind: rename
  basis: "NQ 7"
  unit: b2
  name: {vi: Phường B2, en: Ward B2}
  becomes: ward
)");
  EXPECT_EQ(units.on("b2", day("2015-04-30"))->kind, UnitKind::township);
  const auto* now = units.on("b2", day("2015-05-01"));
  EXPECT_EQ(now->kind, UnitKind::ward);
  EXPECT_EQ(now->name.vi, "Phường B2");
  EXPECT_EQ(now->basis, "NQ 7");
  EXPECT_EQ(now->from, day("2015-05-01"));
}

TEST(History, MovesTheUnitsBelowWhenADistrictEnds) {
  const auto units = history(R"(
- {id: end-a, date: 2025-07-01, kind: abolish, basis: L, unit: huyen-a, children_to: tinh, successors: [{unit: tinh, share: 1}]}
)");
  EXPECT_EQ(units.on("a1", day("2025-06-30"))->parent, "huyen-a");
  EXPECT_EQ(units.on("a1", day("2025-07-01"))->parent, "tinh");
  EXPECT_THAT(units.successors("huyen-a", day("2025-06-30"), day("2025-07-01")).shares,
              ElementsAre(Pair("tinh", Rational(1))));
}

TEST(History, ComposesSharesAlongChains) {
  const auto units = history(join_a() + R"(
- id: part-a
  date: 2022-01-01
  kind: split
  basis: "NQ 3"
  of: a
  into:
    - {unit: a, share: 3/4}
    - {unit: b1, share: 1/4}
- id: join-b
  date: 2025-07-01
  kind: merge
  basis: "NQ 4"
  from: [b1, b2]
  into: b2
)");
  const auto forward = units.successors("a1", day("2016-12-15"), day("2025-07-01"));
  EXPECT_THAT(forward.shares, ElementsAre(Pair("a", Rational(Decimal::of(75, 2))),
                                          Pair("b2", Rational(Decimal::of(25, 2)))));
  ASSERT_EQ(forward.steps.size(), 4U);
  EXPECT_EQ(forward.steps.back().flow.to, "b2");
  EXPECT_EQ(forward.steps.back().carried, Rational(Decimal::of(25, 2)));
  EXPECT_THAT(units.ancestors("b2", day("2025-07-01"), day("2016-12-15")).shares,
              ElementsAre(Pair("a1", Rational(Decimal::of(25, 2))),
                          Pair("a2", Rational(Decimal::of(25, 2))), Pair("b1", Rational(1)),
                          Pair("b2", Rational(1))));
}

TEST(History, TellsThePartThatEndedWithoutASuccessor) {
  const auto units = history("- {id: x, date: 2025-07-01, kind: abolish, basis: L, unit: b1}\n");
  const auto gone = units.successors("b1", day("2025-06-30"), day("2025-07-01"));
  EXPECT_TRUE(gone.shares.empty());
  EXPECT_EQ(gone.lost, Rational(1));
}

TEST(History, LetsAllEventsOfADayHappenTogetherInWhateverOrder) {
  const std::string split = R"(
- id: part-b1
  date: 2025-07-01
  kind: split
  basis: N
  of: b1
  into: [{unit: x, share: 0.6}, {unit: b2, share: 0.4}]
)";
  const std::string merge = R"(
- id: new-x
  date: 2025-07-01
  kind: merge
  basis: N
  from: [a1]
  into: {id: x, name: {vi: X, en: X}, kind: commune, parent: tinh}
)";
  for (const auto& both : {split + merge, merge + split}) {
    EXPECT_THAT(history(both).ancestors("x", day("2025-07-01"), day("2025-06-30")).shares,
                ElementsAre(Pair("a1", Rational(1)), Pair("b1", Rational(Decimal::of(6, 1)))));
  }
}

TEST(History, TakesAnEventOfAnEarlierDayThatIsRecordedLate) {
  const auto units = history(join_a() +
                             "- {id: late, date: 2010-01-01, kind: rename, basis: N, unit: a1, "
                             "name: {vi: Cũ, en: Old}}\n");
  EXPECT_EQ(units.on("a1", day("2019-12-31"))->name.vi, "Cũ");
}

TEST(Undo, BringsBackTheTreeAsItWas) {
  const auto before = history("");
  const auto after = history(
      join_a() + "- {id: u, date: 2020-02-01, kind: undo, basis: Ghi nhầm, undoes: join-a}\n");
  for (const auto* date : {"2019-12-31", "2020-01-01", "2025-01-01"}) {
    EXPECT_EQ(ids_on(before, date), ids_on(after, date));
  }
  EXPECT_EQ(after.undone_by(1), "u");
}

TEST(Undo, OfAnUndoLetsTheEventCountAgain) {
  const auto units = history(join_a() + R"(
- {id: u, date: 2020-02-01, kind: undo, basis: Ghi nhầm, undoes: join-a}
- {id: uu, date: 2020-03-01, kind: undo, basis: Hủy nhầm, undoes: u}
)");
  EXPECT_NE(units.on("a", day("2020-01-01")), nullptr);
}

TEST(Undo, NamesWhatDependsOnTheEvent) {
  EXPECT_THAT(refusals(join_a() + R"(
- {id: name-a, date: 2021-01-01, kind: rename, basis: N, unit: a, name: {vi: Mới, en: New}}
- {id: join-b, date: 2021-01-01, kind: merge, basis: N, from: [b1, b2], into: b1}
- {id: u, date: 2022-02-01, kind: undo, basis: N, undoes: join-a}
)"),
              ElementsAre(HasSubstr("“join-a” cannot be undone while later events depend on it: "
                                    "name-a; undo those first")));
}

TEST(Undo, IsRefusedForWhatIsNotThereOrUndoneAlready) {
  EXPECT_THAT(refusals("- {id: u, date: 2022-02-01, kind: undo, basis: N, undoes: none}\n"),
              ElementsAre(HasSubstr("undoes “none”, which is not recorded before it")));
  EXPECT_THAT(refusals(join_a() + R"(
- {id: u, date: 2022-02-01, kind: undo, basis: N, undoes: join-a}
- {id: v, date: 2022-02-01, kind: undo, basis: N, undoes: join-a}
)"),
              ElementsAre(HasSubstr("“join-a” is undone by “u” already; undo “u” to bring it")));
}

struct Refusal {
  std::string name, events, told;
};

class Refused : public testing::TestWithParam<Refusal> {};

TEST_P(Refused, WithItsPlaceAndTheMend) {
  EXPECT_THAT(refusals(GetParam().events), ElementsAre(HasSubstr(GetParam().told)));
}

INSTANTIATE_TEST_SUITE_P(
    Events, Refused,
    testing::Values(
        Refusal{"AnUnknownKind", "- {id: x, date: 2020-01-01, kind: swap, basis: N}\n",
                "u.yaml:14: there is no kind of event “swap”"},
        Refusal{"AnUnknownKindOfUnit",
                "- {id: x, date: 2020-01-01, kind: create, basis: N, units: [{id: v, name: {vi: V, "
                "en: V}, kind: village, parent: tinh}]}\n",
                "there is no kind of unit “village”; use nation, region, province"},
        Refusal{
            "ARepeatedId",
            "- {id: start, date: 2020-01-01, kind: move, basis: N, units: [a1], parent: huyen-b}\n",
            "u.yaml:14: the event “start” stands above already"},
        Refusal{"AShareAboveOne",
                "- {id: x, date: 2020-01-01, kind: split, basis: N, of: a1, into: [{unit: a2, "
                "share: 1.2}]}\n",
                "“1.2” cannot be a share"},
        Refusal{"AShareOfParts",
                "- {id: x, date: 2020-01-01, kind: split, basis: N, of: a1, into: [{unit: a2, "
                "share: 1.5/3}]}\n",
                "“1.5/3” cannot be a share"},
        Refusal{"AnEmptyList",
                "- {id: x, date: 2020-01-01, kind: merge, basis: N, from: [], into: a1}\n",
                "the list “from” is empty"},
        Refusal{
            "AUnitUnknownOnTheDay",
            "- {id: x, date: 2003-01-01, kind: rename, basis: N, unit: a1, name: {vi: B, en: B}}\n",
            "there is no unit “a1” on 2003-01-01"},
        Refusal{
            "ATargetThatHasEnded",
            join_a() + "- {id: x, date: 2021-01-01, kind: merge, basis: N, from: [b1], into: a1}\n",
            "there is no unit “a1” on 2021-01-01"},
        Refusal{"AnIdOfAnEarlierUnit",
                join_a() + "- {id: x, date: 2021-01-01, kind: create, basis: N, units: [{id: a1, "
                           "name: {vi: B, en: B}, kind: commune, parent: tinh}]}\n",
                "the id “a1” belongs to an earlier unit"},
        Refusal{"SharesThatDoNotAddUp",
                "- {id: x, date: 2020-01-01, kind: split, basis: N, of: a1, into: [{unit: a1, "
                "share: 0.5}, {unit: a2, share: 1/3}]}\n",
                "the shares of “a1” (0.5 + 1/3) do not add up to 1"},
        Refusal{"TwoSharesForOneUnit",
                "- {id: x, date: 2020-01-01, kind: split, basis: N, of: a1, into: [{unit: a2, "
                "share: 0.5}, {unit: a2, share: 0.5}]}\n",
                "“a2” takes two shares; write one"},
        Refusal{"TwoEndsOnOneDay",
                join_a() + "- {id: x, date: 2020-01-01, kind: abolish, basis: N, unit: a1}\n",
                "“x” and “join-a” of 2020-01-01 contradict each other about “a1”"},
        Refusal{"ANameForAUnitThatEnds",
                join_a() + "- {id: x, date: 2020-01-01, kind: rename, basis: N, unit: a1, name: "
                           "{vi: B, en: B}}\n",
                "“x” and “join-a” of 2020-01-01 contradict each other about “a1”"},
        Refusal{
            "AMoveOnTheFirstDay",
            join_a() +
                "- {id: x, date: 2020-01-01, kind: move, basis: N, units: [a], parent: huyen-b}\n",
            "“x” and “join-a” of 2020-01-01 contradict each other about “a”"},
        Refusal{"AMergeOfOne",
                "- {id: x, date: 2020-01-01, kind: merge, basis: N, from: [a1], into: {id: c, "
                "name: {vi: C, en: C}, kind: ward, parent: tinh}}\n",
                "has one unit only, “a1”; a merge needs two"},
        Refusal{"AMoveToWhereItIs",
                "- {id: x, date: 2020-01-01, kind: move, basis: N, units: [a1], parent: huyen-a}\n",
                "“x” changes nothing about “a1”"},
        Refusal{"ACircle",
                "- {id: x, date: 2020-01-01, kind: move, basis: N, units: [huyen-a], parent: a1}\n",
                "from 2020-01-01 on “huyen-a” descends from itself"},
        Refusal{"AChildOlderThanItsParent",
                "- {id: x, date: 2020-01-01, kind: create, basis: N, units: [{id: c, name: {vi: C, "
                "en: C}, kind: commune, parent: huyen-c}]}\n"
                "- {id: y, date: 2021-01-01, kind: create, basis: N, units: [{id: huyen-c, name: "
                "{vi: C, en: C}, kind: district, parent: tinh}]}\n",
                "“c” begins on 2020-01-01, before “huyen-c” above it (2021-01-01)"},
        Refusal{"AnUnknownParent",
                "- {id: x, date: 2020-01-01, kind: move, basis: N, units: [a1], parent: huyen-z}\n",
                "on 2020-01-01 there is no “huyen-z”, the parent of “a1”"},
        Refusal{"ACommuneWithoutParent",
                "- {id: x, date: 2020-01-01, kind: create, basis: N, units: [{id: c, name: {vi: C, "
                "en: C}, kind: commune}]}\n",
                "“c” has nothing above it; write its parent"},
        Refusal{"ADistrictThatEndsAboveAWard",
                "- {id: x, date: 2020-01-01, kind: merge, basis: N, from: [huyen-a, huyen-b], "
                "into: huyen-a}\n"
                "- {id: y, date: 2020-01-01, kind: move, basis: N, units: [b1], parent: huyen-a}\n",
                "“huyen-b” ends on 2020-01-01 while “b2” is still under it"}),
    [](const auto& one) { return one.param.name; });

TEST(Events, WriteThemselvesAsTheyAreRead) {
  const std::string more = join_a() + R"(
- id: quote
  date: 2021-01-01
  kind: rename
  basis: 'Nghị quyết "số 5" \ HĐND'
  unit: a
  name: {vi: "A: mới", en: "#A"}
- {id: s, date: 2022-01-01, kind: split, basis: N, of: b1, into: [{unit: b1, share: 1/3}, {unit: {id: b3, name: {vi: B3, en: B3}, kind: ward, parent: huyen-b}, share: 2/3}]}
- {id: e, date: 2025-07-01, kind: abolish, basis: N, unit: huyen-b, children_to: tinh, successors: [{unit: tinh, share: 1}]}
- {id: m, date: 2025-08-01, kind: move, basis: N, units: [b1, b3], parent: huyen-a}
- {id: u, date: 2025-09-01, kind: undo, basis: N, undoes: m}
)";
  const auto first = load_events(std::string(beginning) + more, "a.yaml");
  ASSERT_TRUE(first);
  const auto again = load_events(to_yaml(*first), "b.yaml");
  ASSERT_TRUE(again);
  EXPECT_EQ(to_yaml(*first), to_yaml(*again));
  ASSERT_EQ(first->size(), again->size());
  for (std::size_t i = 0; i < first->size(); ++i) {
    EXPECT_EQ((*first)[i].basis, (*again)[i].basis);
    EXPECT_EQ((*first)[i].born, (*again)[i].born);
    EXPECT_EQ((*first)[i].into, (*again)[i].into);
    EXPECT_EQ((*first)[i].name, (*again)[i].name);
  }
}

}  // namespace
}  // namespace liem::organisation
