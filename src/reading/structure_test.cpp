#include "reading/structure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view report =
    "UBND TỈNH HÀ GIẢ      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "SỞ TƯ PHÁP            Độc lập - Tự do - Hạnh phúc\n"
    "Số: 318/BC-STP        Hà Giả, ngày 12 tháng 12 năm 2024\n\n"
    "BÁO CÁO\nKết quả tự đánh giá công tác\nphòng, chống tham nhũng năm 2024\n\n"
    "Kính gửi: Thanh tra tỉnh\n\n"
    "I. KẾT QUẢ\n\n1. Tuyên truyền\na) Hội nghị: 12 hội nghị.\nb) Ấn phẩm: 1.2043 tờ gấp theo quy "
    "chế¹.\n"
    "2. Công khai\n2.1. Ngân sách\nII. KIẾN NGHỊ\n\nKhông có kiến nghị./.\n\n"
    "_______________\n1 Ban hành năm 2020.\n\n"
    "Nơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT, TTr2.\n\n"
    "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Thị Ví Dụ\n\n";

std::vector<std::string> outline(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& entry : reading_of(text).structure.outline) {
    out.push_back(std::string(static_cast<std::size_t>(entry.level), '>') + entry.label + " " +
                  entry.title);
  }
  return out;
}

TEST(Structure, SaysWhatTheDocumentIs) {
  const auto identity = reading_of(report).structure.identity;
  EXPECT_EQ(identity.type, "Báo cáo");
  EXPECT_EQ(identity.number, "318/BC-STP");
  EXPECT_EQ(to_iso(identity.date.value()), "2024-12-12");
  EXPECT_EQ(identity.place, "Hà Giả");
  EXPECT_EQ(identity.issuer, "SỞ TƯ PHÁP");
  EXPECT_EQ(identity.abstract, "Kết quả tự đánh giá công tác phòng, chống tham nhũng năm 2024");
}

TEST(Structure, JoinsTheNameOfACommitteeOverTwoLines) {
  EXPECT_EQ(reading_of("ỦY BAN NHÂN DÂN\nTỈNH HÀ GIẢ\n\nSố: 5/KH-UBND\n\nKẾ HOẠCH\nThử\n")
                .structure.identity.issuer,
            "ỦY BAN NHÂN DÂN TỈNH HÀ GIẢ");
}

// The end of a long document is looked at from a letter on, not from within one; seen by the
// sanitizers.
TEST(Structure, LooksForTheSignatureFromTheStartOfALetter) {
  for (const std::string_view before : {"", "x", "xx"}) {
    std::string text(before);
    for (int i = 0; i < 1500; ++i) text += "Ệ";
    EXPECT_FALSE(reading_of(text).structure.signature);
  }
}

TEST(Structure, NestsHeadingsByTheirKind) {
  EXPECT_THAT(outline(report),
              ElementsAre("I KẾT QUẢ", ">1 Tuyên truyền", ">>a Hội nghị", ">>b Ấn phẩm",
                          ">2 Công khai", ">>2.1 Ngân sách", "II KIẾN NGHỊ"));
  EXPECT_THAT(outline("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Quy chế này.\nĐiều 2. Đối "
                      "tượng\nPHỤ LỤC II\n"),
              ElementsAre("Chương I ", ">Điều 1 Phạm vi", ">>1 Quy chế này", ">Điều 2 Đối tượng",
                          "PHỤ LỤC II "));
}

TEST(Structure, TakesNoHeadingFromAReferenceBrokenOverALine) {
  EXPECT_THAT(
      outline("Các nội dung đã nêu tại điểm 3 Mục\nI. \n\nSở báo cáo theo khoản\n2. Các đơn vị.\n"),
      IsEmpty());
}

TEST(Structure, FindsRecipientsAndWhoSignsForWhom) {
  const auto structure = reading_of(report).structure;
  ASSERT_EQ(structure.recipients.size(), 2u);
  EXPECT_EQ(structure.recipients[0].name, "UBND tỉnh (b/c)");
  ASSERT_TRUE(structure.signature);
  EXPECT_EQ(structure.signature->authority, "KT.");
  EXPECT_EQ(structure.signature->on_behalf, "GIÁM ĐỐC");
  EXPECT_EQ(structure.signature->title, "PHÓ GIÁM ĐỐC");
  EXPECT_EQ(structure.signature->name, "Lê Thị Ví Dụ");
}

TEST(Structure, TellsTwoColumnsReadLineByLineApart) {
  const auto structure = reading_of(
                             "Văn bản.\n\nNơi nhận: KT. GIÁM ĐỐC\n- Như trên; PHÓ GIÁM ĐỐC\n"
                             "- Lưu: VT, TTr. Khổng Văn Ví Dụ\n")
                             .structure;
  ASSERT_EQ(structure.recipients.size(), 2u);
  EXPECT_EQ(structure.recipients[0].name, "Như trên");
  EXPECT_EQ(structure.recipients[1].name, "Lưu: VT, TTr");
  ASSERT_TRUE(structure.signature);
  EXPECT_EQ(structure.signature->title, "PHÓ GIÁM ĐỐC");
  EXPECT_EQ(structure.signature->name, "Khổng Văn Ví Dụ");
}

TEST(Structure, KeepsEveryMandateOfASignature) {
  const auto signature = reading_of(
                             "Văn bản.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n"
                             "Lò Thị Ví Dụ\n")
                             .structure.signature.value();
  ASSERT_EQ(signature.mandates.size(), 2u);
  EXPECT_EQ(signature.mandates[0].authority, "TM.");
  EXPECT_EQ(signature.mandates[0].of, "ỦY BAN NHÂN DÂN");
  EXPECT_EQ(signature.authority, "KT.");
  EXPECT_EQ(signature.title, "PHÓ CHỦ TỊCH");
}

TEST(Structure, TakesTheNameBelowTwoColumnsReadLineByLine) {
  const auto structure = reading_of(
                             "Văn bản.\n\nNơi nhận: TL. GIÁM ĐỐC\n- Như trên; CHÁNH VĂN PHÒNG\n"
                             "- Lưu: VT.\n\n                    Khổng Văn Ví Dụ\n")
                             .structure;
  ASSERT_TRUE(structure.signature);
  EXPECT_EQ(structure.signature->name, "Khổng Văn Ví Dụ");
}

TEST(Structure, NestsDashesThatNameWhatFollows) {
  EXPECT_THAT(outline("I. KẾT QUẢ\n1. Chung\n- Về tuyên truyền: tổ chức 12 lớp.\n- Đã mở 3 lớp: "
                      "hai lớp tại sở.\n2. Riêng\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"),
              ElementsAre("I KẾT QUẢ", ">1 Chung", ">>- Về tuyên truyền", ">2 Riêng"));
}

std::vector<std::string> notes(std::string_view text, std::vector<NoteMark> marks = {}) {
  std::vector<std::string> out;
  const auto reading = read({text, "t", {}, std::move(marks)}, shipped_lexicon()).value();
  for (const auto& note : reading.structure.footnotes) {
    out.push_back(std::to_string(note.number) + "@" +
                  (note.mark ? std::to_string(note.mark->begin) : "-") + " " +
                  std::string(text::slice(text, note.text)));
  }
  return out;
}

TEST(Structure, TiesFootnotesBelowARuleOfHyphensOnlyWhereTheirMarksStand) {
  EXPECT_THAT(notes("Ban hành 12 văn bản1 mới.\n\n-----\n1 Gồm 7 công văn.\n"),
              ElementsAre("1@23 Gồm 7 công văn."));
  EXPECT_THAT(notes("SỞ NỘI VỤ\n-----\n1 Phòng mới lập.\n"), IsEmpty());
}

TEST(Structure, FindsFootnotesAtAPagesFootWithoutItsRule) {
  EXPECT_THAT(notes("Ban hành 12 văn bản1 và mở 10 lớp tập huấn2 cho cán\n1 Gồm 7 công văn.\n"
                    "2 Trong đó 6 lớp tại sở,\n4 lớp tại huyện.\n3\nbộ các đơn vị.\n"),
              ElementsAre("1@23 Gồm 7 công văn.", "2@55 Trong đó 6 lớp tại sở,\n4 lớp tại huyện."));
  EXPECT_THAT(notes("Các đơn vị gồm:\n1 Sở Nội vụ\n2 Sở Tài chính\n"), IsEmpty());
}

TEST(Structure, TiesFootnotesInBracketsToMarksInTheTextOrBesideIt) {
  EXPECT_THAT(notes("Ban hành 12 văn bản[1] mới.\n[1] Gồm 7 công văn.\n"),
              ElementsAre("1@23 Gồm 7 công văn."));
  EXPECT_THAT(notes("Ban hành 12 văn bản mới.\n[^1] Gồm 7 công văn.\n", {{23, 1}}),
              ElementsAre("1@23 Gồm 7 công văn."));
}

TEST(Structure, TiesFootnotesToTheirMarks) {
  const std::string text =
      "Theo quyết định của Chính phủ1 có 1.2042 hồ sơ.\n\n_____\n1 Bản năm 2020.\n2 Không tính "
      "thư.\n"
      "3. Tuyên truyền\n";
  const auto notes = reading_of(text).structure.footnotes;
  ASSERT_EQ(notes.size(), 2u);
  EXPECT_EQ(text::slice(text, notes[0].text), "Bản năm 2020.");
  EXPECT_EQ(text::slice(text, notes[0].mark.value()), "1");
  EXPECT_EQ(text.substr(notes[1].mark.value().begin - 5, 6), "1.2042");
}

TEST(Structure, ListsTheRowsOfAnAnnex) {
  const auto rows =
      reading_of(
          "PHỤ LỤC I\nDanh mục tài liệu kiểm chứng\n1 Kế hoạch số 5/KH-STP\n2 Báo cáo số 6/BC-STP\n"
          "và phụ biểu\n3 Quyết định số 7/QĐ-STP\n")
          .structure.annex_rows;
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[1].number, 2);
  EXPECT_EQ(rows[1].annex, "PHỤ LỤC I");
}

TEST(Structure, TakesAListOfPapersForAnAnnex) {
  const auto structure = reading_of(
                             "I. KẾT QUẢ\n1. Chung\n\nDANH MỤC TÀI LIỆU KIỂM CHỨNG\n1. Kế hoạch số "
                             "5/KH-STP\n2. Báo cáo số 6/BC-STP\n")
                             .structure;
  EXPECT_EQ(structure.annex_rows.size(), 2u);
  EXPECT_EQ(reading_of("PHỤ LỤC I\nDANH MỤC TÀI LIỆU KIỂM CHỨNG\n1. Kế hoạch số 5/KH-STP\n2. Báo "
                       "cáo số 6/BC-STP\n")
                .structure.annex_rows[1]
                .annex,
            "PHỤ LỤC I");
}

std::vector<std::string> ids(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& finding : reading_of(text).findings) out.push_back(finding.id);
  return out;
}

constexpr std::string_view wrong = "Đã báo cáo 6/19 trường hợp (đạt 33%) trong kỳ.";

TEST(FindingIds, StayWhenTheTextMovesOrIsWrappedAnew) {
  const auto before = ids(wrong);
  ASSERT_EQ(before.size(), 1u);
  EXPECT_EQ(before[0].size(), 16u);
  EXPECT_EQ(ids("Mở đầu báo cáo.\n\n" + std::string(wrong)), before);
  EXPECT_EQ(ids("Đã báo cáo 6/19 trường\nhợp (đạt\n33%) trong kỳ."), before);
}

TEST(FindingIds, DifferWhereTheFiguresOrThePlaceDiffer) {
  EXPECT_NE(ids("Đã báo cáo 6/19 trường hợp (đạt 34%) trong kỳ."), ids(wrong));
  const auto twice = ids(std::string(wrong) + "\n\n" + std::string(wrong));
  ASSERT_EQ(twice.size(), 2u);
  EXPECT_NE(twice[0], twice[1]);
}

}  // namespace
}  // namespace liem::reading
