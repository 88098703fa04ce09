#include "accounts/web_keys.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>

#include "accounts/base64url.h"
#include "accounts/openid_errors.h"
#include "accounts/strict_json.h"

namespace liem::accounts::openid {
namespace {

namespace json = boost::json;

template <auto free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    free(object);
  }
};
template <class T, auto free>
using Owned = std::unique_ptr<T, Freed<free>>;
using Number = Owned<BIGNUM, BN_free>;
using Context = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using ParamBuilder = Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Params = Owned<OSSL_PARAM, OSSL_PARAM_free>;
using Key = std::shared_ptr<EVP_PKEY>;

constexpr int least_rsa_bits = 2048;
constexpr std::size_t most_rsa_bytes = 1024;  // a longer modulus only costs time
constexpr std::size_t most_exponent_bytes = 4;
constexpr std::size_t coordinate_bytes = 32;  // of P-256

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());  // NOLINT: OpenSSL's bytes
}

Number number_of(std::string_view bytes) {
  return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

// A public key of `kind` whose numbers are right.
Key made(const char* kind, OSSL_PARAM_BLD* builder) {
  const Params params(OSSL_PARAM_BLD_to_param(builder));
  const Context context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* raw = nullptr;
  if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &raw, EVP_PKEY_PUBLIC_KEY, params.get()) != 1) {
    return nullptr;
  }
  Key key(raw, &EVP_PKEY_free);
  const Context check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
  return check && EVP_PKEY_public_check(check.get()) == 1 ? key : nullptr;
}

std::optional<std::string> bytes_member(const json::object& key, std::string_view name) {
  const auto text = text_member(key, name);
  return text ? from_base64url(*text) : std::nullopt;
}

Key rsa_key(const json::object& key) {
  const auto modulus = bytes_member(key, "n"), exponent = bytes_member(key, "e");
  if (!modulus || !exponent || modulus->size() > most_rsa_bytes ||
      exponent->size() > most_exponent_bytes) {
    return nullptr;
  }
  const Number n = number_of(*modulus), e = number_of(*exponent);
  if (BN_num_bits(n.get()) < least_rsa_bits || !BN_is_odd(e.get()) || BN_is_one(e.get())) {
    return nullptr;
  }
  const ParamBuilder builder(OSSL_PARAM_BLD_new());
  if (OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1) {
    return nullptr;
  }
  return made("RSA", builder.get());
}

Key ec_key(const json::object& key) {
  const auto x = bytes_member(key, "x"), y = bytes_member(key, "y");
  if (text_member(key, "crv") != "P-256" || !x || !y || x->size() != coordinate_bytes ||
      y->size() != coordinate_bytes) {
    return nullptr;
  }
  const std::string point = "\x04" + *x + *y;
  const ParamBuilder builder(OSSL_PARAM_BLD_new());
  if (OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) !=
          1 ||
      OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                       point.size()) != 1) {
    return nullptr;
  }
  return made("EC", builder.get());
}

// Whether the key says that it is for checking signatures, if it says anything.
bool is_for_signatures(const json::object& key) {
  if (key.contains("use") && text_member(key, "use") != "sig") return false;
  const auto* const uses = key.if_contains("key_ops");
  if (uses == nullptr) return true;
  return uses->is_array() && std::ranges::any_of(uses->as_array(), [](const json::value& one) {
           return one.is_string() && one.as_string() == "verify";
         });
}

std::optional<WebKey> read_key(const json::object& object) {
  const auto kind = text_member(object, "kty");
  const bool rsa = kind == "RSA";
  if ((!rsa && kind != "EC") || !is_for_signatures(object)) return std::nullopt;
  const auto algorithm = rsa ? Algorithm::rs256 : Algorithm::es256;
  if (object.contains("alg") &&
      algorithm_named(text_member(object, "alg").value_or("")) != algorithm) {
    return std::nullopt;
  }
  auto key = rsa ? rsa_key(object) : ec_key(object);
  if (!key) return std::nullopt;
  return WebKey{std::string(text_member(object, "kid").value_or("")), algorithm, std::move(key)};
}

// As OpenSSL takes it: the two numbers in DER.
std::string der_of(std::string_view signature) {
  if (signature.size() != 2 * coordinate_bytes) return {};
  const Owned<ECDSA_SIG, ECDSA_SIG_free> pair(ECDSA_SIG_new());
  Number r = number_of(signature.substr(0, coordinate_bytes));
  Number s = number_of(signature.substr(coordinate_bytes));
  if (!pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return {};
  static_cast<void>(r.release());  // both belong to the pair now
  static_cast<void>(s.release());
  std::string out(static_cast<std::size_t>(i2d_ECDSA_SIG(pair.get(), nullptr)), '\0');
  auto* to = reinterpret_cast<unsigned char*>(out.data());  // NOLINT: OpenSSL's bytes
  i2d_ECDSA_SIG(pair.get(), &to);
  return out;
}

}  // namespace

std::optional<Algorithm> algorithm_named(std::string_view name) {
  if (name == "RS256") return Algorithm::rs256;
  if (name == "ES256") return Algorithm::es256;
  return std::nullopt;
}

Result<std::vector<WebKey>> read_keys(std::string_view text) {
  const auto document = strict_object(text);
  const auto* const list = document ? document->if_contains("keys") : nullptr;
  if (list == nullptr || !list->is_array() || list->as_array().size() > most_keys) {
    return fail(errors::bad_keys);
  }
  std::vector<WebKey> out;
  for (const auto& one : list->as_array()) {
    auto key = one.is_object() ? read_key(one.as_object()) : std::nullopt;
    if (key) out.push_back(std::move(*key));
  }
  return out;
}

const WebKey* key_for(const std::vector<WebKey>& keys, Algorithm algorithm,
                      std::optional<std::string_view> id) {
  const WebKey* found = nullptr;
  for (const auto& key : keys) {
    if (key.algorithm != algorithm || (id && key.id != *id)) continue;
    if (id) return &key;
    if (found != nullptr) return nullptr;
    found = &key;
  }
  return found;
}

bool signature_fits(const WebKey& key, std::string_view signed_text, std::string_view signature) {
  const std::string proof =
      key.algorithm == Algorithm::es256 ? der_of(signature) : std::string(signature);
  const Owned<EVP_MD_CTX, EVP_MD_CTX_free> digest(EVP_MD_CTX_new());
  return digest && !proof.empty() &&
         EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.key.get()) == 1 &&
         EVP_DigestVerify(digest.get(), bytes_of(proof), proof.size(), bytes_of(signed_text),
                          signed_text.size()) == 1;
}

}  // namespace liem::accounts::openid
