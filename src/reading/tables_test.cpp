// Tables whose rows or cells a converter left one a line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/claims_test.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(CellTable, IsReadWhereEachLineHoldsOneCell) {
  EXPECT_THAT(claims_of("TT\nĐơn vị\nPhải kê khai\nĐã kê khai\nTỷ lệ (%)\n\n1\nSở Tư "
                        "pháp\n45\n44\n97,8\n\n2\nSở Y tế\n120\n117\n97,5\n\nTổng "
                        "cộng\n165\n161\n97,6\n"),
              UnorderedElementsAre("44/45=97.8%", "117/120=97.5%", "161/165=97.6%", "165=45+120",
                                   "161=44+117"));
}

TEST(CellTable, MayHaveItsColumnsNumbered) {
  EXPECT_THAT(claims_of("TT\nXã\nĐơn\nXong\nTỷ lệ\n1\n2\n3\n4\n5\n1\nHòa An\n45\n44\n97,8\n2\n"
                        "Bình Lâm\n120\n117\n97,5\n"),
              UnorderedElementsAre("44/45=97.8%", "117/120=97.5%"));
}

TEST(CellTable, ShowsTheOneColumnThatDoesNotAddUp) {
  EXPECT_THAT(judged_findings_of("Xã\nSố đơn\nSố vụ\n\nHòa An\n21\n14\n\nBình Lâm\n34\n12\n\n"
                                 "Cộng\n56\n26\n"),
              ElementsAre("error sum_mismatch"));
}

TEST(CellTable, IsNotSeenInANumberedListOrAcrossASentence) {
  EXPECT_THAT(claims_of("Có các nội dung sau.\n\n12\n\nKết quả cụ thể như sau: đã làm. Còn lại "
                        "chưa làm.\n\n14\n"),
              IsEmpty());
}

TEST(RowTable, MayHaveItsTotalFirst) {
  EXPECT_THAT(claims_of("Tổng số 165 161\nSở Tư pháp 45 44\nSở Y tế 120 117\n"),
              UnorderedElementsAre("165=45+120", "161=44+117"));
}

TEST(RowTable, MayHaveColumnsBetweenAShareAndItsCounts) {
  EXPECT_THAT(claims_of("| Sở Tư pháp | 450 | 441 | 9 | 98,0 |\n| Sở Y tế | 120 | 117 | 3 | 97,5 "
                        "|\n"),
              UnorderedElementsAre("441/450=98%", "117/120=97.5%", "450=441+9", "120=117+3"));
}

TEST(RowTable, IsNotJudgedByItsEmptyRows) {
  EXPECT_THAT(claims_of("Xã Hòa An 0 0 0\nXã Bình Lâm 0 0 0\nXã Tân Thới 9 4 3\n"), IsEmpty());
}

}  // namespace
}  // namespace liem::reading
