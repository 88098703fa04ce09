#include <gtest/gtest.h>

#include "storage/errors.h"
#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using assessment::KeptAnswer;
using assessment::RequestKey;
using std::chrono::hours;

const std::chrono::sys_seconds noon{std::chrono::seconds(1'800'000'000)};

struct SqlRequestsTest : testing::TestWithParam<Engine> {
  testing_province::Province province{GetParam()};
  std::unique_ptr<assessment::Store> store = province.open();
  assessment::RequestStore& requests = store->requests();

  std::optional<KeptAnswer> kept(const std::string& account, const std::string& key,
                                 std::chrono::sys_seconds since = noon - hours(24)) {
    return requests.kept_answer("tinh", {account, key}, since).value();
  }
};

TEST_P(SqlRequestsTest, SendsAnAnswerAgainUnderItsKeyAndItsAccountAlone) {
  ASSERT_TRUE(requests.keep_answer("tinh", {"an", "k"}, {"hash", 202, R"({"id":"1"})", noon}));
  const auto found = kept("an", "k");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->request, "hash");
  EXPECT_EQ(found->status, 202);
  EXPECT_EQ(found->body, R"({"id":"1"})");
  EXPECT_EQ(found->at, noon);
  EXPECT_FALSE(kept("binh", "k"));
  EXPECT_FALSE(kept("an", "khac"));
}

TEST_P(SqlRequestsTest, ForgetsAnswersThatAreTooOld) {
  ASSERT_TRUE(requests.keep_answer("tinh", {"an", "k"}, {"hash", 202, "{}", noon}));
  EXPECT_TRUE(kept("an", "k", noon));
  EXPECT_FALSE(kept("an", "k", noon + hours(1)));
  EXPECT_FALSE(kept("an", "k", noon)) << "gone for good";
}

TEST_P(SqlRequestsTest, KeepsNothingOfARehearsalButTellsItsRefusal) {
  const auto rehearsed = requests.rehearse([&]() -> Result<void> {
    auto written = requests.keep_answer("tinh", {"an", "k"}, {"hash", 202, "{}", noon});
    EXPECT_TRUE(kept("an", "k")) << "within it, what was written stands";
    return written;
  });
  EXPECT_TRUE(rehearsed);
  EXPECT_FALSE(kept("an", "k"));
  const auto refused =
      requests.rehearse([]() -> Result<void> { return fail(errors::not_writable); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.id, errors::not_writable.id);
  EXPECT_TRUE(requests.keep_answer("tinh", {"an", "k"}, {"hash", 202, "{}", noon}));
  EXPECT_TRUE(kept("an", "k")) << "and afterwards writes are kept again";
}

TEST_P(SqlRequestsTest, KeepsAllThatIsWrittenTogetherOrNothing) {
  const auto failed = requests.together([&]() -> Result<void> {
    auto written = requests.keep_answer("tinh", {"an", "a"}, {"hash", 202, "{}", noon});
    if (!written) return written;
    return fail(errors::not_writable);
  });
  EXPECT_FALSE(failed);
  EXPECT_FALSE(kept("an", "a"));
  const auto done = requests.together([&]() -> Result<void> {
    auto written = requests.keep_answer("tinh", {"an", "a"}, {"hash", 202, "{}", noon});
    if (!written) return written;
    return requests.keep_answer("tinh", {"an", "b"}, {"hash", 202, "{}", noon});
  });
  EXPECT_TRUE(done);
  EXPECT_TRUE(kept("an", "a"));
  EXPECT_TRUE(kept("an", "b"));
}

INSTANTIATE_TEST_SUITE_P(Engines, SqlRequestsTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

}  // namespace
}  // namespace liem::storage
