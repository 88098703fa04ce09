#include "text/words.h"

#include <gtest/gtest.h>

namespace liem::text {
namespace {

TEST(Words, KeyIgnoresCaseAndMarks) {
  EXPECT_TRUE(word_at("NGHIÊNG", 0).is("nghieng"));
  EXPECT_TRUE(word_at("Ðiều", 0).is("dieu")) << "Ð for Đ";
  EXPECT_FALSE(word_at("12", 0));
}

TEST(Words, StepOverLineBreaksPageNumbersAndEmphasis) {
  const std::string_view text = "Kế hoạch \n\n2 \n\n\n **số** 18";
  EXPECT_TRUE(match_phrase(text, 0, {"ke", "hoach", "so"}));
  const Word before = word_before(text, text.find("18"));
  EXPECT_TRUE(before.is("so"));
  EXPECT_TRUE(word_before(text, before.span.begin).is("hoach"));
}

TEST(Words, DoNotTakeANumberThatGoesOnForAPageNumber) {
  const std::string_view text = "Văn bản số \n\n115/TT";
  EXPECT_EQ(skip_gap(text, text.find(" \n")), text.find("115"));
}

TEST(Words, FoldForSearch) {
  EXPECT_EQ(folded("Phòng,  chống\ntham nhũng Đ"), "phong, chong tham nhung d");
  EXPECT_EQ(lowered("ỦY BAN"), "ủy ban");
  EXPECT_EQ(in_one_line("120-\n\nKL/TU  ngày"), "120- KL/TU ngày");
}

}  // namespace
}  // namespace liem::text
