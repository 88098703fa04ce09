#include "accounts/id_token.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <openssl/hmac.h>

#include "accounts/testing_token.h"

namespace liem::accounts::openid {
namespace {

using std::chrono::seconds;
using testing_token::base64url;
using testing_token::Signer;

constexpr std::int64_t now = 1'800'000'000;

struct IdToken : testing::Test {
  inline static const Signer rsa = Signer::rsa(), curve = Signer::curve();
  std::vector<WebKey> keys =
      read_keys("{\"keys\":[" + rsa.jwk("r") + "," + curve.jwk("c") + "]}").value();
  Expected expected{"https://nha.example", "liem", "n0nce", std::chrono::sys_seconds(seconds(now))};

  std::string header = R"({"alg":"RS256","kid":"r","typ":"JWT"})";
  // Each claim as JSON; an empty one is left out.
  std::map<std::string, std::string> claims{{"iss", R"("https://nha.example")"},
                                            {"aud", R"("liem")"},
                                            {"sub", R"("nguoi|1")"},
                                            {"nonce", R"("n0nce")"},
                                            {"exp", "1800000300"},
                                            {"iat", "1800000000"}};

  std::string written() const {
    std::string out;
    for (const auto& [name, value] : claims) {
      if (!value.empty()) out += fmt::format("{}\"{}\":{}", out.empty() ? "" : ",", name, value);
    }
    return "{" + out + "}";
  }
  std::string said(const std::string& token) const {
    const auto subject = subject_of(token, keys, expected);
    return subject ? *subject : subject.error().message.id;
  }
  std::string said() const { return said(rsa.token(header, written())); }
  std::string with(const std::string& name, const std::string& value) {
    const auto before = std::exchange(claims[name], value);
    const auto out = said();
    claims[name] = before;
    return out;
  }
};

TEST_F(IdToken, NamesWhoSignedIn) {
  EXPECT_EQ(said(), "nguoi|1");
  EXPECT_EQ(said(curve.token(R"({"alg":"ES256","kid":"c"})", written())), "nguoi|1");
  EXPECT_EQ(said(curve.token(R"({"alg":"ES256"})", written())), "nguoi|1");  // one key alone fits
}

TEST_F(IdToken, IsNotTakenUnsigned) {
  for (const char* none : {"none", "None", "NONE", "nOnE", ""}) {
    const std::string unsigned_header = fmt::format(R"({{"alg":"{}","kid":"r"}})", none);
    EXPECT_EQ(said(base64url(unsigned_header) + "." + base64url(written()) + "."),
              "openid.token_algorithm");
  }
  EXPECT_EQ(said(base64url(header) + "." + base64url(written()) + "."), "openid.token_signature");
  EXPECT_EQ(said(base64url(R"({"kid":"r"})") + "." + base64url(written()) + "."),
            "openid.token_algorithm");
}

TEST_F(IdToken, IsNotTakenSignedWithThePublicKeyAsASecret) {
  const std::string secret = rsa.jwk("r");
  const std::string text = base64url(R"({"alg":"HS256","kid":"r"})") + "." + base64url(written());
  std::string mac(32, '\0');
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(),  // NOLINT: bytes
       reinterpret_cast<unsigned char*>(mac.data()), &size);              // NOLINT: bytes
  EXPECT_EQ(said(text + "." + base64url(mac)), "openid.token_algorithm");
}

TEST_F(IdToken, IsNotTakenWithAKeyOfAnotherKind) {
  EXPECT_EQ(said(rsa.token(R"({"alg":"ES256","kid":"r"})", written())), "openid.token_key");
  EXPECT_EQ(said(curve.token(R"({"alg":"RS256","kid":"c"})", written())), "openid.token_key");
  EXPECT_EQ(said(curve.token(header, written())), "openid.token_signature");
}

TEST_F(IdToken, IsNotTakenWithAKeyThatIsNotPublished) {
  EXPECT_EQ(said(rsa.token(R"({"alg":"RS256","kid":"x"})", written())), "openid.token_key");
  EXPECT_EQ(said(Signer::rsa().token(header, written())), "openid.token_signature");
}

TEST_F(IdToken, WithoutAKeysIdIsNotTriedOnSeveral) {
  keys = read_keys("{\"keys\":[" + rsa.jwk("r") + "," + Signer::rsa().jwk("s") + "]}").value();
  EXPECT_EQ(said(rsa.token(R"({"alg":"RS256"})", written())), "openid.token_key");
}

TEST_F(IdToken, BringsNoKeyOfItsOwn) {
  const Signer own = Signer::rsa();
  const std::string brought = R"({"alg":"RS256","kid":"r","jwk":)" + own.jwk("r") + "}";
  EXPECT_EQ(said(own.token(brought, written())), "openid.token_signature");
}

TEST_F(IdToken, IsNotTakenChangedAnywhere) {
  const std::string token = rsa.token(header, written());
  for (std::size_t at = 0; at < token.size(); at += 7) {
    std::string changed = token;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_THAT(said(changed), testing::StartsWith("openid.token_")) << at;
  }
}

TEST_F(IdToken, IsNotTakenWhereAMemberStandsTwice) {
  EXPECT_EQ(said(rsa.token(R"({"alg":"RS256","kid":"r","alg":"RS256"})", written())),
            "openid.token_unreadable");
  auto twice = written();
  twice.insert(1, R"("sub":"nguoi|2",)");
  EXPECT_EQ(said(rsa.token(header, twice)), "openid.token_unreadable");
  auto escaped = written();
  escaped.insert(1, R"("\u0073ub":"nguoi|2",)");
  EXPECT_EQ(said(rsa.token(header, escaped)), "openid.token_unreadable");
  auto deep = written();
  deep.insert(1, R"("more":[{"a":1,"a":2}],)");
  EXPECT_EQ(said(rsa.token(header, deep)), "openid.token_unreadable");
}

TEST_F(IdToken, IsNotTakenWithWhatMustBeUnderstoodAndIsNot) {
  EXPECT_EQ(said(rsa.token(R"({"alg":"RS256","kid":"r","crit":["b64"],"b64":false})", written())),
            "openid.token_unreadable");
  for (const char* kind : {R"("at+jwt")", R"("logout+jwt")", "7"}) {
    EXPECT_EQ(
        said(rsa.token(fmt::format(R"({{"alg":"RS256","kid":"r","typ":{}}})", kind), written())),
        "openid.token_unreadable");
  }
}

TEST_F(IdToken, IsNotTakenOutOfForm) {
  const std::string token = rsa.token(header, written());
  for (const std::string& wrong :
       {std::string(), std::string("."), std::string(".."), std::string("..."), token + ".",
        token + "=", " " + token, token + "\n", "a." + token, token.substr(0, token.rfind('.')),
        base64url("[]") + "." + base64url("{}") + ".AA", std::string(longest_token + 1, 'A')}) {
    EXPECT_EQ(said(wrong), "openid.token_unreadable") << wrong.substr(0, 40);
  }
  EXPECT_EQ(said(rsa.token(header, std::string(40, '[') + std::string(40, ']'))),
            "openid.token_unreadable");
}

TEST_F(IdToken, IsOfTheIssuerLetterByLetter) {
  for (const char* other : {R"("https://nha.example/")", R"("https://NHA.example")", "7", "",
                            R"(["https://nha.example"])"}) {
    EXPECT_EQ(with("iss", other), "openid.token_issuer") << other;
  }
}

TEST_F(IdToken, IsMadeOutToThisServer) {
  EXPECT_EQ(with("aud", R"(["liem"])"), "nguoi|1");
  for (const char* other :
       {R"("khac")", R"(["khac"])", "[]", "", R"(["liem","khac"])", R"(["liem",7])"}) {
    EXPECT_EQ(with("aud", other), "openid.token_audience") << other;
  }
  EXPECT_EQ(with("azp", R"("khac")"), "openid.token_audience");
  EXPECT_EQ(with("azp", "7"), "openid.token_audience");
  EXPECT_EQ(with("azp", R"("liem")"), "nguoi|1");
  claims["azp"] = R"("liem")";
  EXPECT_EQ(with("aud", R"(["liem","khac"])"), "nguoi|1");
  EXPECT_EQ(with("aud", R"(["khac"])"), "openid.token_audience");
}

TEST_F(IdToken, ForgivesClocksAMinuteAndNoMore) {
  EXPECT_EQ(with("exp", std::to_string(now - 59)), "nguoi|1");
  EXPECT_EQ(with("exp", std::to_string(now - 60)), "openid.token_expired");
  EXPECT_EQ(with("iat", std::to_string(now + 60)), "nguoi|1");
  EXPECT_EQ(with("iat", std::to_string(now + 61)), "openid.token_time");
  EXPECT_EQ(with("nbf", std::to_string(now + 60)), "nguoi|1");
  EXPECT_EQ(with("nbf", std::to_string(now + 61)), "openid.token_time");
  EXPECT_EQ(with("iat", std::to_string(now - 661)), "openid.token_time");
  EXPECT_EQ(with("exp", "1800000300.5"), "nguoi|1");
}

TEST_F(IdToken, TellsItsTimes) {
  for (const char* name : {"exp", "iat"}) {
    for (const char* odd : {"", R"("1800000300")", "null", "-1", "1e300", "18446744073709551615"}) {
      EXPECT_EQ(with(name, odd), "openid.token_time") << name << odd;
    }
  }
  EXPECT_EQ(with("nbf", R"("soon")"), "openid.token_time");
}

TEST_F(IdToken, BelongsToTheSignInItAnswers) {
  for (const char* other : {R"("khac")", "", "7", R"("")"}) {
    EXPECT_EQ(with("nonce", other), "openid.token_nonce") << other;
  }
}

TEST_F(IdToken, SaysWhoseItIsInPlainLetters) {
  for (const std::string& odd :
       {std::string(), std::string("7"), std::string(R"("")"), std::string(R"("a b")"),
        std::string(R"("a\u0000b")"), std::string(R"("\u00e2")"),
        "\"" + std::string(longest_subject + 1, 'a') + "\""}) {
    EXPECT_EQ(with("sub", odd), "openid.token_subject") << odd;
  }
}

std::size_t taken(const std::string& keys) {
  const auto read = read_keys("{\"keys\":[" + keys + "]}");
  return read ? read->size() : 99;
}

TEST(WebKeys, PassOverWhatChecksNoSignature) {
  const Signer rsa = Signer::rsa();
  EXPECT_EQ(taken(rsa.jwk("a")), 1U);
  EXPECT_EQ(taken(rsa.jwk("a", R"(,"use":"sig","alg":"RS256","key_ops":["verify"])")), 1U);
  for (const char* other : {R"(,"use":"enc")", R"(,"alg":"RS512")", R"(,"alg":"ES256")",
                            R"(,"key_ops":["encrypt"])", R"(,"alg":7)", R"(,"use":7)"}) {
    EXPECT_EQ(taken(rsa.jwk("a", other)), 0U) << other;
  }
  EXPECT_EQ(taken(R"({"kty":"oct","k":"c2VjcmV0","kid":"a","alg":"HS256"})"), 0U);
  EXPECT_EQ(taken("7, null, {}"), 0U);
}

TEST(WebKeys, PassOverKeysTooWeakOrWrong) {
  EXPECT_EQ(taken(Signer::rsa(1024).jwk("a")), 0U);
  const Signer curve = Signer::curve();
  EXPECT_EQ(taken(curve.jwk("a")), 1U);
  auto off = curve.jwk("a");
  off.replace(off.find("\"x\":\"") + 5, 2, "AA");  // hardly a point of the curve
  EXPECT_EQ(taken(off), 0U);
  auto other = curve.jwk("a");
  other.replace(other.find("P-256"), 5, "P-384");
  EXPECT_EQ(taken(other), 0U);
  const auto large = base64url(std::string(2048, '\xff'));
  EXPECT_EQ(taken(R"({"kty":"RSA","e":"AQAB","n":")" + large + "\"}"), 0U);
  const auto modulus = base64url(std::string(256, '\xff'));
  EXPECT_EQ(taken(R"({"kty":"RSA","e":"AQ","n":")" + modulus + "\"}"), 0U);
  EXPECT_EQ(taken(R"({"kty":"RSA","e":"Ag","n":")" + modulus + "\"}"), 0U);
}

TEST(WebKeys, AreAListOfBoundedLength) {
  for (const char* odd :
       {"", "[]", "{}", R"({"keys":{}})", R"({"keys":[],"keys":[]})", "{\"keys\":[]} x"}) {
    EXPECT_FALSE(read_keys(odd)) << odd;
  }
  std::string many = "{}";
  for (std::size_t i = 0; i < most_keys; ++i) many += ",{}";
  EXPECT_EQ(taken(many), 99U);
}

}  // namespace
}  // namespace liem::accounts::openid
