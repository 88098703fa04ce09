#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> references(std::string_view text) {
  const auto reading = reading_of(text);
  std::vector<std::string> out;
  for (const auto& reference : reading.references) {
    out.push_back(std::string(text::slice(text, reference.span)) + " -> " +
                  (reference.refers_to ? reading.citations[*reference.refers_to].number : "-"));
  }
  return out;
}

TEST(References, PointToTheNearestCitationOfTheirType) {
  EXPECT_THAT(
      references("Kế hoạch số 12/KH-STP ngày 09/01/2024 và Quyết định số 5/QĐ-STP ngày "
                 "10/01/2024. Kế hoạch này được gửi các phòng; Quyết định nêu trên cũng vậy."),
      ElementsAre("Kế hoạch này -> 12/KH-STP", "Quyết định nêu trên -> 5/QĐ-STP"));
}

TEST(References, OfAnyTypePointToTheDocumentCitedLast) {
  EXPECT_THAT(references("Thực hiện Chỉ thị số 10/CT-TTg ngày 22/4/2019; văn bản nói trên đã được "
                         "quán triệt."),
              ElementsAre("văn bản nói trên -> 10/CT-TTg"));
}

TEST(References, NeedAWordForADocument) {
  EXPECT_THAT(references("Theo Chỉ thị số 10/CT-TTg ngày 22/4/2019, tỉnh này và việc nêu trên."),
              IsEmpty());
}

TEST(References, LeaveOpenWhatFitsNothing) {
  EXPECT_THAT(references("Theo Chỉ thị số 10/CT-TTg ngày 22/4/2019. Luật này có hiệu lực."),
              ElementsAre("Luật này -> -"));
}

TEST(Documents, AreOneHoweverOftenAndInWhateverFormCited) {
  const auto reading = reading_of(
      "Chỉ thị số 10/CT-TTg ngày 22/4/2019 của Thủ tướng Chính phủ; thực hiện Chỉ thị 10/CT-TTg; "
      "theo Chỉ thị 10/TTg ngày 22/4/2019.");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.documents[0].citations, ElementsAre(0, 1, 2));
  EXPECT_EQ(reading.documents[0].number, "10/CT-TTg");
  EXPECT_EQ(reading.citations[1].refers_to, 0U);
  EXPECT_EQ(reading.citations[2].refers_to, 0U);
  EXPECT_FALSE(reading.citations[0].refers_to);
}

TEST(Documents, OfOneNumberAndDifferentDaysAreTwo) {
  const auto reading = reading_of(
      "Chỉ thị số 10/CT-TTg ngày 12/6/2013; Chỉ thị số 10/CT-TTg ngày 22/4/2019 của Thủ tướng.");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.citations[1].document, 1U);
}

TEST(Documents, OfOneNumberAndDifferentIssuersAreTwo) {
  const auto reading = reading_of("Kế hoạch số 12/KH-STP; Kế hoạch số 12/KH-SYT.");
  EXPECT_THAT(reading.documents, SizeIs(2));
}

}  // namespace
}  // namespace liem::reading
