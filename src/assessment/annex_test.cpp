#include "assessment/annex.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace liem::assessment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

reading::Citation cited(const std::string& number, std::size_t at, bool own = false) {
  reading::Citation citation;
  citation.type = "Kế hoạch";
  citation.number = number;
  citation.span = {at, at + 5};
  citation.own = own;
  return citation;
}

Evidence document(const std::string& number) {
  return {"Kế hoạch", number, std::nullopt, std::nullopt, "Tên", {}};
}

reading::Reading sample() {
  reading::Reading reading;
  reading.citations = {cited("215/BC-SYT", 0, true), cited("12/KH-SYT", 10),
                       cited("59/2019/NĐ-CP", 20),   cited("99/SYT-TTr", 30),
                       cited("99/SYT-TTr", 40),      cited("7/KH-UBND", 50)};
  return reading;
}

std::vector<std::pair<std::string, std::size_t>> brief(
    const std::vector<reading::Finding>& findings) {
  std::vector<std::pair<std::string, std::size_t>> out;
  for (const auto& finding : findings) out.emplace_back(finding.code, finding.span.begin);
  return out;
}

TEST(Annex, MissesTheUnitsOwnDocumentsOnceEach) {
  EXPECT_THAT(brief(annex_findings({document("12/KH-SYT")}, sample())),
              ElementsAre(std::pair<std::string, std::size_t>("evidence_missing", 30)));
}

TEST(Annex, NamesDocumentsTheReportNeverCites) {
  EXPECT_THAT(brief(annex_findings(
                  {document("12/KH-SYT"), document("99/SYT-TTr"), document("5/KH-SYT")}, sample())),
              ElementsAre(std::pair<std::string, std::size_t>("evidence_uncited", 0)));
}

TEST(Annex, GivesItsFindingsTheIdsThatAcceptanceNeeds) {
  for (const auto& finding :
       annex_findings({document("12/KH-SYT"), document("99/SYT-TTr")}, sample())) {
    EXPECT_EQ(finding.id.size(), 16u) << finding.code;
  }
}

TEST(Annex, IsNotHeldAgainstAReportWithoutOne) {
  EXPECT_THAT(annex_findings({}, sample()), IsEmpty());
}

TEST(Annex, SaysWhenADocumentStandsInTwoRows) {
  EXPECT_THAT(
      brief(annex_findings({document("12/KH-SYT"), document("99/SYT-TTr"), document("12/KH-SYT")},
                           sample())),
      ElementsAre(std::pair<std::string, std::size_t>("evidence_twice", 0)));
  auto other_year = document("12/KH-SYT");
  other_year.date = make_date(2020, 1, 2);
  EXPECT_THAT(annex_findings({document("12/KH-SYT"), document("99/SYT-TTr"), other_year}, sample()),
              IsEmpty());
}

TEST(Annex, AsksForNoDocumentRecognisedWithDoubt) {
  auto reading = sample();
  reading.citations[3].doubtful = reading.citations[4].doubtful = true;
  EXPECT_THAT(annex_findings({document("12/KH-SYT")}, reading), IsEmpty());
}

TEST(Annex, LeavesPicturesAndTablesWithoutANumberAlone) {
  Evidence picture = document("x");
  picture.number = std::nullopt;
  reading::Reading reading;
  EXPECT_THAT(annex_findings({picture}, reading), IsEmpty());
}

TEST(CitedPlaces, AreTheFirstCitationsOfEachDocument) {
  const auto places = cited_places({document("99/SYT-TTr"), document("215/BC-SYT")}, sample());
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0]->begin, 30U);
  EXPECT_FALSE(places[1]);
}

}  // namespace
}  // namespace liem::assessment
