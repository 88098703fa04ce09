// Issuers as real texts name them. All texts are made up.
#include "reading/issuers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

using testing::Each;
using testing::ElementsAre;

std::vector<std::string> issuers(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& citation : reading_of(text).citations) out.push_back(citation.issuer);
  return out;
}

std::vector<std::string> issuer_named(const std::string& words) {
  return issuers("Kế hoạch số 12/KH-ABC ngày 03/02/2021 của " + words);
}

TEST(IssuerNames, EndBeforeAVerbTypedWithACapital) {
  EXPECT_THAT(issuer_named("Chính phủ Quy định việc"), ElementsAre("Chính phủ"));
  EXPECT_THAT(issuer_named("Thanh tra Chính phủ Hướng dẫn chế độ"),
              ElementsAre("Thanh tra Chính phủ"));
  EXPECT_THAT(issuer_named("Ban Chỉ đạo tỉnh"), ElementsAre("Ban Chỉ đạo tỉnh"));
}

TEST(IssuerNames, GoOnInSmallLettersBehindABody) {
  EXPECT_THAT(issuer_named("Ban chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh về"),
              ElementsAre("Ban chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh"));
  EXPECT_THAT(issuer_named("Ban chấp hành Trung ương khóa XII."),
              ElementsAre("Ban chấp hành Trung ương"));
  EXPECT_THAT(issuer_named("Tổ xác minh nội dung"), ElementsAre("Tổ xác minh"));
  EXPECT_THAT(issuer_named("Tổ công tác của Chủ tịch UBND tỉnh về rà soát"),
              ElementsAre("Tổ công tác của Chủ tịch UBND tỉnh"));
  EXPECT_THAT(issuer_named("Cụm thi đua Khối Nội chính tỉnh."),
              ElementsAre("Cụm thi đua Khối Nội chính tỉnh"));
  EXPECT_THAT(issuer_named("Trung tâm Phục vụ hành chính công tỉnh."),
              ElementsAre("Trung tâm Phục vụ hành chính công tỉnh"));
  EXPECT_THAT(issuer_named("Bộ giáo dục và Đào tạo về"), ElementsAre("Bộ giáo dục và Đào tạo"));
  EXPECT_THAT(issuer_named("Ban Chỉ đạo cải cách hành chính và chuyển đổi số tỉnh về"),
              ElementsAre("Ban Chỉ đạo cải cách hành chính và chuyển đổi số tỉnh"));
  EXPECT_THAT(issuer_named("Trung tâm Phát triển quỹ đất huyện; tiếp theo"),
              ElementsAre("Trung tâm Phát triển quỹ đất huyện"));
  EXPECT_THAT(issuer_named("Đoàn đại biểu Quốc hội tỉnh về"),
              ElementsAre("Đoàn đại biểu Quốc hội tỉnh"));
  EXPECT_THAT(issuer_named("Ban điều hành Đề án 1928 tỉnh."),
              ElementsAre("Ban điều hành Đề án 1928 tỉnh"));
}

TEST(IssuerNames, StandBehindADateWithAFootnoteMarkOrAZeroTooMany) {
  EXPECT_THAT(issuers("Chỉ thị số 4/CT-TTg ngày 17/3/20015 của Thủ tướng Chính phủ về"),
              ElementsAre("Thủ tướng Chính phủ"));
  EXPECT_THAT(issuers("Chỉ thị số 4/CT-TTg ngày 17/3/20245 của Thủ tướng Chính phủ về"),
              ElementsAre("Thủ tướng Chính phủ"));
}

TEST(IssuerNames, StandBeforeWhatTheySetOutInTheirDocument) {
  EXPECT_THAT(issuers("mục tiêu Bộ Chính trị đề ra tại Nghị quyết số 39-NQ/TW ngày 07/4/2015"),
              ElementsAre("Bộ Chính trị"));
}

TEST(IssuerOfTheHeading, IsNeverAPartOfTheNationalTitle) {
  const auto issuer = [](const std::string& heading) {
    return reading_of(heading + "\n\nSố: 7/BC-ABC\n\nHà Giả, ngày 12 tháng 3 năm 2024\n\nBÁO CÁO\n")
        .structure.identity.issuer;
  };
  EXPECT_EQ(issuer("ỦY BAN NHÂN\nDÂN TỈNH A | CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM"),
            "ỦY BAN NHÂN DÂN TỈNH A");
  EXPECT_EQ(issuer("SỞ TƯ PHÁP | CỘNG\n| HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "SỞ TƯ PHÁP");
  EXPECT_EQ(issuer("ỦY BAN NHÂN DÂN | CỘNG HOÀ XÃ\nTỈNH A | HỘI CHỦ NGHĨA VIỆT NAM"),
            "ỦY BAN NHÂN DÂN TỈNH A");
  EXPECT_EQ(issuer("TÒA ÁN NHÂN DÂN\nTỐI CAO"), "TÒA ÁN NHÂN DÂN TỐI CAO");
}

TEST(IssuerNames, DoNotTakeWhatABodyDidForItsFunction) {
  EXPECT_THAT(issuer_named("Đoàn kiểm tra việc chấp hành"), ElementsAre("Đoàn"));
  EXPECT_THAT(issuer_named("Sở chỉ đạo công tác"), ElementsAre("Sở"));
}

TEST(IssuerNames, GoOnOverApostropheLineBreakAndTitleComma) {
  EXPECT_THAT(issuer_named("Ủy ban nhân dân xã Đạ K’Giả về"),
              ElementsAre("Ủy ban nhân dân xã Đạ K’Giả"));
  EXPECT_THAT(issuer_named("Ủy ban nhân dân xã Xuân\nGiả về quy chế."),
              ElementsAre("Ủy ban nhân dân xã Xuân Giả"));
  EXPECT_THAT(issuer_named("Chủ nhiệm\nVăn phòng Chính phủ quy định"),
              ElementsAre("Chủ nhiệm Văn phòng Chính phủ"));
  EXPECT_THAT(issuer_named("Chính phủ\nCăn cứ đề nghị"), ElementsAre("Chính phủ"));
  EXPECT_THAT(issuer_named("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ quy định"),
              ElementsAre("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"));
  EXPECT_THAT(issuer_named("Bảo hiểm xã hội (BHXH) huyện về"),
              ElementsAre("Bảo hiểm xã hội huyện"));
}

TEST(IssuerNames, OfAJointDocumentAreTakenTogether) {
  EXPECT_THAT(issuers("Thông tư liên tịch số 05/2014/TTLT-BTP-TANDTC ngày 12/4/2014 của Bộ Tư "
                      "pháp, Tòa án nhân dân tối cao hướng dẫn"),
              ElementsAre("Bộ Tư pháp, Tòa án nhân dân tối cao"));
  EXPECT_THAT(issuers("Thông tư liên tịch số 06/2014/TTLT-BTP-BNV ngày 12/4/2014 giữa Bộ trưởng Bộ "
                      "Tư pháp và Bộ trưởng Bộ Nội vụ hướng dẫn"),
              ElementsAre("Bộ trưởng Bộ Tư pháp và Bộ trưởng Bộ Nội vụ"));
  EXPECT_THAT(
      issuers("Thông tư liên tịch số 05/2014/TTLT-BTP-BNV của Bộ Tư pháp, Bộ Nội vụ, Sở Y tế "
              "đề nghị"),
      ElementsAre("Bộ Tư pháp, Bộ Nội vụ"));
  EXPECT_THAT(issuer_named("Sở Tư pháp, Sở Nội vụ báo cáo"), ElementsAre("Sở Tư pháp"));
}

TEST(IssuerNames, EndBeforeATermAndAreNoNumberedProgramme) {
  EXPECT_THAT(issuer_named("Thành ủy Giả khóa XVII về"), ElementsAre("Thành ủy Giả"));
  EXPECT_EQ(issuer_named("Chương trình số 10-CTr/TU").front(), "");
}

TEST(Issuers, StandBetweenTypeAndNumberForAllOfTheList) {
  EXPECT_THAT(issuers("các Quyết định của Thủ tướng Chính phủ số: 619/QĐ-TTg ngày 08/5/2017; "
                      "1521/QĐ-TTg ngày 06/10/2020"),
              Each("Thủ tướng Chính phủ"));
  const auto one = reading_of("theo Quyết định của UBND tỉnh số 15/QĐ-UBND về").citations;
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one[0].type, "Quyết định");
  EXPECT_EQ(one[0].issuer, "UBND tỉnh");
}

TEST(Issuers, StandBehindADateInBrackets) {
  EXPECT_THAT(issuers("Kết luận thanh tra số 77/KL-TTT (12/8/2022) của Thanh tra tỉnh."),
              ElementsAre("Thanh tra tỉnh"));
}

TEST(Issuers, MayLackTheWordOfWhereTheSymbolAgrees) {
  EXPECT_THAT(
      issuers("Quyết định số 851/QĐ-TTg ngày 12/7/2018 Thủ tướng Chính phủ ban hành danh mục."),
      ElementsAre("Thủ tướng Chính phủ"));
  EXPECT_THAT(
      issuers("Quyết định số 85/QĐ-UBND ngày 12/7/2018 UBND xã ban hành Kế hoạch số 9/KH-UBND"),
      ElementsAre("", "UBND xã"));
  EXPECT_THAT(issuers("Quyết định số 851/QĐ-TTg ngày 12/7/2018 Sở Nội vụ ban hành danh mục."),
              ElementsAre(""));
}

TEST(Issuers, StandBeforeVerbsOfWritingAndSending) {
  EXPECT_THAT(issuers("Thủ tướng Chính phủ vừa ký Quyết định số 1663/QĐ-TTg về danh mục"),
              ElementsAre("Thủ tướng Chính phủ"));
  EXPECT_THAT(issuers("UBND xã đã xây dựng và ban hành Kế hoạch số 11/KH-UBND"),
              ElementsAre("UBND xã"));
  EXPECT_THAT(issuers("Ngày 12/3/2018, Sở Tài nguyên và Môi trường có Công văn số 64/STNMT-ĐĐ"),
              ElementsAre("Sở Tài nguyên và Môi trường"));
  EXPECT_THAT(issuers("Bảo hiểm xã hội (BHXH) tỉnh ban hành Công văn số 207/BHXH-KT"),
              ElementsAre("Bảo hiểm xã hội tỉnh"));
}

TEST(Issuers, EndAtTheHeadingAboveThem) {
  EXPECT_THAT(issuers("I. QUÁN TRIỆT\n\nUBND huyện ban hành Kế hoạch số 57/KH-UBND về"),
              ElementsAre("UBND huyện"));
}

TEST(Issuers, EndAtAHeadingOfWrappedTextToo) {
  EXPECT_THAT(issuers("dân làm việc các ngày trong tuần.\nII. LÃNH ĐẠO, CHỈ ĐẠO\nSở đã ban hành Kế "
                      "hoạch số 5/KH-SXD ngày 12/01/2021 về phòng ngừa; Kế\nhoạch số 31/KH-SXD"),
              Each("Sở"));
}

TEST(Issuers, AreReadBackOverFieldsAndFunctions) {
  EXPECT_THAT(issuers("Ban cán sự đảng các cơ quan tư pháp ký Quy chế số 2-QC/BCSĐ về"),
              ElementsAre("Ban cán sự đảng các cơ quan tư pháp"));
  EXPECT_THAT(issuers("Tổ xác minh có Báo cáo số 2/BC-TXM về"), ElementsAre("Tổ xác minh"));
  EXPECT_THAT(issuers("Hội đồng thành viên thông qua Nghị quyết số 17/NQ-HĐTV về"),
              ElementsAre("Hội đồng thành viên"));
}

TEST(Issuers, DoNotLoseAWordThatLooksLikeAVerbWithoutItsMark) {
  EXPECT_THAT(issuers("Sở Tài nguyên và Môi trường: Kế hoạch số 88/KH-STNMT ngày 15/7/2019."),
              ElementsAre("Sở Tài nguyên và Môi trường"));
}

TEST(Issuers, NamedBehindTheFirstOfAListAreNotThoseOfTheOthers) {
  EXPECT_THAT(issuers("gồm: Nghị quyết số 47/NQ-HĐND của HĐND tỉnh về đất đai; Quyết định số "
                      "29/QĐ-UBND ngày 17/10/2014 và số 12/QĐ-UBND ngày 9/4/2018 của UBND tỉnh"),
              ElementsAre("HĐND tỉnh", "UBND tỉnh", "UBND tỉnh"));
}

TEST(Issuers, OfOneOfficeAreSharedByNeighbours) {
  EXPECT_THAT(issuers("Sở Nội vụ tại Tờ trình số 94/TTr-SNV ngày 28/6/2018, Công văn số 231/SNV-CC "
                      "ngày 28/9/2018"),
              Each("Sở Nội vụ"));
}

TEST(Issuers, AreNoLineOfAPortal) {
  EXPECT_THAT(issuers("Số hiệu: 77/KH-UBND Loại văn bản: Kế hoạch\n"), ElementsAre(""));
}

TEST(Issuers, DoesNotTakeAnAdverbBeforeTheVerbForPartOfTheName) {
  const auto reading = reading_of(
      "Sở còn ban hành Kế hoạch số 19/KH-SNV ngày 06/02/2025 về tuyên truyền. UBND tỉnh đã kịp "
      "thời ban hành Kế hoạch số 20/KH-UBND ngày 07/02/2025.");
  ASSERT_EQ(reading.citations.size(), 2u);
  EXPECT_EQ(reading.citations[0].issuer, "Sở");
  EXPECT_EQ(reading.citations[1].issuer, "UBND tỉnh");
}

TEST(IssuerNames, EndBeforeAWordThatOnlyWithoutItsMarksIsPartOfNames) {
  EXPECT_THAT(issuer_named("Chính phủ tới các chi bộ"), ElementsAre("Chính phủ"));
  EXPECT_THAT(issuer_named("Kiểm toán nhà nước thì không kiểm tra lại"),
              ElementsAre("Kiểm toán nhà nước"));
  EXPECT_THAT(issuer_named("Thanh tra tỉnh Sơn Giả kiến nghị xem xét"),
              ElementsAre("Thanh tra tỉnh Sơn Giả"));
}

TEST(IssuerNames, KeepTheNumberThatTellsOneOfSeveral) {
  EXPECT_THAT(issuer_named("Vụ 5, gửi các tỉnh"), ElementsAre("Vụ 5"));
  EXPECT_THAT(issuer_named("Đoàn kiểm tra 118 (thành lập năm 2022)"),
              ElementsAre("Đoàn kiểm tra 118"));
  EXPECT_THAT(issuer_named("Đoàn kiểm tra 15 người"), ElementsAre("Đoàn kiểm tra"));
}

TEST(IssuerNames, GoOnToTheSeatOfACourtAndOverTheCommaInAField) {
  EXPECT_THAT(issuer_named("TAND cấp cao tại Hà Giả: phải thi hành"),
              ElementsAre("TAND cấp cao tại Hà Giả"));
  EXPECT_THAT(issuer_named("Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh là hợp lệ"),
              ElementsAre("Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh"));
}

}  // namespace
}  // namespace liem::reading
