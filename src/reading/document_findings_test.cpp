#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SymbolFindings, NameAnAbbreviationOneLetterOff) {
  for (const auto* wrong : {"UBDN", "UBN", "UNBD", "UBNĐ", "UBBND"}) {
    EXPECT_THAT(
        findings_of("Công văn số 918/" + std::string(wrong) + "-NC ngày 11/3/2024 đôn đốc."),
        ElementsAre("symbol_misspelt"))
        << wrong;
  }
  const auto reading = reading_of("Quyết định số 2257/QĐ-UBN ngày 07/12/2023 của UBND tỉnh");
  ASSERT_EQ(reading.findings.size(), 1u);
  EXPECT_EQ(reading.findings[0].suggestion->args[0].second, "2257/QĐ-UBND");
}

TEST(SymbolFindings, LeaveOtherAgenciesAlone) {
  EXPECT_THAT(
      findings_of("Công văn số 12/UBDT-VP ngày 11/3/2024; Kế hoạch số 4/KH-HND ngày 12/3/2024; "
                  "Công văn số 7/VPUBND-NC ngày 13/3/2024; Quyết định số 8/QĐ-HĐTV ngày "
                  "14/3/2024; Kế hoạch số 3/KH-UBMTTQ ngày 15/3/2024"),
      IsEmpty());
}

TEST(SymbolFindings, SayWhenTheSymbolIsOfAnotherAgency) {
  EXPECT_THAT(findings_of("Văn bản số 845/SXD-KTTH ngày 20/4/2022 của Sở Tài chính về đơn giá."),
              ElementsAre("symbol_issuer_mismatch"));
  EXPECT_THAT(findings_of("Quyết định số 77/QĐ-SXD ngày 08/5/2025 của UBND tỉnh về thu hồi."),
              ElementsAre("symbol_issuer_mismatch"));
}

TEST(SymbolFindings, AreNotMadeWhereTheIssuerFitsOrIsUnknown) {
  EXPECT_THAT(
      findings_of("Văn bản số 845/SXD-TTr ngày 20/4/2022 của Thanh tra Sở Xây dựng; Quyết định số "
                  "5/QĐ-UBND ngày 21/4/2022 của Chủ tịch UBND tỉnh; Công văn số 6/STC-NS ngày "
                  "22/4/2022 của Giám đốc Sở Tài chính; Quyết định số 7/QĐ-BQL ngày 23/4/2022 "
                  "của Ban Quản lý dự án; Chỉ thị số 10/CT-TTg ngày 22/4/2019 của Chính phủ"),
      IsEmpty());
  EXPECT_THAT(findings_of("Sở Tư pháp tham mưu ban hành Quyết định số 5/QĐ-UBND ngày 21/4/2022."),
              IsEmpty());
  EXPECT_THAT(
      findings_of("Thông tư liên tịch số 3/2011/TTLT-BCA-BQP ngày 10/1/2011 của Bộ Tài chính"),
      IsEmpty());
}

TEST(DocumentFindings, SayWhenADocumentIsOlderThanTheOneItsSentenceCarriesOut) {
  const std::string first =
      "Thực hiện Kế hoạch số 15/KH-UBND ngày 10/3/2024 của UBND tỉnh, Sở Y tế đã ban hành ";
  EXPECT_THAT(findings_of(first + "Quyết định số 20/QĐ-SYT ngày 05/01/2024 về phân công."),
              ElementsAre("citation_before_basis"));
  EXPECT_THAT(findings_of(first + "Quyết định số 20/QĐ-SYT ngày 15/3/2024 về phân công."),
              IsEmpty());
  EXPECT_THAT(findings_of("Thực hiện Kế hoạch số 15/KH-UBND ngày 10/3/2024 của UBND tỉnh, Sở Y tế "
                          "tiếp tục thực hiện quy chế ban hành kèm theo Quyết định số 20/QĐ-SYT "
                          "ngày 05/01/2024."),
              IsEmpty());
}

TEST(DocumentFindings, SayWhenOneDocumentIsWrittenTwoWaysByASlip) {
  const std::string first = "Công văn số 89/UBND-NC ngày 03/4/2024 về rà soát; ";
  const auto reading = reading_of(first + "Công văn số 89/UBND-NCC ngày 03/4/2024.");
  ASSERT_EQ(reading.findings.size(), 1u);
  EXPECT_EQ(reading.findings[0].code, "citation_two_forms");
  EXPECT_EQ(reading.findings[0].suggestion->args[0].second, "89/UBND-NC");
  // Two agencies may number alike on one day.
  EXPECT_THAT(findings_of("Công văn số 89/STC-VP ngày 03/4/2024; Công văn số 89/STP-VP ngày "
                          "03/4/2024."),
              IsEmpty());
}

TEST(DocumentFindings, SayWhenADocumentIsYoungerThanThePaperThatCitesIt) {
  const std::string head =
      "SỞ Y TẾ\nSố: 8/BC-SYT      Hà Giả, ngày 12 tháng 12 năm 2024\n\nBÁO CÁO\nKết quả năm "
      "2024\n\n";
  EXPECT_THAT(findings_of(head + "Theo Công văn số 77/UBND-NC ngày 12/12/2024 của UBND tỉnh."),
              IsEmpty());
  EXPECT_THAT(findings_of(head + "Theo Công văn số 77/UBND-NC ngày 20/12/2024 của UBND tỉnh."),
              ElementsAre("citation_after_paper"));
}

TEST(YearFindings, LookAtEveryClauseThatNamesTheYear) {
  EXPECT_THAT(
      findings_of(
          "BÁO CÁO\nKết quả năm 2024\n\nThực hiện Kế hoạch số 14/KH-UBND ngày 20/12/2021 của "
          "UBND tỉnh; trong năm 2024, Sở đã ban hành Kế hoạch số 18/KH-SYT ngày 25/11/2022 "
          "về tuyên truyền."),
      ElementsAre("outside_year"));
}

TEST(IssuerFindings, SayWhenADocumentIsOlderOrYoungerThanItsIssuer) {
  EXPECT_THAT(
      findings_of("Văn bản số 1450/SNNMT-VP ngày 16/5/2023 của Sở Nông nghiệp và Môi trường"),
      ElementsAre("issuer_not_yet"));
  EXPECT_THAT(findings_of("Văn bản số 1450/SNNMT-VP ngày 01/3/2025"), IsEmpty());
  EXPECT_THAT(findings_of("Kế hoạch số 9/KH-UBND ngày 02/7/2025 của UBND huyện Mường Giả"),
              ElementsAre("issuer_no_more"));
  EXPECT_THAT(findings_of("Kế hoạch số 9/KH-UBND ngày 30/6/2025 của UBND huyện Mường Giả"),
              IsEmpty());
}

TEST(CountFindings, CompareTheNumberWithTheList) {
  EXPECT_THAT(
      findings_of("Ban hành 04 kế hoạch: Kế hoạch số 9/KH-UBND ngày 10/7/2025; số 14/KH-UBND ngày "
                  "22/7/2025; số 31/KH-UBND ngày 20/8/2025."),
      ElementsAre("count_mismatch"));
  EXPECT_THAT(
      findings_of("Ban hành 03 kế hoạch: Kế hoạch số 9/KH-UBND ngày 10/7/2025; số 14/KH-UBND ngày "
                  "22/7/2025; số 31/KH-UBND ngày 20/8/2025."),
      IsEmpty());
  EXPECT_THAT(
      findings_of(
          "Sở ban hành 03 văn bản, gồm:\n- Kế hoạch số 9/KH-STP ngày 10/7/2025;\n- Công văn "
          "số 14/STP-VP ngày 22/7/2025.\n\nKết quả đạt yêu cầu."),
      ElementsAre("count_mismatch"));
}

TEST(CountFindings, DoNotCountDocumentsThatAreCarriedOut) {
  EXPECT_THAT(
      findings_of(
          "Cung cấp 02 kế hoạch: Kế hoạch số 6/KH-SYT ngày 11/01/2022; Kế hoạch số 19/KH-SYT "
          "ngày 24/02/2022 thực hiện Chỉ thị số 33-CT/TU ngày 03/01/2022."),
      IsEmpty());
}

TEST(CountFindings, SayNothingOfListsThatNameOnlySomeOrMore) {
  EXPECT_THAT(
      findings_of(
          "Ban hành 05 kế hoạch, trong đó có: Kế hoạch số 9/KH-UBND ngày 10/7/2025; Kế hoạch "
          "số 14/KH-UBND ngày 22/7/2025."),
      IsEmpty());
  EXPECT_THAT(
      findings_of(
          "Ban hành 03 văn bản: Kế hoạch số 9/KH-UBND ngày 10/7/2025; Công văn số 14/UBND-NC "
          "ngày 22/7/2025; Quy chế chi tiêu nội bộ."),
      IsEmpty());
  EXPECT_THAT(
      findings_of("Ban hành trên 05 văn bản: Kế hoạch số 9/KH-UBND ngày 10/7/2025; Công văn số "
                  "14/UBND-NC ngày 22/7/2025."),
      IsEmpty());
}

constexpr std::string_view report_2024 =
    "Số: 3/BC-STP\n\nHà Giả, ngày 12 tháng 12 năm 2024\n\nBÁO CÁO\nKết quả phòng, chống tham nhũng "
    "năm "
    "2024\n\nI. KẾT QUẢ\n\n";

TEST(YearFindings, NoteOwnDocumentsOfAnotherYear) {
  EXPECT_THAT(
      findings_of(std::string(report_2024) +
                  "Trong năm 2024, Sở ban hành: Kế hoạch số 5/KH-STP ngày 09/01/2024; Kế hoạch số "
                  "7/KH-STP ngày 08/3/2022."),
      ElementsAre("outside_year"));
}

TEST(YearFindings, AreNotMadeAboutLawsNorAboutWhatIsOnlyCarriedOut) {
  EXPECT_THAT(
      findings_of(
          std::string(report_2024) +
          "Trong năm 2024, Sở ban hành Kế hoạch số 5/KH-STP ngày 09/01/2024 thực hiện Quyết "
          "định số 8/QĐ-UBND ngày 02/5/2019."),
      IsEmpty());
  EXPECT_THAT(
      findings_of(
          std::string(report_2024) +
          "Trong năm 2024, ban hành: Nghị định số 59/2019/NĐ-CP ngày 01/7/2019; Kế hoạch số "
          "5/KH-STP ngày 20/12/2023."),
      IsEmpty());
}

TEST(SectionFindings, SeeNumbersUsedTwiceOrLeftOutAtEveryLevel) {
  EXPECT_THAT(
      findings_of(
          "I. MỘT\n1. Văn bản\n2. Tuyên truyền\n2. Công khai\n3. Xung đột lợi ích\nII. HAI\n"),
      ElementsAre("section_repeated"));
  EXPECT_THAT(
      findings_of(
          "I. MỘT\n1. Văn bản\n2. Tuyên truyền\n4. Công khai\n5. Xung đột lợi ích\nII. HAI\n"),
      ElementsAre("section_skipped"));
  EXPECT_THAT(findings_of("1. Một\n2. Hai\n2.1. Ba\n2.2. Bốn\n2.2. Năm\n3. Sáu\n"),
              ElementsAre("section_repeated"));
  EXPECT_THAT(findings_of("Điều 1. Một\nVăn bản.\nĐiều 2. Hai\nVăn bản.\nĐiều 4. Bốn\nVăn bản."),
              ElementsAre("section_skipped"));
}

TEST(SectionFindings, LetListsStartAnewInAnnexesArticlesAndLists) {
  EXPECT_THAT(
      findings_of(
          "I. MỘT\n1. Văn bản\n2. Tuyên truyền\nII. HAI\n1. Công khai\n2. Xung đột\nPHỤ LỤC I\n"
          "I. BIỂU\n1. Số liệu\nPHỤ LỤC II\nI. BIỂU\n1. Số liệu\n"),
      IsEmpty());
  EXPECT_THAT(
      findings_of(
          "Điều 1. Một\n1. Văn bản\n2. Tuyên truyền\nĐiều 2. Hai\n1. Công khai\n2. Xung đột\n"
          "QUY CHẾ\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\n"),
      IsEmpty());
  EXPECT_THAT(findings_of("1. Một:\n1. Trong một\n2. Trong hai\n3. Trong ba\n2. Hai\n3. Ba\n"),
              IsEmpty());
}

TEST(SectionFindings, DoNotMissAnItemThatStartsWithADigit) {
  EXPECT_THAT(
      findings_of(
          "II. MỤC TIÊU\n1. Phấn đấu.\n2. 100% cơ quan ban hành kế hoạch.\n3. Không nộp chậm.\n"),
      IsEmpty());
}

TEST(Sections, AreNotMissedWhereOneStandsWithinALine) {
  EXPECT_THAT(findings_of("1. Trước 28/2: tự chấm điểm. 2. Từ 01/3: thẩm định.\n\n3. Trước 30/3: "
                          "gửi hồ sơ.\n"),
              IsEmpty());
}

}  // namespace
}  // namespace liem::reading
