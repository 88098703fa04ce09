#include "http/query.h"

#include <gtest/gtest.h>

#include "http/errors.h"

namespace liem::http {
namespace {

TEST(Query, GivesNamesAndValuesDecoded) {
  const auto query = parse_query("/a?name=b%C3%A1o+c%C3%A1o&bytes=1,2&flag#x=1");
  ASSERT_TRUE(query);
  EXPECT_EQ(*query, (Query{{"name", "báo cáo"}, {"bytes", "1,2"}, {"flag", ""}}));
  EXPECT_TRUE(parse_query("/a")->empty());
  EXPECT_TRUE(parse_query("/a?")->empty());
}

TEST(Query, RefusesWhatCannotBeMeant) {
  for (const char* wrong : {"/a?b=%", "/a?b=%4", "/a?b=%zz", "/a?b=%ff", "/a?b=1&b=2"}) {
    EXPECT_FALSE(parse_query(wrong)) << wrong;
  }
}

TEST(Query, TakesWholeNumbersWithinTheirLimits) {
  const Query query{{"width", "300"}, {"small", "1"}, {"words", "300px"}, {"empty", ""}};
  EXPECT_EQ(whole_in(query, "width", 200, 2000, 1000), 300);
  EXPECT_EQ(whole_in(query, "none", 200, 2000, 1000), 1000);
  for (const char* name : {"small", "words", "empty"}) {
    const auto refused = whole_in(query, name, 200, 2000, 1000);
    ASSERT_FALSE(refused) << name;
    EXPECT_EQ(refused.error().message.id, errors::bad_field.id);
  }
}

TEST(Query, KnowsPlacesCountedFromOneInPaths) {
  EXPECT_EQ(number_segment("1"), 1);
  EXPECT_EQ(number_segment("120"), 120);
  for (const char* none : {"", "0", "01", "-1", "+1", "1a", "99999999999"}) {
    EXPECT_EQ(number_segment(none), 0) << none;
  }
}

}  // namespace
}  // namespace liem::http
