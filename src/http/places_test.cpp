#include "http/places.h"

#include <gtest/gtest.h>

namespace liem::http {
namespace {

TEST(Places, AreGivenUntilAllAreTakenAndAgainWhenOneIsLeft) {
  Places places(2);
  auto first = places.take();
  const auto second = places.take();
  ASSERT_TRUE(first);
  ASSERT_TRUE(second);
  EXPECT_FALSE(places.take());
  EXPECT_FALSE(places.take()) << "a refusal takes no place";
  first.reset();
  EXPECT_TRUE(places.take());
}

TEST(PlacesPerAccount, AreGivenToEachAccountApart) {
  PlacesPerAccount places(1);
  auto anh = places.take("anh");
  ASSERT_TRUE(anh);
  EXPECT_FALSE(places.take("anh"));
  EXPECT_TRUE(places.take("binh")) << "one account does not keep another waiting";
  anh.reset();
  EXPECT_TRUE(places.take("anh"));
}

TEST(PlacesPerAccount, AreAsManyAsAreAllowed) {
  PlacesPerAccount places(2);
  auto first = places.take("anh");
  const auto second = places.take("anh");
  ASSERT_TRUE(second);
  EXPECT_FALSE(places.take("anh"));
  first.reset();
  EXPECT_TRUE(places.take("anh"));
}

}  // namespace
}  // namespace liem::http
