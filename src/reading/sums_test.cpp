// Parts and totals whose words leave room, and totals that stand elsewhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/claims_test.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(SumRoom, IsLeftByPostsWithoutANumber) {
  EXPECT_THAT(findings_of("Phòng có 9 người, gồm: Trưởng phòng, 2 Phó Trưởng phòng và 6 chuyên "
                          "viên."),
              IsEmpty());
  EXPECT_THAT(findings_of("Chi cục có 30 người, gồm: Chi cục trưởng, 2 Phó Trưởng phòng và 25 "
                          "chuyên viên."),
              ElementsAre("sum_mismatch"));
}

TEST(SumRoom, IsLeftByInexactAmounts) {
  EXPECT_THAT(findings_of("Phát hiện 418,6 triệu đồng, trong đó đã thu 200 triệu đồng, còn hơn 218 "
                          "triệu đồng."),
              IsEmpty());
  EXPECT_THAT(findings_of("Thu 3,2 tỷ đồng, trong đó thuế 3,1 tỷ đồng, phạt 63,4 triệu đồng."),
              IsEmpty());
}

TEST(SumRoom, IsLeftByARestWithoutANumber) {
  EXPECT_THAT(findings_of("Kinh phí 3,5 tỷ đồng, trong đó tỉnh 2,5 tỷ đồng, xã 0,8 tỷ đồng, còn "
                          "lại huy động."),
              IsEmpty());
}

TEST(SumRoom, IsLeftByWhatSomeOfThemDid) {
  EXPECT_THAT(findings_of("Có 84 đơn vị, trong đó 61 đơn vị đã gửi, 20 đơn vị xin gia hạn."),
              IsEmpty());
}

TEST(SumRoom, IsNarrowForAmountsThatMayBeRounded) {
  EXPECT_THAT(judged_findings_of("Vi phạm 412 tỷ đồng, trong đó thu hồi 47 tỷ đồng, xử lý khác 364 "
                                 "tỷ đồng."),
              ElementsAre("warning sum_mismatch"));
}

TEST(SumParts, LeaveOutWhatAnotherPartHolds) {
  EXPECT_THAT(claims_of("Kê khai 67 người, trong đó: hằng năm 61 người; bổ sung 3 người (đã tính "
                        "trong hằng năm); lần đầu 6 người."),
              ElementsAre("67=61+6"));
}

TEST(SumParts, OfOneBracketAreNoTotalOfTheNext) {
  EXPECT_THAT(claims_of("Nhận 720 đơn (sở: 290 đơn, xã: 430 đơn); đủ điều kiện 440 đơn (sở: 170 "
                        "đơn, xã: 270 đơn)."),
              ElementsAre("720=290+430", "440=170+270"));
}

TEST(SumParts, AreCountedInTheUnitOfTheirTotal) {
  EXPECT_THAT(claims_of("Khởi tố 9 vụ, 17 bị can; trong đó tham ô 4 vụ, 8 bị can; nhận hối lộ 5 "
                        "vụ, 8 bị can."),
              ElementsAre("9=4+5", "not 17=8+8"));
}

TEST(SumParts, AreNotTheMonthsOfAPeriod) {
  EXPECT_THAT(claims_of("Nộp bổ sung 13 tỷ đồng cho giai đoạn 2/2021-11/2023."), IsEmpty());
}

TEST(SumParts, MayStandInTheNextSentence) {
  EXPECT_THAT(claims_of("Tiếp nhận 65 đơn của công dân. Trong đó, đã chuyển 41 đơn, thụ lý 24 "
                        "đơn."),
              ElementsAre("65=41+24"));
  EXPECT_THAT(claims_of("Đã làm 47 cuộc. Trong số này có 40 cuộc theo kế hoạch và 7 cuộc đột "
                        "xuất."),
              ElementsAre("47=40+7"));
}

TEST(SumParts, MayStandBehindAsides) {
  EXPECT_THAT(claims_of("Tiếp 950 lượt công dân[1], giảm 50 lượt so cùng kỳ [5%], cụ thể:\n"
                        "- Tỉnh tiếp 310 lượt;\n- Xã tiếp 640 lượt.\n"),
              ElementsAre("950=310+640"));
}

TEST(SumParts, NamedAsSomeAreAClaimOnlyWhereTheyAddUp) {
  EXPECT_THAT(claims_of("Có 210 hồ sơ, trong đó có 90 hồ sơ một phần và 120 hồ sơ toàn trình."),
              ElementsAre("210=90+120"));
  EXPECT_THAT(claims_of("Có 210 hồ sơ, trong đó có 90 hồ sơ một phần và 118 hồ sơ toàn trình."),
              IsEmpty());
}

TEST(SumTotal, MayNameNoUnit) {
  EXPECT_THAT(claims_of("Số đang theo dõi là 52, trong đó chuyển sang 38 bản án, thụ lý mới 14 bản "
                        "án."),
              ElementsAre("52=38+14"));
}

TEST(SumTotal, MayBeDividedIntoDoneAndLeft) {
  EXPECT_THAT(claims_of("Thụ lý 13 vụ, với 31 bị cáo; đã xử 9 vụ, 24 bị cáo (sơ thẩm 7 vụ, 19 bị "
                        "cáo; phúc thẩm 2 vụ, 5 bị cáo); còn lại 4 vụ, 7 bị cáo."),
              testing::IsSupersetOf({"13=9+4", "31=24+7"}));
}

TEST(SumTotal, MayStandBehindItsParts) {
  EXPECT_THAT(claims_of("Nhận mới 310 hồ sơ, tồn kỳ trước 42 hồ sơ, lũy kế trong kỳ là 352 hồ sơ."),
              ElementsAre("352=310+42"));
}

TEST(SumParts, InTheNextSentenceBelongToTheFigureTheyMake) {
  const auto text =
      "Tiếp nhận 500 hồ sơ và giải quyết được 480 hồ sơ, chiếm tỷ lệ 96%. Trong đó, "
      "trước hạn 400 hồ sơ; đúng hạn 60 hồ sơ; trễ hạn 20 hồ sơ.";
  EXPECT_THAT(claims_of(text), ElementsAre("480/500=96%", "480=400+60+20"));
  EXPECT_THAT(findings_of(text), IsEmpty());
  EXPECT_THAT(claims_of("Tiếp nhận 480 hồ sơ qua bộ phận một cửa của các sở, ban, ngành và đã giải "
                        "quyết 460 hồ sơ. Trong đó, trực tiếp 400 hồ sơ; qua mạng 80 hồ sơ."),
              ElementsAre("480=400+80"));
}

TEST(SumParts, OfAnAmountCannotExceedIt) {
  EXPECT_THAT(judged_findings_of("Dự toán 115 triệu đồng, trong đó tập huấn 96 triệu đồng, in tài "
                                 "liệu 54 triệu đồng, kiểm tra 35 triệu đồng."),
              ElementsAre("error sum_mismatch"));
  EXPECT_THAT(findings_of("Sai phạm 115 triệu đồng, trong đó kiến nghị thu hồi 96 triệu đồng, đã "
                          "thu 54 triệu đồng."),
              IsEmpty());
  EXPECT_THAT(findings_of("Kinh phí 115 triệu đồng, trong đó ngân sách tỉnh 96 triệu đồng, chi tập "
                          "huấn 54 triệu đồng."),
              IsEmpty());
  EXPECT_THAT(findings_of("Kỷ luật 25 người, trong đó cấp tỉnh 14 người, nữ 22 người."), IsEmpty());
}

TEST(SumParts, ThatAreAllOfItMakeTheTotal) {
  EXPECT_THAT(judged_findings_of("Tổ chức 25 cuộc, gồm 13 cuộc trực tiếp và 09 cuộc trực tuyến."),
              ElementsAre("error sum_mismatch"));
  EXPECT_THAT(findings_of("Tổ chức 25 cuộc, gồm 13 cuộc trực tiếp, 09 cuộc trực tuyến và các cuộc "
                          "lồng ghép."),
              IsEmpty());
  EXPECT_THAT(findings_of("Thanh tra 40 cuộc, kết thúc 25 cuộc, gồm 13 cuộc theo kế hoạch và 12 "
                          "cuộc đột xuất."),
              IsEmpty());
}

TEST(Remainder, MayOpenTheNextSentence) {
  EXPECT_THAT(claims_of("Phải chuyển đổi 16 người; đã chuyển đổi 14 người. Còn 02 người chưa "
                        "chuyển đổi."),
              ElementsAre("16=14+2"));
  EXPECT_THAT(findings_of("Phải chuyển đổi 16 người; đã chuyển đổi 14 người. Còn 03 người nghỉ."),
              IsEmpty());
}

TEST(Remainder, IsWhatAFractionLeaves) {
  EXPECT_THAT(claims_of("Có 24 trên tổng số 27 thôn niêm yết; 3 thôn còn lại hoàn thành sau."),
              ElementsAre("27=24+3"));
  EXPECT_THAT(claims_of("Đã chuyển đổi 22/27 người; 05 người còn lại thực hiện trong quý I."),
              ElementsAre("22/27", "27=22+5"));
}

TEST(Remainder, StandsBesideWhatOtherBracketsAndListsExplain) {
  EXPECT_THAT(claims_of("Thụ lý 71 tin (cũ 8 tin, mới 63 tin); đã giải quyết 67 tin, gồm khởi tố "
                        "44 tin, không khởi tố 20 tin, tạm đình chỉ 3 tin. Còn lại 4 tin."),
              UnorderedElementsAre("71=8+63", "67=44+20+3", "71=67+4"));
}

TEST(SumParts, MayBeCountedInWordsAndThenSayNothing) {
  EXPECT_THAT(findings_of("Chọn 41 người, bao gồm ba Vụ trưởng, mười lăm Phó Vụ trưởng, 23 người "
                          "còn lại giữ chức vụ cấp phòng; đến nay xong 28 người."),
              IsEmpty());
}

TEST(SumParts, MayEachStandInABracketOfItsOwn) {
  EXPECT_THAT(claims_of("Kiểm điểm 12 cá nhân: Chủ tịch (01), Phó Giám đốc (03), trưởng các phòng "
                        "(08)."),
              ElementsAre("12=1+3+8"));
  EXPECT_THAT(claims_of("Đã xử lý 37/37 đơn (100%): 21 đơn trả lại, 12 đơn chuyển, 04 đơn thụ lý."),
              UnorderedElementsAre("37/37=100%", "37=21+12+4"));
}

TEST(SumParts, BelongToTheTotalBeforeItsShareOfAnother) {
  EXPECT_THAT(claims_of("Xác minh 24 cơ quan, bằng 20,5% tổng số 117 cơ quan, gồm 05 sở, 17 xã và "
                        "02 doanh nghiệp."),
              ElementsAre("24/117=20.5%", "24=5+17+2"));
}

TEST(SumParts, BehindAFractionAreOfWhatStandsAboveTheSlash) {
  EXPECT_THAT(claims_of("Đã giải quyết 45/52 đơn (86,5%), trong đó khiếu nại 31 đơn, tố cáo 14 "
                        "đơn."),
              UnorderedElementsAre("45/52=86.5%", "45=31+14"));
  EXPECT_THAT(judged_findings_of("Đã giải quyết 45/52 đơn, gồm khiếu nại 31 đơn và tố cáo 15 đơn."),
              ElementsAre("error sum_mismatch"));
}

TEST(SumParts, MayGoByAShorterNameOfTheirUnit) {
  EXPECT_THAT(claims_of("Xét xử 14 vụ án: 11 vụ về nhận hối lộ, 03 vụ về tham ô."),
              ElementsAre("14=11+3"));
  EXPECT_THAT(judged_findings_of("Còn 63 vụ việc, trong đó đất đai 38 vụ, xây dựng 17 vụ, tài "
                                 "chính 09 vụ."),
              ElementsAre("error sum_mismatch"));
  EXPECT_THAT(claims_of("Nhận 126 góp ý, trong đó tiếp thu 98 góp ý, giải trình 28 ý kiến góp ý."),
              ElementsAre("126=98+28"));
}

TEST(SumParts, InMoneySpentAreNotComrades) {
  EXPECT_THAT(claims_of("Sai phạm 356,8 triệu đồng, trong đó 210 triệu đồng tiền vật tư và "
                        "146.800.000 đồng chi vượt định mức."),
              ElementsAre("356.8=210+146.8"));
}

TEST(SumParts, MayBeLabelledWithNumbers) {
  EXPECT_THAT(claims_of("Mở lớp cho 245 học viên (lớp 1: 80, lớp 2: 85, lớp 3: 80)."),
              ElementsAre("245=80+85+80"));
}

TEST(SumParts, WithoutAUnitBehindAColonAreAllThatIsCounted) {
  EXPECT_THAT(judged_findings_of("Kỷ luật 17 đảng viên bằng các hình thức: khiển trách 10, cảnh "
                                 "cáo 5, khai trừ 3."),
              ElementsAre("error sum_mismatch"));
}

TEST(Remainder, MayStandTwoSentencesBehindItsWhole) {
  EXPECT_THAT(claims_of("Có 46 người phải chuyển đổi. Đến nay đã thực hiện đối với 41 người, đạt "
                        "89,1%; còn lại 05 người."),
              UnorderedElementsAre("41/46=89.1%", "46=41+5"));
  EXPECT_THAT(claims_of("Thu về 4.362 phiếu. Kết quả: 3.916 phiếu hài lòng; 388 phiếu bình thường; "
                        "58 phiếu không hài lòng."),
              ElementsAre("4362=3916+388+58"));
}

TEST(Remainder, OfTwoPartsInAnotherSentenceIsSaidToBeOne) {
  EXPECT_THAT(claims_of("Giao dự toán 61.480 triệu đồng. Đã quyết toán 60.865,2 triệu đồng; hủy dự "
                        "toán 614,8 triệu đồng."),
              IsEmpty());
}

TEST(SumTotal, MayStandBehindAFewSentences) {
  EXPECT_THAT(
      claims_of("1. Quý I: 02 cuộc. Quý II: 03 cuộc. Quý III: 02 cuộc. Quý IV: 01 cuộc. Tổng "
                "cộng 08 cuộc."),
      ElementsAre("8=2+3+2+1"));
  EXPECT_THAT(claims_of("Bốn quý lần lượt là 4 cuộc, 6 cuộc, 5 cuộc, 7 cuộc; cả năm 22 cuộc."),
              ElementsAre("22=4+6+5+7"));
}

TEST(SumTotal, BehindItsPartsIsWrongWhereOneDigitExplainsIt) {
  EXPECT_THAT(judged_findings_of("Cấp tỉnh 21 đơn, cấp huyện 34 đơn, tổng cộng 65 đơn."),
              ElementsAre("error sum_mismatch"));
  EXPECT_THAT(findings_of("Năm trước 21 đơn, năm nay 34 đơn, lũy kế 165 đơn."), IsEmpty());
}

TEST(SumParts, AboveASlashMakeWhatStandsAboveTheSlash) {
  EXPECT_THAT(claims_of("Giải quyết 186/192 vụ việc; trong đó 151/155 vụ khiếu nại và 35/37 vụ tố "
                        "cáo."),
              testing::IsSupersetOf({"186=151+35", "192=155+37"}));
}

TEST(SumParts, OfAListBehindASecondSentenceBelongToTheFigureTheyMake) {
  EXPECT_THAT(claims_of("Khởi tố 46 vụ/118 bị can, tăng 11 vụ/39 bị can so với năm trước (35 vụ/79 "
                        "bị can). Cụ thể theo tội danh:\n- Tham ô: 26 vụ/73 bị can;\n- Nhận hối "
                        "lộ: 20 vụ/45 bị can."),
              UnorderedElementsAre("46=26+20", "118=73+45"));
}

TEST(SumParts, MayStandBeforeAComparisonOfTheirTotal) {
  EXPECT_THAT(claims_of("Lao động là 163 người, gián tiếp 38 người và trực tiếp 125 người; giảm 12 "
                        "người so với năm 2021 (175 người)."),
              ElementsAre("163=38+125"));
  EXPECT_THAT(claims_of("Tiếp 163 lượt, năm trước 125 lượt, tăng 38 lượt."), IsEmpty());
}

TEST(SumParts, MayEachStandInABracketWithTheirUnit) {
  EXPECT_THAT(claims_of("Ban có 15 đồng chí, gồm Trưởng Ban (01 đồng chí), Phó Trưởng Ban (05 đồng "
                        "chí) và Ủy viên (09 đồng chí)."),
              ElementsAre("15=1+5+9"));
}

TEST(SumTotal, MayHaveItsUnitBeforeIt) {
  EXPECT_THAT(claims_of("Số bị can là 30. Trong đó, tham ô 13 bị can; nhận hối lộ 17 bị can."),
              ElementsAre("30=13+17"));
}

TEST(SumTotal, OfMoneyPassesOverWhatIsNoMoney) {
  EXPECT_THAT(claims_of("Thu hồi 3.120,5 triệu đồng và 12.300 m2 đất; giảm trừ 845,2 triệu đồng; "
                        "tổng cộng 3.965,7 triệu đồng."),
              ElementsAre("3965.7=3120.5+845.2"));
}

TEST(SumRoom, IsNotLeftByTheWordForARegime) {
  EXPECT_THAT(judged_findings_of("Sai phạm 368.500.000 đồng, gồm: vượt chế độ 214.600.000 đồng; "
                                 "thuê mặt bằng 96.800.000 đồng; vượt giờ 47.100.000 đồng."),
              ElementsAre("error sum_mismatch"));
}

TEST(Remainder, IsWhatTheOthersDoOrDidNot) {
  EXPECT_THAT(claims_of("Giao 58 nhiệm vụ; đã hoàn thành 51 nhiệm vụ, đang thực hiện 07 nhiệm vụ."),
              ElementsAre("58=51+7"));
  EXPECT_THAT(claims_of("Nhận 24/26 đơn, đạt 92,3%; 02 đơn còn trong thời hạn."),
              ElementsAre("24/26=92.3%"));
}

TEST(SumTotal, IsNotWhatFollowsPublicProperty) {
  EXPECT_THAT(findings_of("Sắp xếp 12 cơ sở, giữ lại 21 cơ sở, tài sản công 36 cơ sở."), IsEmpty());
}

TEST(SumParts, ThatAreKindsOfTheTotalAreOnlyProbablyAllOfIt) {
  EXPECT_THAT(judged_findings_of("Nhận 52 đơn, trong đó 30 đơn khiếu nại, 20 đơn tố cáo."),
              ElementsAre("warning sum_mismatch"));
}

TEST(SumParts, OfTwoTraitsAreOnlyProbablyAllOfIt) {
  EXPECT_THAT(judged_findings_of("Có 245 cán bộ, trong đó nữ 120, đảng viên 120."),
              testing::Each("warning sum_mismatch"));
}

TEST(SumParts, OfTwoKindsNamedAsSomeMayLeaveOthersOut) {
  EXPECT_THAT(judged_findings_of("Tiếp nhận 350 hồ sơ, trong đó 300 hồ sơ đất đai, 20 hồ sơ hộ "
                                 "tịch."),
              ElementsAre("warning sum_mismatch"));
}

TEST(SumTotal, OfTheLinesBeforeItHasOnePartInEach) {
  EXPECT_THAT(
      claims_of("- Năm 2019: 2.310/2.340 người;\n- Năm 2020: 2.398/2.415 người;\n- Năm "
                "2021: 2.391/2.402 người.\n\nTính chung 03 năm, số lượt người đã kê khai là "
                "7.099 trên 7.157 lượt người phải kê khai."),
      testing::IsSupersetOf({"7099=2310+2398+2391", "7157=2340+2415+2402"}));
}

TEST(SumTotal, OfPeriodsHasOnePartOfEachUnitInEach) {
  const std::string periods =
      "Giai đoạn 2010-2014: khởi tố 21 vụ với 39 bị can; giai đoạn 2015-2020: khởi tố 27 vụ với 58 "
      "bị can, tăng 06 vụ, 19 bị can. ";
  EXPECT_THAT(claims_of(periods + "Như vậy, toàn kỳ đã khởi tố 48 vụ, 97 bị can."),
              UnorderedElementsAre("48=21+27", "97=39+58"));
  EXPECT_THAT(findings_of(periods + "Như vậy, toàn kỳ đã khởi tố 49 vụ, 97 bị can."), IsEmpty());
}

TEST(Sums, TakeThePartsOfAFootnote) {
  const std::string body =
      "Sở đã ban hành 12 văn bản1 và mở 10 lớp tập huấn2 cho 450 lượt người.\n\n";
  const auto right =
      reading_of(body +
                 "_______\n1 Gồm 07 công văn, 05 kế hoạch.\n2 Trong đó 06 lớp tại sở, "
                 "04 lớp tại huyện.\n");
  ASSERT_EQ(right.claims.size(), 2u);
  EXPECT_TRUE(holds(right.claims[0]) && holds(right.claims[1]));
  EXPECT_EQ(std::get<SumClaim>(right.claims[1]).total, Decimal(10));
  const auto wrong =
      reading_of(body +
                 "_______\n1 Gồm 07 công văn, 05 kế hoạch.\n2 Gồm 06 lớp tại sở, 05 lớp "
                 "tại huyện.\n");
  ASSERT_EQ(wrong.findings.size(), 1u);
  EXPECT_EQ(wrong.findings[0].code, "sum_mismatch");
}

TEST(Sums, TakeAMarkGluedToAFootnotesFirstNumberForNoPartOfIt) {
  const auto reading = reading_of(
      "Chính phủ7 quy định. Toàn tỉnh tổ chức 1.2048 cuộc tuyên truyền\n_______\n7 Theo quy "
      "chế.\n8318 "
      "cuộc cấp tỉnh; 886 cuộc cấp huyện.\n");
  ASSERT_EQ(reading.claims.size(), 1u);
  EXPECT_TRUE(holds(reading.claims[0]));
  EXPECT_EQ(reading.figures[1].value, Decimal(318));
}

TEST(Sums, TakePartsInTheOrderOfTheirNamesFromTheUnitBehindTheLast) {
  const auto reading = reading_of(
      "Sở tiếp nhận 19 đơn. Sau khi phân loại, đơn khiếu nại, đơn tố cáo và đơn kiến nghị lần lượt "
      "là 05, "
      "02 và 12 đơn.");
  ASSERT_EQ(reading.claims.size(), 1u);
  EXPECT_EQ(std::get<SumClaim>(reading.claims[0]).total, Decimal(19));
  EXPECT_TRUE(
      reading_of("Sở có 20 đơn. Đơn khiếu nại, tố cáo và kiến nghị lần lượt là 05, 02 và 12 đơn.")
          .claims.empty());
}

TEST(Sums, TakeNoFootnoteForPartsOfWhatItDoesNotMake) {
  const std::string body = "Sở đã ban hành 12 văn bản1.\n\n_______\n";
  for (const char* note :
       {"1 Kế hoạch của 03 phòng và 02 trung tâm.\n", "1 Trong đó có 03 kế hoạch.\n",
        "1 Năm 2023 ban hành 15 văn bản, năm 2022 ban hành 9 văn bản.\n"}) {
    EXPECT_TRUE(reading_of(body + note).findings.empty()) << note;
  }
}

TEST(Sums, SayWhetherASwapOrOneDigitExplainsThem) {
  const auto suggestion = [](std::string_view text) {
    const auto reading = reading_of(text);
    return reading.findings.at(0).suggestion.value_or(Message{"none", {}}).id;
  };
  EXPECT_EQ(suggestion("Có 159 cuộc kiểm tra, gồm cấp tỉnh 57 cuộc, cấp huyện 84 cuộc."),
            "reading.sum_suggestion_swap");
  EXPECT_EQ(suggestion("Có 200 cuộc kiểm tra, gồm cấp tỉnh 93 cuộc, cấp huyện 108 cuộc."),
            "reading.sum_suggestion_places");
}

TEST(Sums, ReadTwoWaysAreOneClaimAndOneFinding) {
  EXPECT_THAT(
      claims_of("Kiểm đếm 380 thiết bị, kết quả: 352 thiết bị tốt, 21 thiết bị hỏng, 07 thiết "
                "bị chưa dùng, tổng cộng 380 thiết bị."),
      ElementsAre("380=352+21+7"));
}

TEST(Sums, CountAPostNamedWithoutANumberAsOnePersonWhereThatMakesTheTotal) {
  EXPECT_THAT(claims_of("Văn phòng có 09 người, gồm Chánh Văn phòng, 02 Phó Chánh Văn phòng và 06 "
                        "chuyên viên, nhân viên."),
              ElementsAre("9=1+2+6"));
  EXPECT_THAT(claims_of("Văn phòng có 12 người, gồm Chánh Văn phòng, 02 Phó Chánh Văn phòng và 06 "
                        "chuyên viên, nhân viên."),
              IsEmpty());
}

TEST(Sums, TakeWhatStandsAmidATotalForItsPartsWhereLittleIsMissing) {
  EXPECT_THAT(
      judged_findings_of("Trong 46 vụ có 21 vụ tham ô tài sản, 14 vụ lợi dụng chức vụ, 07 vụ "
                         "nhận hối lộ, 03 vụ lạm quyền."),
      ElementsAre("error sum_mismatch"));
  EXPECT_THAT(findings_of("Trong 46 vụ có 21 vụ tham ô tài sản, 07 vụ nhận hối lộ."), IsEmpty());
}

TEST(Sums, TakeAnUnannouncedFootnoteForPartsOnlyWhereLittleIsMissing) {
  const auto noted = [](const std::string& note) {
    return findings_of("Đã tổ chức 689 hội nghị3 cho cán bộ.\n\n____________\n3 " + note + "\n");
  };
  EXPECT_THAT(noted("Cấp tỉnh 120 hội nghị; cấp huyện 300 hội nghị; cấp xã 259 hội nghị."),
              ElementsAre("sum_mismatch"));
  EXPECT_THAT(noted("Cấp tỉnh 120 hội nghị; cấp huyện 300 hội nghị; cấp xã 269 hội nghị."),
              IsEmpty());
  EXPECT_THAT(noted("Năm 2021: 650 hội nghị; năm 2022: 670 hội nghị; năm 2023: 700 hội nghị."),
              IsEmpty());
}

TEST(Sums, ReadTheRestThatIsNamedAndCountedBehindAComma) {
  EXPECT_THAT(
      claims_of("Phải thi hành 58 tỷ 460 triệu đồng, đã thi hành 39.168 triệu đồng, đạt 67%. "
                "Phần còn lại, 19.292.000.000 đồng, khó thu."),
      testing::Contains("58460=39168+19292"));
}

TEST(Sums, AreMadeOfTwoSharesOfOneWhole) {
  EXPECT_THAT(
      claims_of("Khảo sát 300 lượt người, có 287 lượt hài lòng, chiếm 95,7%, 13 lượt chưa hài "
                "lòng, chiếm 4,3%."),
      testing::Contains("300=287+13"));
}

}  // namespace
}  // namespace liem::reading
