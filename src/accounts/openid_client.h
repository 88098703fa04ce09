// What goes to a provider of sign-ins and what comes back, as texts; who carries them is no matter
// here. Authorization code flow (OpenID Connect Core 1.0) with PKCE (RFC 7636).
#pragma once

#include <string>
#include <string_view>

#include "accounts/one_time_text.h"
#include "base/error.h"

namespace liem::accounts::openid {

// What this server is to the provider.
struct Client {
  std::string issuer, id, secret;
  std::string redirect;  // where browsers come back to
};

// https, or http to this machine alone; without a user's name, spaces, or what comes after "#".
bool is_safe_address(std::string_view address);

// How the client proves itself where it asks for tokens.
enum class ClientProof { in_header, in_form };

struct Metadata {
  std::string authorization, token, keys;  // addresses
  ClientProof proof = ClientProof::in_header;
  bool names_issuer = false;  // in what browsers bring back (RFC 9207)
};

std::string metadata_address(const std::string& issuer);
// Refusals in accounts/openid_errors.h; errors::other_issuer where it is not `issuer` itself.
Result<Metadata> read_metadata(std::string_view json, const std::string& issuer);

// The secrets of one sign-in under way.
struct Secrets {
  std::string state;     // goes with the browser to the provider and back
  std::string nonce;     // must stand in the token
  std::string verifier;  // proves to the provider that who began asks for the token
};
Secrets new_secrets(const RandomBytes& random);

std::string sign_in_address(const Metadata& metadata, const Client& client, const Secrets& secrets);

struct TokenRequest {
  std::string form, authorization;  // the body; the header's field, empty where there is none
};
TokenRequest token_request(const Metadata& metadata, const Client& client, std::string_view code,
                           std::string_view verifier);

// The ID token of an answer. errors::code_refused, errors::client_refused, errors::bad_answer
Result<std::string> read_token_answer(int status, std::string_view json);

}  // namespace liem::accounts::openid
