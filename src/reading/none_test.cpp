// Statements that nothing happened, and what only looks like one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/test_lexicon.h"

namespace liem::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> statements(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& none : reading_of(text).none) {
    out.push_back(text::in_one_line(text::slice(text, none.span)));
  }
  return out;
}

TEST(None, IsNotSaidOfACondition) {
  EXPECT_THAT(statements("Đơn vị không có viên chức thì không phải gửi."), IsEmpty());
}

TEST(None, IsSaidOnceForEachStatementBetweenSemicolons) {
  EXPECT_THAT(statements("Không có nhà thầu khiếu nại; không có công dân đăng ký."),
              ElementsAre("Không có nhà thầu khiếu nại", "không có công dân đăng ký"));
}

TEST(None, MayBeTheWholeAnswerBehindAColon) {
  EXPECT_THAT(statements("- Số phiếu không hợp lệ: Không có.\n- Số vụ việc phát hiện: 0 vụ.\n"),
              ElementsAre("Không có", "0 vụ"));
}

TEST(None, ReachesOverTheWordForCorruption) {
  EXPECT_THAT(statements("Chưa để xảy ra vụ việc tham nhũng nào."),
              ElementsAre("Chưa để xảy ra vụ việc tham nhũng nào"));
}

TEST(None, IsNotSaidOfACaseProvidedFor) {
  EXPECT_THAT(statements("Trường hợp không phát sinh phải có văn bản xác nhận."), IsEmpty());
  EXPECT_THAT(statements("Nếu không phát hiện vi phạm, đoàn kết thúc kiểm tra."), IsEmpty());
}

TEST(None, IsSaidOfWorkThatWasNotDoneAtAll) {
  EXPECT_THAT(statements("Năm 2024 chưa tổ chức được cuộc thanh tra nào."),
              ElementsAre("chưa tổ chức được cuộc thanh tra nào"));
  EXPECT_THAT(statements("Huyện chưa tổ chức kiểm tra, xác minh bản kê khai nào."),
              ElementsAre("chưa tổ chức kiểm tra, xác minh bản kê khai nào"));
  EXPECT_THAT(statements("Huyện chưa tổ chức kiểm tra theo kế hoạch."), IsEmpty());
}

TEST(None, IsSaidOfAnyOfTwoKindsAndOfABareZero) {
  EXPECT_THAT(statements("Trong kỳ không có doanh nghiệp, tổ chức xã hội nào bị thanh tra."),
              ElementsAre("không có doanh nghiệp, tổ chức xã hội nào bị thanh tra"));
  EXPECT_THAT(statements("Số vụ vi phạm: 0."), ElementsAre("0"));
}

TEST(None, IsNotSaidOfWhatPersonsLackOrAnOfficeTakesNoLonger) {
  EXPECT_THAT(statements("17 việc người phải thi hành án không có tài sản."), IsEmpty());
  EXPECT_THAT(statements("Hồ sơ nộp trên mạng; không tiếp nhận bản giấy."), IsEmpty());
  EXPECT_THAT(statements("Đơn vị không tiếp nhận đơn nào."),
              ElementsAre("không tiếp nhận đơn nào"));
}

TEST(None, IsSaidOfAnyUnitThatDidSomething) {
  EXPECT_THAT(statements("Qua tự kiểm tra, chưa đơn vị nào phát hiện vi phạm."),
              ElementsAre("chưa đơn vị nào"));
  EXPECT_THAT(statements("Sổ quỹ khớp với thực tế; không có chênh lệch."),
              ElementsAre("không có chênh lệch"));
}

}  // namespace
}  // namespace liem::reading
