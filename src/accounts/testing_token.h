// A provider's key pair and tokens signed with it, for tests.
#pragma once

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>
#include <string>
#include <string_view>

#include "accounts/base64url.h"
#include "accounts/web_keys.h"
#include "base/error.h"

namespace liem::accounts::testing_token {

inline std::string base64url(std::string_view text) {
  return to_base64url(
      {reinterpret_cast<const unsigned char*>(text.data()), text.size()});  // NOLINT
}

inline std::string number(const EVP_PKEY* key, const char* name, std::size_t bytes = 0) {
  BIGNUM* raw = nullptr;
  LIEM_CHECK(EVP_PKEY_get_bn_param(key, name, &raw) == 1);
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> value(raw, &BN_free);
  std::string out(bytes > 0 ? bytes : static_cast<std::size_t>(BN_num_bytes(raw)), '\0');
  BN_bn2binpad(raw, reinterpret_cast<unsigned char*>(out.data()),  // NOLINT: OpenSSL's bytes
               static_cast<int>(out.size()));
  return base64url(out);
}

// The two numbers of a signature in DER, each of 32 bytes.
inline std::string plain_of(std::string_view der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());  // NOLINT: OpenSSL's bytes
  const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
      d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())), &ECDSA_SIG_free);
  std::string out(64, '\0');
  auto* to = reinterpret_cast<unsigned char*>(out.data());  // NOLINT: OpenSSL's bytes
  BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), to, 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), to + 32, 32);
  return out;
}

class Signer {
 public:
  static Signer rsa(int bits = 2048) {
    return Signer(EVP_RSA_gen(static_cast<unsigned>(bits)), openid::Algorithm::rs256);
  }
  static Signer curve(const char* name = "P-256") {
    return Signer(EVP_EC_gen(name), openid::Algorithm::es256);
  }

  std::string_view name() const {
    return algorithm_ == openid::Algorithm::rs256 ? "RS256" : "ES256";
  }
  // As a member of a list of keys; `more` are further members of it: ,"use":"sig".
  std::string jwk(const std::string& id, const std::string& more = "") const {
    std::string out = "{\"kid\":\"" + id + "\"" + more;
    if (algorithm_ == openid::Algorithm::rs256) {
      return out + ",\"kty\":\"RSA\",\"n\":\"" + number(key_.get(), OSSL_PKEY_PARAM_RSA_N) +
             "\",\"e\":\"" + number(key_.get(), OSSL_PKEY_PARAM_RSA_E) + "\"}";
    }
    return out + ",\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" +
           number(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X, 32) + "\",\"y\":\"" +
           number(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y, 32) + "\"}";
  }
  std::string signature(std::string_view text) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(),
                                                                         &EVP_MD_CTX_free);
    LIEM_CHECK(EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1);
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());  // NOLINT: bytes
    std::size_t size = 0;
    LIEM_CHECK(EVP_DigestSign(digest.get(), nullptr, &size, bytes, text.size()) == 1);
    std::string out(size, '\0');
    LIEM_CHECK(EVP_DigestSign(digest.get(),
                              reinterpret_cast<unsigned char*>(out.data()),  // NOLINT: bytes
                              &size, bytes, text.size()) == 1);
    out.resize(size);
    return algorithm_ == openid::Algorithm::rs256 ? out : plain_of(out);
  }
  std::string token(std::string_view header, std::string_view claims) const {
    const std::string text = base64url(header) + "." + base64url(claims);
    return text + "." + base64url(signature(text));
  }

 private:
  Signer(EVP_PKEY* key, openid::Algorithm algorithm)
      : key_(key, &EVP_PKEY_free), algorithm_(algorithm) {
    LIEM_CHECK(key != nullptr);
  }
  std::shared_ptr<EVP_PKEY> key_;
  openid::Algorithm algorithm_;
};

}  // namespace liem::accounts::testing_token
