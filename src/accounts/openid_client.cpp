#include "accounts/openid_client.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <span>

#include "accounts/base64url.h"
#include "accounts/openid_errors.h"
#include "accounts/strict_json.h"
#include "base/percent.h"

namespace liem::accounts::openid {
namespace {

namespace json = boost::json;

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t longest_address = 2000;

bool is_this_machine(std::string_view authority) {
  for (const std::string_view name : {"127.0.0.1", "localhost", "[::1]"}) {
    if (!authority.starts_with(name)) continue;
    const auto port = authority.substr(name.size());
    if (port.empty()) return true;
    return port.size() > 1 && port.front() == ':' &&
           std::ranges::all_of(port.substr(1), [](char c) { return c >= '0' && c <= '9'; });
  }
  return false;
}

// Whether a list of texts under `name` holds `wanted`; nothing where there is no list.
std::optional<bool> lists(const json::object& object, std::string_view name,
                          std::string_view wanted) {
  const auto* const list = object.if_contains({name.data(), name.size()});
  if (list == nullptr) return std::nullopt;
  return list->is_array() && std::ranges::any_of(list->as_array(), [&](const json::value& one) {
           return one.is_string() && std::string_view(one.as_string()) == wanted;
         });
}

Result<std::string> address_member(const json::object& object, std::string_view name) {
  const auto address = text_member(object, name);
  if (!address) return fail(errors::bad_metadata, {{"missing", std::string(name)}});
  if (!is_safe_address(*address)) {
    return fail(errors::insecure_address, {{"name", std::string(name)}});
  }
  return std::string(*address);
}

Result<ClientProof> proof_of(const json::object& object) {
  constexpr std::string_view methods = "token_endpoint_auth_methods_supported";
  if (lists(object, methods, "client_secret_basic").value_or(true)) return ClientProof::in_header;
  if (lists(object, methods, "client_secret_post").value_or(false)) return ClientProof::in_form;
  return fail(errors::no_client_proof);
}

std::string new_secret(const RandomBytes& random) {
  std::array<unsigned char, secret_bytes> drawn{};
  random(drawn);
  return to_base64url(drawn);
}

std::string challenge_of(std::string_view verifier) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(),
                     reinterpret_cast<const unsigned char*>(verifier.data()),  // NOLINT: bytes
                     verifier.size());
  return to_base64url(hash);
}

using Fields = std::initializer_list<std::pair<std::string_view, std::string_view>>;

std::string form_of(Fields fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    if (!out.empty()) out += '&';
    out += fmt::format("{}={}", name, encode_percent(value));
  }
  return out;
}

}  // namespace

bool is_safe_address(std::string_view address) {
  const bool plain = std::ranges::all_of(address, [](char c) {
    return c > ' ' && c < '\x7f' && c != '#' && c != '\\' && c != '"' && c != '<' && c != '>';
  });
  const auto scheme = address.find("://");
  if (!plain || scheme == std::string_view::npos || address.size() > longest_address) return false;
  const auto rest = address.substr(scheme + 3);
  const auto authority = rest.substr(0, rest.find_first_of("/?"));
  if (authority.empty() || authority.find('@') != std::string_view::npos) return false;
  if (address.starts_with("https://")) return true;
  return address.starts_with("http://") && is_this_machine(authority);
}

std::string metadata_address(const std::string& issuer) {
  const std::string_view slash = issuer.ends_with('/') ? "" : "/";
  return fmt::format("{}{}.well-known/openid-configuration", issuer, slash);
}

Result<Metadata> read_metadata(std::string_view text, const std::string& issuer) {
  const auto object = strict_object(text);
  if (!object) return fail(errors::bad_metadata, {{"missing", "JSON"}});
  if (text_member(*object, "issuer") != issuer) return fail(errors::other_issuer);
  auto authorization = address_member(*object, "authorization_endpoint");
  if (!authorization) return std::unexpected(authorization.error());
  auto token = address_member(*object, "token_endpoint");
  if (!token) return std::unexpected(token.error());
  auto keys = address_member(*object, "jwks_uri");
  if (!keys) return std::unexpected(keys.error());
  // Some that have it do not say so; who says what it has and leaves it out has it not.
  if (!lists(*object, "code_challenge_methods_supported", "S256").value_or(true)) {
    return fail(errors::no_pkce);
  }
  const auto proof = proof_of(*object);
  if (!proof) return std::unexpected(proof.error());
  const auto* const names = object->if_contains("authorization_response_iss_parameter_supported");
  return Metadata{std::move(*authorization), std::move(*token), std::move(*keys), *proof,
                  names != nullptr && names->is_bool() && names->as_bool()};
}

Secrets new_secrets(const RandomBytes& random) {
  return {new_secret(random), new_secret(random), new_secret(random)};
}

std::string sign_in_address(const Metadata& metadata, const Client& client,
                            const Secrets& secrets) {
  const char joint = metadata.authorization.find('?') == std::string::npos ? '?' : '&';
  // No more than who it is: neither name nor address is asked for.
  return metadata.authorization + joint +
         form_of({{"response_type", "code"},
                  {"scope", "openid"},
                  {"client_id", client.id},
                  {"redirect_uri", client.redirect},
                  {"state", secrets.state},
                  {"nonce", secrets.nonce},
                  {"code_challenge", challenge_of(secrets.verifier)},
                  {"code_challenge_method", "S256"}});
}

TokenRequest token_request(const Metadata& metadata, const Client& client, std::string_view code,
                           std::string_view verifier) {
  TokenRequest out;
  out.form = form_of({{"grant_type", "authorization_code"},
                      {"code", code},
                      {"redirect_uri", client.redirect},
                      {"code_verifier", verifier}});
  if (metadata.proof == ClientProof::in_form) {
    out.form += '&' + form_of({{"client_id", client.id}, {"client_secret", client.secret}});
  } else {
    out.authorization =
        "Basic " + to_base64(encode_percent(client.id) + ':' + encode_percent(client.secret));
  }
  return out;
}

Result<std::string> read_token_answer(int status, std::string_view text) {
  const auto object = strict_object(text);
  if (status == 200) {
    const auto token = object ? text_member(*object, "id_token") : std::nullopt;
    if (!token) return fail(errors::bad_answer);
    return std::string(*token);
  }
  const auto refusal = object ? text_member(*object, "error").value_or("") : "";
  if (refusal == "invalid_grant") return fail(errors::code_refused);
  if (refusal == "invalid_client" || refusal == "unauthorized_client" || status == 401) {
    return fail(errors::client_refused);
  }
  return fail(errors::bad_answer);
}

}  // namespace liem::accounts::openid
