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

}  // namespace
}  // namespace liem::reading
