#include "base/utf8.h"

#include <gtest/gtest.h>

namespace liem::utf8 {
namespace {

TEST(Utf8, NamesTheFirstByteThatIsNot) {
  EXPECT_EQ(find_invalid("Đúng"), std::string_view::npos);
  EXPECT_EQ(find_invalid("ab\xC3"), 2u);
  EXPECT_EQ(find_invalid("\xC0\x80"), 0u) << "overlong";
  EXPECT_EQ(find_invalid("a\xED\xA0\x80"), 1u) << "surrogate";
}

}  // namespace
}  // namespace liem::utf8
