#include "extraction/cell_format.h"
#include "extraction/sample_test.h"

namespace liem::extraction::testing {
namespace {

using ::testing::HasSubstr;

TEST(Odt, GivesParagraphsListsTablesAndNotes) {
  const auto result = extract(odt(
      "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" "
      "style:num-format=\"a\" style:num-suffix=\")\"/></text:list-style>",
      "<text:h>Mục  một</text:h><text:p>Có<text:s text:c=\"2\"/>58<text:note><text:note-citation>1"
      "</text:note-citation><text:note-body><text:p>Gồm 9 đơn "
      "đúng.</text:p></text:note-body></text:note> đơn</text:p>"
      "<text:list text:style-name=\"L1\"><text:list-item><text:p>rà soát</text:p></text:list-item>"
      "<text:list-item><text:p>công khai</text:p></text:list-item></text:list>"
      "<table:table><table:table-row><table:table-cell><text:p>Sở</text:p></table:table-cell>"
      "<table:table-cell/><table:table-cell><text:p>19</text:p></table:table-cell></"
      "table:table-row></table:table>"
      "<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>"));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->text,
            "Mục một\nCó  58 đơn\n[^1] Gồm 9 đơn đúng.\na) rà soát\nb) công khai\nSở |  | 19\n");
  EXPECT_EQ(place_of(*result, "19").column, 3);
  EXPECT_EQ(place_of(*result, "công khai").paragraph, 4);
}

TEST(Odt, ReadsWhatLibreOfficeWrites) {
  const auto text = text_of(sample("report.odt"));
  EXPECT_THAT(text, HasSubstr("Quyết định số 73/QĐ-SMT ngày 26/02/2024"));
  EXPECT_THAT(text, HasSubstr("\nHồ sơ tiếp nhận | 3.482\n"));
}

TEST(Xlsx, GivesRowsWithStringsNumbersAndDatesAsShown) {
  const auto result = extract(xlsx(
      "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"D2\" s=\"1\"><v>45348</v></c></row>"
      "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>Thu hồi</t></is></c>"
      "<c r=\"C3\" s=\"2\"><v>12038291320</v></c><c r=\"D3\" "
      "s=\"3\"><v>0.32000000000000001</v></c></row>",
      "<si><r><t>Ngày </t></r><r><t>ký</t></r><rPh><t>đọc</t></rPh></si>",
      "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs>"
      "<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"3\"/><xf "
      "numFmtId=\"9\"/></cellXfs></styleSheet>"));
  ASSERT_TRUE(result) << result.error().message.id;
  EXPECT_EQ(result->text, "Bảng 1\nNgày ký |  | 26/02/2024\nThu hồi | 12.038.291.320 | 32%\n");
  const Place& place = place_of(*result, "12.038");
  EXPECT_EQ((std::tuple{place.table, place.row, place.column}), (std::tuple{1, 3, 3}));
}

TEST(Xlsx, ReadsWhatLibreOfficeWrites) {
  EXPECT_EQ(
      text_of(sample("figures.xlsx")),
      "figures\nNội dung | Ngày | Số lượng | Tỷ lệ\nHồ sơ tiếp nhận | 26/02/2024 | 3482 | 100,00%\n"
      "Hồ sơ giải quyết đúng hạn | 31/12/2024 | 3405 | 97,79%\n");
}

struct Shown {
  std::string_view value, code, shown;
};

TEST(CellFormat, ShowsValuesAsAVietnameseReaderSeesThem) {
  for (const auto& [value, code, shown] :
       std::initializer_list<Shown>{{"1234.5", "General", "1234,5"},
                                    {"1234567.5", "#,##0.00", "1.234.567,50"},
                                    {"-1234", "#,##0", "-1.234"},
                                    {"123", "#,##0", "123"},
                                    {"0.95", "0%", "95%"},
                                    {"0.97789", "0.00%", "97,79%"},
                                    {"0.1", "General", "0,1"},
                                    {"0.30000000000000004", "General", "0,3"},
                                    {"1.5E-3", "0.0000", "0,0015"},
                                    {"1.2E+3", "General", "1200"},
                                    {"2.5", "0", "3"},
                                    {"45348", "dd/mm/yyyy", "26/02/2024"},
                                    {"45348.5", "dd/mm/yyyy h:mm", "26/02/2024 12:00"},
                                    {"1", "d/m/yyyy", "01/01/1900"},
                                    {"45348", "mmm-yy", "02/2024"},
                                    {"12", "0 \"hồ sơ\"", "12"},
                                    {"không", "0", "không"}}) {
    EXPECT_EQ(shown_value(value, code, DateSystem::from_1900), shown) << value << " " << code;
  }
  EXPECT_EQ(shown_value("43886", "dd/mm/yyyy", DateSystem::from_1904), "26/02/2024");
}

TEST(Html, DropsScriptsAndStylesAndKeepsParagraphsAndTables) {
  EXPECT_EQ(
      text_of(
          "<!DOCTYPE html><html><head><title>không</title><style>p{}</style></head><body>"
          "<script>var a = '<p>999/KH-GIA</p>';</script><!-- <p>ẩn</p> -->"
          "<p>K&#7871; ho&#x1EA1;ch\n  s&#7889; 5 &lt;m&amp;m&gt; a < b</p><ul><li>một<li>hai</ul>"
          "<table><tr><th>Tên</th><td>Số<br>lượng</td></tr><tr><td>A<td>7</table>"
          "<a href='x>y'>cuối</a></body></html>"),
      "Kế hoạch số 5 <m&m> a < b\n- một\n- hai\nTên | Số lượng\nA | 7\ncuối\n");
}

TEST(Html, SurvivesTagsThatNeverEnd) {
  EXPECT_EQ(text_of("<html><p>còn đây <b"), "còn đây\n");
  EXPECT_EQ(text_of("<html><p>còn <script>mất"), "còn\n");
}

TEST(PlainText, PassesUnchangedWithoutAWorker) {
  const auto result = extract("# Mục\r\nKế hoạch", Options{});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->format, Format::text);
  EXPECT_EQ(result->text, "# Mục\r\nKế hoạch");
}

}  // namespace
}  // namespace liem::extraction::testing
