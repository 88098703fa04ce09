#include "http/kept_answers.h"

#include <gtest/gtest.h>

namespace liem::http {
namespace {

std::shared_ptr<const Response> answer(std::size_t bytes) {
  return std::make_shared<const Response>(json_response(std::string(bytes, 'x')));
}

TEST(KeptAnswers, AreGivenAgainUnderTheirNameOnly) {
  KeptAnswers kept(100'000);
  const auto given = answer(10);
  kept.keep("a", given);
  EXPECT_EQ(kept.find("a"), given);
  EXPECT_EQ(kept.find("b"), nullptr);
}

TEST(KeptAnswers, LetTheOldestGoBeyondTheirBound) {
  KeptAnswers kept(11'000);
  for (const char* name : {"a", "b", "c", "d"}) kept.keep(name, answer(2'000));
  EXPECT_NE(kept.find("a"), nullptr);
  kept.keep("e", answer(2'000));
  EXPECT_EQ(kept.find("a"), nullptr);
  EXPECT_NE(kept.find("b"), nullptr);
  EXPECT_NE(kept.find("e"), nullptr);
}

TEST(KeptAnswers, AreWorthTheirSpaceFromTheSecondAskingOn) {
  KeptAnswers kept(10'000);
  EXPECT_FALSE(kept.asked_before("a"));
  EXPECT_TRUE(kept.asked_before("a"));
  EXPECT_FALSE(kept.asked_before("b"));
  EXPECT_TRUE(kept.asked_before("a"));
}

TEST(KeptAnswers, TakeNoneThatFillsTheirSpaceAlone) {
  KeptAnswers kept(10'000);
  kept.keep("a", answer(5'000));
  EXPECT_EQ(kept.find("a"), nullptr);
}

}  // namespace
}  // namespace liem::http
