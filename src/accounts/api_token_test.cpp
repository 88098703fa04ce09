#include "accounts/api_token.h"

#include <gmock/gmock.h>

namespace liem::accounts {
namespace {

void sevens(std::span<unsigned char> bytes) { std::ranges::fill(bytes, 0x77); }

std::chrono::sys_seconds day(int number) {
  return std::chrono::sys_seconds(std::chrono::days(number));
}

TEST(ApiToken, IsReadBackAsItWasWritten) {
  const auto token = new_token(sevens);
  const auto read = parse_token(written(token));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->id, "7777777777777777");
  EXPECT_EQ(read->secret, token.secret);
}

TEST(ApiToken, IsNothingElseThanWhatWasWritten) {
  const auto text = written(new_token(sevens));
  EXPECT_FALSE(parse_token(""));
  EXPECT_FALSE(parse_token(text + "7"));
  EXPECT_FALSE(parse_token("mile_" + text.substr(5)));
  auto shouted = text;
  shouted.back() = 'F';
  EXPECT_FALSE(parse_token(shouted));
}

TEST(ApiToken, HoldsUntilItsEndOrUntilItIsRevoked) {
  ApiToken token;
  token.expires = day(10);
  EXPECT_TRUE(token.holds_at(day(9)));
  EXPECT_FALSE(token.holds_at(day(10)));
  token.revoked = day(3);
  EXPECT_FALSE(token.holds_at(day(4)));
}

TEST(Scopes, AreReadByTheirNames) {
  EXPECT_EQ(scope_of("read"), Scope::read);
  EXPECT_EQ(scope_of(name_of(Scope::write)), Scope::write);
  EXPECT_FALSE(scope_of("all"));
}

}  // namespace
}  // namespace liem::accounts
