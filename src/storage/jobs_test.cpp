#include "storage/jobs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using assessment::JobEnd;
using assessment::JobHold;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr sys_seconds noon{seconds(1'800'000'000)};
constexpr seconds lease{30};

struct JobsTest : testing::TestWithParam<Engine> {
  testing_province::Province province{GetParam()};
  std::unique_ptr<assessment::Store> schema = province.open();
  std::unique_ptr<Database> database = province.database();
  const std::string tinh = "tinh";
  Jobs jobs{*database, tinh};

  void put(const std::string& payload, const std::string& lane) {
    static std::int64_t position = 0;
    ASSERT_TRUE(jobs.put({"work", payload, lane, ++position}));
  }
  std::optional<JobHold> take(const std::string& taker, sys_seconds now = noon) {
    const auto taken = jobs.take("work", {taker, now, now + lease}, "j.position");
    EXPECT_TRUE(taken);
    return taken.value_or(std::nullopt);
  }
  std::string taken(const std::string& taker, sys_seconds now = noon) {
    const auto hold = take(taker, now);
    return hold ? hold->payload : "";
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, JobsTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(JobsTest, AreTakenOnceInOrderAndNeverTwoOfALane) {
  put("a1", "anh");
  put("a2", "anh");
  put("b1", "binh");
  EXPECT_EQ(taken("x"), "a1");
  EXPECT_EQ(taken("y"), "b1");
  EXPECT_EQ(taken("y"), "");
}

TEST_P(JobsTest, AreTakenOverBehindTheirLeaseAndNoLongerTheFirstTakers) {
  put("a1", "anh");
  const auto first = take("x");
  EXPECT_EQ(taken("y", noon + lease - seconds(1)), "");
  const auto second = take("y", noon + lease);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(second->tries, 2);
  EXPECT_FALSE(*jobs.held(*first));
  EXPECT_FALSE(*jobs.renew(*first, noon + lease * 3));
  EXPECT_FALSE(*jobs.end(*first, {})) << "who lost it cannot end it";
  EXPECT_TRUE(*jobs.end(*second, {}));
  EXPECT_EQ(taken("z", noon + lease * 9), "") << "done once";
}

TEST_P(JobsTest, StayWithWhoRenewsThem) {
  put("a1", "anh");
  const auto hold = take("x");
  ASSERT_TRUE(hold && *jobs.renew(*hold, noon + lease * 2));
  EXPECT_EQ(taken("y", noon + lease), "");
  EXPECT_EQ(taken("y", noon + lease * 2), "a1");
}

TEST_P(JobsTest, WaitForTheirTimeToBeTriedAgainAndAreGivenUpWithTheirErrorKept) {
  put("a1", "anh");
  auto hold = take("x");
  ASSERT_TRUE(*jobs.end(*hold, {JobEnd::Kind::again, noon + seconds(5), 1, "a.b"}));
  EXPECT_EQ(taken("x", noon + seconds(4)), "");
  hold = take("x", noon + seconds(5));
  ASSERT_TRUE(hold);
  EXPECT_EQ(hold->tries, 2);
  ASSERT_TRUE(*jobs.end(*hold, {JobEnd::Kind::given_up, noon, 2, "c.d"}));
  EXPECT_EQ(taken("x", noon + std::chrono::hours(99)), "");
  const auto kept = database->row("SELECT state, tries, last_error FROM job", {}, [](const Row& r) {
    return r.text(0) + " " + std::to_string(r.integer(1)) + " " + r.text(2);
  });
  EXPECT_EQ(**kept, "given_up 2 c.d");
}

TEST_P(JobsTest, DoNotWaitForAClockThatWasSetBack) {
  constexpr auto back = std::chrono::hours(20);
  put("a1", "anh");
  put("b1", "binh");
  const auto hold = take("x");
  ASSERT_TRUE(hold && *jobs.end(*hold, {JobEnd::Kind::again, noon + seconds(5), 1, "a.b"}));
  EXPECT_EQ(taken("dead"), "b1");
  EXPECT_EQ(taken("y", noon - back), "a1") << "put off till twenty hours from now";
  EXPECT_EQ(taken("y", noon - back), "b1") << "taken by one that died, until then";
  EXPECT_EQ(taken("z", noon - back), "");
}

TEST_P(JobsTest, StayWithATakerWhoseClockIsALittleAhead) {
  put("a1", "anh");
  EXPECT_EQ(taken("ahead", noon + lease / 2), "a1");
  EXPECT_EQ(taken("y"), "");
}

TEST_P(JobsTest, AreNeverTakenByTwoAtOnceHoweverManyReach) {
  constexpr int all = 40;
  for (int i = 0; i < all; ++i) put("p" + std::to_string(i), "lane" + std::to_string(i));
  std::mutex mutex;
  std::multiset<std::string> seen;
  {
    std::vector<std::jthread> takers;
    for (int t = 0; t < 4; ++t) {
      takers.emplace_back([&, t] {
        const auto own = province.database();
        Jobs mine(*own, tinh);
        for (int idle = 0; idle < 5;) {
          const auto hold =
              mine.take("work", {"t" + std::to_string(t), noon, noon + lease}, "j.position");
          if (!hold || !*hold) {
            ++idle;
            continue;
          }
          const std::lock_guard lock(mutex);
          seen.insert((*hold)->payload);
        }
      });
    }
  }
  EXPECT_EQ(seen.size(), std::size_t{all});
  EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), std::size_t{all});
}

TEST_P(JobsTest, OfOneLaneAreNeverUnderWayTogetherHoweverManyReach) {
  constexpr int all = 30;
  for (int i = 0; i < all; ++i) put("p" + std::to_string(i), "lane");
  std::atomic<int> under_way = 0, together = 0, done = 0;
  {
    std::vector<std::jthread> takers;
    for (int t = 0; t < 4; ++t) {
      takers.emplace_back([&, t] {
        const auto own = province.database();
        Jobs mine(*own, tinh);
        while (done < all) {
          const auto hold =
              mine.take("work", {"t" + std::to_string(t), noon, noon + lease}, "j.position");
          if (!hold || !*hold) continue;
          if (++under_way > 1) ++together;
          std::this_thread::sleep_for(std::chrono::milliseconds(2));
          --under_way;
          if (const auto ended = mine.end(**hold, {}); ended && *ended) ++done;
        }
      });
    }
  }
  EXPECT_EQ(together, 0);
}

}  // namespace
}  // namespace liem::storage
