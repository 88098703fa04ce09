#include "assessment/openid_provider.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>

#include "accounts/testing_token.h"

namespace liem::assessment {
namespace {

using accounts::testing_token::Signer;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr OpenidProvider::Time start{seconds(1'800'000'000)};
const std::string house = "https://nha.example";

struct TheProvider : testing::Test {
  Signer signer = Signer::curve();
  std::string key_id = "1", signed_as = "1";
  bool reachable = true;
  std::vector<std::string> asked;

  std::string metadata() const {
    return fmt::format(
        R"({{"issuer":"{0}","authorization_endpoint":"{0}/a","token_endpoint":"{0}/t",)"
        R"("jwks_uri":"{0}/k"}})",
        house);
  }
  std::string token() const {
    return signer.token(
        fmt::format(R"({{"alg":"ES256","kid":"{}"}})", signed_as),
        fmt::format(R"({{"iss":"{}","aud":"liem","sub":"nguoi","nonce":"n","exp":{},"iat":{}}})",
                    house, at.time_since_epoch().count() + 300, at.time_since_epoch().count()));
  }
  Result<Brought> carry(const Errand& errand) {
    asked.push_back(errand.address.substr(house.size()));
    if (!reachable) return fail(errors::openid_unreachable, {{"reason", "away"}});
    if (errand.address.ends_with("/t")) return Brought{200, R"({"id_token":")" + token() + "\"}"};
    if (errand.address.ends_with("/k")) {
      return Brought{200, "{\"keys\":[" + signer.jwk(key_id) + "]}"};
    }
    return Brought{200, metadata()};
  }
  OpenidProvider provider{{house, "liem", "bí mật", "https://liem.example/sign-in/openid"},
                          [this](const Errand& errand) { return carry(errand); }};
  OpenidProvider::Time at = start;

  std::string sign_in() {
    const auto subject = provider.subject_of({"code", "", "v", "n"}, at);
    return subject ? *subject : subject.error().message.id;
  }
  std::vector<std::string> asked_now() { return std::exchange(asked, {}); }
};

TEST_F(TheProvider, IsAskedForWhatItSaysOfItselfAndItsKeysOnceAnHour) {
  EXPECT_EQ(sign_in(), "nguoi");
  EXPECT_THAT(asked_now(), ElementsAre("/.well-known/openid-configuration", "/t", "/k"));
  at += std::chrono::minutes(59);
  EXPECT_EQ(sign_in(), "nguoi");
  EXPECT_THAT(asked_now(), ElementsAre("/t"));
  at += std::chrono::minutes(1);
  EXPECT_EQ(sign_in(), "nguoi");
  EXPECT_THAT(asked_now(), ElementsAre("/.well-known/openid-configuration", "/t", "/k"));
}

TEST_F(TheProvider, IsAskedForItsKeysAgainWhereATokenNamesAnother) {
  EXPECT_EQ(sign_in(), "nguoi");
  key_id = signed_as = "2";
  asked_now();
  EXPECT_EQ(sign_in(), "nguoi");
  EXPECT_THAT(asked_now(), ElementsAre("/t", "/k"));
}

TEST_F(TheProvider, IsAskedForItsKeysThreeTimesAMinuteAtMost) {
  signed_as = "nowhere";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in(), "openid.token_key");
  EXPECT_EQ(std::ranges::count(asked_now(), "/k"), 3);
  at += seconds(60);
  key_id = signed_as;
  EXPECT_EQ(sign_in(), "nguoi");
}

TEST_F(TheProvider, IsNotWaitedForAgainRightAfterAFailure) {
  reachable = false;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(sign_in(), "openid.unreachable");
  EXPECT_THAT(asked_now(), ElementsAre("/.well-known/openid-configuration"));
  reachable = true;
  EXPECT_EQ(sign_in(), "openid.unreachable");
  EXPECT_THAT(asked_now(), IsEmpty());
  at += seconds(5);
  EXPECT_EQ(sign_in(), "nguoi");
}

TEST_F(TheProvider, IsAskedAnewWhereTheClockWasSetBack) {
  EXPECT_EQ(sign_in(), "nguoi");
  asked_now();
  at -= std::chrono::hours(48);
  EXPECT_EQ(sign_in(), "nguoi");
  EXPECT_THAT(asked_now(), ElementsAre("/.well-known/openid-configuration", "/t", "/k"));
}

TEST_F(TheProvider, IsNotBelievedUnderAnotherName) {
  const auto subject = provider.subject_of({"code", "https://khac.example", "v", "n"}, at);
  ASSERT_FALSE(subject);
  EXPECT_EQ(subject.error().message.id, "openid.token_issuer");
}

}  // namespace
}  // namespace liem::assessment
