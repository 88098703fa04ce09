#include "base/date.h"

#include <gtest/gtest.h>

namespace liem {
namespace {

TEST(Date, KnowsWhichDaysExist) {
  EXPECT_TRUE(make_date(2024, 2, 29));
  EXPECT_FALSE(make_date(2023, 2, 29));
  EXPECT_FALSE(make_date(2024, 13, 1));
  EXPECT_FALSE(make_date(2024, 4, 31));
}

TEST(Date, ReadsIsoAndWritesBothForms) {
  const auto date = parse_iso_date("2024-04-05");
  ASSERT_TRUE(date);
  EXPECT_EQ(to_iso(*date), "2024-04-05");
  EXPECT_EQ(to_vietnamese(*date), "05/04/2024");
  EXPECT_FALSE(parse_iso_date("2024-4-5"));
  EXPECT_FALSE(parse_iso_date("05/04/2024"));
}

}  // namespace
}  // namespace liem
