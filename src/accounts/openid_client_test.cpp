#include "accounts/openid_client.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace liem::accounts::openid {
namespace {

using testing::HasSubstr;

std::string refusal(const auto& result) { return result ? "" : result.error().message.id; }

const Client client{"https://nha.example", "liem", "b&b:í", "https://liem.example/sign-in/openid"};

std::string metadata(const std::string& more = "",
                     const std::string& keys = "https://nha.example/k") {
  return fmt::format(
      R"({{"issuer":"https://nha.example","authorization_endpoint":"https://nha.example/a?x=1",)"
      R"("token_endpoint":"https://nha.example/t","jwks_uri":"{}"{}}})",
      keys, more);
}
Result<Metadata> read(const std::string& text) { return read_metadata(text, client.issuer); }

TEST(AddressesOfAProvider, AreHttpsOrOfThisMachine) {
  for (const char* good : {"https://nha.example", "https://nha.example:8443/a/b?c=d",
                           "http://127.0.0.1:4000/a", "http://localhost", "http://[::1]:1/"}) {
    EXPECT_TRUE(is_safe_address(good)) << good;
  }
  for (const char* bad :
       {"", "https://", "https:///a", "http://nha.example", "ftp://nha.example", "nha.example",
        "https://anh@nha.example", "http://127.0.0.1@nha.example/", "http://127.0.0.1.nha.example/",
        "http://localhost:80a/", "http://localhost:/", "https://nha.example/#a",
        "https://nha .example", "https://nha.example/\n", "https:\\\\nha.example",
        "http://127.0.0.1\\@nha.example/", "HTTPS://nha.example", "javascript:alert(1)"}) {
    EXPECT_FALSE(is_safe_address(bad)) << bad;
  }
}

TEST(WhatAProviderSaysOfItself, IsReadWhereItIsWhole) {
  const auto known = read(metadata());
  ASSERT_TRUE(known);
  EXPECT_EQ(known->token, "https://nha.example/t");
  EXPECT_EQ(known->proof, ClientProof::in_header);
  EXPECT_FALSE(known->names_issuer);
  EXPECT_TRUE(
      read(metadata(R"(,"authorization_response_iss_parameter_supported":true)"))->names_issuer);
  EXPECT_EQ(metadata_address("https://nha.example/"),
            "https://nha.example/.well-known/openid-configuration");
  EXPECT_EQ(metadata_address("https://nha.example/a"),
            "https://nha.example/a/.well-known/openid-configuration");
}

TEST(WhatAProviderSaysOfItself, IsRefusedWhereItIsNotOfItOrNotSafe) {
  EXPECT_EQ(refusal(read("[]")), "openid.bad_metadata");
  EXPECT_EQ(refusal(read("{}")), "openid.other_issuer");
  EXPECT_EQ(refusal(read_metadata(metadata(), "https://nha.example/")), "openid.other_issuer");
  EXPECT_EQ(refusal(read(R"({"issuer":"https://nha.example"})")), "openid.bad_metadata");
  EXPECT_EQ(refusal(read(metadata("", "http://nha.example/k"))), "openid.insecure_address");
  EXPECT_EQ(refusal(read(metadata(R"(,"code_challenge_methods_supported":["plain"])"))),
            "openid.no_pkce");
  EXPECT_EQ(
      refusal(read(metadata(R"(,"token_endpoint_auth_methods_supported":["private_key_jwt"])"))),
      "openid.no_client_proof");
}

TEST(ASignIn, AsksWithTheChallengeOfItsVerifier) {
  // The pair of RFC 7636, appendix B.
  const Secrets secrets{"s", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"};
  const auto address = sign_in_address(*read(metadata()), client, secrets);
  EXPECT_THAT(address, testing::StartsWith("https://nha.example/a?x=1&response_type=code&"));
  EXPECT_THAT(address, HasSubstr("&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&"));
  EXPECT_THAT(address, HasSubstr("redirect_uri=https%3A%2F%2Fliem.example%2Fsign-in%2Fopenid&"));
  EXPECT_THAT(address, HasSubstr("&scope=openid&"));
}

TEST(ATokenRequest, ProvesTheServerAsTheProviderWants) {
  const auto header = token_request(*read(metadata()), client, "c=1", "v");
  EXPECT_EQ(header.authorization, "Basic bGllbTpiJTI2YiUzQSVDMyVBRA==");  // liem:b%26b%3A%C3%AD
  EXPECT_THAT(header.form, HasSubstr("code=c%3D1&"));
  EXPECT_THAT(header.form, testing::Not(HasSubstr("secret")));
  const auto form = token_request(
      *read(metadata(R"(,"token_endpoint_auth_methods_supported":["client_secret_post"])")), client,
      "c", "v");
  EXPECT_EQ(form.authorization, "");
  EXPECT_THAT(form.form, HasSubstr("&client_id=liem&client_secret=b%26b%3A%C3%AD"));
}

TEST(ATokenAnswer, GivesTheTokenOrSaysWhoseFaultItIs) {
  EXPECT_EQ(*read_token_answer(200, R"({"id_token":"a.b.c"})"), "a.b.c");
  EXPECT_EQ(refusal(read_token_answer(200, R"({"access_token":"a"})")), "openid.bad_answer");
  EXPECT_EQ(refusal(read_token_answer(200, R"({"id_token":"a","id_token":"b"})")),
            "openid.bad_answer");
  EXPECT_EQ(refusal(read_token_answer(400, R"({"error":"invalid_grant"})")), "openid.code_refused");
  EXPECT_EQ(refusal(read_token_answer(400, R"({"error":"invalid_client"})")),
            "openid.client_refused");
  EXPECT_EQ(refusal(read_token_answer(401, "<html>")), "openid.client_refused");
  EXPECT_EQ(refusal(read_token_answer(302, "")), "openid.bad_answer");
  EXPECT_EQ(refusal(read_token_answer(500, R"({"id_token":"a.b.c"})")), "openid.bad_answer");
}

}  // namespace
}  // namespace liem::accounts::openid
