#include "assessment/quotes.h"

#include <gtest/gtest.h>

namespace liem::assessment {
namespace {

std::optional<std::string> found(std::string_view source, std::string_view quote) {
  const auto range = FoldedText(source).find(quote);
  if (!range) return std::nullopt;
  return std::string(source.substr(range->begin, range->end - range->begin));
}

TEST(Quote, IsFoundAcrossLineBreaks) {
  EXPECT_EQ(found("Năm 2025,\r\n\r\n   10/10 người\tkê khai.", "2025, 10/10 người kê khai."),
            "2025,\r\n\r\n   10/10 người\tkê khai.");
}

TEST(Quote, EndsAfterItsLastByteEvenInsideALetterOfSeveralBytes) {
  EXPECT_EQ(found("đã đủ", " đủ "), "đủ");
}

TEST(Quote, MayHoldTheSpacesAConverterLeaves) {
  EXPECT_EQ(found("một\xc2\xa0\nhai", "một hai"), "một\xc2\xa0\nhai");
}

TEST(Quote, IsNotFoundWhereAWordDiffers) {
  EXPECT_EQ(found("mười người kê khai", "chín người kê khai"), std::nullopt);
  EXPECT_EQ(found("a", ""), std::nullopt);
  EXPECT_EQ(found(" ", " \n"), std::nullopt);
}

}  // namespace
}  // namespace liem::assessment
