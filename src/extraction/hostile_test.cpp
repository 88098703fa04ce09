// Inputs that once crashed a reader, made it show nothing, or kept it busy; most were found by
// fuzz/.
#include <chrono>

#include "extraction/builder.h"
#include "extraction/cell_format.h"
#include "extraction/formats.h"
#include "extraction/pdf_boxes.h"
#include "extraction/recognition.h"
#include "extraction/sample_test.h"

namespace liem::extraction::testing {
namespace {

constexpr std::string_view largest = "2147483647";

TEST(Numbering, CountsOnFromTheLargestNumberThereIs) {
  const std::string numbering =
      "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"" +
      std::string(largest) +
      "\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
  const std::string item =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
      "<w:r><w:t>a</w:t></w:r></w:p>";
  EXPECT_EQ(text_of(docx(item + item, {{"word/numbering.xml", numbering}})),
            "1048576. a\n1048577. a\n");
}

TEST(OpenDocument, CountsRowsAndColumnsThatRepeatWithoutEnd) {
  const std::string most(largest);
  const std::string row = "<table:table-row table:number-rows-repeated=\"" + most +
                          "\"><table:table-cell table:number-columns-repeated=\"" + most +
                          "\"/><table:table-cell table:number-columns-repeated=\"" + most +
                          "\"/></table:table-row>";
  const std::string last =
      "<table:table-row><table:table-cell><text:p>x</text:p>"
      "</table:table-cell></table:table-row>";
  const auto result = extract(odt("", "<table:table>" + row + row + last + "</table:table>"));
  ASSERT_TRUE(result) << result.error().message.id;
  EXPECT_EQ(result->text, "x\n");
  EXPECT_GT(result->places[0].row, 0);
}

TEST(OpenDocument, StopsRepeatingOnceTheTextIsTooLong) {
  std::string cells;
  for (int i = 0; i < 50; ++i) {
    cells +=
        "<table:table-cell table:number-columns-repeated=\"1000\"><text:p>x</text:p>"
        "</table:table-cell>";
  }
  auto how = options();
  how.limits.text_bytes = std::size_t{1} << 20;
  const auto started = std::chrono::steady_clock::now();
  EXPECT_EQ(refusal(odt("", "<table:table><table:table-row table:number-rows-repeated=\"1000\">" +
                                cells + "</table:table-row></table:table>"),
                    how),
            "extraction.too_much_text");
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(20));
}

TEST(Xlsx, CountsRowsBehindTheLargestNumberAndBelowZero) {
  const auto cell = [](std::string_view row) {
    return "<row r=\"" + std::string(row) + "\"><c t=\"str\"><v>x</v></c></row>";
  };
  const auto result = extract(xlsx(
      cell(largest) + "<row><c t=\"str\"><v>y</v></c></row>" + cell("-7"), "", "<styleSheet/>"));
  ASSERT_TRUE(result) << result.error().message.id;
  EXPECT_EQ(result->text, "Bảng 1\nx\ny\nx\n");
}

TEST(CellFormat, ShowsTimesAndMonthsThatStandAlone) {
  const auto shown = [](std::string_view value, std::string_view code) {
    return shown_value(value, code, DateSystem::from_1900);
  };
  EXPECT_EQ(shown("1.5", "[h]:mm:ss"), "36:00");
  EXPECT_EQ(shown("45348", "mmmm"), "02");
}

TEST(PdfBoxes, TakesWhatIsNoNumberForTheEdgeOfThePage) {
  const auto words = parse_boxes(
      "<doc><page width=\"100\" height=\"inf\">"
      "<word xMin=\"nan\" yMin=\"inf\" xMax=\"1e300\" yMax=\"-5\">a</word></page></doc>");
  ASSERT_TRUE(words);
  EXPECT_EQ((*words)[0].box, (Box{0, 0, 10'000, 0}));
}

TEST(Recognition, TakesBoxesBeyondThePageForItsEdge) {
  const std::string big(largest);
  const std::string tsv = "1\t1\t0\t0\t0\t0\t0\t0\t100\t100\t-1\t\n4\t1\t1\t1\t1\t0\t" + big +
                          "\t0\t" + big + "\t50\t-1\t\n5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96\tmột\n";
  TextBuilder out(Format::png, {});
  EXPECT_EQ(append_recognised(tsv, 1, {}, out), 1);
  EXPECT_EQ(out.result().places[0].box, (Box{10'000, 0, 10'000, 5'000}));
}

// Twice the file may take twice the time; it took four times.
TEST(Html, PassesOverAScriptFullOfEndTagsInOneGo) {
  std::string page = "<p>a<script>";
  for (int i = 0; i < 40'000; ++i) page += "</x a=\"";
  const auto started = std::chrono::steady_clock::now();
  const auto result = read_html(page, {});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->text, "a\n");
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(2));
}

TEST(Wire, LeavesOutOfAnErrorWhatIsNotUtf8) {
  const auto answer = decode(encode(fail(errors::broken, {{"reason", "\xFF"}})), "f");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->error().message.args, (Args{{"file", "f"}, {"reason", "?"}}));
}

TEST(Wire, RefusesMarksAndPlacesOutOfOrder) {
  ExtractedText text{.text = "abc", .marks = {{2, 1}, {1, 2}}};
  EXPECT_FALSE(decode(encode(text), "f"));
  text.marks.clear();
  text.places = {{.span = {1, 1}}};
  EXPECT_FALSE(decode(encode(text), "f"));
}

}  // namespace
}  // namespace liem::extraction::testing
