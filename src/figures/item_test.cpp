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
  EXPECT_EQ(items->find("recovery.due")->unit.words.en, "dong");
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
                       "percent, yes_no, index or level",
                       "items.yaml:7: “Bad” cannot be an id; use lower-case words joined by dots, "
                       "such as “declarations.obliged”",
                       "items.yaml:10: there is no key “colour”; known keys: label, unit, "
                       "register, wordings, topics",
                       "items.yaml:7: “en” is missing; add it",
                       "items.yaml:8: there is no unit “count”; use {count: {vi, en}}, money, "
                       "percent, yes_no, index or level",
                   }));
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
