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
                       "items.yaml:10: there is no key “colour”; known keys: label, unit, register",
                       "items.yaml:7: “en” is missing; add it",
                       "items.yaml:8: there is no unit “count”; use {count: {vi, en}}, money, "
                       "percent, yes_no, index or level",
                   }));
}

}  // namespace
}  // namespace liem::figures
