#include "organisation/units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/messages.h"

namespace liem::organisation {
namespace {

constexpr std::string_view province =
    "- {id: tinh, name: {vi: Tỉnh, en: Province}, kind: province, from: 2025-07-01, basis: NQ}\n";

std::vector<std::string> ids_of(const Problems& problems) {
  std::vector<std::string> ids;
  for (const auto& problem : problems) ids.push_back(problem.message.id);
  return ids;
}

std::vector<std::string> refusals(const std::string& more) {
  const auto units = load_units(std::string(province) + more, "units.yaml");
  return units ? std::vector<std::string>{} : ids_of(units.error());
}

using testing::ElementsAre;

TEST(Units, KeepTheOrderOfTheList) {
  const auto units = load_units(
      std::string(province) +
          "- {id: so-b, name: {vi: B, en: B}, kind: department, parent: tinh, from: 2025-07-01, "
          "to: 2026-01-31, basis: QĐ}\n",
      "units.yaml");
  ASSERT_TRUE(units);
  ASSERT_EQ(units->size(), 2U);
  EXPECT_EQ((*units)[1].id, "so-b");
  EXPECT_EQ((*units)[1].kind, UnitKind::department);
  EXPECT_EQ((*units)[1].to, make_date(2026, 1, 31));
}

TEST(Units, RefusesAParentThatIsNotInTheList) {
  EXPECT_THAT(refusals("- {id: a, name: {vi: A, en: A}, kind: ward, parent: b, from: 2025-07-01, "
                       "basis: NQ}\n"),
              ElementsAre("organisation.unknown_parent"));
}

TEST(Units, RefusesUnitsThatDescendFromThemselves) {
  EXPECT_THAT(refusals("- {id: a, name: {vi: A, en: A}, kind: ward, parent: b, from: 2025-07-01, "
                       "basis: NQ}\n"
                       "- {id: b, name: {vi: B, en: B}, kind: ward, parent: a, from: 2025-07-01, "
                       "basis: NQ}\n"),
              ElementsAre("organisation.circle", "organisation.circle"));
}

TEST(Units, TellsAllProblemsWithTheirLines) {
  const auto units = load_units(
      "- {id: Tỉnh X, name: {vi: T, en: P}, kind: province, from: 2025-07-01, basis: NQ}\n"
      "- {id: a, name: {vi: A}, kind: village, parent: x, from: 2025-02-30, basis: NQ}\n",
      "units.yaml");
  ASSERT_FALSE(units);
  EXPECT_THAT(ids_of(units.error()), ElementsAre("organisation.bad_id", "yaml.missing_key",
                                                 "organisation.bad_kind", "yaml.wrong_kind"));
  EXPECT_EQ(units.error()[2].message.args[1].second, "2");
}

TEST(Units, NeedsExactlyOneProvince) {
  EXPECT_THAT(refusals(std::string(province)),
              ElementsAre("organisation.repeated", "organisation.second_province"));
  const auto none = load_units("[]", "units.yaml");
  ASSERT_FALSE(none);
  EXPECT_THAT(ids_of(none.error()), ElementsAre("organisation.no_province"));
}

TEST(Units, EveryRefusalShowsThePlaceAndTheMend) {
  Catalogue words;
  for (const std::string name : {"yaml", "organisation"}) {
    std::ifstream in(std::string(LIEM_SOURCE_DIR) + "/data/locales/messages/" + name + ".yaml");
    std::ostringstream text;
    text << in.rdbuf();
    ASSERT_TRUE(words.add(text.str(), name));
  }
  const auto shown = [&](const std::string& list) {
    const auto units = load_units(list, "u");
    std::vector<std::string> lines;
    if (units) return lines;
    for (const auto& problem : units.error()) {
      lines.push_back(words.render(problem.message, Locale::en));
    }
    return lines;
  };
  const std::string rest = ", name: {vi: A, en: A}, kind: ward, from: 2025-07-01, basis: NQ, ";
  const std::string list(province);
  EXPECT_THAT(shown(list + "- {id: Á" + rest + "parent: tinh}\n"),
              ElementsAre("u:2: the id “Á” cannot be used; use lower-case letters, digits and "
                          "inner hyphens, at most 64"));
  EXPECT_THAT(shown(list + "- {id: a" + rest + "parent: tinh, to: 2025-06-30}\n"),
              ElementsAre("u:2: the unit “a” ends before it starts; mend from or to"));
  EXPECT_THAT(shown("[]"), ElementsAre("u:1: the list holds no unit of the kind province; add it"));
  EXPECT_THAT(shown(list + "- {id: b, name: {vi: B, en: B}, kind: province, from: 2025-07-01, "
                           "basis: NQ}\n"),
              ElementsAre("u:2: “b” is a second province after “tinh”; a round has one"));
  EXPECT_THAT(shown(list + "- {id: a" + rest + "parent: a}\n"),
              ElementsAre("u:2: “a” descends from itself; mend parent"));
}

TEST(Units, ExistWithinAPeriodThatTouchesTheirLastDay) {
  Unit unit;
  unit.from = *make_date(2020, 1, 1);
  unit.to = *make_date(2024, 12, 16);
  EXPECT_TRUE(exists_within(unit, *make_date(2024, 12, 16), *make_date(2025, 12, 15)));
  EXPECT_FALSE(exists_within(unit, *make_date(2024, 12, 17), *make_date(2025, 12, 15)));
}

TEST(Ids, AreSafeInPaths) {
  EXPECT_TRUE(is_id("so-noi-vu"));
  EXPECT_FALSE(is_id(""));
  EXPECT_FALSE(is_id("-a"));
  EXPECT_FALSE(is_id("a.b"));
  EXPECT_FALSE(is_id("../a"));
}

}  // namespace
}  // namespace liem::organisation
