#include "figures/item.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/messages.h"

namespace liem::figures {
namespace {

std::string file_text(const std::string& name) {
  std::ifstream in(std::string(LIEM_SOURCE_DIR) + "/" + name, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST(ItemCatalogue, LoadsWhatIsShipped) {
  const auto items = load_items(file_text("data/figures/pctn.yaml"), "pctn.yaml");
  ASSERT_TRUE(items);
  const auto* obliged = items->find("declarations.obliged");
  ASSERT_NE(obliged, nullptr);
  EXPECT_EQ(obliged->unit.kind, UnitKind::count);
  EXPECT_EQ(obliged->unit.words.vi, "người");
  EXPECT_EQ(items->find("recovery.due")->unit.words.en, "đồng");
  EXPECT_EQ(items->find("declarations.none"), nullptr);
}

TEST(ItemCatalogue, NamesEveryProblemWithItsLine) {
  const auto items = load_items(
      "items:\n"
      "  a.b:\n"
      "    label: {vi: 'x', en: ''}\n"
      "    unit: litres\n"
      "    register: documents\n"
      "  Bad:\n"
      "    label: {vi: 'x'}\n"
      "    unit: count\n"
      "    register: documents\n"
      "    colour: red\n",
      "items.yaml");
  ASSERT_FALSE(items);
  Catalogue catalogue;
  ASSERT_TRUE(catalogue.add(file_text("data/locales/messages/figures.yaml"), "figures.yaml"));
  ASSERT_TRUE(catalogue.add(file_text("data/locales/messages/yaml.yaml"), "yaml.yaml"));
  std::vector<std::string> lines;
  for (const auto& problem : items.error()) {
    lines.push_back(catalogue.render(problem.message, Locale::en));
  }
  EXPECT_EQ(lines, (std::vector<std::string>{
                       "items.yaml:3: “en” is empty; write the text",
                       "items.yaml:4: there is no unit “litres”; use {count: {vi, en}}, money, "
                       "days, percent, yes_no, index or level",
                       "items.yaml:7: “Bad” cannot be an id; use lower-case words joined by dots, "
                       "such as “declarations.obliged”",
                       "items.yaml:10: there is no key “colour”; known keys: label, unit, "
                       "register, roll_up, merge, wordings, topics",
                       "items.yaml:7: “en” is missing; add it",
                       "items.yaml:8: there is no unit “count”; use {count: {vi, en}}, money, "
                       "days, percent, yes_no, index or level",
                   }));
}

std::string item_file(const std::string& unit, const std::string& more) {
  return "items:\n  a.b:\n    label: {vi: x, en: x}\n    unit: " + unit + "\n    register: r\n" +
         more;
}

DataItem only_item(const std::string& unit, const std::string& more = "") {
  const auto items = load_items(item_file(unit, more), "items.yaml");
  EXPECT_TRUE(items);
  return *items->find("a.b");
}

TEST(RollUpAndMerge, AddUpCountsAndMoneyAndNothingElseUnlessTheFileSaysSo) {
  for (const auto* unit : {"{count: {vi: x, en: x}}", "money"}) {
    EXPECT_EQ(only_item(unit).roll_up, RollUp::sum) << unit;
    EXPECT_EQ(only_item(unit).merge, Merge::add) << unit;
  }
  for (const auto* unit : {"percent", "index", "level", "yes_no"}) {
    EXPECT_EQ(only_item(unit).roll_up, RollUp::apart) << unit;
    EXPECT_EQ(only_item(unit).merge, Merge::apart) << unit;
  }
  const auto item = only_item("index", "    roll_up: max\n    merge: mean\n");
  EXPECT_EQ(item.roll_up, RollUp::max);
  EXPECT_EQ(item.merge, Merge::mean);
  EXPECT_EQ(only_item("yes_no", "    roll_up: all\n").roll_up, RollUp::all);
}

TEST(RollUpAndMerge, RefuseWhatTheUnitCannotMean) {
  Catalogue catalogue;
  ASSERT_TRUE(catalogue.add(file_text("data/locales/messages/figures.yaml"), "figures.yaml"));
  const auto refusals = [&](const std::string& unit, const std::string& more, Locale locale) {
    const auto items = load_items(item_file(unit, more), "items.yaml");
    std::vector<std::string> lines;
    for (const auto& problem : items ? Problems{} : items.error()) {
      lines.push_back(catalogue.render(problem.message, locale));
    }
    return lines;
  };
  EXPECT_EQ(refusals("index", "    roll_up: sum\n    merge: add\n", Locale::en),
            (std::vector<std::string>{
                "items.yaml:6: figures in “index” cannot be rolled up from the units below by "
                "“sum”; choose from: last, max, apart",
                "items.yaml:7: figures in “index” cannot be consolidated by “add” where units "
                "become one; choose from: mean, apart"}));
  EXPECT_EQ(refusals("yes_no", "    roll_up: max\n    merge: mean\n", Locale::vi),
            (std::vector<std::string>{
                "items.yaml:6: số liệu loại “yes_no” không tổng hợp từ đơn vị cấp dưới theo cách "
                "“max” được; hãy chọn: last, any, all, apart",
                "items.yaml:7: số liệu loại “yes_no” không hợp nhất theo cách “mean” được khi các "
                "đơn vị nhập làm một; hãy chọn: apart"}));
  EXPECT_EQ(refusals("money", "    roll_up: any\n", Locale::en).size(), 1u);
  EXPECT_EQ(refusals("money", "    roll_up: total\n", Locale::en).size(), 1u);
  EXPECT_EQ(refusals("level", "    merge: mean\n", Locale::en).size(), 1u);
}

TEST(Wordings, StandBesideTheirItemInTheOrderOfTheFile) {
  const auto items = load_items(R"(
year_change: {most_times: 3, least_count: 10, least_money: 5000000}
items:
  declarations.obliged:
    label: {vi: Người, en: People}
    unit: {count: {vi: người, en: people}}
    register: asset_declarations
    topics: [kê khai]
    wordings:
      must: {confidence: certain, role: not_numerator, units: [person], near: [phải kê khai]}
      share: {near: [kê khai], without: [chưa]}
)",
                                "items.yaml");
  ASSERT_TRUE(items);
  const DataItem* item = items->find("declarations.obliged");
  ASSERT_NE(item, nullptr);
  ASSERT_EQ(item->wordings.size(), 2u);
  EXPECT_EQ(item->wordings[0].confidence, Confidence::certain);
  EXPECT_EQ(item->wordings[0].role, Role::not_numerator);
  EXPECT_EQ(item->wordings[1].confidence, Confidence::probable);
  EXPECT_EQ(item->wordings[1].without, std::vector<std::string>{"chưa"});
  EXPECT_EQ(item->topics, std::vector<std::string>{"kê khai"});
  EXPECT_EQ(items->year_change().most_times, Decimal(3));
}

TEST(Wordings, MayOnlySayAKnownConfidenceAndRole) {
  const auto items = load_items(R"(items:
  a.b:
    label: {vi: Người, en: People}
    unit: money
    register: r
    wordings:
      w: {confidence: sure, role: half, near: [x]}
)",
                                "items.yaml");
  ASSERT_FALSE(items);
  ASSERT_EQ(items.error().size(), 2u);
  for (const auto& problem : items.error()) {
    EXPECT_EQ(problem.message.id, errors::unknown_word.id);
  }
}

}  // namespace
}  // namespace liem::figures
