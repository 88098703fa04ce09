// The keys a provider signs with, as it publishes them (RFC 7517). Only what can check a signature
// of RS256 or ES256 is taken; other keys of the list are passed over.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

struct evp_pkey_st;

namespace liem::accounts::openid {

enum class Algorithm { rs256, es256 };
// Nothing for every other: "none", and those whose key is a secret both sides hold.
std::optional<Algorithm> algorithm_named(std::string_view name);

struct WebKey {
  std::string id;  // empty where it has none
  Algorithm algorithm;
  std::shared_ptr<evp_pkey_st> key;
};

inline constexpr std::size_t most_keys = 100;

// errors::bad_keys where it is no list of keys.
Result<std::vector<WebKey>> read_keys(std::string_view json);

// The one to check with; nothing where none fits, or where no id was given and several do.
const WebKey* key_for(const std::vector<WebKey>& keys, Algorithm algorithm,
                      std::optional<std::string_view> id);

// `signature` as it stands in a token: for ES256 two numbers of 32 bytes.
bool signature_fits(const WebKey& key, std::string_view signed_text, std::string_view signature);

}  // namespace liem::accounts::openid
