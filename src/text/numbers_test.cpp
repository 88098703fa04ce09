#include "text/numbers.h"

#include <gtest/gtest.h>

#include <string>

namespace liem::text {
namespace {

std::string number(std::string_view text) {
  const auto found = number_at(text, 0);
  return found ? found->value.to_string() + "|" + std::string(text.substr(found->end)) : "none";
}

TEST(Number, ReadsGroupsDecimalsAndLeadingZeros) {
  EXPECT_EQ(number("52.423 hồ sơ"), "52423| hồ sơ");
  EXPECT_EQ(number("12.038.291.320 đồng"), "12038291320| đồng");
  EXPECT_EQ(number("96,8%"), "96.8|%");
  EXPECT_EQ(number("55.336,8 triệu"), "55336.8| triệu");
  EXPECT_EQ(number("02 vị trí"), "2| vị trí");
}

TEST(Number, SetsAGluedFootnoteMarkApart) {
  EXPECT_EQ(number("1.7695 đơn"), "1769| đơn");
  EXPECT_EQ(number("2.34112 hồ sơ"), "2341| hồ sơ");
}

TEST(Number, DoesNotTakeASentenceStopOrAListForPartOfItself) {
  EXPECT_EQ(number("20. Năm"), "20|. Năm");
  EXPECT_EQ(number("55, 56"), "55|, 56");
  EXPECT_EQ(number("1,2,3"), "1|,2,3");
}

std::string date(std::string_view text) {
  const auto found = date_at(text, 0);
  if (!found) return "none";
  return found->date ? to_iso(*found->date) : "impossible";
}

TEST(WrittenDates, AreReadInEveryFormOfficesUse) {
  EXPECT_EQ(date("23/01/2025"), "2025-01-23");
  EXPECT_EQ(date("05/3/2025"), "2025-03-05");
  EXPECT_EQ(date("14 tháng 4 năm 2023"), "2023-04-14");
  EXPECT_EQ(date("9-5-2024"), "2024-05-09");
  EXPECT_EQ(date("03/9/ 2019"), "2019-09-03");
  EXPECT_EQ(date("23/01/20257"), "2025-01-23") << "footnote mark 7";
  EXPECT_EQ(date("31/6/2024"), "impossible");
  EXPECT_EQ(date("23/01/20245"), "2024-01-23") << "footnote mark 5";
  EXPECT_EQ(date("23/01/200112"), "2001-01-23") << "footnote mark 12";
}

TEST(WrittenDates, AreImpossibleWhereTheYearHasAZeroTooMany) {
  EXPECT_EQ(date("17/3/20015"), "impossible");
  EXPECT_EQ(date("17 tháng 3 năm 20024"), "impossible");
  EXPECT_EQ(date_at("17/3/20015 của", 0)->span.end, 10u);
}

TEST(WrittenDates, AreNotFoundInMonthsRatiosAndSymbols) {
  EXPECT_EQ(date("06 tháng đầu năm"), "none");
  EXPECT_EQ(date("6/19 trường hợp"), "none");
  EXPECT_EQ(date("59/2019/NĐ-CP"), "none");
}

}  // namespace
}  // namespace liem::text
