#include "reading/windows.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "reading/each_span.h"
#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

const Lexicon& lexicon() { return shipped_lexicon(); }

std::string in_short(const Reading& reading) {
  std::string out;
  const auto add = [&](std::string_view kind, Span span) {
    out += fmt::format("{} {}-{}\n", kind, span.begin, span.end);
  };
  for (const auto& one : reading.citations) add(one.number, one.span);
  for (const auto& one : reading.figures) add(one.value.to_string() + one.unit, one.span);
  for (const auto& one : reading.claims) add(holds(one) ? "holds" : "breaks", span_of(one));
  for (const auto& one : reading.none) add("none", one.span);
  for (const auto& one : reading.findings) add(one.code + one.id, one.span);
  for (const auto& one : reading.structure.outline) add(one.label, one.span);
  return out;
}

// With offsets of the whole text.
Reading in_whole(Window&& window) {
  each_span(window.reading,
            [&](Span& span) { span = {span.begin + window.offset, span.end + window.offset}; });
  return std::move(window.reading);
}

// One section of a report; its numbers follow from `n`.
std::string section(int n) {
  return fmt::format(
      "I. NỘI DUNG {0}\n\nThực hiện Kế hoạch số {0}/KH-UBND ngày 05/01/2024 của UBND tỉnh, Sở đã "
      "tổ chức {1} cuộc thanh tra. Đã giải quyết {1}/{2} đơn, đạt 50%. Không phát hiện tham "
      "nhũng.\n\n",
      n, n + 3, 2 * (n + 3));
}

std::string report(int sections) {
  std::string out = "BÁO CÁO\nKết quả công tác năm 2024\n\n";
  for (int n = 1; n <= sections; ++n) out += section(n);
  return out;
}

Result<std::string> windowed(std::string_view text, std::size_t window, std::size_t piece) {
  std::string out;
  WindowReader reader(
      "text", lexicon(), [&](Window&& one) { out += in_short(in_whole(std::move(one))); }, window);
  for (std::size_t at = 0; at < text.size(); at += piece) {
    if (auto fed = reader.feed(text.substr(at, piece)); !fed) return std::unexpected(fed.error());
  }
  if (auto done = reader.finish(); !done) return std::unexpected(done.error());
  return out;
}

TEST(WindowReader, ReadsATextThatFitsExactlyAsOne) {
  const std::string text = report(20);
  const auto whole = read(text, "text", lexicon());
  ASSERT_TRUE(whole);
  EXPECT_EQ(windowed(text, text.size(), 1000).value(), in_short(*whole));
}

TEST(WindowReader, SaysTheSameWhateverPiecesTheTextComesIn) {
  const std::string text = report(60);
  const auto by_window = windowed(text, WindowReader::least_window, text.size());
  ASSERT_TRUE(by_window);
  for (const std::size_t piece : {1, 2, 3, 7, 63, 64, 65, 1000, 4095, 4096, 4097, 10000}) {
    EXPECT_EQ(windowed(text, WindowReader::least_window, piece).value(), *by_window) << piece;
  }
}

TEST(WindowReader, FindsInManyWindowsWhatItFindsInOne) {
  const std::string text = report(60);
  const auto whole = read(text, "text", lexicon());
  ASSERT_TRUE(whole);
  std::size_t citations = 0, claims = 0, none = 0;
  WindowReader reader(
      "text", lexicon(),
      [&](Window&& one) {
        citations += one.reading.citations.size();
        claims += one.reading.claims.size();
        none += one.reading.none.size();
      },
      WindowReader::least_window);
  ASSERT_TRUE(reader.feed(text));
  ASSERT_TRUE(reader.finish());
  EXPECT_EQ(citations, whole->citations.size());
  EXPECT_EQ(claims, whole->claims.size());
  EXPECT_EQ(none, whole->none.size());
}

TEST(WindowReader, SeesOneDocumentWithTwoDatesInDifferentWindows) {
  std::string text = report(60);
  text += "II. KHÁC\n\nThực hiện Kế hoạch số 1/KH-UBND ngày 06/02/2024 của UBND tỉnh.\n";
  std::vector<std::string> codes;
  WindowReader reader(
      "text", lexicon(),
      [&](Window&& one) {
        for (const auto& finding : one.reading.findings) codes.push_back(finding.code);
      },
      WindowReader::least_window);
  ASSERT_TRUE(reader.feed(text));
  ASSERT_TRUE(reader.finish());
  EXPECT_THAT(codes, testing::Contains("citation_two_dates"));
}

TEST(WindowReader, NamesTheOffsetInTheWholeTextOfWhatIsNoText) {
  std::string text = report(60);
  const std::size_t at = text.size() - 40;
  text[at] = '\xFF';
  const auto refused = windowed(text, WindowReader::least_window, 1000);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.id, text::errors::not_utf8.id);
  const auto& args = refused.error().message.args;
  EXPECT_THAT(args, testing::Contains(testing::Pair("offset", std::to_string(at))));
}

TEST(WindowReader, RefusesABlankTextAndAnEndlessLine) {
  EXPECT_EQ(windowed(std::string(9000, ' '), WindowReader::least_window, 100).error().message.id,
            text::errors::empty.id);
  const std::string endless(text::longest_line + 10, 'a');
  EXPECT_EQ(windowed(endless, WindowReader::least_window, 1 << 16).error().message.id,
            text::errors::endless_line.id);
}

TEST(WindowReader, CutsALineLongerThanAWindowBetweenLetters) {
  std::string line;
  while (line.size() < 20000) line += "ế";
  EXPECT_TRUE(windowed(line, WindowReader::least_window, 777));
}

}  // namespace
}  // namespace liem::reading
