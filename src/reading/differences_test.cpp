#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> differences(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& claim : reading_of(text).claims) {
    if (const auto* found = std::get_if<DifferenceClaim>(&claim)) {
      out.push_back((found->holds ? "" : "not ") + found->to.to_string() + "-" +
                    found->from.to_string() + (found->change == Change::increase ? "=+" : "=-") +
                    found->value.to_string());
    }
  }
  return out;
}

TEST(Differences, AreCheckedAgainstTheFigureInBrackets) {
  EXPECT_THAT(differences("Năm 2018 có 312 lớp, tăng 54 lớp so với năm 2017 (258 lớp)."),
              ElementsAre("312-258=+54"));
  EXPECT_THAT(differences("Năm 2018 có 312 lớp, tăng 64 lớp so với năm 2017 (258 lớp)."),
              ElementsAre("not 312-258=+64"));
  EXPECT_THAT(differences("Sở nhận 80 đơn, giảm 20 đơn so với cùng kỳ (100 đơn)."),
              ElementsAre("80-100=-20"));
}

TEST(Differences, AreReadWhateverSideTheComparisonStandsOn) {
  EXPECT_THAT(
      differences("Thực hiện 30 người, so với giai đoạn 2019 - 2021 giảm 02 người (32 người)."),
      ElementsAre("30-32=-2"));
  EXPECT_THAT(differences("Số vụ khởi tố mới tăng 02 vụ (09 vụ so với 07 vụ)."),
              ElementsAre("9-7=+2"));
  EXPECT_THAT(differences("Ghi 10 vụ, nhiều hơn 02 vụ so với số liệu của Viện kiểm sát (09 vụ)."),
              ElementsAre("not 10-9=+2"));
}

TEST(Differences, FindTheYearComparedWithEarlierInTheText) {
  EXPECT_THAT(differences("Năm 2016 có 41 công trình; năm 2017 đăng ký 48 công trình, tăng 09 công "
                          "trình so với năm 2016."),
              ElementsAre("not 48-41=+9"));
}

TEST(Differences, TakeTheTotalNotItsLastPart) {
  EXPECT_THAT(
      differences("Có 58 cuộc, gồm 22 cuộc trực tiếp, 36 cuộc lồng ghép, tăng 8 cuộc so với "
                  "năm 2021 (48 cuộc)."),
      ElementsAre("not 58-48=+8"));
}

TEST(Differences, MayBeGivenInPercentOrInPointsOfPercent) {
  EXPECT_THAT(differences("Có 12 vụ, tăng 20% so với năm 2022 (10 vụ)."), ElementsAre("12-10=+20"));
  EXPECT_THAT(differences("Có 12 vụ, tăng 25% so với năm 2022 (10 vụ)."),
              ElementsAre("not 12-10=+25"));
  EXPECT_THAT(differences("Tỷ lệ đạt 48%, tăng 5% so với năm 2022 (43%)."),
              ElementsAre("48-43=+5"));
}

TEST(Differences, AreNotMadeOfApproximationsPeriodsOrForeignUnits) {
  EXPECT_THAT(differences("Có 23 đơn, giảm khoảng 10 đơn so với cùng kỳ (30 đơn)."), IsEmpty());
  EXPECT_THAT(differences("Có 312 lớp, tăng 64 lớp so với năm 2017 (trên 200 lớp)."), IsEmpty());
  EXPECT_THAT(
      differences("Có 44% doanh nghiệp chi trả, giảm 6% so với năm trước (theo khảo sát trên "
                  "150 doanh nghiệp)."),
      IsEmpty());
  EXPECT_THAT(differences("Sở tự chấm 41,25/46 điểm, tăng 1,5 điểm so với năm trước."), IsEmpty());
  EXPECT_THAT(differences("Có 12 vụ, tăng 02 vụ so với năm 2022 (15 bị can)."), IsEmpty());
}

TEST(Differences, SayWhatTheChangeWouldBe) {
  const auto reading = reading_of("Năm 2018 có 312 lớp, tăng 64 lớp so với năm 2017 (258 lớp).");
  ASSERT_EQ(reading.findings.size(), 1u);
  EXPECT_EQ(reading.findings[0].code, "difference_mismatch");
  EXPECT_EQ(reading.findings[0].severity, Severity::error);
  ASSERT_TRUE(reading.findings[0].suggestion);
  EXPECT_THAT(reading.findings[0].suggestion->args,
              testing::Contains(testing::Pair("actual", "54")));
}

TEST(Differences, DoNotTakeAnotherChangeForTheFigureThatChanged) {
  EXPECT_THAT(findings_of("Tăng 6 đơn so với năm 2021, giảm 2 đơn so với năm 2020 (31 đơn); tổng "
                          "29 đơn."),
              IsEmpty());
}

TEST(Differences, MayLieBetweenTwoYearsOrBehindTheFigureComparedWith) {
  EXPECT_THAT(findings_of("Thu năm 2014 là 31.200 triệu đồng, năm 2015 là 35.900 triệu đồng tăng "
                          "4.500 triệu đồng."),
              ElementsAre("difference_mismatch"));
  EXPECT_THAT(findings_of("Chuyển sang 4.210 việc, so với năm trước (3.120 việc) tăng 1.080 việc."),
              ElementsAre("difference_mismatch"));
  EXPECT_THAT(findings_of("Có 180 đơn, so với cùng kỳ giảm 70 đơn (6 tháng đầu năm 2020 có 240 đơn "
                          "thuộc thẩm quyền)."),
              ElementsAre("difference_mismatch"));
}

TEST(ChangeRates, AreOfWhatThereWasBefore) {
  EXPECT_THAT(findings_of("Thụ lý 6.200 việc, giảm 240 việc (3,73%)."), IsEmpty());
  EXPECT_THAT(findings_of("Thụ lý 6.200 việc, giảm 240 việc (5,73%)."),
              ElementsAre("difference_mismatch"));
  EXPECT_THAT(findings_of("Thụ lý 6.200 việc, tăng 240 việc so cùng kỳ [4,03%]."), IsEmpty());
}

TEST(ChangeRates, AreNotJudgedWhereTheyMayBeReadOtherwise) {
  EXPECT_THAT(findings_of("Thụ lý 6.200 việc, giảm 240 việc (3,87%)."), IsEmpty());
  EXPECT_THAT(findings_of("Thụ lý 6.200 việc, xong 5.100 việc, giảm 240 việc (9,73%)."), IsEmpty());
}

TEST(ChangeRates, AreNotMadeOfMeasuresNamedReduction) {
  EXPECT_THAT(findings_of("Có 620 trường hợp, miễn, giảm 24 trường hợp (5,5%)."), IsEmpty());
}

TEST(ChangeRates, AreNotTheShareOrTargetBesideTheChange) {
  EXPECT_THAT(findings_of("Thụ lý 6.200 việc, tăng 240 việc, tỷ lệ giải quyết (95,2%)."),
              IsEmpty());
  EXPECT_THAT(findings_of("Có 120 người, tăng 15 người (đạt 103% kế hoạch)."), IsEmpty());
  EXPECT_THAT(findings_of("Có 620 vụ, tăng 24 vụ, số tiền tăng 12,5%."), IsEmpty());
}

TEST(Differences, AllowForRoundedAmounts) {
  EXPECT_THAT(findings_of("Năm 2013 là 41,3 tỷ đồng, năm 2014 là 45,9 tỷ đồng, tăng 4,7 tỷ đồng."),
              IsEmpty());
}

TEST(Differences, AreToldOnceWhereTheChangeStandsInCountsToo) {
  EXPECT_EQ(
      findings_of("Năm 2024 có 120 đơn, tăng 20 đơn, tương đương tăng 25% so với năm 2023 (100 "
                  "đơn).")
          .size(),
      1u);
}

TEST(Differences, AreGapsBetweenTheTwoFiguresBeforeThem) {
  EXPECT_THAT(differences("Cao nhất 80,25 điểm, thấp nhất 51,10 điểm, chênh lệch 29,15 điểm."),
              ElementsAre("51.1-80.25=-29.15"));
  EXPECT_THAT(
      differences("Phường báo cáo 6.480 hồ sơ nhưng phần mềm chỉ ghi 6.408 hồ sơ, chênh lệch "
                  "72 hồ sơ."),
      ElementsAre("6408-6480=-72"));
}

TEST(Differences, ComparePeriodsThatStandOneBehindTheOther) {
  const auto text = [](const std::string& rise) {
    return "Giai đoạn 2013 – 2017 chuyển đổi 2.315 người; giai đoạn 2018 – 2022 là 3.087 người, "
           "tăng " +
           rise + " người so với giai đoạn trước.";
  };
  EXPECT_THAT(differences(text("772")), ElementsAre("3087-2315=+772"));
  EXPECT_THAT(differences(text("872")), ElementsAre("not 3087-2315=+872"));
}

}  // namespace
}  // namespace liem::reading
