#include "base/words.h"

#include <gtest/gtest.h>

namespace liem {
namespace {

Result<Words> title_of(std::string_view yaml) {
  const auto root = yaml::parse(yaml, "f");
  LIEM_CHECK(root.has_value());
  return words_at(*root, "title");
}

TEST(BothLanguages, AreReadFromAMap) {
  EXPECT_EQ(*title_of("title: {vi: Đợt, en: Round}"), (Words{"Đợt", "Round"}));
}

TEST(BothLanguages, AreRefusedWhereOneIsMissingOrAThirdIsGiven) {
  EXPECT_EQ(title_of("title: {vi: Đợt}").error().message.id, "yaml.missing_key");
  EXPECT_EQ(title_of("title: {vi: Đợt, en: Round, fr: Tour}").error().message.id,
            "yaml.unknown_key");
}

}  // namespace
}  // namespace liem
