#include "assessment/notice_work.h"

#include <gmock/gmock.h>

#include "base/vietnam_time.h"

namespace liem::assessment {
namespace {

TEST(Digest, GoesOutAtSevenInTheMorningInVietnam) {
  const auto midnight = start_in_vietnam(*make_date(2025, 11, 28));
  const auto seven = midnight + std::chrono::hours(7);
  EXPECT_EQ(last_digest(seven), seven);
  EXPECT_EQ(last_digest(midnight + std::chrono::hours(23)), seven);
  EXPECT_EQ(last_digest(seven - std::chrono::seconds(1)), seven - std::chrono::days(1));
}

}  // namespace
}  // namespace liem::assessment
