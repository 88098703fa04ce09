// Citations as real texts write them: damaged symbols, headings under a portal's lines, dates that
// belong to the next paragraph. All texts are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;

std::vector<std::string> citations(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& citation : reading_of(text).citations) {
    out.push_back(citation.type + " " + citation.number + " " +
                  (citation.date ? to_iso(*citation.date) : "-") + (citation.own ? " own" : ""));
  }
  return out;
}

TEST(OwnCitation, IsFoundBelowTheLinesOfAPortalThatNameItAlready) {
  EXPECT_THAT(citations("Số hiệu: 7/KH-UBND Loại văn bản: Kế hoạch\n\nỦY BAN NHÂN DÂN\nTỈNH GIẢ\n\n"
                        "Số: 7/KH-UBND\n\nSơn Giả, ngày 08 tháng 3 năm 2024\n\nKẾ HOẠCH\n"),
              ElementsAre("Kế hoạch 7/KH-UBND -", "Kế hoạch 7/KH-UBND 2024-03-08 own"));
  EXPECT_THAT(citations("Công văn 7/SNV-CC thay thế Công văn 5/SNV-CC từ ngày 01/02/2023\n\n"
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 7/SNV-CC\nV/v báo cáo\n\n"
                        "Sơn Giả, ngày 08 tháng 3 năm 2023\n\nKính gửi: các xã\n")
                  .back(),
              "Công văn 7/SNV-CC 2023-03-08 own");
}

TEST(OwnCitation, TakesThePlacesDateNotThatOfTheDocumentItsAbstractNames) {
  EXPECT_THAT(citations("Số: 11-HD/UBKTTU\nV/v thực hiện Quy định số 94-QĐ/TW ngày 15/10/2007\n\n"
                        "Sơn Giả, ngày 24 tháng 3 năm 2008\n\nHƯỚNG DẪN\n"),
              ElementsAre("Hướng dẫn 11-HD/UBKTTU 2008-03-24 own", "Quy định 94-QĐ/TW 2007-10-15"));
}

TEST(OwnCitation, OfAConsolidatedTextKeepsItsTypeAboveTheTitleItRestates) {
  EXPECT_THAT(citations("Số: 23/VBHN-BTP\n\nHà Giả, ngày 01 tháng 7 năm 2015\n\nTHÔNG TƯ\n"),
              ElementsAre("Văn bản hợp nhất 23/VBHN-BTP 2015-07-01 own"));
}

TEST(Symbols, GetBackTheMarkBetweenTypeAndIssuer) {
  EXPECT_THAT(
      citations("Nghị định số 61/2018/NĐCP và Quyết định số 68/QĐUBND, Nghị quyết 4-NQTW"),
      ElementsAre("Nghị định 61/2018/NĐ-CP -", "Quyết định 68/QĐ-UBND -", "Nghị quyết 4-NQ/TW -"));
  EXPECT_THAT(citations("Số: 196/QĐUBND\n\nSơn Giả, ngày 28 tháng 8 năm 2019\n\nQUYẾT ĐỊNH\n"),
              ElementsAre("Quyết định 196/QĐ-UBND 2019-08-28 own"));
}

TEST(Symbols, GoOnOverDashesBetweenSpacesWhereTheSymbolEndsBehindThem) {
  EXPECT_THAT(citations("Công văn số 410/STP – PBGD ngày 12/3/2020 và Thông tư liên tịch số "
                        "30/2010/TTLT – BGDĐT – BTP, ngày 16/11/2010"),
              ElementsAre("Công văn 410/STP-PBGD 2020-03-12",
                          "Thông tư liên tịch 30/2010/TTLT-BGDĐT-BTP 2010-11-16"));
  EXPECT_THAT(citations("Số: 458/STP - TCCB\nV/v đánh giá\n\nSơn Giả, ngày 14 tháng 12 năm 2015\n"),
              ElementsAre("Công văn 458/STP-TCCB 2015-12-14 own"));
}

TEST(Symbols, GetBackTheHyphenThatBecameASpace) {
  EXPECT_THAT(citations("Quyết định số 282/QĐ TTg ngày 24/2/2011; Chỉ thị số 48 CT/TW, ngày "
                        "22/10/2010; Nghị định số 59/2019/NĐ CP ngày 01/7/2019"),
              ElementsAre("Quyết định 282/QĐ-TTg 2011-02-24", "Chỉ thị 48-CT/TW 2010-10-22",
                          "Nghị định 59/2019/NĐ-CP 2019-07-01"));
  EXPECT_THAT(citations("Kế hoạch số 12/KH UBND tỉnh giao ngày 03/2/2021"),
              ElementsAre("Kế hoạch 12/KH -"));
}

TEST(Symbols, EndAtADashThatSetsOffTheNextThought) {
  EXPECT_THAT(citations("Kế hoạch số 15/KH-UBND - UBND tỉnh giao Sở"),
              ElementsAre("Kế hoạch 15/KH-UBND -"));
  EXPECT_THAT(citations("- Kế hoạch số 15/KH-UBND\n- STP, SNV;"),
              ElementsAre("Kế hoạch 15/KH-UBND -"));
}

TEST(Citations, AreReadThoughTheWordForNumberLostItsVowel) {
  EXPECT_THAT(citations("Căn cứ Quyết định s 313/QĐ-UBND ngày 04/12/2019"),
              ElementsAre("Quyết định 313/QĐ-UBND 2019-12-04"));
}

TEST(Citations, MayBearATypeWithWordsOfItsOwn) {
  EXPECT_THAT(citations("theo Báo cáo thẩm định số 18/BCTĐ-STP ngày 25/5/2018"),
              ElementsAre("Báo cáo thẩm định 18/BCTĐ-STP 2018-05-25"));
  EXPECT_THAT(citations("theo Báo cáo tự chấm điểm số 18/BCTC-STP ngày 25/5/2018"),
              ElementsAre("Báo cáo 18/BCTC-STP 2018-05-25"));
}

TEST(Citations, MayLackDateAndSymbolWhereAnIssuerNamesThem) {
  EXPECT_THAT(citations("UBND tỉnh ban hành Kế hoạch 1209 triển khai đánh giá"),
              ElementsAre("Kế hoạch 1209 -"));
  EXPECT_THAT(citations("UBND tỉnh ban hành Kế hoạch 2024 về cải cách; Sở ban hành Kế hoạch 100 "
                        "ngày hành động; Thanh tra tỉnh ban hành kết luận 103 cuộc"),
              testing::IsEmpty());
}

TEST(Citations, OfOneDayMayShareTheirSymbol) {
  EXPECT_THAT(citations("Kết luận thanh tra số: 09, 10 và 11/KL-TTr ngày 20/6/2024 của Thanh tra"),
              ElementsAre("Kết luận thanh tra 09/KL-TTr 2024-06-20",
                          "Kết luận thanh tra 10/KL-TTr 2024-06-20",
                          "Kết luận thanh tra 11/KL-TTr 2024-06-20"));
  EXPECT_THAT(citations("theo Mẫu số 01, 02/PCTN; tại số 12, 14/3 đường Giả; có 5, 6 kế hoạch"),
              testing::IsEmpty());
}

TEST(Citations, OfTheSameDayShareTheDateBehindTheLast) {
  EXPECT_THAT(citations("Quyết định số 540/QĐ-SYT và 541/QĐ-SYT cùng ngày 10/6/2025"),
              ElementsAre("Quyết định 540/QĐ-SYT 2025-06-10", "Quyết định 541/QĐ-SYT 2025-06-10"));
  EXPECT_THAT(citations("Kế hoạch số 5/KH-SYT, Quyết định số 541/QĐ-SYT (cùng ngày 10/6/2025)"),
              ElementsAre("Kế hoạch 5/KH-SYT 2025-06-10", "Quyết định 541/QĐ-SYT 2025-06-10"));
  EXPECT_THAT(citations("Quyết định số 540/QĐ-SYT và Quyết định số 541/QĐ-SYT ngày 10/6/2025"),
              ElementsAre("Quyết định 540/QĐ-SYT -", "Quyết định 541/QĐ-SYT 2025-06-10"));
}

TEST(Citations, LeaveTheDateThatOpensTheNextParagraphToIt) {
  EXPECT_THAT(citations("1. Thực hiện Kế hoạch số 15/KH-UBND\n\nNgày 12/3/2023, Sở Nội vụ ban hành "
                        "Công văn số 44/SNV-CC hướng dẫn."),
              ElementsAre("Kế hoạch 15/KH-UBND -", "Công văn 44/SNV-CC 2023-03-12"));
  EXPECT_THAT(citations("Kế hoạch số 15/KH-UBND\n\nngày 12/3/2023 về"),
              ElementsAre("Kế hoạch 15/KH-UBND 2023-03-12"));
}

TEST(Citations, TakeTheLeadingDateOfWhatWasSent) {
  EXPECT_THAT(citations("Ngày 29 tháng 6 năm 2020, Sở Tài chính đã gửi Công văn số 12/STC-NS."),
              ElementsAre("Công văn 12/STC-NS 2020-06-29"));
}

TEST(Findings, AreNotMadeOfTheYearsOfLawsThatAnotherLawAmends) {
  EXPECT_THAT(findings_of("theo Luật sửa đổi Luật Phí số 83/2015/QH13 và Luật Nhà số 39/2019/QH14 "
                          "ngày 29/11/2024;"),
              testing::IsEmpty());
  EXPECT_THAT(findings_of("Luật số 83/2015/QH13 ngày 25/6/2015 và Luật số 39/2019/QH14 ngày "
                          "29/11/2024;"),
              ElementsAre("number_year_mismatch"));
}

TEST(Findings, NameAYearWithAZeroTooMany) {
  EXPECT_THAT(findings_of("Chỉ thị số 4/CT-TTg ngày 17/3/20015 của Thủ tướng Chính phủ"),
              ElementsAre("impossible_date"));
}

TEST(Findings, NameALetterThatBearsTheSymbolOfANotice) {
  EXPECT_THAT(findings_of("Công văn số 297/TB-CTĐ ngày 15/6/2016 về hội nghị"),
              ElementsAre("symbol_type_mismatch"));
  EXPECT_THAT(findings_of("Công văn số 57/SNV-TB, Công văn số 5/TTr-NV1, Công văn số 7/CT-HTr"),
              testing::IsEmpty());
}

TEST(Citations, LookBehindTheLastOneWithoutCuttingALetterInTwo) {
  for (std::size_t words = 1; words < 16; ++words) {
    const std::string gap(words, 'a');
    EXPECT_THAT(citations("Kế hoạch số 24/KH-UBND ngày 05/01/2024 " + gap + "ế 25/KH-UBND"),
                testing::Contains("Kế hoạch 24/KH-UBND 2024-01-05"));
  }
}

TEST(CitationTypes, MayBeWrittenByTheirInitialsBeforeTheNumber) {
  EXPECT_THAT(citations("CV số 741/SNNMT-VP ngày 11/4/2025; QĐ số 12/QĐ-UBND ngày 02/3/2024"),
              ElementsAre("Công văn 741/SNNMT-VP 2025-04-11", "Quyết định 12/QĐ-UBND 2024-03-02"));
}

TEST(CitationTypes, StandBeforeWhatTheDocumentIsFor) {
  EXPECT_THAT(citations("Xét Văn bản giải trình số 1288/UBND-TCKH ngày 07/8/2023 của UBND huyện"),
              ElementsAre("Văn bản 1288/UBND-TCKH 2023-08-07"));
  EXPECT_THAT(citations("ban hành Kiến nghị số 12/KN-VKS-P3 ngày 18/8/2023"),
              ElementsAre("Kiến nghị 12/KN-VKS-P3 2023-08-18"));
}

TEST(CitationTypes, OfTheItemAboveAreNotThoseOfWhatAnotherColonCloses) {
  EXPECT_THAT(citations("1. Quyết định thi hành án số 204/QĐ-CTHADS ngày 12/12/2023.\n\n"
                        "2. Quyết định ủy thác: số 15/QĐ-CTHADS ngày 05/02/2024.\n"),
              ElementsAre("Quyết định thi hành án 204/QĐ-CTHADS 2023-12-12",
                          "Quyết định 15/QĐ-CTHADS 2024-02-05"));
}

TEST(Symbols, EndInTheNumeralOfARegion) {
  EXPECT_THAT(citations("Thông báo kết quả kiểm toán số 288/TB-KV VI ngày 28/8/2023"),
              ElementsAre("Thông báo 288/TB-KV VI 2023-08-28"));
  EXPECT_THAT(citations("Thông báo số 288/TB-KV Xuân Giả"), ElementsAre("Thông báo 288/TB-KV -"));
}

TEST(Findings, NameANoticeThatBearsTheSymbolOfAConclusion) {
  EXPECT_THAT(findings_of("Thông báo số 61/KL-TTr ngày 30/8/2024 của Thanh tra tỉnh"),
              ElementsAre("symbol_type_mismatch"));
}

TEST(Citations, TakeAnOrdinancesTypeFromBeforeItsName) {
  const auto reading = reading_of(
      "Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14 ngày 09/12/2020");
  ASSERT_EQ(reading.citations.size(), 1u);
  EXPECT_EQ(reading.citations[0].type, "Pháp lệnh");
}

TEST(Citations, LeaveAFootnoteMarkAtALinesStartUncounted) {
  EXPECT_TRUE(
      reading_of("Theo quy chế.\n8Quyết định số 99/QĐ-UBND ngày 05/02/2020.\n").figures.empty());
  EXPECT_TRUE(
      reading_of("Theo quy chế.\n2 Văn bản số 99/UBND-NC ngày 05/02/2020.\n").figures.empty());
  EXPECT_EQ(reading_of("Đã ban hành\n2 Kế hoạch số 9/KH-UBND ngày 05/02/2020, số 10/KH-UBND.\n")
                .figures.size(),
            1u);
}

TEST(Citations, TakeADoubledLetterOfRecognitionForOne) {
  EXPECT_EQ(reading_of("Quy định số 132-QĐÐ/TW ngày 27/10/2023").citations[0].number, "132-QĐ/TW");
}

TEST(Dates, ThatAreNoDaysAreErrorsWithoutADocumentToo) {
  EXPECT_THAT(findings_of("Nộp đủ vào ngân sách trước ngày 31/11/2025; gửi chứng từ."),
              ElementsAre("impossible_date"));
  EXPECT_THAT(findings_of("Tỷ lệ 31/11/2025 hồ sơ."), testing::IsEmpty());
}

}  // namespace
}  // namespace liem::reading
