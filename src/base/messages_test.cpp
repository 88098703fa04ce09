#include "base/messages.h"

#include <gtest/gtest.h>

#include "base/yaml.h"

namespace liem {
namespace {

TEST(Catalogue, PutsArgumentsIntoTheTemplateOfTheLanguage) {
  Catalogue catalogue;
  ASSERT_TRUE(catalogue.add("a.b: {vi: 'tệp {file} hỏng', en: 'file {file} is broken'}", "m.yaml"));
  const Message message{"a.b", {{"file", "x.txt"}}};
  EXPECT_EQ(catalogue.render(message, Locale::vi), "tệp x.txt hỏng");
  EXPECT_EQ(catalogue.render(message, Locale::en), "file x.txt is broken");
}

TEST(Catalogue, PutsTheWordsForACodeIntoTheTemplate) {
  Catalogue catalogue;
  ASSERT_TRUE(
      catalogue.add("a.b: {vi: 'vai trò {role:role}', en: 'role {role:role}, {role}'}\n"
                    "role.clerk: {vi: 'cán bộ', en: 'the clerk'}\n",
                    "m.yaml"));
  EXPECT_EQ(catalogue.render({"a.b", {{"role", "clerk"}}}, Locale::vi), "vai trò cán bộ");
  EXPECT_EQ(catalogue.render({"a.b", {{"role", "clerk"}}}, Locale::en), "role the clerk, clerk");
  EXPECT_EQ(catalogue.render({"a.b", {{"role", "x"}}}, Locale::vi), "vai trò x");
}

TEST(Catalogue, SaysOneThingOrSeveralAsTheArgumentIs) {
  Catalogue catalogue;
  ASSERT_TRUE(catalogue.add(
      "won: {vi: \"được {points} điểm\", en: \"wins {points} {points|point|points}\"}",
      "words.yaml"));
  const auto said = [&](const char* points, Locale locale) {
    return catalogue.render({"won", {{"points", points}}}, locale);
  };
  EXPECT_EQ(said("1", Locale::en), "wins 1 point");
  EXPECT_EQ(said("0.5", Locale::en), "wins 0.5 points");
  EXPECT_EQ(said("1", Locale::vi), "được 1 điểm");
}

TEST(Catalogue, ShowsTheCodeWhereNoTemplateIsKnown) {
  EXPECT_EQ(Catalogue().render({"a.b", {{"file", "x"}}}, Locale::vi), "a.b file=x");
}

TEST(Catalogue, RefusesATemplateThatLacksALanguage) {
  Catalogue catalogue;
  const auto added = catalogue.add("a.b:\n  vi: 'một'\n", "m.yaml");
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().message.id, "yaml.missing_key");
}

TEST(Yaml, NamesFileAndLineOfEveryRefusal) {
  const auto root = yaml::parse("a: 1\nb:\n  - x\n  - y\n", "set.yaml");
  ASSERT_TRUE(root);
  const auto wrong = root->decimal_at("b");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message.args[0].second, "set.yaml");
  EXPECT_EQ(wrong.error().message.args[1].second, "3");
  const auto unknown = root->only({"a"});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().message.id, "yaml.unknown_key");
  const auto broken = yaml::parse("a: [1\nb: 2", "set.yaml");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().message.id, "yaml.open_list");
}

TEST(Yaml, RefusesAKeyThatStandsTwice) {
  const auto root = yaml::parse("a: 1\na: 2\n", "set.yaml");
  ASSERT_TRUE(root);
  const auto entries = root->entries();
  ASSERT_FALSE(entries);
  EXPECT_EQ(entries.error().message.id, "yaml.repeated_key");
}

}  // namespace
}  // namespace liem
