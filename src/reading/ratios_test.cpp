// Percentages whose whole is not plain from the sentence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/claims_test.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(FractionShare, IsNotABoundThatWasMet) {
  EXPECT_THAT(claims_of("Có 6/11 xã có tỷ lệ trễ hạn dưới 5%."), ElementsAre("6/11"));
  EXPECT_THAT(claims_of("Cả 8/8 phường đạt trên 70% số phiếu."), ElementsAre("8/8"));
  EXPECT_THAT(claims_of("Có 13/15 sở đạt từ 85% trở lên."), ElementsAre("13/15"));
}

TEST(FractionShare, IsNotATargetOrWhatExceedsIt) {
  EXPECT_THAT(claims_of("Đã giải quyết 36/40 hồ sơ (kế hoạch 80%)."), ElementsAre("36/40"));
  EXPECT_THAT(claims_of("Đã giải quyết 36/40 hồ sơ, vượt 4% chỉ tiêu."), ElementsAre("36/40"));
}

TEST(FractionShare, IsNotThatOfWhatEachBodyDid) {
  EXPECT_THAT(claims_of("Có 5/8 xã niêm yết 100% thủ tục."), ElementsAre("5/8"));
  EXPECT_THAT(claims_of("Có 4/7 huyện, tỷ lệ kê khai 100%."), ElementsAre("4/7"));
}

TEST(FractionShare, EndsAtTheNextStatement) {
  EXPECT_THAT(claims_of("Tiến độ 50% số vốn (150/300 tỷ đồng); giải ngân 63,5%."),
              ElementsAre("150/300=50%"));
}

TEST(FractionShare, IsJudgedWhereTheWordsGiveItToTheFraction) {
  EXPECT_THAT(claims_of("Kê khai 12/15 người, đạt 82,5% kế hoạch."),
              ElementsAre("not 12/15=82.5%"));
}

TEST(FractionShare, IsNotReadOverTwoUnits) {
  EXPECT_THAT(judged_findings_of("Còn 2 vụ/5 bị can, với tỷ lệ giải quyết đạt 91,5%."), IsEmpty());
}

TEST(FractionShare, AllowsForRoundedAmounts) {
  EXPECT_THAT(claims_of("Đã thu 1,7 tỷ đồng/2,3 tỷ đồng, đạt 74,61%."),
              ElementsAre("1.7/2.3=74.61%"));
  EXPECT_THAT(claims_of("Đã thu 1,7 tỷ đồng/2,3 tỷ đồng, đạt 84,61%."),
              ElementsAre("not 1.7/2.3=84.61%"));
}

TEST(FractionShare, MayHaveItsKindsInBracketsAboveTheSlash) {
  EXPECT_THAT(claims_of("Giải quyết 90 đơn (70 khiếu nại, 20 tố cáo)/120 đơn, đạt 75%."),
              ElementsAre("90/120=75%", "90=70+20"));
}

TEST(Fraction, NeedsNoNounBehindAColonOrOfTheSameWhole) {
  EXPECT_THAT(claims_of("Số phiếu hợp lệ: 38/41."), ElementsAre("38/41"));
  EXPECT_THAT(claims_of("Có 14/14 huyện gửi, 3/14 nơi gửi chậm."), ElementsAre("14/14", "3/14"));
}

TEST(Share, IsOfTheWholeItsNeighbourIsAShareOf) {
  EXPECT_THAT(claims_of("Đến hạn 4.310 hồ sơ. Đúng hạn 4.290 hồ sơ (99,54%). Chậm 20 hồ sơ "
                        "(0,46%)."),
              UnorderedElementsAre("4290/4310=99.54%", "20/4310=0.46%", "4310=4290+20"));
  EXPECT_THAT(claims_of("Kỷ luật 48 đảng viên. Khiển trách 29 (60%), cảnh cáo 15 (31%), cách "
                        "chức 4 (8%)."),
              ElementsAre("29/48=60%", "15/48=31%", "4/48=8%"));
}

TEST(Share, OfPartsInTheNextSentenceIsJudgedByItsNeighbours) {
  EXPECT_THAT(judged_findings_of("Đã giải quyết 5.000 hồ sơ. Trong đó, 2.100 hồ sơ trước hạn đạt "
                                 "42,9%; 2.850 hồ sơ đúng hạn đạt 57,0%; 50 hồ sơ chậm chiếm 1%."),
              ElementsAre("error ratio_mismatch"));
}

TEST(Share, StandsBehindARiseOfItsFigure) {
  EXPECT_THAT(claims_of("Thụ lý 4.000 việc, trong đó: có điều kiện 3.100 việc, tăng 150 việc "
                        "(tăng 5,08%), chiếm 77,5%; chưa có điều kiện 900 việc."),
              ElementsAre("3100/4000=77.5%", "4000=3100+900"));
}

TEST(Share, MayNameItsWholeOrHaveItBehind) {
  EXPECT_THAT(claims_of("Có 44/49 đại biểu dự. Ông A được 41 phiếu (83,67% tổng số đại biểu)."),
              ElementsAre("44/49", "41/49=83.67%"));
  EXPECT_THAT(claims_of("Đúng hạn 7.210 hồ sơ (đạt 96,39%), hồ sơ đến hạn 7.480 hồ sơ."),
              ElementsAre("7210/7480=96.39%"));
}

TEST(Share, OfAPartThatWasCutIsOnlyNoted) {
  EXPECT_THAT(judged_findings_of("Kỷ luật 61 đảng viên, trong đó có 13 cấp ủy viên (21,3%)."),
              IsEmpty());
  EXPECT_THAT(judged_findings_of("Kỷ luật 57 đảng viên, trong đó có 13 cấp ủy viên (22,8%)."),
              IsEmpty());
  EXPECT_THAT(judged_findings_of("Kỷ luật 54 đảng viên, trong đó có 13 cấp ủy viên (24,0%)."),
              ElementsAre("note ratio_mismatch"));
}

TEST(Share, OfAWiderBaseThanUsualIsOnlyDoubtful) {
  EXPECT_THAT(judged_findings_of("Tổng số phải thi hành 3.200 việc; đã xong 1.900 việc, đạt "
                                 "76,2%."),
              ElementsAre("warning ratio_mismatch"));
}

TEST(Share, OfAWholeItNamesItselfIsNotJudgedByItsNeighbours) {
  EXPECT_THAT(findings_of("Tiếp nhận 5.000 hồ sơ; giải quyết 4.000 hồ sơ (80%), đúng hạn 3.900 hồ "
                          "sơ (97,5%), qua mạng 3.000 hồ sơ (chiếm 75,6% số hồ sơ mới)."),
              IsEmpty());
}

TEST(Share, ThatIsSoftenedIsNotJudged) {
  EXPECT_THAT(judged_findings_of("Phải thu 640 tỷ đồng; đã thu 310 tỷ đồng, đạt trên 55%."),
              IsEmpty());
}

TEST(Share, OfATargetNamedBehindItIsNotOfWhatStandsBefore) {
  EXPECT_THAT(judged_findings_of("Phải thu 1.310 triệu đồng; đã nộp 1.230 triệu đồng, đạt 44% chỉ "
                                 "tiêu được giao (chỉ tiêu 2.800 triệu đồng)."),
              IsEmpty());
  EXPECT_THAT(judged_findings_of("Phải thu 1.310 triệu đồng; đã nộp 1.230 triệu đồng, đạt 44% kế "
                                 "hoạch năm."),
              IsEmpty());
  EXPECT_THAT(judged_findings_of("Chỉ tiêu 1.310 triệu đồng; đã nộp 1.230 triệu đồng, đạt 44% chỉ "
                                 "tiêu."),
              ElementsAre("error ratio_mismatch"));
}

TEST(Share, InABracketIsOfTheOneOtherCountOfItsUnit) {
  EXPECT_THAT(claims_of("Kế hoạch 40 người, đã thực hiện 36 người (91%)."),
              ElementsAre("not 36/40=91%"));
  EXPECT_THAT(judged_findings_of("Kế hoạch 40 người, đã thực hiện 36 người (91%)."),
              ElementsAre("error ratio_mismatch"));
  EXPECT_THAT(claims_of("Kế hoạch 40 người, đã mời 38 người, đã thực hiện 36 người (91%)."),
              IsEmpty());
  EXPECT_THAT(claims_of("Kế hoạch 40 người, đã thực hiện 36 người (91% so với năm trước)."),
              IsEmpty());
  EXPECT_THAT(claims_of("Cấp tỉnh 40 người (21%), đã thực hiện ở cấp xã 36 người (19%)."),
              IsEmpty());
}

TEST(Share, InABracketMayBeOfWhatWasLeftOverToo) {
  EXPECT_THAT(findings_of("Kỳ trước chuyển sang 5 đơn. Trong kỳ tiếp nhận 20 đơn, đã giải quyết 18 "
                          "đơn (72%)."),
              IsEmpty());
}

TEST(Share, OfAPartInTheNextSentenceIsOfItsOneCount) {
  EXPECT_THAT(claims_of("Có 95 đại biểu. Trong đó có 23 đại biểu nữ (chiếm 24,51%)."),
              ElementsAre("not 23/95=24.51%"));
  EXPECT_THAT(claims_of("Mời 95 đại biểu, vắng 3 đại biểu. Trong đó có 23 đại biểu nữ (chiếm "
                        "24,51%)."),
              IsEmpty());
}

TEST(Share, CannotBeMoreThanAll) {
  EXPECT_THAT(judged_findings_of("Nhận 03 đơn tố cáo, giải quyết xong 03 đơn, đạt 130%."),
              ElementsAre("error ratio_mismatch"));
  EXPECT_THAT(judged_findings_of("Nhận 03 đơn tố cáo, giải quyết xong 03 đơn, đạt 130% kế hoạch."),
              IsEmpty());
}

TEST(Share, IsNotOfACountThatOnlyExplainsAnotherInBrackets) {
  EXPECT_THAT(claims_of("Xác minh 173 người (118 người giữ chức vụ và 55 người không giữ chức vụ), "
                        "bằng 10,5% trong tổng số 1.648 người."),
              ElementsAre("173/1648=10.5%", "173=118+55"));
}

TEST(Share, IsNotReadOfWhatAChangeIsComparedWith) {
  EXPECT_THAT(judged_findings_of("Tăng 19,2% về số vụ và 17,5% về số bị can so với năm 2023 (26 "
                                 "vụ/63 bị can)."),
              IsEmpty());
}

TEST(Share, IsJudgedInANumberedItemToo) {
  EXPECT_THAT(
      judged_findings_of("1. Tiếp dân.\n\n2. Tiếp nhận 126 đơn, đã xử lý 119 đơn, đạt tỷ lệ "
                         "96,4%.\n"),
      ElementsAre("error ratio_mismatch"));
}

TEST(Share, IsOfTheUnitNamedBehindIt) {
  EXPECT_THAT(claims_of("Thụ lý 55 vụ/141 bị can. Đã giải quyết 49 vụ/129 bị can, đạt 89,1% số "
                        "vụ."),
              ElementsAre("49/55=89.1%"));
}

TEST(Share, MayStandBeforeItsCountOrBeforeThePlanItIsOf) {
  EXPECT_THAT(claims_of("Số đã kê khai là 3.482 người; niêm yết chiếm 61,5% (2.142 bản)."),
              ElementsAre("2142/3482=61.5%"));
  EXPECT_THAT(claims_of("Hoàn thành 512 cuộc, bằng 100,4% kế hoạch (510 cuộc)."),
              ElementsAre("512/510=100.4%"));
}

TEST(FractionShare, MayBeWrittenInWords) {
  EXPECT_THAT(claims_of("Tính cả thì là 1.996 trên 2.002 người, đạt 99,9%."),
              ElementsAre("not 1996/2002=99.9%"));
  EXPECT_THAT(claims_of("Có 5 hội nghị trên 12 xã, đạt 95%."), IsEmpty());
}

TEST(Share, InASentenceWithoutNumbersIsOfTheOnlyTwoBeforeThatGiveIt) {
  EXPECT_THAT(claims_of("Đã giải quyết 8.538 hồ sơ, trong đó đúng hạn 8.401 hồ sơ, quá hạn 137 hồ "
                        "sơ. Tỷ lệ hồ sơ đúng hạn đạt 98,4%."),
              UnorderedElementsAre("8401/8538=98.4%", "8538=8401+137"));
  EXPECT_THAT(judged_findings_of("Đã giải quyết 8.538 hồ sơ, trong đó đúng hạn 8.401 hồ sơ, quá "
                                 "hạn 137 hồ sơ. Tỷ lệ hài lòng đạt 93,1%."),
              IsEmpty());
}

TEST(Share, OfSeveralPartsIsReadInTheirOrder) {
  EXPECT_THAT(claims_of("Tiếp nhận 3.164 hồ sơ, gồm 2.968 hồ sơ trực tuyến và 196 hồ sơ trực tiếp "
                        "(tương ứng 93,8% và 6,2%)."),
              UnorderedElementsAre("2968/3164=93.8%", "196/3164=6.2%", "3164=2968+196"));
}

TEST(Share, InABracketIsOfTheWholeThatTheNextPartCompletes) {
  EXPECT_THAT(judged_findings_of("Giải quyết 27.480 hồ sơ; trong đó đúng hạn 26.905 hồ sơ (đạt "
                                 "98,9%), quá hạn 575 hồ sơ."),
              ElementsAre("error ratio_mismatch"));
}

TEST(FractionShare, MayHaveWordsAboveTheSlash) {
  EXPECT_THAT(claims_of("Tỷ lệ hài lòng đạt 92,4% (1.155 phiếu hài lòng/1.250 phiếu khảo sát)."),
              ElementsAre("1155/1250=92.4%"));
}

TEST(Share, IsOfATotalWhosePartsWereListedBefore) {
  EXPECT_THAT(claims_of("Thu hồi 1.526.800.000 đồng, gồm:\n1. Tiền thuê mặt bằng: 684.500.000 "
                        "đồng;\n2. Tiền vé: 842.300.000 đồng.\nBan Quản lý chịu trách nhiệm nộp. "
                        "Đến nay đã nộp 610.720.000 đồng, bằng 40% số phải nộp."),
              testing::Contains("610720000/1526800000=40%"));
}

TEST(Share, IsOfTheWholeThatTheWordsBehindItDescribe) {
  EXPECT_THAT(claims_of("Số đưa vào bốc thăm là 205 người. Kết quả chọn được 23 người, bao gồm 18 "
                        "công chức và 05 người khác, đạt 11,2% số người đưa vào bốc thăm."),
              UnorderedElementsAre("23/205=11.2%", "23=18+5"));
}

TEST(Share, OfAPartNamedInTheNextSentenceNeedsNoDecimals) {
  EXPECT_THAT(claims_of("Tổ chức 86 gói thầu, gồm 29 gói rộng rãi, 14 gói cạnh tranh, 43 gói chỉ "
                        "định thầu. Số gói chỉ định thầu chiếm 50%."),
              UnorderedElementsAre("43/86=50%", "86=29+14+43"));
}

TEST(Share, MayNameTheWholeOfAMeasureBehindIt) {
  EXPECT_THAT(claims_of("Thu hồi 46,8 ha, gồm đất rừng 31,5 ha, đất khác 15,3 ha, chiếm 15% tổng "
                        "diện tích 312 ha."),
              UnorderedElementsAre("46.8/312=15%", "46.8=31.5+15.3"));
}

TEST(Share, MayHaveItsWholeAtTheEndOfTheSentence) {
  EXPECT_THAT(claims_of("Tốt 18 đơn vị (60%), khá 9 đơn vị (30%), trung bình 3 đơn vị (10%), tổng "
                        "số 30 đơn vị."),
              UnorderedElementsAre("18/30=60%", "9/30=30%", "3/30=10%", "30=18+9+3"));
}

TEST(Share, OfANumberInATableTakesTheUnitOfItsHead) {
  const std::string table =
      "Đơn vị tính: triệu đồng\n\n| TT | Lĩnh vực | Kiến nghị thu hồi |\n|---|---|---|\n| 1 | Ngân "
      "sách | 8.428,8 |\n| 2 | Đất đai | 7.460,2 |\n| | Tổng cộng | 15.889,0 |\n\n";
  EXPECT_THAT(claims_of(table + "Số đã thu hồi là 10.912,3 triệu đồng, đạt 68,7% số kiến nghị."),
              testing::Contains("10912.3/15889=68.7%"));
  EXPECT_THAT(findings_of(table + "Số đã thu hồi là 10.912,3 triệu đồng, đạt 61,2% số kiến nghị."),
              IsEmpty());
}

TEST(Share, OfABareNumberIsOfTheUnitNamedBehindIt) {
  EXPECT_THAT(claims_of("Đã kiểm tra 61 hồ sơ. Số phải trả lại là 26, chiếm 42,6% số hồ sơ đã "
                        "kiểm tra."),
              testing::Contains("26/61=42.6%"));
}

TEST(Share, IsOfThePartWhoseWordsItRepeats) {
  EXPECT_THAT(claims_of("Có mặt 13/15 thành viên. Biểu quyết: 09 thành viên đồng ý, 04 thành viên "
                        "không đồng ý; tỷ lệ đồng ý là 69,2% số thành viên có mặt."),
              testing::IsSupersetOf({"9/13=69.2%", "13=9+4"}));
}

TEST(Share, PassesOverABracketThatExplainsItsPart) {
  EXPECT_THAT(claims_of("Được giao 214 chỉ tiêu, có mặt 201 người (58 công chức, 143 viên chức), "
                        "bằng 93,9% chỉ tiêu được giao."),
              testing::Contains("201/214=93.9%"));
}

TEST(ShareMisprint, IsOfTheOnlyOtherCountOfItsUnit) {
  EXPECT_THAT(judged_findings_of("Kiểm tra 24 đơn vị; phát hiện 07 đơn vị có công chức vi phạm, "
                                 "chiếm 26,2%."),
              ElementsAre("error ratio_mismatch"));
  EXPECT_THAT(
      judged_findings_of("Đã kiểm tra 24 đơn vị. Phát hiện 07 đơn vị vi phạm, chiếm 22,9%."),
      ElementsAre("error ratio_mismatch"));
}

TEST(ShareMisprint, IsNoneWhereAnotherWholeMayBeMeant) {
  EXPECT_THAT(findings_of("Kiểm tra 24 đơn vị; phát hiện 07 đơn vị vi phạm, chiếm 31,4%."),
              IsEmpty());
  EXPECT_THAT(findings_of("Có 30 đơn vị, kiểm tra 24 đơn vị; phát hiện 07 đơn vị vi phạm, chiếm "
                          "26,2%."),
              IsEmpty());
  EXPECT_THAT(findings_of("Kiểm tra 24 đơn vị; phát hiện 07 đơn vị vi phạm, chiếm 26,2% kế hoạch "
                          "năm."),
              IsEmpty());
}

TEST(Ratios, FindTheirWholeUnderTheColumnTheyName) {
  const std::string table =
      "Khối | Số người phải kê khai | Số người đã kê khai | Số người được xác minh\n"
      "Sở, ngành | 1.842 | 1.840 | 186\nQuản lý, sử dụng đất đai | 6.493 | 6.469 | 654\n"
      "Cộng | 8.335 | 8.309 | 840\n\n";
  const auto reading = reading_of(
      table +
      "Tổng số người được xác minh là 840 người, bằng 10,1% số người phải kê khai; riêng "
      "lĩnh vực đất đai chỉ đạt 10,1%.");
  std::vector<std::string> shares;
  for (const auto& claim : reading.claims) {
    const auto* ratio = std::get_if<RatioClaim>(&claim);
    if (ratio)
      shares.push_back(ratio->numerator.to_string() + "/" + ratio->denominator.to_string());
  }
  EXPECT_THAT(shares, testing::UnorderedElementsAre("840/8335", "654/6493"));
}

std::vector<std::string> shares_of(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& claim : reading_of(text).claims) {
    const auto* ratio = std::get_if<RatioClaim>(&claim);
    if (ratio) out.push_back(ratio->numerator.to_string() + "/" + ratio->denominator.to_string());
  }
  return out;
}

TEST(Ratios, TakeTheWholeThatAColumnsHeadingNames) {
  EXPECT_THAT(shares_of("| TT | Khối | Số người | Tỷ lệ (%) trên tổng số 486 người | Ghi chú |\n"
                        "|---|---|---|---|---|\n| 1 | Sở, ngành | 148 | 30,5 | |\n"
                        "| 2 | Xã, phường | 316 | 65,0 | |\n| 3 | Doanh nghiệp | 22 | 4,5 | |\n"),
              ElementsAre("148/486", "316/486", "22/486"));
}

TEST(Ratios, ReadARateThatIsSoMuch) {
  EXPECT_THAT(
      shares_of(
          "Số phải chuyển đổi là 48 người, vì vậy tỷ lệ thực hiện tính theo 36 người là 75%."),
      ElementsAre("36/48"));
  EXPECT_THAT(
      shares_of("Thu về 2.318 phiếu. Tỷ lệ phiếu không hài lòng (69 phiếu) là 3,0% số phiếu."),
      ElementsAre("69/2318"));
}

TEST(Ratios, FindTheOnlyAmountLargeEnoughBeforeThem) {
  EXPECT_THAT(
      shares_of("Vốn được bố trí là 418 tỷ 600 triệu đồng. Nguồn vốn là ngân sách tỉnh. Đến nay đã "
                "giải ngân 389,298 tỷ đồng, đạt 93% kế hoạch vốn."),
      ElementsAre("389298000000/418600000000"));
  EXPECT_THAT(
      shares_of("Vốn là 418 tỷ 600 triệu đồng, tổng mức 500 tỷ đồng. Đã giải ngân 389,298 tỷ đồng, "
                "đạt 93%."),
      ElementsAre());
}

TEST(Ratios, ThatAreOneSlipOffAListedTotalAreErrors) {
  EXPECT_THAT(
      findings_of("Phải thu hồi 18,6 tỷ đồng, gồm đã thu 7,9 tỷ đồng, đang tổ chức thi hành 10,7 "
                  "tỷ đồng, tỷ lệ thu đạt 45,2%."),
      ElementsAre("ratio_mismatch"));
  EXPECT_THAT(
      findings_of("Kiến nghị 4.990,932 triệu đồng (gồm 1.386,42 triệu đồng chi sai và 3.604,512 "
                  "triệu đồng xây dựng cơ bản). Đến nay đã nộp 3.250 triệu đồng, đạt 56,1%."),
      ElementsAre("ratio_mismatch"));
  EXPECT_THAT(
      findings_of("Kiến nghị 4.990,932 triệu đồng (gồm 1.386,42 triệu đồng chi sai và 3.604,512 "
                  "triệu đồng xây dựng cơ bản). Đến nay đã nộp 3.250 triệu đồng, đạt 73,9%."),
      IsEmpty());
}

TEST(Ratios, FindTheWholeInBracketsBehindThem) {
  EXPECT_THAT(
      claims_of("Số người được xác minh là 412 người, bằng 10% số người có nghĩa vụ kê khai hằng "
                "năm (4.120 người)."),
      ElementsAre("412/4120=10%"));
  EXPECT_THAT(claims_of("Chuyển đổi 5.402 người, đạt 92,2% so với kế hoạch (5.860 người)."),
              ElementsAre("5402/5860=92.2%"));
}

TEST(Ratios, FindTheWholeComparedWithAndThePartBeforeIt) {
  EXPECT_THAT(
      claims_of("Toàn tỉnh chuyển đổi 2.418 người. So với kế hoạch ba năm (2.700 người), kết quả "
                "thực hiện đạt 89,6%."),
      ElementsAre("2418/2700=89.6%"));
  EXPECT_THAT(
      claims_of("Bốc thăm được 127 người, gồm 29 người đứng đầu và 98 người khác; tỷ lệ so với "
                "1.127 người có nghĩa vụ kê khai là 11,27%."),
      testing::Contains("127/1127=11.27%"));
}

TEST(Ratios, TakeACountByTheNameOfTheShare) {
  EXPECT_THAT(
      claims_of("Giải quyết 671.004 hồ sơ, gồm đúng hạn 662.281 hồ sơ và quá hạn 8.723 hồ sơ; tỷ "
                "lệ đúng hạn 98,7%, quá hạn 1,3%."),
      testing::IsSupersetOf({"662281/671004=98.7%", "8723/671004=1.3%"}));
}

TEST(Ratios, OfAllAreOfThemselves) {
  EXPECT_THAT(claims_of("Toàn bộ 46 người có nghĩa vụ kê khai đều đã kê khai (100%)."),
              ElementsAre("46/46=100%"));
  EXPECT_THAT(claims_of("Yêu cầu toàn bộ 46 người kê khai đủ 100%."), IsEmpty());
}

}  // namespace
}  // namespace liem::reading
