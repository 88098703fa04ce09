#include "assessment/job.h"

#include <gtest/gtest.h>

namespace liem::assessment {
namespace {

using std::chrono::seconds;

TEST(JobRules, PauseTwiceAsLongBehindEachTryButNeverMoreThanAnHour) {
  const JobRules rules{.lease = seconds(30), .retry_after = seconds(2), .most_tries = 3};
  EXPECT_EQ(pause_before_next(rules, 1), seconds(2));
  EXPECT_EQ(pause_before_next(rules, 2), seconds(4));
  EXPECT_EQ(pause_before_next(rules, 5), seconds(32));
  EXPECT_EQ(pause_before_next(rules, 1000), seconds(3600));
}

}  // namespace
}  // namespace liem::assessment
