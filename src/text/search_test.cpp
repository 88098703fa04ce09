#include "text/search.h"

#include <gtest/gtest.h>

namespace liem::text {
namespace {

// What was found, words in brackets.
std::string shown(std::string_view typed, std::string_view text) {
  const auto words = SearchWords::of(typed);
  const auto found = words ? words->anywhere(text) : std::nullopt;
  if (!found) return "";
  std::string out(found->exact ? "=" : "~");
  for (const auto& word : found->words) out.append("[").append(slice(text, word)).append("]");
  return out;
}

TEST(SearchWords, FindsWordsWithoutTheirMarksAcrossCommas) {
  EXPECT_EQ(shown("phong chong tham nhung", "Luật phòng, chống tham nhũng"),
            "~[phòng][chống][tham][nhũng]");
}

TEST(SearchWords, TakesPlainDForTheOneWithABar) {
  EXPECT_EQ(shown("quyet dinh", "QUYẾT ĐỊNH số 1"), "~[QUYẾT][ĐỊNH]");
  EXPECT_EQ(shown("đinh", "dinh"), "~[dinh]");
}

TEST(SearchWords, PrefersThePlaceWithTheMarksThatWereTyped) {
  EXPECT_EQ(shown("mà", "ma má mà"), "=[mà]");
  EXPECT_EQ(shown("mạ", "ma má mà"), "~[ma]");
}

TEST(SearchWords, FindsAWordThatIsOnlyBegunAtTheEndAlone) {
  EXPECT_EQ(shown("kế ho", "Kế hoạch"), "=[Kế][ho]");
  EXPECT_EQ(shown("ho kế", "hoạch kế"), "");
}

TEST(SearchWords, FindsWordsWhereverTheyStandIfNotBehindOneAnother) {
  EXPECT_EQ(shown("tỉnh sở", "Sở Nội vụ tỉnh Mẫu"), "=[Sở][tỉnh]");
  EXPECT_FALSE(SearchWords::of("tỉnh sở")->phrase("Sở Nội vụ tỉnh Mẫu").has_value());
}

TEST(SearchWords, FindsNumbersAndSymbols) {
  EXPECT_EQ(shown("01/kh-ubnd", "Kế hoạch 01/KH-UBND"), "=[01][KH][UBND]");
  EXPECT_EQ(shown("1/kh", "Kế hoạch 01/KH-UBND"), "");
}

TEST(SearchWords, AreNoneWhereNothingCanBeLookedFor) {
  EXPECT_FALSE(SearchWords::of(" .,- ").has_value());
  EXPECT_EQ(shown("x", ""), "");
}

}  // namespace
}  // namespace liem::text
