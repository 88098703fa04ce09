#include "text/repair.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace liem::text {
namespace {

std::string repaired(std::string_view source) {
  const auto text = repair(source, "t.txt");
  return text ? std::string(text->text()) : text.error().message.id;
}

TEST(Repair, LeavesComposedTextAloneWithoutCopyingIt) {
  const std::string source = "Thực hiện Kế hoạch";
  const auto text = repair(source, "t.txt");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text().data(), source.data());
  EXPECT_EQ(text->to_source({2, 5}), (Span{2, 5}));
}

TEST(Repair, ComposesDecomposedLetters) {
  EXPECT_EQ(repaired("Thu\xCC\x9B\xCC\xA3"
                     "c hie\xCC\x82\xCC\xA3n"),
            "Thực hiện");
  EXPECT_EQ(repaired("hie\xCC\xA3\xCC\x82n"), "hiện") << "the marks may come in either order";
}

TEST(Repair, BringsMarksBackFromBehindAConsonantOrASpace) {
  EXPECT_EQ(repaired("thưc\xCC\xA3 hiên\xCC\xA3"), "thực hiện");
  EXPECT_EQ(repaired("đin\xCC\xA3h"), "định");
  EXPECT_EQ(repaired("dư \xCC\xA3"
                     "án"),
            "dự án");
}

TEST(Repair, BringsMarksBackThatWereComposedWithAConsonant) {
  EXPECT_EQ(repaired("ngày 11 thańg 12, trươǹg hợp, quyết điṇh, tổ chưć, nhưñg, hoaṭ"),
            "ngày 11 tháng 12, trường hợp, quyết định, tổ chức, những, hoạt");
  EXPECT_EQ(repaired("ṃ, España"), "ṃ, España") << "no tone left behind";
  const std::string source = "thańg 12";
  const auto text = repair(source, "t.txt");
  ASSERT_TRUE(text);
  const auto at = text->text().find("12");
  EXPECT_EQ(slice(source, text->to_source({at, at + 2})), "12");
  EXPECT_EQ(slice(source, text->to_source({0, at - 1})), "thańg");
}

TEST(Repair, PutsATonesMarkOnTheVowelThatHasAShape) {
  EXPECT_EQ(repaired("so vơi\u0301, ngươi\u0300, điêu\u0300, cưa\u0309, kiêu\u0309"),
            "so với, người, điều, cửa, kiểu");
  EXPECT_EQ(repaired("cua\u0309, qua\u0309, gia\u0300"), "cuả, quả, già") << "none has one";
}

TEST(Repair, LeadsEveryRepairedLetterBackToItsSourceBytes) {
  const std::string source = "a thưc\xCC\xA3 b đin\xCC\xA3h c";
  const auto text = repair(source, "t.txt");
  ASSERT_TRUE(text);
  ASSERT_EQ(text->text(), "a thực b định c");
  for (const std::string_view letter : {"a", "b", "c"}) {
    const auto at =
        letter == "a" ? 0 : text->text().rfind(std::string(" ") + std::string(letter)) + 1;
    EXPECT_EQ(slice(source, text->to_source({at, at + 1})), letter);
  }
  const auto word = text->text().find("thực");
  EXPECT_EQ(slice(source, text->to_source({word, word + std::string("thực").size()})),
            "thưc\xCC\xA3");
}

TEST(Repair, EndsASpanBehindItsLastLetterHoweverManyBytesThatHas) {
  const std::string source = "e\xCC\x81 xã đó mới";
  const auto text = repair(source, "t.txt");
  ASSERT_TRUE(text);
  for (const std::string_view word : {"xã", "đó", "xã đó", "mới"}) {
    const auto at = text->text().find(word);
    EXPECT_EQ(slice(source, text->to_source({at, at + word.size()})), word);
  }
}

TEST(Repair, LeavesAConsonantItsToneBeforeAForeignVowelTooSoThatRepairingTwiceChangesNothing) {
  const auto once = repair("yŃu\u030Ag", "f");
  ASSERT_TRUE(once);
  EXPECT_EQ(once->text(), "yŃůg");
  const auto twice = repair(once->text(), "f");
  ASSERT_TRUE(twice);
  EXPECT_EQ(twice->text(), once->text());
}

TEST(Repair, RefusesWhatIsNotAReportAndSaysWhy) {
  EXPECT_EQ(repaired(""), "text.empty");
  EXPECT_EQ(repaired(" \n\t"), "text.empty");
  EXPECT_EQ(repaired(" \xCC\x81\n"), "text.empty") << "marks that no letter carries";
  EXPECT_EQ(repaired(std::string_view("a\0b", 3)), "text.binary");
  EXPECT_EQ(repaired("K\xFF"), "text.not_utf8");
  EXPECT_EQ(repaired(std::string(longest_line + 2, 'x')), "text.endless_line");
}

TEST(Repair, NamesTheFirstByteThatIsNotUtf8) {
  EXPECT_EQ(utf8::find_invalid("Đúng"), std::string_view::npos);
  EXPECT_EQ(utf8::find_invalid("ab\xC3"), 2u);
  EXPECT_EQ(utf8::find_invalid("a\xE1\xBA"), 1u);
  EXPECT_EQ(utf8::find_invalid("\xC0\x80"), 0u) << "overlong";
  EXPECT_EQ(utf8::find_invalid("a\xED\xA0\x80"), 1u) << "surrogate";
  EXPECT_EQ(utf8::find_invalid("\xF4\x90\x80\x80"), 0u) << "beyond Unicode";
}

}  // namespace
}  // namespace liem::text
