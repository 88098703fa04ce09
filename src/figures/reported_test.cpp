#include "figures/reported.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/messages.h"

namespace liem::figures {
namespace {

using testing::ElementsAre;

ItemCatalogue items() {
  ItemCatalogue all;
  const auto add = [&](std::string id, Unit unit) {
    DataItem item;
    item.id = std::move(id);
    item.unit = std::move(unit);
    all.add(std::move(item));
  };
  add("a.people", {UnitKind::count, {"người", "people"}});
  add("a.index", {UnitKind::index, {"điểm", "points"}});
  return all;
}

constexpr std::string_view head =
    "from: 2016\nsource: {vi: 'Báo cáo {year}', en: 'Report {year}'}\nvalues:\n";

TEST(Reports, ReadAListFromItsFirstYearWithEveryState) {
  const auto reports =
      load_reports(std::string(head) +
                       "  xa: {a.people: [3, 0, blank, not_available, not_applicable, '-', 7]}\n",
                   "v.yaml", items());
  ASSERT_TRUE(reports);
  const auto& all = reports->at("a.people");
  std::vector<std::pair<int, std::string>> seen;
  for (const auto& one : all) seen.emplace_back(one.year, name_of(one.state));
  EXPECT_THAT(seen, ElementsAre(std::pair(2016, "given"), std::pair(2017, "given"),
                                std::pair(2018, "blank"), std::pair(2019, "not_available"),
                                std::pair(2020, "not_applicable"), std::pair(2022, "given")));
  EXPECT_EQ(all[0].source.vi, "Báo cáo 2016");
  EXPECT_EQ(all[1].value, Decimal(0));
}

TEST(Reports, MayNameYearsAndASourceOfTheirOwn) {
  const auto reports = load_reports(
      std::string(head) +
          "  xa: {a.index: {2020: 71.5, 2021: {value: 80, source: {vi: Sổ, en: Book}}}}\n",
      "v.yaml", items());
  ASSERT_TRUE(reports);
  const auto& all = reports->at("a.index");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].value, Decimal::of(715, 1));
  EXPECT_EQ(all[1].source.en, "Book");
}

TEST(Reports, TellEveryProblemWithItsLine) {
  const auto reports = load_reports(std::string(head) +
                                        "  xa:\n"
                                        "    a.none: [1]\n"
                                        "    a.people: [1.5, -3, many]\n"
                                        "    a.index: {twenty: 3, 2020: 101}\n",
                                    "v.yaml", items());
  ASSERT_FALSE(reports);
  Catalogue words;
  std::ifstream in(std::string(LIEM_SOURCE_DIR) + "/data/locales/messages/figures.yaml");
  std::ostringstream text;
  text << in.rdbuf();
  ASSERT_TRUE(words.add(text.str(), "figures.yaml"));
  std::vector<std::string> told;
  for (const auto& problem : reports.error()) {
    told.push_back(words.render(problem.message, Locale::en));
  }
  EXPECT_THAT(
      told,
      ElementsAre("v.yaml:5: there is no data item “a.none”; see the catalogue of data items",
                  "v.yaml:6: “1.5” cannot be a value of “a.people” (count); write a number that "
                  "fits, blank, not_applicable, not_available or '-'",
                  "v.yaml:6: “-3” cannot be a value of “a.people” (count); write a number that "
                  "fits, blank, not_applicable, not_available or '-'",
                  "v.yaml:6: “many” cannot be a value of “a.people” (count); write a number that "
                  "fits, blank, not_applicable, not_available or '-'",
                  "v.yaml:7: “twenty” cannot be a year; write one from 1990 to 2100",
                  "v.yaml:7: “101” cannot be a value of “a.index” (index); write a number that "
                  "fits, blank, not_applicable, not_available or '-'"));
}

}  // namespace
}  // namespace liem::figures
