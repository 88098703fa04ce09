#include "assessment/evidence_match.h"

#include <gtest/gtest.h>

#include "reading/test_lexicon.h"

namespace liem::assessment {
namespace {

reading::Citation cited(std::string type, std::string number, const char* date) {
  reading::Citation citation;
  citation.type = std::move(type);
  citation.number = std::move(number);
  citation.date = parse_iso_date(date);
  citation.type_written = true;
  return citation;
}

reading::Reading report(std::vector<reading::Citation> citations) {
  reading::Reading reading;
  auto own = cited("Báo cáo", "12/BC-STP", "2025-12-10");
  own.own = true;
  reading.citations.push_back(own);
  for (auto& citation : citations) reading.citations.push_back(std::move(citation));
  return reading;
}

EvidenceReport matched_evidence(const reading::Reading& report,
                                const std::vector<EvidenceItem>& items) {
  return match_evidence(report, items, reading::shipped_lexicon());
}

EvidenceItem file(std::string name, std::string type, std::string number, const char* date) {
  return {std::move(name), "", std::move(type), std::move(number), "", parse_iso_date(date)};
}

TEST(EvidenceMatch, FindsEachCitedDocumentOnceHoweverOftenItIsCited) {
  const auto matched = matched_evidence(report({cited("Kế hoạch", "7/KH-STP", "2025-01-20"),
                                                cited("Kế hoạch", "7/KH-STP", "2025-01-20")}),
                                        {file("a.pdf", "Kế hoạch", "7/KH-STP", "2025-01-20")});
  ASSERT_EQ(matched.documents.size(), 1u);
  EXPECT_EQ(matched.documents[0].match, Match::matched);
  EXPECT_TRUE(matched.unused.empty());
}

TEST(EvidenceMatch, ToldApartByYearWhereNumbersStartAnew) {
  const auto matched = matched_evidence(report({cited("Kế hoạch", "7/KH-STP", "2025-01-20")}),
                                        {file("a.pdf", "Kế hoạch", "7/KH-STP", "2024-01-20")});
  EXPECT_EQ(matched.documents[0].match, Match::missing);
  EXPECT_EQ(matched.unused.size(), 1u);
}

TEST(EvidenceMatch, DoubtsAnotherDateALostLetterAndANumberOnlyInTheFileName) {
  const auto matched = matched_evidence(
      report({cited("Kế hoạch", "7/KH-STP", "2025-01-20"),
              cited("Công văn", "50/STP-VP", "2025-03-01"),
              cited("Quyết định", "99/QĐ-STP", "2025-05-01")}),
      {file("a.pdf", "Kế hoạch", "7/KH-STP", "2025-02-20"),
       file("b.pdf", "Công văn", "50/SPT-VP", "2025-03-01"), file("QD 99-QĐ-STP.jpg", "", "", "")});
  EXPECT_EQ(matched.documents[0].doubt, Doubt::other_date);
  EXPECT_EQ(matched.documents[1].doubt, Doubt::close_number);
  EXPECT_EQ(matched.documents[2].doubt, Doubt::number_in_name);
}

TEST(EvidenceMatch, DoubtsAPaperOfAnotherLevelOrPlace) {
  const auto doubt = [](const char* issuer, const char* of_file) {
    auto citation = cited("Kế hoạch", "7/KH-UBND", "2025-01-20");
    citation.issuer = issuer;
    auto paper = file("a.pdf", "Kế hoạch", "7/KH-UBND", "2025-01-20");
    paper.issuer = of_file;
    return matched_evidence(report({citation}), {paper}).documents[0].doubt;
  };
  EXPECT_EQ(doubt("UBND tỉnh", "ỦY BAN NHÂN DÂN TỈNH HÀ GIẢ"), std::nullopt);
  EXPECT_EQ(doubt("Chủ tịch UBND tỉnh", "UBND tỉnh Hà Giả"), std::nullopt);
  EXPECT_EQ(doubt("", "UBND XÃ RỪNG VÍ DỤ"), std::nullopt);
  EXPECT_EQ(doubt("UBND tỉnh", "UBND XÃ RỪNG VÍ DỤ"), Doubt::other_issuer);
  EXPECT_EQ(doubt("UBND xã Bãi Thử", "UBND XÃ RỪNG VÍ DỤ"), Doubt::other_issuer);
  EXPECT_EQ(doubt("Hội đồng nhân dân tỉnh", "HĐND XÃ RỪNG VÍ DỤ"), Doubt::other_issuer);
  EXPECT_EQ(doubt("Sở Tư pháp", "UBND XÃ RỪNG VÍ DỤ"), std::nullopt);
}

TEST(EvidenceMatch, AsksForTheUnitsOwnDocumentsNotForLaws) {
  const auto matched = matched_evidence(report({cited("Kế hoạch", "7/KH-STP", "2025-01-20"),
                                                cited("Nghị định", "59/2019/NĐ-CP", "2019-07-01")}),
                                        {});
  EXPECT_EQ(matched.documents[0].match, Match::missing);
  EXPECT_EQ(matched.documents[1].match, Match::elsewhere);
}

TEST(EvidenceMatch, NamesTheSameDocumentAttachedTwice) {
  const auto matched =
      matched_evidence(report({}), {file("a.pdf", "Kế hoạch", "7/KH-STP", "2025-01-20"),
                                    file("b.pdf", "Kế hoạch", "7/KH-STP", "2025-01-20")});
  ASSERT_EQ(matched.twice.size(), 1u);
  EXPECT_EQ(matched.twice[0], (std::pair<std::size_t, std::size_t>{0, 1}));
}

}  // namespace
}  // namespace liem::assessment
