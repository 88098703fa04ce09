#include "extraction/sample_test.h"

namespace liem::extraction::testing {
namespace {

using ::testing::HasSubstr;

TEST(Docx, GivesOneLineAParagraphWithTabsAndBreaks) {
  EXPECT_EQ(text_of(docx(paragraph("Kế hoạch số 18/KH-SMT") +
                         "<w:p><w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t><w:br/><w:t>ba</w:t>"
                         "<w:noBreakHyphen/><w:t>bốn</w:t></w:r></w:p>")),
            "Kế hoạch số 18/KH-SMT\nmột\thai\nba-bốn\n");
}

TEST(Docx, JoinsTheCellsOfARowAndKnowsWhereTheyStand) {
  const auto cell = [](std::string_view text) {
    return "<w:tc><w:tcPr/>" + paragraph(text) + "</w:tc>";
  };
  const auto result = extract(docx(paragraph("Đầu") + "<w:tbl><w:tr>" + cell("Nội dung") +
                                   cell("Số lượng") + "</w:tr><w:tr>" + cell("Hồ sơ") +
                                   cell("3.482") + "</w:tr></w:tbl>" + paragraph("Cuối")));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->text, "Đầu\nNội dung | Số lượng\nHồ sơ | 3.482\nCuối\n");
  const Place& place = place_of(*result, "3.482");
  EXPECT_EQ(words_at(*result, place), "3.482");
  EXPECT_EQ((std::tuple{place.table, place.row, place.column, place.paragraph}),
            (std::tuple{1, 2, 2, 0}));
  EXPECT_EQ(place_of(*result, "Cuối").paragraph, 2);
}

TEST(Docx, ReadsAHeadingOfTwoColumnsInOneRowColumnByColumn) {
  const auto cell = [](std::initializer_list<std::string_view> lines) {
    std::string out = "<w:tc><w:tcPr/>";
    for (const auto line : lines) out += paragraph(line);
    return out + "</w:tc>";
  };
  const auto result = extract(
      docx("<w:tbl><w:tr>" + cell({"UBND TỈNH HÀ GIẢ", "SỞ NỘI VỤ", "Số: 77/BC-SNV"}) +
           cell({"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Giả, ngày 12 tháng 12 năm 2025"}) +
           "</w:tr></w:tbl>" + paragraph("BÁO CÁO")));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->text,
            "UBND TỈNH HÀ GIẢ\nSỞ NỘI VỤ\nSố: 77/BC-SNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Hà Giả, ngày 12 tháng 12 năm 2025\nBÁO CÁO\n");
}

TEST(Docx, PutsAFootnoteBehindItsParagraphAndItsMarkBesideTheText) {
  const auto result = extract(docx(
      "<w:p><w:r><w:t>Đã kê khai 1.769</w:t></w:r><w:r><w:footnoteReference w:id=\"4\"/></w:r>"
      "<w:r><w:t xml:space=\"preserve\"> người.</w:t></w:r></w:p>" +
          paragraph("Tiếp theo"),
      {{"word/footnotes.xml", "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"-1\">" +
                                  paragraph("gạch") + "</w:footnote><w:footnote w:id=\"4\">" +
                                  paragraph("Trong đó nữ 812.") + "</w:footnote></w:footnotes>"}}));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->text, "Đã kê khai 1.769 người.\n[^1] Trong đó nữ 812.\nTiếp theo\n");
  ASSERT_EQ(result->marks.size(), 1u);
  EXPECT_EQ(result->text.substr(0, result->marks[0].offset), "Đã kê khai 1.769");
  EXPECT_EQ(place_of(*result, "Trong đó").footnote, 1);
}

TEST(Docx, CountsNumberedParagraphsAsAWordProcessorDoes) {
  const auto item = [](int level, std::string_view text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
           "\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr><w:r><w:t>" + std::string(text) +
           "</w:t></w:r></w:p>";
  };
  const std::string numbering =
      "<w:numbering><w:abstractNum w:abstractNumId=\"2\">"
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText "
      "w:val=\"%1.\"/></w:lvl>"
      "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
      "w:val=\"%2.\"/></w:lvl>"
      "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText "
      "w:val=\"%3)\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>";
  EXPECT_EQ(text_of(docx(item(0, "Lãnh đạo") + item(1, "Kế hoạch") + item(2, "Ban hành") +
                             item(2, "Thực hiện") + item(1, "Kiểm tra") + item(0, "Kết quả") +
                             item(1, "Kê khai"),
                         {{"word/numbering.xml", numbering}})),
            "I. Lãnh đạo\n1. Kế hoạch\na) Ban hành\nb) Thực hiện\n2. Kiểm tra\nII. Kết quả\n"
            "1. Kê khai\n");
}

TEST(Docx, LeavesOutWhatAReaderDoesNotSee) {
  EXPECT_EQ(text_of(docx(
                "<w:p><w:r><w:t>còn</w:t></w:r><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
                "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText>"
                "<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\"> "
                "7</w:t></w:r>"
                "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
                {{"word/header1.xml", "<w:hdr>" + paragraph("đầu trang") + "</w:hdr>"}})),
            "còn 7\n");
}

TEST(Docx, KnowsThePagesItsWriterLaidOut) {
  const auto result =
      extract(docx(paragraph("trang đầu") +
                   "<w:p><w:r><w:lastRenderedPageBreak/><w:t>trang hai</w:t></w:r></w:p>"));
  ASSERT_TRUE(result);
  EXPECT_EQ(place_of(*result, "trang đầu").page, 1);
  EXPECT_EQ(place_of(*result, "trang hai").page, 2);
  EXPECT_EQ(result->pages, 2);
}

TEST(Docx, ReadsWhatLibreOfficeWrites) {
  const auto text = text_of(sample("report.docx"));
  EXPECT_THAT(text, HasSubstr("Quyết định số 73/QĐ-SMT ngày 26/02/2024"));
  EXPECT_THAT(text, HasSubstr("\nHồ sơ tiếp nhận | 3.482\n"));
}

}  // namespace
}  // namespace liem::extraction::testing
