#include "reading/reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/arithmetic.h"
#include "reading/claims_test.h"
#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> citations(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& citation : reading_of(text).citations) {
    out.push_back(citation.type + " " + citation.number + " " +
                  (citation.date ? to_iso(*citation.date) : "-"));
  }
  return out;
}

std::vector<std::string> issuers(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& citation : reading_of(text).citations) out.push_back(citation.issuer);
  return out;
}

std::vector<std::string> findings(std::string_view text) { return findings_of(text); }

TEST(Citations, AreReadAcrossBrokenLinesAndPageNumbers) {
  EXPECT_THAT(citations("theo Văn \n\nbản số \n\n115/TT-NV3 ngày 05/3/2025 và Kết luận số 120-\n\n"
                        "KL/TU ngày \n\n2 \n\n27/12/2023 của Ban"),
              ElementsAre("Văn bản 115/TT-NV3 2025-03-05", "Kết luận 120-KL/TU 2023-12-27"));
}

TEST(Citations, InheritTheTypeThatOpensTheirList) {
  EXPECT_THAT(
      citations("các Kế hoạch: số 18/KH-SXD ngày 15/3/2024 về thực hiện Chỉ thị số 27-CT/TW "
                "ngày 25/12/2023; số 21/KH-SXD ngày 29/3/2024"),
      ElementsAre("Kế hoạch 18/KH-SXD 2024-03-15", "Chỉ thị 27-CT/TW 2023-12-25",
                  "Kế hoạch 21/KH-SXD 2024-03-29"));
  EXPECT_THAT(citations("các Quy định của Bộ Chính trị: số 37-QĐ/TW ngày 25/10/2021; số 69-QĐ/TW"),
              ElementsAre("Quy định 37-QĐ/TW 2021-10-25", "Quy định 69-QĐ/TW -"));
}

TEST(Citations, NameTheirIssuerBehindBeforeOrAtTheHeadOfTheList) {
  EXPECT_THAT(issuers("Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ quy định chi tiết"),
              ElementsAre("Chính phủ"));
  EXPECT_THAT(issuers("Chỉ thị số 26-CT/TW, ngày 23/11/2023\n\ncủa Ban Bí thư Trung ương Đảng về"),
              ElementsAre("Ban Bí thư Trung ương Đảng"));
  EXPECT_THAT(issuers("Quyết định số 5/QĐ-UBND của Sở Lao động - Thương binh và Xã hội ban hành"),
              ElementsAre("Sở Lao động - Thương binh và Xã hội"));
  EXPECT_THAT(
      issuers("- Tỉnh ủy: Kế hoạch số 18-KH/TU ngày 22/3/2016; Kế hoạch số 20-KH/TU ngày 1/4/2016"),
      ElementsAre("Tỉnh ủy", "Tỉnh ủy"));
}

TEST(Citations, ReadSymbolsOfEveryKind) {
  EXPECT_THAT(
      citations(
          "Hướng dẫn liên tịch số 345-HDLT/BCSD-ĐĐHĐND-BTCTU; Công văn số 870/TTCP-C.IV ngày 31 "
          "tháng 3 năm 2026; Nghị quyết số 12 /2018/NQ-HĐND; Văn bản số 665/SNV-TCBC&CCHC"),
      ElementsAre("Hướng dẫn liên tịch 345-HDLT/BCSD-ĐĐHĐND-BTCTU -",
                  "Công văn 870/TTCP-C.IV 2026-03-31", "Nghị quyết 12/2018/NQ-HĐND -",
                  "Văn bản 665/SNV-TCBC&CCHC -"));
}

TEST(Citations, DropAFootnoteMarkButKeepDigitsThatBelongToTheSymbol) {
  EXPECT_THAT(citations("Nghị định số 59/2019/NĐ-CP2 và Văn bản số 115/TT-NV3"),
              ElementsAre("Nghị định 59/2019/NĐ-CP -", "Văn bản 115/TT-NV3 -"));
}

TEST(Citations, MayLackASymbolOrTheWordForNumber) {
  EXPECT_THAT(citations("Kế hoạch số 573 ngày 03/9/2019 thực hiện Quyết định 241/QĐ-TTg"),
              ElementsAre("Kế hoạch 573 2019-09-03", "Quyết định 241/QĐ-TTg -"));
}

TEST(Citations, AreNotSeenInRoadsFormsPlatesAndPhones) {
  EXPECT_THAT(citations("Công ty số 2 - Nguyễn Trãi, đường số 3/2, Mẫu số 01/PCTN, điện thoại "
                        "0276-382.1111, theo mẫu 03-HD/BTC, Trường THPT số 5, COVID-19, 24/7"),
              IsEmpty());
}

TEST(Citations, TakeTheDocumentsOwnNumberTypeAndDateFromItsHeading) {
  const auto reading = reading_of(
      "Số: 02/KL-SXD\n\nTây Phong, ngày 23 tháng 11 năm 2021\n\n**KẾT LUẬN KIỂM TRA**\nđối với "
      "Phòng");
  ASSERT_EQ(reading.citations.size(), 1u);
  EXPECT_TRUE(reading.citations[0].own);
  EXPECT_EQ(reading.citations[0].type, "Kết luận kiểm tra");
  EXPECT_EQ(to_iso(reading.citations[0].date.value()), "2021-11-23");
}

TEST(Ratios, AreCheckedToTheDecimalsWritten) {
  EXPECT_THAT(claims_of("Đã báo cáo 6/19 trường hợp (đạt 32%)."), ElementsAre("6/19=32%"));
  EXPECT_THAT(claims_of("Đã báo cáo 6/19 trường hợp (đạt 31,6%)."), ElementsAre("6/19=31.6%"));
  EXPECT_THAT(claims_of("Đã báo cáo 6/19 trường hợp (đạt 33%)."), ElementsAre("not 6/19=33%"));
  EXPECT_THAT(claims_of("Tiếp nhận 54.139 hồ sơ, đã giải quyết 52.423 hồ sơ, đạt 96,8%."),
              ElementsAre("52423/54139=96.8%"));
}

TEST(Ratios, DoNotTakeChangesRatesAndScoresForShares) {
  EXPECT_THAT(claims_of("Có 12 vụ, tăng 20% so với 10 vụ năm trước."), IsEmpty());
  EXPECT_THAT(claims_of("Bình quân 01 vụ/năm; đạt 59,7/100 điểm; trực 24/24 giờ."), IsEmpty());
}

TEST(Ratios, SayWhenAPercentageWasOnlyCut) {
  const auto reading = reading_of("Đã báo cáo 6/19 trường hợp (đạt 31%).");
  ASSERT_EQ(reading.findings.size(), 1u);
  EXPECT_EQ(reading.findings[0].severity, Severity::note);
  EXPECT_EQ(reading.findings[0].message.id, "reading.ratio_cut");
}

TEST(Sums, AreReadInlineAndOverListItemsForEachUnit) {
  EXPECT_THAT(claims_of("Phòng có 06 biên chế, gồm 02 Phó Trưởng phòng và 04 chuyên viên."),
              ElementsAre("6=2+4"));
  EXPECT_THAT(
      claims_of("ban hành 19 quyết định với 20 trường hợp, trong đó:\n\n- Tỉnh: 01 quyết định với "
                "01 trường hợp.\n- Sở: 18 quyết định với 19 trường hợp.\n"),
      ElementsAre("19=1+18", "20=1+19"));
}

TEST(Sums, LeaveListsThatNameOnlySomeAlone) {
  EXPECT_THAT(claims_of("Có 120 đơn vị, trong đó có 20 đơn vị cấp tỉnh, 30 đơn vị cấp xã."),
              IsEmpty());
  EXPECT_THAT(claims_of("Có 120 đơn vị, trong đó 20 đơn vị cấp tỉnh, 30 đơn vị cấp xã."),
              IsEmpty());
}

TEST(Sums, ReportTheDifferenceAndTheOneFigureThatWouldMendIt) {
  const auto reading = reading_of("Có 58 đơn, gồm 09 đơn đúng, 94 đơn sai.");
  ASSERT_EQ(reading.findings.size(), 1u);
  EXPECT_EQ(reading.findings[0].code, "sum_mismatch");
  ASSERT_TRUE(reading.findings[0].suggestion);
  EXPECT_EQ(reading.findings[0].suggestion->args[1].second, "49");
}

TEST(Sums, EndWhereTheListEndsThoughTheSentenceGoesOn) {
  EXPECT_THAT(
      claims_of(
          "Có 1.268 hồ sơ, gồm 1.203 hồ sơ trực tuyến và 65 hồ sơ trực tiếp; đã trả 20 hồ sơ."),
      ElementsAre("1268=1203+65"));
}

TEST(Tables, AreReadThoughAConverterFlattenedThem) {
  EXPECT_THAT(claims_of("TT Khối Phải kê khai Đã kê khai Tỷ lệ (%)\n1 Sở, ngành 1.288 1.286 99,8\n"
                        "2 Huyện 2.413 2.407 99,8\nTổng cộng 3.701 3.693 99,8\n"),
              testing::UnorderedElementsAre("1286/1288=99.8%", "2407/2413=99.8%", "3693/3701=99.8%",
                                            "3701=1288+2413", "3693=1286+2407"));
}

TEST(Tables, HaveTheirTotalInAnyCellAndInBold) {
  EXPECT_THAT(claims_of("| A | Phòng ngừa | 20 | 16,4 | 82,0 |\n| B | Xử lý | 40 | 19,6 | 49,0 |\n"
                        "|  | **Tổng cộng** | **60** | **36,0** | **60,0** |\n"),
              testing::UnorderedElementsAre("16.4/20=82%", "19.6/40=49%", "36/60=60%", "60=20+40",
                                            "36=16.4+19.6"));
}

TEST(Tables, ShowTheOneRowWhoseShareDoesNotFollow) {
  EXPECT_THAT(findings("2016 4.120 4.105 99,6%\n2017 4.192 4.188 99,9%\n2018 4.266 4.230 99,9%\n"),
              ElementsAre("ratio_mismatch"));
}

TEST(Tables, AreNotSeenInRowsThatAgreeWithNothing) {
  EXPECT_THAT(claims_of("2016 12 7 3\n2017 15 2 8\n2018 11 9 4\n"), IsEmpty());
}

TEST(None, IsSaidOfEventsNotOfDutiesOrPlans) {
  EXPECT_EQ(reading_of("Trong năm không phát sinh đơn thư tố cáo.").none.size(), 1u);
  EXPECT_EQ(reading_of("Sở không có trường hợp vi phạm.").none.size(), 1u);
  EXPECT_THAT(reading_of("Sở không có nhiệm vụ tham mưu; chưa có kế hoạch; thanh toán không dùng "
                         "tiền mặt; không quá 01 lần.")
                  .none,
              IsEmpty());
}

TEST(Findings, AreMadeAboutDocumentsThatContradictEachOther) {
  EXPECT_THAT(
      findings("Kế hoạch số 9/KH-STP ngày 01/02/2024; Kế hoạch số 9/KH-STP ngày 10/02/2024"),
      ElementsAre("citation_two_dates"));
  EXPECT_THAT(findings("Chỉ thị 10/TTg ngày 22/4/2019 và Chỉ thị số 10/CT-TTg ngày 22/4/2019"),
              ElementsAre("citation_two_forms"));
  EXPECT_THAT(findings("Kế hoạch số 12/QĐ-UBND ngày 1/2/2024"),
              ElementsAre("symbol_type_mismatch"));
  EXPECT_THAT(findings("Kế hoạch số 12/KH-UBND ngày 31/6/2024"), ElementsAre("impossible_date"));
  EXPECT_THAT(findings("Nghị định số 130/2020/NĐ-CP ngày 30/10/2021"),
              ElementsAre("number_year_mismatch"));
  EXPECT_THAT(
      findings("Kế hoạch số 5/KH-STP ngày 01/02/2024 về thực hiện Chỉ thị số 9/CT-UBND ngày "
               "12/4/2024"),
      ElementsAre("citation_before_basis"));
}

TEST(Findings, AreNotMadeAboutTheSameNumberInAnotherYear) {
  EXPECT_THAT(
      findings("Kế hoạch số 9/KH-STP ngày 01/02/2023; Kế hoạch số 9/KH-STP ngày 10/02/2024"),
      IsEmpty());
}

TEST(Findings, NameARomanSectionUsedTwice) {
  EXPECT_THAT(findings("I. MỘT\nVăn bản.\nII. HAI\nVăn bản.\nII. BA\nVăn bản."),
              ElementsAre("section_repeated"));
}

TEST(Arithmetic, FindsTheOneSlipThatExplainsASum) {
  const auto swap = single_mend(58, {9, 94});
  ASSERT_TRUE(swap);
  EXPECT_EQ(swap->part, 1u);
  EXPECT_EQ(swap->value, Decimal(49));
  const auto digit = single_mend(1000, {3, 897});
  ASSERT_TRUE(digit);
  EXPECT_EQ(digit->part, 1u);
  EXPECT_EQ(digit->value, Decimal(997));
  EXPECT_FALSE(single_mend(100, {1, 2}));
}

TEST(Arithmetic, WritesNumbersAsVietnameseSentencesDo) {
  EXPECT_EQ(in_words(Decimal::parse("12038291320.5").value()), "12.038.291.320,5");
  EXPECT_EQ(in_words(Decimal(-1234)), "-1.234");
}

TEST(Figures, ArePercentagesBehindAWordThatAlsoNumbersClauses) {
  const auto figures = reading_of("Trả lương qua tài khoản 100%, theo khoản 2 Điều 31.").figures;
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(figures[0].value, Decimal(100));
  EXPECT_EQ(figures[0].unit, "%");
}

TEST(Reading, LeadsBackToTheSourceBytesOfMendedText) {
  const std::string source =
      "Sở thưc\xCC\xA3 hiên\xCC\xA3 Kế hoac\xCC\xA3h số 7/KH-STP ngày 1/2/2024.";
  const auto reading = reading_of(source);
  ASSERT_EQ(reading.citations.size(), 1u);
  EXPECT_EQ(reading.citations[0].type, "Kế hoạch");
  EXPECT_EQ(text::slice(source, reading.citations[0].span),
            "Kế hoac\xCC\xA3h số 7/KH-STP ngày 1/2/2024");
}

TEST(Citations, LooksBackToTheNumberBeforeWithoutCuttingALetter) {
  // The twelfth byte behind the number is the first half of "Đ"; seen by the sanitizers.
  const auto reading = reading_of("Kế hoạch số 61/KH-UBND abcdefghijĐ 12 việc");
  ASSERT_EQ(reading.citations.size(), 1u);
  EXPECT_EQ(reading.citations[0].number, "61/KH-UBND");
}

TEST(Figures, AreReadBehindAnAccountAndAnItemOfMoney) {
  const auto figures =
      reading_of("Chi qua tài khoản 412,65 tỷ đồng, theo khoản 2 Điều 31.").figures;
  ASSERT_EQ(figures.size(), 1u);
  EXPECT_EQ(figures[0].value, Decimal::parse("412.65"));
}

}  // namespace
}  // namespace liem::reading
