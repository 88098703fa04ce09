#include "text/byte_scan.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace liem::text {
namespace {

// Bytes that Vietnamese text is made of, and those that break it, more often than chance has them.
std::string random_bytes(std::mt19937& random, std::size_t size) {
  constexpr std::string_view likely =
      "a 1.h\xB4\xC6\xB0\n!?0\xC2\xE2\xCC\xCD\xC3\xA1\xE1\xBA\xBF\xC4\x91";
  constexpr std::string_view strays = "\xC7\xC5\x83\x84\x86\x87\xB8\xB9\xB1";
  std::string out;
  while (out.size() < size) {
    const auto dice = random() % 64;
    out += dice == 0   ? static_cast<char>(random() % 256)
           : dice == 1 ? strays[random() % strays.size()]
                       : likely[random() % likely.size()];
  }
  return out;
}

std::string random_letters(std::mt19937& random, std::size_t letters) {
  constexpr std::string_view alphabet[] = {"a", " ",      "7", ".",  "\n", "đ", "ế", "²",
                                           "⁴", "\u0301", "€", "😀", "h",  "ô", "ư", "n",
                                           "à", "r",      "ê", "ã",  "d",  "ẫ", "ñ", "ć"};
  std::string out;
  for (std::size_t i = 0; i < letters; ++i) out += alphabet[random() % std::size(alphabet)];
  return out;
}

TEST(ByteScan, AgreesWithItsScalarTwinOnRandomBytes) {
  std::mt19937 random(20260101);
  for (int round = 0; round < 3000; ++round) {
    const std::string bytes = random_bytes(random, random() % 300);
    ASSERT_EQ(check_bytes(bytes), check_bytes_scalar(bytes)) << round;
    ASSERT_EQ(landmarks_of(bytes), landmarks_of_scalar(bytes)) << round;
    ASSERT_EQ(strays_of(bytes), strays_of_scalar(bytes)) << round;
  }
}

TEST(ByteScan, AgreesWithItsScalarTwinWhereverABlockBegins) {
  std::mt19937 random(20260102);
  const std::string text = random_letters(random, 400);
  for (std::size_t from = 0; from < 140; ++from) {
    for (const std::size_t size : {0, 1, 2, 3, 63, 64, 65, 66, 67, 127, 128, 129, 191, 192, 256}) {
      const auto part = std::string_view(text).substr(from, size);
      ASSERT_EQ(check_bytes(part), check_bytes_scalar(part)) << from << "+" << size;
      ASSERT_EQ(landmarks_of(part), landmarks_of_scalar(part)) << from << "+" << size;
      ASSERT_EQ(strays_of(part), strays_of_scalar(part)) << from << "+" << size;
    }
  }
}

TEST(ByteScan, SeesEveryKindOfBrokenSequenceAtEveryPlaceOfABlock) {
  constexpr std::string_view broken[] = {"\x80",
                                         "\xC0\xAF",
                                         "\xC1\xBF",
                                         "\xC3",
                                         "\xE1\xBA",
                                         "\xE0\x9F\xBF",
                                         "\xED\xA0\x80",
                                         "\xF0\x8F\xBF\xBF",
                                         "\xF4\x90\x80\x80",
                                         "\xF5\x80\x80\x80",
                                         "\xFF",
                                         "\xC3\xC3\xA1"};
  for (const auto bytes : broken) {
    for (std::size_t at = 0; at < 130; ++at) {
      for (const std::size_t behind : {0, 1, 70}) {
        const std::string text =
            std::string(at, 'x') + std::string(bytes) + std::string(behind, 'y');
        ASSERT_NE(check_bytes(text).invalid, std::string::npos) << at;
        ASSERT_EQ(check_bytes(text), check_bytes_scalar(text)) << at;
      }
    }
  }
}

TEST(ByteScan, SeesEveryLetterThatMayNeedRepairAtEveryPlaceOfABlock) {
  for (const std::string_view letter :
       {"\u0301", "\u0340", "ñ", "Ñ", "ć", "Ć", "ń", "Ń", "ǵ", "ǹ", "ḥ", "ḿ", "ṃ", "ṇ", "ṕ", "ṭ"}) {
    for (std::size_t at = 0; at < 130; ++at) {
      const std::string text = std::string(at, 'x') + std::string(letter);
      ASSERT_TRUE(check_bytes(text).may_need_repair) << letter << at;
      ASSERT_EQ(check_bytes(text + "y"), check_bytes_scalar(text + "y")) << letter << at;
    }
  }
  EXPECT_FALSE(check_bytes("Cộng hòa xã hội chủ nghĩa, đủ ằẵẹỹ ÀÝ ưƯơƠ ĨĩŨũ").may_need_repair);
}

TEST(ByteScan, FindsTheNextLandmarkFromAnyOffset) {
  const std::string text = std::string(100, 'a') + "7" + std::string(100, 'b') + "8";
  const auto marks = landmarks_of(text);
  EXPECT_EQ(marks.digits.next(0), 100U);
  EXPECT_EQ(marks.digits.next(100), 100U);
  EXPECT_EQ(marks.digits.next(101), 201U);
  EXPECT_EQ(marks.digits.next(202), text.size());
  EXPECT_EQ(marks.stops.next(0), text.size());
}

TEST(ByteScan, FindsTheLastLandmarkBeforeAnyOffset) {
  const std::string text = std::string(100, 'a') + "7" + std::string(100, 'b') + "8";
  const auto marks = landmarks_of(text);
  EXPECT_EQ(marks.digits.before(0), std::nullopt);
  EXPECT_EQ(marks.digits.before(100), std::nullopt);
  EXPECT_EQ(marks.digits.before(101), 100U);
  EXPECT_EQ(marks.digits.before(201), 100U);
  EXPECT_EQ(marks.digits.before(text.size()), 201U);
}

}  // namespace
}  // namespace liem::text
