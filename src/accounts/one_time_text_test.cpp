#include "accounts/one_time_text.h"

#include <gmock/gmock.h>

namespace liem::accounts {
namespace {

void counting(std::span<unsigned char> bytes) {
  unsigned char next = 250;
  for (auto& byte : bytes) byte = next++;
}

TEST(ReadableSecret, ComesInGroupsOfLettersThatCannotBeMistaken) {
  const auto secret = readable_secret(2, counting);
  EXPECT_THAT(secret, testing::MatchesRegex("[0-9A-Z]{5}-[0-9A-Z]{5}"));
  EXPECT_EQ(secret.find_first_of("ILOU"), std::string::npos);
}

TEST(ReadableSecret, IsTheSameHoweverItIsTyped) {
  EXPECT_EQ(plain_secret("7k2mx-oqf4l"), plain_secret("7K2MX 0QF41"));
  EXPECT_NE(plain_secret("7K2MX-0QF4A"), plain_secret("7K2MX-0QF4B"));
}

}  // namespace
}  // namespace liem::accounts
