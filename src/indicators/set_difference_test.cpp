#include "indicators/set_difference.h"

#include <gmock/gmock.h>

#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

std::vector<std::string> lines(const SetDifference& difference) {
  std::vector<std::string> out;
  for (const auto* list : {&difference.groups, &difference.leaves}) {
    for (const auto& one : *list) {
      for (const auto& found : one.differences) {
        out.push_back((one.to.empty() ? one.from : one.to).front() + " " + found.what + ": " +
                      found.before + " -> " + found.after);
      }
    }
  }
  return out;
}

SetDifference between(const std::string& rule, const std::string& corrected) {
  const auto from = set_with(rule), to = set_with(corrected);
  return difference_of(from, to, same_codes(from, to));
}

TEST(SetDifference, IsEmptyBetweenASetAndItself) {
  const std::string rule = "{kind: documented, input: t.yes}";
  const auto none = between(rule, rule);
  EXPECT_TRUE(none.whole.empty() && none.groups.empty() && none.leaves.empty());
}

TEST(SetDifference, ShowsTheRuleAsItStandsInBothFiles) {
  EXPECT_THAT(lines(between("{kind: count, input: t.done, points_each: 1, cap: 4}",
                            "{kind: count, input: t.done, points_each: 0.5, cap: 4}")),
              ElementsAre("T rule: {kind: count, input: t.done, points_each: 1, cap: 4} -> {kind: "
                          "count, input: t.done, points_each: 0.5, cap: 4}"));
}

TEST(SetDifference, DoesNotCareHowTheFileIsLaidOut) {
  EXPECT_THAT(lines(between("{kind: documented, input: t.yes}",
                            "\n      kind: documented\n      input: 't.yes'")),
              ElementsAre());
}

TEST(SetDifference, NamesPointsProvenanceAndWhatIsGoneOrNew) {
  const auto from = set_with("{kind: documented, input: t.yes}");
  auto text = set_text("{kind: documented, input: t.yes}");
  text.replace(text.find("code: N"), 7, "code: M");
  text.replace(text.find("provenance: assumed", text.find("code: T")), 19, "provenance: published");
  const auto to = load_set(text, "s", items(), "").value();
  const auto found = difference_of(from, to, same_codes(from, to));
  EXPECT_THAT(lines(found), ElementsAre("T provenance: assumed -> published"));
  ASSERT_EQ(found.leaves.size(), 3u);
  EXPECT_EQ(found.leaves[1].change, Change::dropped);
  EXPECT_EQ(found.leaves[2].change, Change::added);
  const auto said = difference_text(found, from, to, catalogue(), Locale::en);
  EXPECT_THAT(said, testing::HasSubstr("T (kept) x\n    provenance of the points: assumed → "
                                       "published\nN (dropped) x\nM (new) x\n"));
}

// A set with one group, of one leaf.
IndicatorSet grouped(const std::string& title, const std::string& leaf) {
  return load_set(
             "id: small\nversion: '1'\ntitle: {vi: x, en: x}\nsource: {vi: x, en: x}\n"
             "period: {from: '12-16', to: '12-15'}\nrounding: {decimals: 2, mode: half_up, "
             "at: leaf, provenance: assumed}\npoints: 2\ncriteria:\n  - code: G\n    title: "
             "{vi: " +
                 title + ", en: " + title +
                 "}\n    points: 2\n    provenance: assumed\n    children:\n      - {code: " +
                 leaf +
                 ", title: {vi: x, en: x}, points: 2, provenance: assumed, rule_provenance: "
                 "assumed, legal_basis: [law], evidence: [{vi: x, en: x}], rule: {kind: "
                 "documented, input: t.yes}}\n",
             "s", items(), "")
      .value();
}

TEST(SetDifference, CallsAGroupTheSameOnlyWhereACriterionLeadsFromItThere) {
  const auto changes = [](const IndicatorSet& from, const IndicatorSet& to) {
    std::vector<Change> out;
    for (const auto& one : difference_of(from, to, same_codes(from, to)).groups) {
      out.push_back(one.change);
    }
    return out;
  };
  const auto handling = grouped("handling", "G.1");
  EXPECT_THAT(changes(handling, handling), ElementsAre());
  EXPECT_THAT(changes(handling, grouped("recovery", "G.1")), ElementsAre(Change::renamed));
  EXPECT_THAT(changes(handling, grouped("handling", "G.2")),
              ElementsAre(Change::dropped, Change::added));
}

}  // namespace
}  // namespace liem::indicators
