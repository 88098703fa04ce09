#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/claims_test.h"

namespace liem::reading {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

TEST(ExactFit, OfPartsThatNothingAnnouncesIsAClaimAboutTheTotalBefore) {
  EXPECT_THAT(claims_of("Có 41 vụ việc, đã giải quyết 36 vụ việc. Kết quả: khiếu nại đúng 05 vụ "
                        "việc, đúng một phần 09 vụ việc, sai 22 vụ việc."),
              Contains("36=5+9+22"));
  EXPECT_THAT(claims_of("Lựa chọn 22 cơ quan, bảo đảm tỷ lệ tối thiểu 20%. Kết quả: 08 sở; 05 "
                        "huyện; 07 đơn vị sự nghiệp; 02 doanh nghiệp."),
              Contains("22=8+5+7+2"));
}

TEST(ExactFit, IsNeverAFindingWhereItDoesNotFit) {
  const std::string text =
      "Đã giải quyết 36 vụ việc. Kết quả: khiếu nại đúng 05 vụ việc, đúng một phần 09 vụ việc, sai "
      "21 vụ việc.";
  EXPECT_THAT(claims_of(text), IsEmpty());
  EXPECT_THAT(judged_findings_of(text), IsEmpty());
}

TEST(ExactFit, OfTwoPartsNeedsALargeTotalOrAWordForTheRest) {
  EXPECT_THAT(claims_of("Chọn 236 người. Tiến độ: đợt đầu xác minh 104 người, đợt sau xác minh 132 "
                        "người."),
              Contains("236=104+132"));
  EXPECT_THAT(claims_of("Có 13 thành viên dự họp. Kết quả: 09 thành viên đồng ý, 04 thành viên "
                        "không đồng ý."),
              Contains("13=9+4"));
  EXPECT_THAT(claims_of("Có 13 thành viên dự họp. Tặng quà 09 thành viên, khen 04 thành viên."),
              IsEmpty());
}

TEST(ExactFit, OfTwoAmountsNeedsASentenceThatOpensWithTheirNames) {
  EXPECT_THAT(claims_of("Chi 118,6 triệu đồng. Gồm tiền nước 61,4 triệu đồng, tiền vệ sinh 57,2 "
                        "triệu đồng."),
              Contains("118.6=61.4+57.2"));
}

TEST(ExactFit, HoldsForWhatAShareLeavesOfItsWhole) {
  EXPECT_THAT(claims_of("Nhận 317 đơn (74 đơn khiếu nại, 21 đơn tố cáo, 222 đơn khác). Qua phân "
                        "loại, có 268 đơn đủ điều kiện, chiếm 84,5%; 49 đơn trùng lặp."),
              Contains("317=268+49"));
}

TEST(ExactFit, IsNoneWhereTheLastNumberIsADifference) {
  EXPECT_THAT(claims_of("Năm nay tiếp 163 lượt. Năm trước tiếp 125 lượt, thấp hơn 38 lượt."),
              Not(Contains("163=125+38")));
}

TEST(ExactFit, TakesNoPartThatAnotherSumExplains) {
  EXPECT_THAT(claims_of("Có 300 người. Mời 100 người, gồm 60 người nam và 40 người nữ; mời 200 "
                        "người ở xa."),
              testing::UnorderedElementsAre("100=60+40", "300=100+200"));
}

}  // namespace
}  // namespace liem::reading
