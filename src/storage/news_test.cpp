#include "storage/news.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/testing_place.h"

namespace liem::storage {
namespace {

using namespace std::chrono_literals;
using assessment::News;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto patience = 5000ms;

TEST(NewsTest, IsNotToldWhereOneMachineKeepsTheData) {
  const testing_place::OwnPlace place(Engine::sqlite);
  EXPECT_EQ(*open_news(place.place(), "tinh"), nullptr);
}

struct PostgresNewsTest : testing::Test {
  void SetUp() override {
    if (testing_place::postgres_address().empty()) GTEST_SKIP() << "no PostgreSQL beside";
    place.emplace(Engine::postgresql);
    teller = place->database();
    news = std::move(*open_news(place->place(), "tinh"));
    const auto first = news->next(patience);
    ASSERT_TRUE(first && first->missed && first->work) << "anything may have happened before";
  }
  void tell(const std::string& province, const std::string& document, NewsOf what) {
    ASSERT_TRUE(teller->transact([&] { return announce(*teller, province, document, what); }));
  }

  std::optional<testing_place::OwnPlace> place;
  std::unique_ptr<Database> teller;
  std::unique_ptr<News> news;
};

TEST_F(PostgresNewsTest, TellsWhatWasKeptAndWhetherThereIsWork) {
  tell("tinh", "a", NewsOf::progress);
  auto heard = news->next(patience);
  ASSERT_TRUE(heard);
  EXPECT_THAT(heard->documents, ElementsAre("a"));
  EXPECT_FALSE(heard->work);
  EXPECT_FALSE(heard->missed);
  tell("tinh", "b", NewsOf::work);
  heard = news->next(patience);
  ASSERT_TRUE(heard);
  EXPECT_THAT(heard->documents, ElementsAre("b"));
  EXPECT_TRUE(heard->work);
}

TEST_F(PostgresNewsTest, SaysNothingOfWhatWasUndoneOrOfAnotherProvince) {
  ASSERT_TRUE(teller->rehearse([&] { return announce(*teller, "tinh", "a", NewsOf::work); }));
  tell("tinh khác", "b", NewsOf::work);
  const auto heard = news->next(patience);  // the other province wakes it
  ASSERT_TRUE(heard);
  EXPECT_THAT(heard->documents, IsEmpty());
  EXPECT_FALSE(heard->work);
  EXPECT_THAT(news->next(0ms)->documents, IsEmpty());
}

TEST_F(PostgresNewsTest, SaysThatItMissedSomethingOnceItsConnectionIsBack) {
  const auto& address = place->place().database;
  testing_place::ask_server(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN "
      "liem_document' AND datname = '" +
      address.substr(address.rfind('/') + 1) + "'");
  auto heard = news->next(patience);  // the end may come after the server's last word
  for (int more = 0; more < 3 && heard && !heard->missed; ++more) heard = news->next(patience);
  ASSERT_TRUE(heard);
  EXPECT_TRUE(heard->missed);
  tell("tinh", "a", NewsOf::progress);
  heard = news->next(patience);
  ASSERT_TRUE(heard);
  EXPECT_THAT(heard->documents, ElementsAre("a"));
}

}  // namespace
}  // namespace liem::storage
