#include "assessment/repeated_acts.h"

#include <gmock/gmock.h>

#include "assessment/acts.h"

namespace liem::assessment {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;
const sys_seconds start{seconds(1'800'000'000)};

ledger::Act refusal(const std::string& account, const std::string& path, sys_seconds at) {
  return acts::of_refusal({"tinh", account, "", Role::clerk, "so-a"}, path, "assessment.no_right",
                          at);
}

TEST(RepeatedActs, WritesTheFirstOfAKindAtOnceAndTheOthersOfItsMinuteAsOneCount) {
  RepeatedActs repeated;
  const auto first = refusal("anh", "GET /a", start);
  EXPECT_THAT(repeated.take(first), testing::ElementsAre(first));
  for (int times = 0; times < 1000; ++times) {
    EXPECT_TRUE(repeated.take(refusal("anh", "GET /a", start + seconds(5))).empty());
  }
  EXPECT_TRUE(repeated.over(start + seconds(59)).empty());
  const auto counted = repeated.over(start + seconds(60));
  ASSERT_EQ(counted.size(), 1U);
  EXPECT_EQ(counted[0].code, acts::repeated);
  EXPECT_EQ(counted[0].object, first.object);
  EXPECT_EQ(counted[0].after.text, R"({"act":"access_refused","from":1800000000,"times":1000})");
  EXPECT_TRUE(repeated.over(start + seconds(200)).empty());
}

TEST(RepeatedActs, TellsPeopleAndThingsApart) {
  RepeatedActs repeated;
  EXPECT_EQ(repeated.take(refusal("anh", "GET /a", start)).size(), 1U);
  EXPECT_EQ(repeated.take(refusal("binh", "GET /a", start)).size(), 1U);
  EXPECT_EQ(repeated.take(refusal("anh", "GET /b", start)).size(), 1U);
  auto for_another = refusal("anh", "GET /a", start);
  for_another.on_behalf_of = "giamdoc";
  EXPECT_EQ(repeated.take(for_another).size(), 1U);
}

TEST(RepeatedActs, BoundsWhatOnePersonWritesInAMinuteWhateverIsAskedFor) {
  RepeatedActs repeated;
  std::size_t written = 0;
  for (int path = 0; path < 5000; ++path) {
    written += repeated.take(refusal("anh", "GET /" + std::to_string(path), start)).size();
  }
  EXPECT_EQ(written, RepeatedActs::most_kinds + 1);
  EXPECT_EQ(repeated.take(refusal("binh", "GET /a", start)).size(), 1U);
  const auto rest = repeated.rest(start + seconds(1));
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_THAT(rest[0].after.text, testing::HasSubstr("\"times\":4969"));
  EXPECT_EQ(rest[0].object.id, "");
  // A new minute, a new account of it.
  EXPECT_EQ(repeated.take(refusal("anh", "GET /1", start + seconds(61))).size(), 1U);
}

TEST(FailedSignIn, SaysNothingOfANameThatIsNoAccount) {
  EXPECT_EQ(acts::of_failed_sign_in(nullptr, start).object.id, "");
}

}  // namespace
}  // namespace liem::assessment
