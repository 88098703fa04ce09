#include "reading/doubt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Read with every occurrence of `word` recognised with doubt.
Reading doubting(std::string_view text, std::string_view word) {
  ReadingInput input{text, "t.txt"};
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    input.doubtful.push_back({at, at + word.size()});
  }
  return read(input, shipped_lexicon()).value();
}

std::vector<std::string> codes(const Reading& reading) {
  std::vector<std::string> out;
  for (const auto& finding : reading.findings) out.push_back(finding.code);
  return out;
}

constexpr std::string_view wrong_share = "Kê khai tài sản: 17/20 người có nghĩa vụ, đạt 99%.";

TEST(Doubt, LeavesAClaimWithoutVerdictAndAnErrorWithANote) {
  ASSERT_THAT(codes(reading_of(wrong_share)), ElementsAre("ratio_mismatch"));
  const auto reading = doubting(wrong_share, "17");
  EXPECT_THAT(codes(reading), ElementsAre("recognised_with_doubt"));
  EXPECT_EQ(reading.findings[0].severity, Severity::note);
  ASSERT_EQ(reading.claims.size(), 1u);
  EXPECT_TRUE(is_doubtful(reading.claims[0]));
}

TEST(Doubt, MarksTheFigureAndLinksItNotAsCertain) {
  const auto reading = doubting(wrong_share, "17");
  ASSERT_EQ(reading.figures[0].value, Decimal(17));
  EXPECT_TRUE(reading.figures[0].doubtful);
  ASSERT_EQ(reading.figures[0].items.size(), 1u);
  EXPECT_EQ(reading.figures[0].items[0].confidence, figures::Confidence::probable);
  EXPECT_FALSE(reading.figures[1].doubtful);
  EXPECT_EQ(reading.figures[1].items[0].confidence, figures::Confidence::certain);
}

TEST(Doubt, OfAWordBesideTheNumberChangesNothing) {
  EXPECT_THAT(codes(doubting(wrong_share, "Kê")), ElementsAre("ratio_mismatch"));
}

TEST(Doubt, OfADateOrSymbolAccusesNoDocument) {
  constexpr std::string_view text =
      "Kế hoạch số 12/KH-STP ngày 09/01/2024 của Sở. Kế hoạch số 12/KH-STP ngày 19/01/2024 của Sở.";
  ASSERT_THAT(codes(reading_of(text)), ElementsAre("citation_two_dates"));
  const auto reading = doubting(text, "09/01/2024");
  EXPECT_THAT(codes(reading), IsEmpty());
  EXPECT_TRUE(reading.citations[0].doubtful);
  EXPECT_THAT(codes(doubting("Kế hoạch số 12/QĐ-STP ngày 09/01/2024.", "12/QĐ-STP")),
              ElementsAre("recognised_with_doubt"));
}

}  // namespace
}  // namespace liem::reading
