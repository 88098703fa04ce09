#include "reading/meaning.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> counted(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& figure : reading_of(text).figures) {
    out.push_back(figure.value.to_string() + " " + (figure.counted ? figure.counted->words : "-"));
  }
  return out;
}

std::vector<std::string> owners(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& figure : reading_of(text).figures) {
    out.push_back(figure.of ? figure.of->name : "-");
  }
  return out;
}

std::string days(const std::optional<Period>& period) {
  if (!period) return "-";
  const auto day = [](const std::optional<Date>& date) { return date ? to_iso(*date) : ""; };
  return day(period->from) + ".." + day(period->to);
}

std::vector<std::string> periods(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& figure : reading_of(text).figures) out.push_back(days(figure.period));
  return out;
}

std::vector<std::string> soft(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& figure : reading_of(text).figures) {
    out.emplace_back(figure.soft ? to_string(figure.soft->kind) : "exact");
  }
  return out;
}

std::vector<std::string> links(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& figure : reading_of(text).figures) {
    for (const auto& link : figure.items) {
      out.push_back(figure.value.to_string() + " " + link.item + " " +
                    std::string(figures::name_of(link.confidence)));
    }
  }
  return out;
}

TEST(Counted, IsTheNounPhraseBehindACount) {
  EXPECT_THAT(counted("Sở có 17 người có nghĩa vụ kê khai tại 06 phòng chuyên môn."),
              ElementsAre("17 người có nghĩa vụ kê khai", "6 phòng chuyên môn"));
}

TEST(Counted, StandsBeforeMoneyAndBehindALabel) {
  EXPECT_THAT(counted("Đã kiến nghị thu hồi 51.300 triệu đồng."),
              ElementsAre("51300 kiến nghị thu hồi"));
  EXPECT_THAT(counted("Tổng số người phải kê khai tài sản, thu nhập: 10 người."),
              ElementsAre("10 Tổng số người phải kê khai tài sản, thu nhập"));
}

TEST(Counted, IsSharedByBothNumbersOfAShareAndItsPercentage) {
  EXPECT_THAT(counted("Đã kê khai 17/20 người, đạt 85%."),
              ElementsAre("17 người", "20 người", "85 người"));
}

TEST(Owner, IsTheSubjectOfTheSentence) {
  EXPECT_THAT(owners("Trong kỳ, Sở Y tế tiếp nhận 12 đơn."), ElementsAre("Sở Y tế"));
  EXPECT_THAT(owners("Đã có 12 hồ sơ của Sở Tư pháp."), ElementsAre("Sở Tư pháp"));
}

TEST(Owner, IsNotGuessedFromAnAgencyInAnotherPart) {
  EXPECT_THAT(owners("Theo chỉ đạo mà UBND tỉnh giao có 12 nhiệm vụ."), ElementsAre("-"));
  EXPECT_THAT(owners("So với kế hoạch, đạt 12 lớp."), ElementsAre("-"));
}

TEST(Owner, IsTheHeadingsElseTheDocumentsOwnIssuer) {
  EXPECT_THAT(owners("I. KẾT QUẢ\n\n1. Sở Y tế\n\nTiếp nhận 12 đơn."), ElementsAre("Sở Y tế"));
  EXPECT_THAT(owners("SỞ TƯ PHÁP\n\nSố: 12/BC-STP\n\nBÁO CÁO\n\nTiếp nhận 12 đơn."),
              ElementsAre("SỞ TƯ PHÁP"));
}

TEST(Periods, AreReadAsDaysFromAndTo) {
  EXPECT_THAT(periods("Năm 2019, có 5 vụ; giai đoạn 2016-2020 có 7 vụ."),
              ElementsAre("2019-01-01..2019-12-31", "2016-01-01..2020-12-31"));
  EXPECT_THAT(
      periods("Trong quý III/2024 có 5 vụ. Từ ngày 16/12/2023 đến ngày 15/12/2024 có 7 vụ."),
      ElementsAre("2024-07-01..2024-09-30", "2023-12-16..2024-12-15"));
  EXPECT_THAT(periods("Trong tháng 02/2024 có 5 vụ."), ElementsAre("2024-02-01..2024-02-29"));
}

TEST(Periods, TakeTheLeftOutYearFromTheDocument) {
  const auto found = periods(
      "Số: 12/BC-STP\n\nBÁO CÁO\nKết quả công tác năm 2024\n\nTrong quý II có 5 vụ. Tổng cộng có 7 "
      "vụ.");
  EXPECT_THAT(found, ElementsAre("2024-04-01..2024-06-30", "2024-01-01..2024-12-31"));
}

TEST(Periods, AreNotTheYearOfALaw) {
  EXPECT_THAT(periods("Theo Luật Phòng, chống tham nhũng năm 2018 có 5 vụ."), ElementsAre("-"));
}

TEST(Periods, BehindSoVoiBelongToTheFigureComparedWithAlone) {
  EXPECT_THAT(
      periods("Năm 2018 có 312 lớp, tăng 54 lớp so với năm 2017 (258 lớp)."),
      ElementsAre("2018-01-01..2018-12-31", "2018-01-01..2018-12-31", "2017-01-01..2017-12-31"));
}

TEST(Soft, SaysWhatKindOfInexactnessIsWritten) {
  EXPECT_THAT(soft("Có khoảng 20 đơn, gần 30 vụ, hơn 40 lớp, ít nhất 02 cuộc, không quá 05 người."),
              ElementsAre("about", "below", "above", "at_least", "at_most"));
}

TEST(Soft, DoesNotTakeAPlaceOrAComparisonForInexactness) {
  EXPECT_THAT(soft("Kiểm tra trên 05 lĩnh vực, nhiều hơn 20 cuộc."), ElementsAre("exact", "exact"));
}

TEST(ItemLinks, AreCertainWhereTheWordsBesideTheFigureNameTheItem) {
  EXPECT_THAT(links("Tổng số người phải kê khai tài sản, thu nhập: 10 người."),
              ElementsAre("10 declarations.obliged certain"));
  EXPECT_THAT(links("Kê khai tài sản, thu nhập: 17/20 người có nghĩa vụ, đạt 85%."),
              ElementsAre("17 declarations.submitted certain", "20 declarations.obliged certain"));
}

TEST(ItemLinks, TakeTheFieldFromTheHeadingAbove) {
  EXPECT_THAT(links("2. Cải cách thủ tục hành chính\n\nĐã tiếp nhận 5.230 hồ sơ."),
              ElementsAre("5230 procedures.received certain"));
  EXPECT_THAT(links("2. Tuyển dụng\n\nĐã tiếp nhận 5.230 hồ sơ."), IsEmpty());
}

TEST(ItemLinks, LeaveOutChangesAndFiguresOfAnotherKind) {
  EXPECT_THAT(links("Số người phải kê khai tài sản tăng 5 người."), IsEmpty());
  EXPECT_THAT(links("Số người phải kê khai tài sản chưa nộp là 5 người."), IsEmpty());
}

TEST(ItemLinks, AreNeverCertainForWhatIsPlannedOrInexact) {
  EXPECT_THAT(links("Phấn đấu có 10 người phải kê khai tài sản."),
              ElementsAre("10 declarations.obliged probable"));
  EXPECT_THAT(links("Có khoảng 10 người phải kê khai tài sản."),
              ElementsAre("10 declarations.obliged probable"));
}

}  // namespace
}  // namespace liem::reading
