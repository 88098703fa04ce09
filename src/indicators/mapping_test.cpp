#include "indicators/mapping.h"

#include <gmock/gmock.h>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

// The small set has the leaves T and N, each of two codes here.
IndicatorSet set_named(const std::string& id, const std::string& t = "T",
                       const std::string& title = "x") {
  auto text = set_text("{kind: documented, input: t.yes}");
  text.replace(text.find("id: small"), 9, "id: " + id);
  text.replace(text.find("code: T"), 7, "code: " + t);
  const auto at = text.find("title: {vi: x, en: x}", text.find("code:"));
  text.replace(at, 21, "title: {vi: " + title + ", en: x}");
  return load_set(text, "set", items(), id).value();
}

const IndicatorSet before = set_named("before"), after = set_named("after", "U", "y");

std::vector<std::string> refusals(const std::string& criteria) {
  const auto mapping = load_mapping(
      "from: before\nto: after\nprovenance: assumed\ncriteria:\n" + criteria, "m", before, after);
  return mapping ? std::vector<std::string>{} : lines_of(mapping.error());
}

std::string line(const std::string& kind, const std::string& from, const std::string& to) {
  return "  - {kind: " + kind + ", from: [" + from + "], to: [" + to +
         "], reason: {vi: x, en: x}}\n";
}

TEST(Mapping, LeadsEveryLeafOfBothSets) {
  const auto mapping = load_mapping("from: before\nto: after\nprovenance: published\ncriteria:\n" +
                                        line("renamed", "T", "U") + line("kept", "N", "N"),
                                    "m", before, after);
  ASSERT_TRUE(mapping);
  EXPECT_EQ(mapping->provenance, Provenance::published);
  EXPECT_EQ(mapping->of_old("T")->to, std::vector<std::string>{"U"});
  EXPECT_EQ(mapping->of_new("U")->change, Change::renamed);
  EXPECT_EQ(mapping->of_new("T"), nullptr);
  EXPECT_THAT(pairs_of(*mapping), ElementsAre(Pair("T", "U"), Pair("N", "N")));
}

TEST(Mapping, MayMergeSplitDropAndAdd) {
  EXPECT_THAT(refusals(line("merged", "T, N", "U") + line("new", "", "N")), ElementsAre());
  EXPECT_THAT(refusals(line("split", "T", "U, N") + line("dropped", "N", "")), ElementsAre());
}

TEST(Mapping, NamesTheLeavesOfEitherSetThatAreLeftOut) {
  EXPECT_THAT(refusals(line("dropped", "T", "")),
              ElementsAre("m:5: these leaves of set before are left out: N; add each of them",
                          "m:5: these leaves of set after are left out: U, N; add each of them"));
}

TEST(Mapping, RefusesALeafThatIsNotThereOrStandsTwice) {
  EXPECT_THAT(
      refusals(line("renamed", "T", "U") + line("kept", "N", "N") + line("renamed", "T", "X")),
      ElementsAre("m:7: “T” of set before stands in line 5 already; name each leaf once",
                  "m:7: set after has no criterion “X”; check the code"));
}

TEST(Mapping, RefusesAKindThatDoesNotFitItsCodes) {
  EXPECT_THAT(refusals(line("split", "T", "U") + line("kept", "N", "N")),
              ElementsAre("m:5: “split” takes this many codes under “from”: 1, under “to”: 2 ..."));
  EXPECT_THAT(refusals(line("moved", "T", "U") + line("kept", "N", "N")),
              ElementsAre("m:5: “moved” cannot stand here; choose from: kept, renamed, merged, "
                          "split, dropped, new"));
}

TEST(Mapping, CallsNothingKeptThatHasAnotherTitle) {
  EXPECT_THAT(refusals(line("kept", "T", "U") + line("kept", "N", "N")),
              ElementsAre("m:5: “U” has another title than “T” had; write “renamed”"));
}

TEST(Mapping, RefusesAFileBetweenOtherSets) {
  const auto mapping =
      load_mapping("from: after\nto: after\nprovenance: sure\ncriteria: []\n", "m", before, after);
  ASSERT_FALSE(mapping);
  EXPECT_THAT(lines_of(mapping.error()),
              testing::IsSupersetOf(
                  {std::string("m:1: “from” names set “after”, but it is read for “before”; choose "
                               "the right file or mend the id"),
                   std::string("m:3: “sure” cannot stand here; choose from: published, assumed")}));
}

TEST(Mapping, OfACorrectedSetGoesByTheCodes) {
  const auto corrected = set_named("before", "T", "z");
  const auto mapping = same_codes(before, corrected);
  EXPECT_EQ(mapping.of_old("T")->change, Change::renamed);
  EXPECT_EQ(mapping.of_old("N")->change, Change::kept);
  EXPECT_EQ(same_codes(before, after).of_old("T")->change, Change::dropped);
  EXPECT_EQ(same_codes(before, after).of_new("U")->change, Change::added);
}

TEST(Mapping, LeadsOverASetInBetween) {
  EXPECT_THAT(joined({{"A", "B"}, {"C", "D"}}, {{"B", "E"}, {"F", "G"}}),
              ElementsAre(Pair("A", "E")));
}

MappedCriteria mapped(Change change, std::vector<std::string> from, std::vector<std::string> to) {
  return {change, std::move(from), std::move(to), {"lý do", "reason"}};
}

Mapping step(const std::string& from, const std::string& to, std::vector<MappedCriteria> criteria) {
  return {from, to, Provenance::published, std::move(criteria)};
}

std::vector<std::pair<Change, std::string>> told(const Mapping& mapping) {
  std::vector<std::pair<Change, std::string>> out;
  for (const auto& one : mapping.criteria) {
    std::string codes;
    for (const auto& code : one.from) codes += code;
    codes += ">";
    for (const auto& code : one.to) codes += code;
    out.emplace_back(one.change, codes);
  }
  return out;
}

TEST(ComposedMapping, GoesOverTheSetInBetween) {
  const auto whole = composed(
      step("a", "b",
           {mapped(Change::kept, {"A"}, {"B"}), mapped(Change::renamed, {"C"}, {"D"}),
            mapped(Change::merged, {"E", "F"}, {"G"}), mapped(Change::added, {}, {"H"})}),
      step("b", "c",
           {mapped(Change::kept, {"B"}, {"X"}), mapped(Change::kept, {"D"}, {"Y"}),
            mapped(Change::dropped, {"G"}, {}), mapped(Change::split, {"H"}, {"U", "V"})}));
  EXPECT_EQ(whole.from, "a");
  EXPECT_EQ(whole.to, "c");
  EXPECT_THAT(told(whole), ElementsAre(Pair(Change::kept, "A>X"), Pair(Change::renamed, "C>Y"),
                                       Pair(Change::dropped, "EF>"), Pair(Change::added, ">UV")));
}

TEST(ComposedMapping, SaysAtEachEntryWhichStepChangedItHow) {
  const auto whole = composed(step("a", "b", {mapped(Change::merged, {"E", "F"}, {"G"})}),
                              step("b", "c", {mapped(Change::renamed, {"G"}, {"X"})}));
  ASSERT_EQ(whole.criteria.size(), 1u);
  EXPECT_EQ(whole.criteria[0].change, Change::merged);
  EXPECT_EQ(whole.criteria[0].reason.en, "a → b (merged): reason; b → c (renamed): reason");
}

TEST(ComposedMapping, ClaimsNoCounterpartForWhatIsTakenApartAndPutTogether) {
  const auto whole = composed(
      step("a", "b",
           {mapped(Change::split, {"A"}, {"B", "C"}), mapped(Change::kept, {"D"}, {"D"})}),
      step("b", "c",
           {mapped(Change::kept, {"B"}, {"B"}), mapped(Change::merged, {"C", "D"}, {"E"})}));
  EXPECT_THAT(told(whole), ElementsAre(Pair(Change::dropped, "AD>"), Pair(Change::added, ">BE")));
  const auto part_lost = composed(
      step("a", "b", {mapped(Change::split, {"A"}, {"B", "C"})}),
      step("b", "c", {mapped(Change::kept, {"B"}, {"B"}), mapped(Change::dropped, {"C"}, {})}));
  EXPECT_THAT(told(part_lost), ElementsAre(Pair(Change::dropped, "A>"), Pair(Change::added, ">B")));
}

TEST(ComposedMapping, OfTheShippedSetsHasEveryLeafOnceAndTheSamePairs) {
  const auto set = [](const std::string& id) {
    const auto file = "data/indicator-sets/" + id + ".yaml";
    const auto items = figures::load_items(file_text("data/figures/pctn.yaml"), "items").value();
    return load_set(file_text(file), file, items, id).value();
  };
  const auto first = set("pctn-2017"), between = set("pctn-2023"), last = set("pctn-2024");
  const auto mapping = [](const std::string& file, const IndicatorSet& from,
                          const IndicatorSet& to) {
    return load_mapping(file_text("data/indicator-sets/mappings/" + file), file, from, to).value();
  };
  const auto one = mapping("2017-2023.yaml", first, between);
  const auto two = mapping("2023-2024.yaml", between, last);
  const auto whole = composed(one, two);
  for (const auto* leaf : leaves_of(first)) EXPECT_NE(whole.of_old(leaf->code), nullptr);
  for (const auto* leaf : leaves_of(last)) EXPECT_NE(whole.of_new(leaf->code), nullptr);
  EXPECT_THAT(pairs_of(whole),
              testing::UnorderedElementsAreArray(joined(pairs_of(one), pairs_of(two))));
}

TEST(Mapping, RefusesAGroupWhereItsLeavesHaveToBeNamed) {
  auto text = set_text("{kind: documented, input: t.yes}");
  text.replace(text.find("id: small"), 9, "id: before");
  text.replace(text.find("points: 10"), 10, "points: 14");
  text +=
      "  - code: D\n    title: {vi: x, en: x}\n    points: 4\n    provenance: assumed\n"
      "    children:\n      - {code: D.1, title: {vi: x, en: x}, points: 4, provenance: assumed, "
      "rule_provenance: assumed, legal_basis: [law], evidence: [{vi: x, en: x}], rule: {kind: "
      "documented, input: t.also}}\n";
  const auto grouped = load_set(text, "s", items(), "").value();
  const auto mapping = load_mapping("from: before\nto: after\nprovenance: assumed\ncriteria:\n" +
                                        line("renamed", "T", "U") + line("kept", "N", "N") +
                                        line("dropped", "D", "") + line("dropped", "D.1", ""),
                                    "m", grouped, after);
  ASSERT_FALSE(mapping);
  EXPECT_THAT(lines_of(mapping.error()),
              ElementsAre("m:7: “D” of set before is a group; name its leaves"));
}

}  // namespace
}  // namespace liem::indicators
