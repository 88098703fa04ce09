#include "accounts/totp.h"

#include <gmock/gmock.h>

#include <cstring>

namespace liem::accounts {
namespace {

// The secret and the codes of RFC 6238, appendix B, cut to six digits.
TotpSecret rfc_secret() {
  TotpSecret secret{};
  std::memcpy(secret.data(), "12345678901234567890", secret.size());
  return secret;
}

Time at(std::int64_t seconds) { return Time(std::chrono::seconds(seconds)); }

TEST(OneTimeCode, IsTheOneOfTheStandard) {
  EXPECT_EQ(totp_accepted(rfc_secret(), "287082", at(59), {}), 1);
  EXPECT_EQ(totp_accepted(rfc_secret(), "081804", at(1111111109), {}), 1111111109 / 30);
  EXPECT_EQ(totp_accepted(rfc_secret(), "353130", at(20000000000), {}), 20000000000 / 30);
}

TEST(OneTimeCode, AllowsAClockThatIsOneStepOffButNotTwo) {
  EXPECT_TRUE(totp_accepted(rfc_secret(), "287082", at(59 + 30), {}));
  EXPECT_TRUE(totp_accepted(rfc_secret(), "287082", at(29), {}));
  EXPECT_FALSE(totp_accepted(rfc_secret(), "287082", at(59 + 60), {}));
}

TEST(OneTimeCode, IsNotTakenTwice) {
  const auto step = totp_accepted(rfc_secret(), "287082", at(59), {});
  ASSERT_TRUE(step);
  EXPECT_FALSE(totp_accepted(rfc_secret(), "287082", at(60), step));
}

TEST(OneTimeCode, IsSixDigitsAndNothingElse) {
  EXPECT_FALSE(totp_accepted(rfc_secret(), "", at(59), {}));
  EXPECT_FALSE(totp_accepted(rfc_secret(), "28708", at(59), {}));
  EXPECT_FALSE(totp_accepted(rfc_secret(), "2870820", at(59), {}));
}

TEST(Authenticator, IsToldIssuerAccountAndSecret) {
  EXPECT_EQ(totp_uri(rfc_secret(), "Liêm", "thanh tra"),
            "otpauth://totp/Li%C3%AAm:thanh%20tra?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&"
            "issuer=Li%C3%AAm");
}

}  // namespace
}  // namespace liem::accounts
