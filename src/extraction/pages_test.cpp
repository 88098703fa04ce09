#include "extraction/pages.h"

#include <cstdio>

#include "extraction/sample_test.h"
#include "extraction/worker_protocol.h"

namespace liem::extraction::testing {
namespace {

// The first page of a sample as a picture.
std::string picture_of(const char* name, const char* how) {
  // TIFF cannot be written to a pipe.
  const std::string command = std::string("d=$(mktemp -d) && pdftoppm -f 1 -l 1 ") + how + " " +
                              sample_path(name) + " $d/page && cat $d/page* && rm -r $d";
  std::FILE* pipe = popen(command.c_str(), "r");
  std::string out;
  char block[4096];
  for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, pipe)) > 0;) {
    out.append(block, got);
  }
  EXPECT_EQ(pclose(pipe), 0);
  return out;
}

// As the PNG's header says.
unsigned width_of(std::string_view png) {
  unsigned width = 0;
  for (const char byte : png.substr(16, 4)) width = width << 8 | static_cast<unsigned char>(byte);
  return width;
}

std::string refusal_of_page(std::string_view bytes, int page) {
  const auto drawn = draw_page(bytes, "sample", {.page = page, .width = 300}, options());
  return drawn ? "" : drawn.error().message.id;
}

TEST(Pages, AreDrawnInTheWidthAskedFor) {
  for (const int width : {200, 777}) {
    const auto drawn = draw_page(sample_path("report.pdf"), {.page = 1, .width = width}, options());
    ASSERT_TRUE(drawn) << drawn.error().message.id;
    EXPECT_EQ(width_of(*drawn), static_cast<unsigned>(width));
  }
}

TEST(Pages, OfPicturesAreDrawnAnew) {
  for (const char* kind : {"-png", "-jpeg", "-tiff"}) {
    const auto picture = picture_of("report.pdf", (std::string("-r 60 ") + kind).c_str());
    const auto drawn = draw_page(picture, "sample", {.page = 1, .width = 300}, options());
    ASSERT_TRUE(drawn) << kind << ' ' << drawn.error().message.id;
    EXPECT_EQ(width_of(*drawn), 300u) << kind;
    EXPECT_EQ(refusal_of_page(picture, 2), "extraction.no_page") << kind;
  }
}

TEST(Pages, BeyondTheLastAndOfOtherFilesAreNone) {
  EXPECT_EQ(refusal_of_page(sample("report.pdf"), 99), "extraction.no_page");
  EXPECT_EQ(refusal_of_page(sample("report.docx"), 1), "extraction.no_page");
  EXPECT_EQ(refusal_of_page("Quyết định số 5/QĐ-SMT", 1), "extraction.no_page");
}

TEST(Pages, OfABrokenFileAreRefused) {
  EXPECT_NE(refusal_of_page("%PDF-1.7 and nothing more", 1), "");
}

TEST(Pages, HaveTheirShapeAndTheirStretchOfTheText) {
  const auto result = extract_file(sample_path("report.pdf"), options());
  ASSERT_TRUE(result);
  const auto spans = page_spans(*result);
  ASSERT_EQ(result->shapes.size(), static_cast<std::size_t>(result->pages));
  ASSERT_EQ(spans.size(), result->shapes.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    EXPECT_GT(result->shapes[i].height, result->shapes[i].width);
    EXPECT_FALSE(result->shapes[i].recognised);
    EXPECT_EQ(place_at(*result, spans[i].begin)->page, static_cast<int>(i) + 1);
  }
}

TEST(Pages, TellWhereWordsStand) {
  const auto path = sample_path("report.pdf");
  const auto result = extract_file(path, options());
  ASSERT_TRUE(result);
  const std::string_view words = "Quyết định số 73/QĐ-SMT";
  const auto at = result->text.find(words);
  ASSERT_NE(at, std::string::npos);
  const Span span{at, at + words.size()};
  ASSERT_TRUE(has_text_layer(*result, 1));
  const auto found = find_words(path, 1, options());
  ASSERT_TRUE(found) << found.error().message.id;
  const auto boxes = boxes_on_page(*result, 1, span, *found);
  ASSERT_EQ(boxes.size(), 4u);
  EXPECT_LT(boxes.front().right, boxes.back().left);
  EXPECT_GT(boxes.front().top, 3000);
  EXPECT_LT(boxes.front().bottom, 5000);
  EXPECT_TRUE(boxes_on_page(*result, 2, span, *found).empty());
  const Span inside{span.begin + 1, span.end - 2};
  EXPECT_EQ(boxes_on_page(*result, 1, inside, *found), boxes) << "widened to whole words";
}

TEST(Pages, OfAScanTellTheLinesThatASpanTouches) {
  ExtractedText scan{.format = Format::png, .text = "một hai\nba bốn\nnăm"};
  const Box first{1, 1, 9, 2}, second{1, 3, 9, 4};
  scan.places = {{.span = {0, 9}, .page = 1, .box = first},
                 {.span = {10, 18}, .page = 1, .box = second}};
  scan.shapes = {{100, 200, true}};
  EXPECT_FALSE(has_text_layer(scan, 1));
  EXPECT_THAT(boxes_on_page(scan, 1, {4, 12}, {}), ::testing::ElementsAre(first, second));
  EXPECT_THAT(boxes_on_page(scan, 1, {10, 12}, {}), ::testing::ElementsAre(second));
  EXPECT_TRUE(boxes_on_page(scan, 2, {0, 18}, {}).empty());
}

TEST(Progress, TellsEveryPageOnce) {
  auto how = options();
  std::vector<std::pair<int, int>> told;
  how.pages_done = [&](int done, int total) { told.emplace_back(done, total); };
  const auto result = extract_file(sample_path("report.pdf"), how);
  ASSERT_TRUE(result);
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back(), std::pair(result->pages, result->pages));
}

TEST(Progress, LinesAreReadBackAndNothingElseIs) {
  const auto line = pages_line({3, 20});
  const auto read = read_pages_line(std::string_view(line).substr(0, line.size() - 1));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->done, 3);
  EXPECT_EQ(read->total, 20);
  for (const char* wrong : {"", "LIEM-P", "LIEM-P 3", "LIEM-P 3 ", "LIEM-P 3 20 ", "LIEM-X2"}) {
    EXPECT_FALSE(read_pages_line(wrong)) << wrong;
  }
}

TEST(Stopping, EndsTheWorkUnderWay) {
  std::stop_source stop;
  stop.request_stop();
  auto how = options();
  how.stop = stop.get_token();
  EXPECT_EQ(refusal(sample("report.pdf"), how), "extraction.stopped");
}

}  // namespace
}  // namespace liem::extraction::testing
